"""Renders the site from the notebooks as they are stored: `python .ci/docs.py`. Nothing is run.

_proc holds the pages as nbdev makes them for Quarto, _docs the same pages rendered by nbconvert. A broken link, a
missing anchor, an unknown name in backticks, a formula that cannot be set or an error in an output fails, with the
notebook's name.
"""
import ast
import importlib
import inspect
import json
import os
import re
import shutil
import sys
import textwrap
from functools import cached_property
from pathlib import Path
from pkgutil import resolve_name

import nbformat
import yaml
from bs4 import BeautifulSoup
from execnb.nbio import mk_cell, read_nb, write_nb
from jinja2 import pass_context
from latex2mathml.converter import convert
from nbconvert import HTMLExporter, TemplateExporter
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbdev import processors
from nbdev.config import get_config
from nbdev.doclinks import NbdevLookup
from nbdev.process import NBProcessor, Processor
from nbdev.showdoc import BasicMarkdownRenderer
from pygments.formatters import HtmlFormatter

config = get_config()
root, nbs, proc, docs = config.config_path, config.nbs_path, config.config_path/"_proc", config.doc_path
site_url = f"{config.doc_host}{config.doc_baseurl}/"
lookup = NbdevLookup(incl_libs=config.lib_name, skip_mods=f"{config.lib_name}.launch")  # `teacher` is not the command
problems = []


# From notebooks to nbdev's pages

def head_of(lines, part):
    "The lines of a definition up to what it does, with its docstring."
    first = min(decorator.lineno for decorator in [*part.decorator_list, part])
    has_docstring = ast.get_docstring(part) is not None
    return lines[first - 1:max(part.body[0].end_lineno if has_docstring else part.body[0].lineno - 1, part.lineno)]


def declaration(lines, node):
    "The head of a function; of a class its fields and the heads of its public methods, too."
    kept = [head_of(lines, node)]
    for part in node.body if isinstance(node, ast.ClassDef) else []:
        if isinstance(part, ast.AnnAssign):
            kept[0] += lines[part.lineno - 1:part.end_lineno]
        elif isinstance(part, ast.FunctionDef) and (part.name in ("__init__", "__call__") or part.name[0] != "_"):
            kept.append(head_of(lines, part))
    return "\n\n".join("\n".join(part) for part in kept)


class Entry(BasicMarkdownRenderer):
    "What the site shows of a function or class: nbdev's entry, with the declaration as the source has it."
    def _repr_markdown_(self):
        lines, number = inspect.getsourcelines(self.sym)
        lines = textwrap.dedent("".join(lines)).splitlines()
        node = ast.parse("\n".join(lines)).body[0]
        members = node.body if inspect.isclass(self.sym) else []
        methods = [part.name for part in members if isinstance(part, ast.FunctionDef)]
        anchors = "".join(f'<a id="{self.nm}.{name}"></a>'.lower() for name in methods)
        file = Path(inspect.getsourcefile(self.sym)).relative_to(root)
        source = f"{config.git_url}/blob/{config.branch}/{file.as_posix()}#L{max(number, 1)}"
        declared = declaration(lines, node)
        return f"{anchors}\n\n### {self.nm}\n\n```python\n{declared}\n```\n\n[source]({source})"


class ShowDocs(Processor):
    "Fills nbdev's cells `show_doc(name)` from the exported module, where nbdev would run the notebook's imports."
    @cached_property
    def module(self):
        exported = processors._default_exp(self.nb)
        return importlib.import_module(f"{config.lib_name}.{exported}")

    def cell(self, cell):
        called = cell.cell_type == "code" and re.search(r"^show_doc\((.+)\)$", cell.source or "", re.M)
        if called:
            entry = Entry(resolve_name(f"{self.module.__name__}:{called[1]}"), name=called[1])
            cell.outputs = [{"output_type": "display_data", "metadata": {},
                             "data": {"text/markdown": entry._repr_markdown_()}}]


def add_links(cell):
    "Links the names in backticks that this package exports."
    if cell.cell_type == "markdown":
        cell.source = lookup.linkify(cell.source)


def split_title(nb):
    "Leaves only title, summary and settings in the first cell: nbdev makes the page's head of them and drops the rest."
    lines = nb.cells[0].source.splitlines()
    head = [line for line in lines if re.match(r"# |- skip_", line)]
    summary = " ".join(line.lstrip("> ") for line in lines if line.startswith(">"))
    rest = [line for line in lines if line not in head and not line.startswith(">")]
    nb.cells[0].source = "\n".join([*head[:1], *([f"> {summary}"] if summary else []), *head[1:]])
    nb.cells.insert(1, mk_cell("\n".join(rest).strip(), "markdown"))


def process(path):
    "Writes nbdev's page of one notebook to _proc; returns its head: title, description, output-file."
    nb = read_nb(path)
    split_title(nb)
    steps = {processors.exec_show_docs: ShowDocs, processors.add_links: add_links}
    steps = [steps.get(step, step) for step in processors.FilterDefaults().base_procs()]
    NBProcessor(path, nb=nb, procs=steps).process()
    page = proc/path.relative_to(nbs)
    page.parent.mkdir(parents=True, exist_ok=True)
    write_nb(nb, page)
    return nb.frontmatter_


def read_folders():
    "The folders of nbs with a line about each, in the order of the house: FOLDERS of the index."
    cells = json.loads((nbs/"index.ipynb").read_text(encoding="utf-8"))["cells"]
    trees = [ast.parse("".join(cell["source"])) for cell in cells if cell["cell_type"] == "code"]
    assigned = [part for tree in trees for part in tree.body if isinstance(part, ast.Assign)]
    return next(ast.literal_eval(part.value) for part in assigned if ast.unparse(part.targets[0]) == "FOLDERS")


def process_all():
    "Writes _proc; returns [(folder, [(path of the page, its head)])] in the order of the sidebar."
    shutil.rmtree(proc, ignore_errors=True)
    folders = read_folders()
    found = {path.parent.relative_to(nbs).as_posix() for path in nbs.rglob("[0-9]*.ipynb") if path.parent != nbs}
    for folder in sorted(found - folders.keys()):
        problems.append(f"nbs/{folder}: not in FOLDERS of nbs/index.ipynb")
    sections = []
    for folder in folders | dict.fromkeys(sorted(found - folders.keys())):
        paths = sorted((nbs/folder).glob("[0-9]*.ipynb"))
        paths = [nbs/"index.ipynb", *paths] if not folder else paths
        sections.append((folder, [(path.relative_to(nbs), process(path)) for path in paths]))
    contents = [str(path) for path, _ in sections[0][1]]
    contents += [{"section": name, "contents": [str(path) for path, _ in pages]} for name, pages in sections[1:]]
    (proc/"sidebar.yml").write_text(yaml.safe_dump({"website": {"sidebar": {"contents": contents}}}, sort_keys=False))
    for path in nbs.glob("*.*"):
        if path.suffix in {".yml", ".css"} and path.name != "sidebar.yml":
            shutil.copy(path, proc)
    return sections


# From nbdev's pages to HTML

class Renderer(IPythonRenderer):
    "nbconvert's Markdown with formulas as MathML, and headings named as Quarto names them, once a page."
    def heading(self, text, level, **attrs):
        name = re.sub(r"[^\w\s.-]", "", BeautifulSoup(text, "html.parser").get_text().lower())
        name = re.sub(r"^[^a-z]+", "", re.sub(r"\s+", "-", name.strip()))
        self.seen[name] = self.seen.get(name, -1) + 1
        name += f"-{self.seen[name]}" if self.seen[name] else ""
        return f'<h{level} id="{name}">{text}</h{level}>\n'

    def formula(self, body, display):
        body = re.sub(r"\\[lr]?Vert\b", "‖", body).replace(r"\arg", r"\operatorname{arg}")
        mathml = convert(body, display=display)
        if re.search(r">\\[a-zA-Z]+<", mathml):
            problems.append(f"nbs/{self.page}: a formula that cannot be set: {body}")
        return mathml

    def inline_math(self, body):
        return self.formula(body, "inline")

    def block_math(self, body):
        return self.formula(body, "block")


class Exporter(HTMLExporter):
    "nbconvert's HTML in the frame of docs.html.j2."
    def from_notebook_node(self, nb, resources):
        # HTMLExporter would parse every page once more, only for alternative texts
        return TemplateExporter.from_notebook_node(self, nb, resources)

    def default_filters(self):
        yield from super().default_filters()
        yield "highlight_code", Highlight2HTML(pygments_lexer="ipython3")

    @pass_context
    def markdown2html(self, context, source):
        renderer = Renderer(escape=False)
        renderer.page, renderer.seen = context["resources"]["page"], context["resources"]["seen"]
        return MarkdownWithMath(renderer=renderer).render(source)


def shown(path):
    "The notebook in _proc as the site shows it: without Quarto's directives and without progress bars."
    nb = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
    nb.metadata["language_info"] = {"name": "python", "pygments_lexer": "ipython3"}
    for cell in nb.cells:
        if cell.cell_type == "code":
            if re.search(r"^#\| *echo: *false", cell.source, re.M):
                cell.metadata["transient"] = {"remove_source": True}
            cell.source = re.sub(r"^#\|.*\n?", "", cell.source, flags=re.M)
            cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
            if any(output.output_type == "error" for output in cell.outputs):
                problems.append(f"nbs/{path.relative_to(proc)}: an error in an output")
    return nb


def render(sections):
    "The pages as HTML trees: {name in _docs: (path in nbs, tree)}."
    exporter = Exporter(template_file=str(root/".ci"/"docs.html.j2"), exclude_raw=True, exclude_input_prompt=True,
                        exclude_output_prompt=True)
    names = {path: path.with_name(head["output-file"]) for _, pages in sections for path, head in pages}
    pages = {}
    for section, members in sections:
        for path, head in members:
            up = os.path.relpath(".", path.parent)
            resources = {"page": path, "seen": {}, "head": head, "names": names, "sections": sections, "up": up,
                         "section": section, "site": config}
            html, _ = exporter.from_notebook_node(shown(proc/path), resources)
            pages[names[path].as_posix()] = path, BeautifulSoup(html, "html.parser")
    return pages


# Links

def target_of(url, path, names):
    "The page or file that a link in the notebook `path` means; None for other people's sites."
    hosted = re.match(rf"{config.git_url}/(?:blob|tree)/{config.branch}/(.*)", url)
    if url.startswith(site_url):
        return docs/url.removeprefix(site_url)
    if hosted:
        return root/hosted[1]
    if re.match(r"[a-z]+:", url):
        return None
    file = Path(os.path.normpath((nbs/path).parent/url)) if url else nbs/path
    page = names.get(Path(os.path.relpath(file, nbs)))
    return docs/page if page else file


def check_links(path, tree, names, ids):
    "Notes broken links of a page, turns those to notebooks into links to pages and copies the files that it shows."
    for tag in tree.main.find_all(lambda tag: tag.has_attr("href") or tag.has_attr("src")):
        attribute = "href" if tag.has_attr("href") else "src"
        url, _, anchor = tag[attribute].partition("#")
        target = target_of(url, path, names)
        if target is None:
            continue
        if target.suffix == ".html" and target.is_relative_to(docs):
            if anchor and anchor not in ids.get(target, ()) or target not in ids:
                problems.append(f"nbs/{path}: broken link {tag[attribute]}")
            elif path in names:
                relative = os.path.relpath(target, (docs/names[path]).parent) if target != docs/names[path] else ""
                tag[attribute] = relative + ("#" + anchor if anchor else "")
        elif not target.exists():
            problems.append(f"nbs/{path}: broken link {tag[attribute]}")
        elif path in names and target.is_relative_to(nbs):
            copy = docs/target.relative_to(nbs)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(target, copy)


def check_names(path, tree, names):
    "Notes names in backticks of modules, functions, notebooks and files of this project that do not exist."
    stems = {name.stem for name in names}
    for name in [tag.get_text() for tag in tree.main.find_all("code") if tag.parent.name != "pre"]:
        if re.fullmatch(r"\d\d_[a-z_0-9]+", name):
            known = name in stems
        elif re.fullmatch(r"(nbs|gvd|\.ci)/[\w/.-]+", name):
            known = (root/name).exists()
        elif re.fullmatch(rf"{config.lib_name}(\.\w+)+", name):
            known = name_exists(name)
        else:
            continue
        if not known:
            problems.append(f"nbs/{path}: nothing is called {name}")


def name_exists(name):
    "Whether a dotted name is a module, something in one, or a text in one, such as a group of entry points."
    try:
        resolve_name(name)
        return True
    except (ImportError, AttributeError):
        return any(f'"{name}"' in path.read_text(encoding="utf-8") for path in config.lib_path.rglob("*.py"))


def main():
    sections = process_all()
    shutil.rmtree(docs, ignore_errors=True)
    pages = render(sections)
    names = {path: Path(name) for name, (path, _) in pages.items()}
    ids = {docs/name: {tag["id"] for tag in tree.find_all(id=True)} for name, (_, tree) in pages.items()}
    for name, (path, tree) in pages.items():
        check_names(path, tree, names)
        check_links(path, tree, names, ids)
        (docs/name).parent.mkdir(parents=True, exist_ok=True)
        (docs/name).write_text(str(tree), encoding="utf-8")
    styles = (root/".ci"/"docs.css").read_text(encoding="utf-8") + HtmlFormatter().get_style_defs(".highlight")
    (docs/"site.css").write_text(styles, encoding="utf-8")
    for file in [*root.glob("*.md"), *root.glob(".github/*.md"), *root.glob("paper_figures/*.md")]:
        path = Path(os.path.relpath(file, nbs))
        renderer = Renderer(escape=False)
        renderer.page, renderer.seen = path, {}
        html = MarkdownWithMath(renderer=renderer).render(file.read_text(encoding="utf-8"))
        tree = BeautifulSoup(f"<main>{html}</main>", "html.parser")
        check_names(path, tree, names)
        check_links(path, tree, names, ids | {file: {tag["id"] for tag in tree.find_all(id=True)}})
    print(f"{len(pages)} pages in {docs.relative_to(root)}, {len(problems)} problems", *problems, sep="\n")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
