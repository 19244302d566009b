"""The Help menu: the palette, the keys, how to begin."""

from __future__ import annotations

from editor.window.commands.group import Group


class HelpCommands(Group):
    """The commands of the Help menu."""

    def palette(self) -> None:
        from editor.window.palette.window import Palette

        shown = self._window.findChild(Palette) or Palette(self._window)
        shown.open()

    def getting_started(self) -> None:
        self._window.steps.begin_again()
        if self._window.desk:
            self._window.steps.do("open")

    def keys_at_a_glance(self) -> None:
        from editor.window.keyediting.window import show_list

        show_list(self._window)

    def keys(self) -> None:
        from editor.window.keyediting.window import change_keys

        change_keys(self._window)
