"""The desk: the article being worked on, its findings, decisions, notes and history; all that the window shows."""

from editor.desk.board import Changes
from editor.desk.carrying import Row
from editor.desk.desk import Desk
from editor.desk.journal import Journal

__all__ = ["Changes", "Desk", "Journal", "Row"]
