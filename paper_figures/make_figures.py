"""Draw every figure from the tables in `results`, next to this file; runs no experiment. `make figures` calls it."""
from pathlib import Path

import matplotlib

from gvd.bench.figures import make_figures

matplotlib.use("Agg")
here = Path(__file__).parent
print(*make_figures(here/"results", here), sep="\n")
