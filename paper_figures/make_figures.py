"""Draw every figure from the tables in `results`, next to this file; runs no experiment. `make figures` calls it."""
from pathlib import Path
import matplotlib
matplotlib.use("Agg")
from gvd.figures import make_figures

here = Path(__file__).parent
print(*make_figures(here/"results", here), sep="\n")
