# `make results` and `make test` need only Python 3.10 to 3.13: they create .venv, install into it and run.
PYTHON ?= python3
IPC ?= 5
WORKERS ?= 2
EXTRAS ?= dev

BIN = .venv/bin
READY = .venv/ready-$(EXTRAS)
export JUPYTER_PREFER_ENV_PATH = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: results figures experiments test install export clean readme docs build

results: $(READY)  ## distil, train, print the table; the executed notebook is results.ipynb
	$(BIN)/papermill nbs/90_results.ipynb results.ipynb -p ipc $(IPC)

figures: $(READY)  ## the paper's figures as PDF and PNG, from the stored tables in paper_figures/results
	$(BIN)/python paper_figures/make_figures.py

experiments: $(READY)  ## run the notebooks 90 and up again, in place, which takes hours; then `make figures`
	cd nbs && for o in 9*.ipynb; do ../$(BIN)/papermill $$o $$o || exit 1; done
	$(BIN)/nbdev_clean

test: $(READY)  ## run every notebook; one thread each, as several run at a time
	OMP_NUM_THREADS=1 $(BIN)/nbdev_test --n_workers $(WORKERS) --do_print --timing

install: $(READY)

$(READY): settings.ini setup.py constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -e '.[$(EXTRAS)]' -c constraints.txt
	touch $@

export: $(READY)  ## gvd/*.py from the notebooks
	$(BIN)/nbdev_export

clean: $(READY)  ## strip the notebooks of what only makes diffs
	$(BIN)/nbdev_clean

readme: $(READY)  ## README.md from nbs/index.ipynb
	$(BIN)/python .ci/readme.py

docs: $(READY)  ## the site, in _docs; needs quarto
	PATH="$(CURDIR)/$(BIN):$$PATH" nbdev_docs

build: $(READY)  ## the wheel and the source archive, in dist
	$(BIN)/python -m build
