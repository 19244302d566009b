"""The View menu: the panel and its pages, and the look."""

from __future__ import annotations

from editor.window import theme
from editor.window.commands.group import Group
from editor.window.theme import Scheme


class ViewCommands(Group):
    """The commands of the View menu."""

    def panel(self) -> None:
        self._window.toggle_panel()

    def strip(self) -> None:
        preferences = self._window.preferences
        preferences.change("strip", not preferences.settings.strip)

    def cycle(self) -> None:
        self._window.cycle()

    def show_findings(self) -> None:
        self._window.beside.show_page("findings")

    def show_ledger(self) -> None:
        self._window.beside.show_page("ledger")

    def show_notes(self) -> None:
        self._window.beside.show_page("notes")

    def show_revisions(self) -> None:
        self._window.beside.show_page("revisions")

    def undisturbed(self) -> None:
        self._window.undisturbed.toggle()

    def typewriter(self) -> None:
        preferences = self._window.preferences
        preferences.change("typewriter", not preferences.settings.typewriter)

    def invisibles(self) -> None:
        preferences = self._window.preferences
        preferences.change("invisibles", not preferences.settings.invisibles)

    def show_card(self) -> None:
        self._window.beside.show_page("card")

    def zoom_in(self) -> None:
        self._zoom(1)

    def zoom_out(self) -> None:
        self._zoom(-1)

    def zoom_reset(self) -> None:
        self._window.preferences.change("zoom", 100)

    def _zoom(self, by: int) -> None:
        steps = [step for step in theme.ZOOM if (step > theme.zoom() if by > 0 else step < theme.zoom())]
        if steps:
            self._window.preferences.change("zoom", steps[0] if by > 0 else steps[-1])

    def theme_system(self) -> None:
        self._scheme("system")

    def theme_light(self) -> None:
        self._scheme("light")

    def theme_dark(self) -> None:
        self._scheme("dark")

    def _scheme(self, scheme: Scheme) -> None:
        self._window.preferences.change("theme", scheme)
