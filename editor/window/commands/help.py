"""The Help menu: the palette, the keys, how to begin."""

from __future__ import annotations

from editor.window.commands.group import Group


class HelpCommands(Group):
    """The commands of the Help menu."""

    def palette(self) -> None:
        from editor.window.palette.window import Palette

        shown = self._window.findChild(Palette) or Palette(self._window)
        shown.open()
