"""Writes README.md from nbs/index.ipynb as it is stored: nothing is run.

`#| hide` and `#| echo: false` mean what they mean in the docs.
"""
import re
import shutil
from pathlib import Path

import nbformat
from nbconvert import MarkdownExporter
from nbconvert.writers import FilesWriter

root = Path(__file__).resolve().parent.parent
nb = nbformat.read(root/"nbs"/"index.ipynb", as_version=4)
nb.metadata["language_info"] = {"name": "python"}
nb.cells = [cell for cell in nb.cells if not re.match(r"#\| *hide\b", cell.source)]
for cell in nb.cells:
    if re.search(r"^#\| *echo: *false", cell.source, re.M):
        cell.metadata["transient"] = {"remove_source": True}
    if cell.cell_type == "code":
        cell.source = re.sub(r"^#\|.*\n?", "", cell.source, flags=re.M)
        cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]  # progress bars

shutil.rmtree(root/"README_files", ignore_errors=True)
resources = {"unique_key": "README", "output_files_dir": "README_files"}
text, resources = MarkdownExporter().from_notebook_node(nb, resources)
text = re.sub(r"\]\((?=(?:[a-z]+/)?\d\d_\w+\.ipynb|images/)", "](nbs/", text)  # the docs have nbs/ as their root
text = re.sub(r"[ \t]+$", "", text, flags=re.M)
text = re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
FilesWriter(build_directory=str(root)).write(text, resources, notebook_name="README")
