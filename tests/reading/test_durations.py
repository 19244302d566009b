"""Lengths of time as they are written."""

from __future__ import annotations

import pytest

from editor.reading.durations import durations


@pytest.mark.parametrize(
    ("text", "days", "role", "of"),
    [
        ("a four-day military confrontation", 4, "length", "military confrontation"),
        ("26 days of military confrontation", 26, "length", "military confrontation"),
        ("the blaze, now five days old,", 5, "age", ""),
        ("it has gone on for nine days", 9, "going on", ""),
        ("he left two and a half years ago", 2.5 * 365.25, "ago", ""),
        ("half an hour before dawn", 1 / 48, "before", ""),
        ("three quarters of an hour later", 1 / 32, "later", ""),
        ("a week-long strike", 7, "length", "strike"),
        ("a two-and-a-half-year wait", 2.5 * 365.25, "length", "wait"),
        ("a dozen years ago", 12 * 365.25, "ago", ""),
        ("a week before the vote", 7, "before", ""),
    ],
)
def test_a_length_of_time_says_what_it_measures(text: str, days: float, role: str, of: str) -> None:
    (length,) = durations(text)
    assert (length.days, length.role, length.of) == (days, role, of)
