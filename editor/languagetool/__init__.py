"""LanguageTool, the checker of grammar that runs beside Copydesk as a process of its own."""
