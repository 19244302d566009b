"""The window: the only room that knows Qt. It shows a Desk, and tells it what the editor does."""
