"Builds the package from settings.ini: edit there, not here."
import shlex
from configparser import ConfigParser
from pathlib import Path

from setuptools import find_packages, setup

root = Path(__file__).parent
config = ConfigParser(delimiters=["="])
config.read(root/"settings.ini", encoding="utf-8")
cfg = config["DEFAULT"]
name, package = cfg["lib_name"], cfg["lib_path"]
suffix = "_requirements"
minor = int(cfg["min_python"].split(".")[1])

setup(
    name=name,
    version=cfg["version"],
    description=cfg["description"],
    keywords=cfg["keywords"].split(),
    author=cfg["author"],
    author_email=cfg["author_email"],
    url=cfg["git_url"],
    long_description=(root/"README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    license={"apache2": "Apache-2.0"}[cfg["license"]],
    license_files=["LICENSE"],
    packages=find_packages(include=[package, f"{package}.*"]),
    package_data={name: ["weights/**/*", "data_files/*"]},  # the embedded models and benchmark
    python_requires=f">={cfg['min_python']}",
    install_requires=shlex.split(cfg["requirements"]),
    extras_require={key[:-len(suffix)]: shlex.split(cfg[key]) for key in cfg if key.endswith(suffix)},
    classifiers=[
        "Development Status :: 3 - Alpha",
        "Intended Audience :: Developers",
        "Intended Audience :: Science/Research",
        "Natural Language :: English",
        *(f"Programming Language :: Python :: 3.{version}" for version in range(minor, 14)),
    ],
    entry_points={
        "console_scripts": [f"{name}={package}.launch:main"],
        "nbdev": [f"{name}={package}._modidx:d"],  # lets the docs of other nbdev projects link to ours
    },
    zip_safe=False,
)
