"""Guided video distillation: a few synthetic clips per class, made by a text-to-video diffusion model."""
__version__ = "0.1.0"
from importlib import import_module

# The public names, by the module that defines them. A module is imported when one of its names is first used, so that
# `import gvd` loads no torch.
_PUBLIC = {
    "video": ("show_clips",),
    "datasets": ("VideoDataset", "open_dataset", "add_dataset"),
    "mocap": ("open_mocap",),
    "models.base": ("VideoModel", "load_model", "add_model"),
    "sampling": ("SamplerSettings", "sample"),
    "soft_labels": ("load_teacher",),
    "networks": ("build_network",),
    "evaluation": ("PROTOCOLS", "Protocol", "evaluate", "summarise"),
    "clipset": ("ClipSet",),
    "distillation": ("DistilSettings", "distil"),
    "gallery": ("write_gallery", "write_card"),
    "rivals.coresets": ("coreset",),
    "bench.presets": ("PRESETS",),
    "bench.methods": ("add_method",),
    "bench.run": ("open_run",),
}
_MODULE_OF = {name: module for module, names in _PUBLIC.items() for name in names}
__all__ = list(_MODULE_OF)


def __getattr__(name):
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'gvd' has no attribute {name!r}: its public names are {', '.join(__all__)}")
    value = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__():
    return sorted({*globals(), *__all__})
