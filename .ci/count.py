"""Counts the notebooks of nbs/ that really ran: `count.py LOG STATUS`.

LOG is what `nbdev_test --do_print` printed, STATUS is 0 if all other checks passed.
"""
import json
import re
import sys
from pathlib import Path

log = Path(sys.argv[1]).read_text(encoding="utf-8", errors="replace")
notebooks = {path.name: path for path in Path("nbs").rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts}
ran = set(re.findall(r"- Completed .*?([^/\n]+\.ipynb)", log))  # printed of every notebook that ran, failed or not
failed = set(re.findall(r"^\t(\S+\.ipynb)$", log.partition("nbdev Tests Failed")[2], re.M))

# nbdev_test leaves out notebooks whose first cell asks for it; the smoke test runs those of them that have a preset
texts = {name: path.read_text(encoding="utf-8") for name, path in notebooks.items()}
first_cells = {name: "".join(json.loads(text)["cells"][0]["source"]) for name, text in texts.items()}
left_out = {name for name, first in first_cells.items() if "- skip_exec: true" in first}
ran -= left_out
if "99_smoke.ipynb" in ran - failed:
    ran |= {name for name in left_out if r'preset = \"embedded\"' in texts[name]}
skipped = notebooks.keys() - ran - failed
if skipped:
    print("did not run:", *sorted(skipped))
if sys.argv[2] != "0" and not failed:
    failed = {"a check that is no notebook"}
print(f"{len(ran - failed)} passed, {len(failed)} failed" + (f", {len(skipped)} skipped" if skipped else ""))
sys.exit(bool(failed) or not ran)
