"""Copydesk, an editing desk for newsrooms.

Where to look
    article, finding, revision     the values: a text and its edits, what a check says, what is kept
    reading/                       what the words say, one file per kind of thing read
    ledger                         all that was read, the whole article together
    voices                         who says each quotation, where its own sentence does not tell
    checks/                        one file per check; its words and examples are in resources/checks/
    pages                          the pages of checks: their messages, their examples
    checker                        runs the checks, here or in the worker process
    languagetool/                  LanguageTool: getting it, its process, the client tied to it
    formats/                       one file per format of article
    archive/                       the database of decisions and revisions
    desk                           the article being worked on: everything the window shows
    window/                        the window
    cli                            the subcommands
"""
