from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from editor.archive import Archive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def archives(folder: Path) -> Iterator[Callable[..., Archive]]:
    """Opens archives of one folder, as several windows would; closes them at the end."""
    opened: list[Archive] = []

    def make(**options: object) -> Archive:
        archive = Archive(folder, actor="Ada", again=0.02, **options)  # type: ignore[arg-type]
        archive.start()
        opened.append(archive)
        return archive

    yield make
    for archive in opened:
        assert archive.close()


@pytest.fixture
def archive(archives: Callable[..., Archive]) -> Archive:
    return archives()
