# `make results` and `make test` need only Python 3.10 to 3.13: they create .venv, install into it and run.
PYTHON ?= python3
IPC ?= 5
DRAWS ?= 1
WORKERS ?= 2
EXTRAS ?= dev
# one notebook of `make test`, as in `make test ONE=nbs/api/08_decay.ipynb`; empty: all
ONE ?=
# what `make tables` runs, in this order
NOTEBOOKS ?= $(sort $(wildcard nbs/experiments/8[1-9]_*.ipynb nbs/experiments/9[0-8]_*.ipynb)) nbs/91_report.ipynb

BIN = .venv/bin
READY = .venv/ready-$(EXTRAS)
export JUPYTER_PREFER_ENV_PATH = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: results tables figures test install hooks export clean lint readme docs build constraints wheels

results: $(READY)  ## distil, train, print the table and where everything is; IPC clips per class, DRAWS networks for each cell
	$(BIN)/papermill --no-progress-bar --inject-output-path nbs/90_results.ipynb results.ipynb \
		-p ipc $(IPC) -p draws $(DRAWS)

figures: $(READY)  ## the paper's figures as PDF and PNG, from the stored tables in paper_figures/results
	$(BIN)/python paper_figures/make_figures.py

tables: $(READY)  ## every table and figure again, in place, or those of NOTEBOOKS; days on two CPU cores, and it resumes where it was stopped
	$(BIN)/python .ci/publish.py $(NOTEBOOKS)
	$(MAKE) figures readme

test: $(READY)  ## run every notebook, or the one that ONE names; one thread each, as several run at a time
	OMP_NUM_THREADS=1 $(BIN)/nbdev_test --n_workers $(WORKERS) --do_print --timing $(if $(ONE),--path $(ONE))

install: $(READY)

$(READY): settings.ini setup.py constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -e '.[$(EXTRAS)]' -c constraints.txt
	touch $@

hooks: $(READY)  ## git then cleans notebooks at every commit and merges them cell by cell
	$(BIN)/nbdev_install_hooks

export: $(READY)  ## gvd/*.py from the notebooks
	$(BIN)/nbdev_export

clean: $(READY)  ## strip the notebooks of what only makes diffs
	$(BIN)/nbdev_clean

lint: $(READY)  ## ruff over modules and notebooks, and the import contracts of pyproject.toml
	$(BIN)/ruff check .
	$(BIN)/lint-imports

readme: $(READY)  ## README.md from nbs/index.ipynb
	$(BIN)/python .ci/readme.py

docs: $(READY)  ## the site, in _docs, from the notebooks as they are stored; fails at a broken link
	$(BIN)/python .ci/docs.py

build: $(READY)  ## the wheel and the source archive, in dist
	$(BIN)/python -m build

constraints: $(READY)  ## constraints.txt from settings.ini, for all platforms; needs the package index and uv (pip install uv)
	cp constraints.txt constraints.new
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.10 --no-header --no-annotate --quiet \
		--no-emit-package cffi --no-emit-package pycparser --no-emit-package httpx2-jsfetch -o constraints.new
	(sed -n '/^#/p' constraints.txt; cat constraints.new) >constraints.both
	mv constraints.both constraints.txt && rm constraints.new

wheels: build  ## does the wheel resolve on every platform and Python? needs the package index and uv, takes minutes
	$(BIN)/python .ci/wheels.py dist/*.whl
