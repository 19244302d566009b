"""What each action of the window does: a method of its name, in the file of its menu."""

from __future__ import annotations

from editor.window.commands.edit import EditCommands
from editor.window.commands.file import FileCommands
from editor.window.commands.help import HelpCommands
from editor.window.commands.review import ReviewCommands
from editor.window.commands.settings import SettingsCommands
from editor.window.commands.view import ViewCommands


class Commands(FileCommands, EditCommands, ReviewCommands, ViewCommands, SettingsCommands, HelpCommands):
    """The window's actions, by name."""
