"""The one place that knows where resources/ is: in the checkout, in the installed package or in the bundle."""

from __future__ import annotations

import functools
from pathlib import Path


@functools.cache
def folder() -> Path:
    """The folder `resources`; raises FileNotFoundError where the installation is broken."""
    here = Path(__file__).resolve().parent
    for place in (here / "_resources", here.parent / "resources"):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"Copydesk's resources are missing beside {here}: install it again.")


def sample() -> Path:
    """The article to try things on."""
    return folder() / "samples" / "kashmir.txt"


def ours(path: Path | None) -> bool:
    """Whether a file is one of Copydesk's own, which are never written."""
    return path is not None and folder() in path.resolve().parents


def text(*parts: str) -> str:
    """A text of resources/, by the parts of its path."""
    return folder().joinpath(*parts).read_text(encoding="utf-8")


def rows(*parts: str) -> list[list[str]]:
    """The rows of a table in resources/: fields parted by tabs, the first row and lines that begin with # left out."""
    lines = [line for line in text(*parts).splitlines() if line.strip() and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]
