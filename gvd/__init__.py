"""Guided video distillation: a video data set becomes a few clips per class, made by a text-to-video diffusion model."""
__version__ = "0.1.0"
from importlib import import_module

# The public names, by the module that defines them. A module is imported when one of its names is first used: `import gvd` loads no torch.
_PUBLIC = {
    "data":         ("VideoDataset", "open_dataset", "show_clips"),
    "benchmark":    ("open_mocap",),
    "latents":      ("load_pipeline",),
    "sampling":     ("SamplerSettings", "sample"),
    "soft_labels":  ("load_teacher",),
    "networks":     ("build_network",),
    "evaluation":   ("PROTOCOLS", "Protocol", "evaluate", "summarise"),
    "distillation": ("DistilSettings", "DistilledDataset", "distil"),
    "coresets":     ("select",),
    "experiments":  ("PRESETS",),
}
_MODULE_OF = {name: module for module, names in _PUBLIC.items() for name in names}
__all__ = list(_MODULE_OF)

def __getattr__(name):
    if name not in _MODULE_OF: raise AttributeError(f"module 'gvd' has no attribute {name!r}: its public names are {', '.join(__all__)}")
    if name == "open_dataset": import_module(".benchmark", __name__)  # registers the data set "mocap"
    globals()[name] = value = getattr(import_module("." + _MODULE_OF[name], __name__), name)
    return value

def __dir__(): return sorted({*globals(), *__all__})
