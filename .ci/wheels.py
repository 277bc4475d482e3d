"""Does the wheel install wherever it should? `python .ci/wheels.py WHEEL`; installs nothing.

uv resolves it from wheels alone for every platform and version of Python, freely and with constraints.txt. pip cannot
be asked: `--platform` chooses its wheels, but environment markers still speak of the machine it runs on.
"""
import itertools
import os
import shutil
import subprocess
import sys
from pathlib import Path

PLATFORMS = ["x86_64-manylinux_2_28", "aarch64-manylinux_2_28", "aarch64-apple-darwin", "x86_64-pc-windows-msvc"]
PYTHONS = ["3.10", "3.11", "3.12", "3.13"]
EXTRAS = ["", "lora", "dev"]
ENVIRONMENT = os.environ | {"MACOSX_DEPLOYMENT_TARGET": "14.0"}  # torch has no wheels for the 13 that uv assumes

def resolve(wheel, extra, platform, python, constrained):
    "What uv says if something has no wheel that fits, else None; and the packages."
    uv = shutil.which("uv") or Path(sys.executable).with_name("uv")
    command = [uv, "pip", "compile", "-", "--no-header", "--no-annotate", "--only-binary", ":all:",
               "--no-python-downloads", "--python-platform", platform, "--python-version", python]
    if constrained:
        command += ["--constraints", "constraints.txt"]
    name = f"gvd[{extra}]" if extra else "gvd"
    wanted = f"{name} @ {wheel.as_uri()}\n"
    done = subprocess.run(command, input=wanted, capture_output=True, text=True, env=ENVIRONMENT)
    return done.stderr if done.returncode else None, done.stdout.splitlines()

wheel = Path(sys.argv[1]).resolve()
failed = 0
print("| platform | Python | extra | packages | pinned | decord |\n|---|---|---|---|---|---|")
for platform, python, extra in itertools.product(PLATFORMS, PYTHONS, EXTRAS):
    cells = []
    for constrained in (False, True):
        error, packages = resolve(wheel, extra, platform, python, constrained)
        failed += error is not None
        cells.append("fails" if error else len(packages))
        if error:
            print(error, file=sys.stderr)
    decord = "yes" if any(line.startswith("decord") for line in packages) else "no"
    print(f"| {platform} | {python} | {extra} | {cells[0]} | {cells[1]} | {decord} |", flush=True)
print(f"{failed} of {2*len(PLATFORMS)*len(PYTHONS)*len(EXTRAS)} fail")
sys.exit(bool(failed))
