"""One file per check, each with its page in resources/checks/. How to write one: README, "Finding your way"."""
