"""Runs result notebooks and stores them executed: `python .ci/publish.py NOTEBOOK ... [-p NAME VALUE ...]`.

A notebook keeps its name and its own cell of parameters. Values given with `-p` hold for this run only: the cell that
papermill injects for them is removed again, so that whoever opens the notebook gets what its own cell says.
"""
import argparse
import os
import tempfile
from pathlib import Path

import nbformat
import papermill
from nbdev.clean import nbdev_clean

parser = argparse.ArgumentParser(description="Run result notebooks and store them executed.")
parser.add_argument("notebooks", nargs="+", type=Path)
parser.add_argument("-p", "--parameter", nargs=2, action="append", default=[], metavar=("NAME", "VALUE"))
args = parser.parse_args()

for path in args.notebooks:
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".tmp-") as folder:
        executed = Path(folder)/path.name
        papermill.execute_notebook(path, executed, dict(args.parameter), cwd=path.parent, kernel_name="python3",
                                   progress_bar=False)
        notebook = nbformat.read(executed, as_version=4)
        injected = [cell for cell in notebook.cells if "injected-parameters" in cell.metadata.get("tags", [])]
        for cell in injected:
            notebook.cells.remove(cell)
        nbformat.write(notebook, executed)
        os.replace(executed, path)
    nbdev_clean(str(path))
