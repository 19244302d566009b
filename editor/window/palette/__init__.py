"""The palette: every action, place and choice, found by some letters of its words."""
