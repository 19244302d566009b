"""What every test needs: folders of its own for settings and for what is kept, never those of whoever runs them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def folders_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPYDESK_CONFIG", str(tmp_path_factory.mktemp("config")))
        patch.setenv("COPYDESK_DATA", str(tmp_path_factory.mktemp("data")))
        yield
