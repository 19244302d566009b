"""The settings window: every choice of the editor's, in force as it is made and kept in one file."""
