"""The keys as a table that the editor changes, and as a list to read and print."""
