"""What the words say: one file per kind of thing read. Readers are pure, and read one paragraph's masked words.

All places in what a reader gives are counted from the start of the paragraph; `Paragraph.at` makes them the article's.
"""
