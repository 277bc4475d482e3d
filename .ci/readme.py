"Writes README.md from nbs/index.ipynb as it is stored: nothing is run. `#| hide` and `#| echo: false` mean what they mean in the docs."
import re, shutil
from pathlib import Path
import nbformat
from nbconvert import MarkdownExporter
from nbconvert.writers import FilesWriter

root = Path(__file__).resolve().parent.parent
nb = nbformat.read(root/"nbs"/"index.ipynb", as_version=4)
nb.metadata["language_info"] = {"name": "python"}
nb.cells = [o for o in nb.cells if not re.match(r"#\| *hide\b", o.source)]
for cell in nb.cells:
    if re.search(r"^#\| *echo: *false", cell.source, re.M): cell.metadata["transient"] = {"remove_source": True}
    if cell.cell_type == "code":
        cell.source = re.sub(r"^#\|.*\n?", "", cell.source, flags=re.M)
        cell.outputs = [o for o in cell.outputs if o.get("name") != "stderr"]  # progress bars

shutil.rmtree(root/"README_files", ignore_errors=True)
text, resources = MarkdownExporter().from_notebook_node(nb, {"unique_key": "README", "output_files_dir": "README_files"})
text = re.sub(r"\]\((?=\d\d_\w+\.ipynb|images/)", "](nbs/", text)  # links that are right in nbs/ and in the docs
text = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", text, flags=re.M)).strip() + "\n"
FilesWriter(build_directory=str(root)).write(text, resources, notebook_name="README")
