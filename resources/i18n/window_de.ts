<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Light or dark, or as the system has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the text, in per cent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The typeface that articles are read in; empty: a serif made for reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typeface of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many letters a line of the text is to hold; 45 to 75 read well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters in a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether blanks, no-break spaces, tabs and ends of paragraphs are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show invisible characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the line one writes in stays in the middle of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typewriter scrolling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language from the next start on; of German and Spanish so far the findings only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence of more words than this is shown as long; 25 is the most that GOV.UK&apos;s style guide has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a strip beside the scroll bar shows where the findings are, and what is said again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strip beside the scroll bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name that decisions are kept under; empty: that of the system&apos;s user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the window asks LanguageTool for grammar and spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check grammar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of another LanguageTool than Copydesk&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another LanguageTool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Java that runs LanguageTool; empty: the first one that is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Java</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the newsroom&apos;s own stylebook, of files like those in resources/stylebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of your own stylebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a language model, where it is installed, looks for points made twice; about 20 ms a sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find points made twice in other words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk&apos;s shared dictionary: a file of words, one a line, or a folder of such files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk&apos;s dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose keys the window has: those of resources/keys with this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys like those of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys of actions that have others than the preset gives them, by the actions&apos; names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names of checks that are not to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of checks, by their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change or decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Clean &amp;Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole article as plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;Link at the Caret…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wanted Length…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many words the article is to have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and R&amp;eplace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dictionaries…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that are no misspellings: mine, the desk&apos;s, the article&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks, stylebook, grammar and the look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New Article from Clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the Sa&amp;mple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the article to its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export Draft and Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the clean draft and the edit report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the article as it is to be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as P&amp;DF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the article&apos;s pages to a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as PDF wit&amp;h Findings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages with the open findings in the margin, numbered, and told at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Artic&amp;le</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to Article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previo&amp;us Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign O&amp;ff…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that the article is done, and write the decision log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep a Snapshot…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the text as it is, under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mpare with a File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold any other text against this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the File on &amp;Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs from the file as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen Closed Ar&amp;ticle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find any action by its words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Getting Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first three steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys at a &amp;Glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys, to read and to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change &amp;Keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other keys, also those of other editors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Copydesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, folders, licence and sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Article&apos;s Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept and Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Fix 1, 2, 3 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Stand Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Stand in This Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Stand Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Stand with a Reason…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the Word to My Dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept All of This Kind…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let All of This Kind Stand…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept All That Are Certain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why? Explain This Kind of Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Place of the Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Place of the Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the Findings by Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the Findings by Kind, Place or Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List What Was Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Back the Chosen Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Place of the Thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Place of the Thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the Ledger by Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List Only What Is at Odds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide the Finding about the Thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the Fact Sheet as Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the Fact Sheet as a Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the Note&apos;s Place in the Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: Open Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: Sourced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the Chosen Revision, or Go to the Decision’s Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the Chosen Revision with the One Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the Revision to Compare With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the Chosen Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the Chosen Revision…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star the Chosen Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the Present Text as a Revision…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the Text with a File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore This Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Change in the Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both Texts in One, or Side by Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the Whole Other Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign Off…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the Article&apos;s Date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the Article&apos;s Language…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the finding before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choices at the Caret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accept and Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the fix, and go to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Let Stand Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it is, and go to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Query…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave a question that travels with the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept All of This &amp;Kind…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let All of This Kind S&amp;tand…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept All That Are C&amp;ertain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Was &amp;Decided…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decided what, and the way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check No&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the whole article again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side &amp;Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;trip beside the Scroll Bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the whole article at a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le&amp;dger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the article says: people, places, dates, figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its length, how it reads, and what it lacks for sign-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Without Distraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text alone on the whole screen; Esc leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Typewriter Scrolling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In&amp;visible Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours as the &amp;System Has Them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to an article (Ctrl+Shift+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this article (Ctrl+W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n open finding(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{article}, not saved to its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copied the whole article, %n word(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no link at the caret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only addresses of the web and of mail are opened: http, https and mailto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles (*.txt *.md *.markdown *.text);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text on the clipboard to paste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the clean draft and the edit report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the article as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the article and its findings as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article has no file yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article was closed since Copydesk started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other article is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the next change; Shift+F7 to the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the other text’s words back; undo takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole text becomes the other; one undo step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows both texts in one, or side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to this change in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back to the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>struck: only here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>underlined: only here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both texts are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paragraph was moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blanks or line ends only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter shows the place; the key of Take Back opens the finding again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was decided yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes back this decision alone: its finding waits again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the place in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back to the findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words are no longer in the text as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fix that was taken is in the text: undo goes back to it, or a revision has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to my dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the desk&apos;s dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to this article&apos;s dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let stand here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let stand in this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let stand everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ready fix: rewrite it in the text, or let it stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more: the right arrow goes through them all</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let all %n of this kind stand</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Shows them all first, and lets each stand at its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let stand…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Accept all %n of this kind</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Shows what the fixes do first, and takes them in one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n of this kind</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>leaves a note: unsourced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explains this kind of finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows this place in the text  (← →)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows this place in the text: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file here, paste, or try the sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste as new article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked on last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{check} — Copydesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English (British)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English (American)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the dateline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as you set it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>how a day is written</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article&apos;s date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2025-05-10 or 10 May 2025</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekdays and “last month” are checked against it. It is never taken to be today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no date. Write it as 2025-05-10 or 10 May 2025.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long is the article to be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>450 words, or 2800 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As long as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The status line counts against it; it is kept with the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no length. Write it as 450, 450 words or 2800 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came since the article was opened, or since you last had it checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists what was decided, to be taken back one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter findings  ( / )</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter findings by their words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the findings whose words or message hold these; Escape empties it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorts the findings by kind or by place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters the findings by their words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}: {count}, shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}: {count}, hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace this place and go to the next (Enter; Shift+Enter stays)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace every place in one step, which Undo takes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capitals, quotation marks and blanks as they are typed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not inside of longer words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular e&amp;xpression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pattern, such as \d+ for figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In se&amp;lection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in the part of the text that is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep capitals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan becomes Scheme, and PLAN becomes SCHEME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In &amp;quotations too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words inside quotation marks are the speaker&apos;s: they stay unless you ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That place is in a quotation, and was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a part of the text first, then search in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace &amp;All {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n in quotations left as they are.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went on from the end of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went on from the start of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pattern takes too long on this text: make it say more exactly what you look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bracket is not closed: add )</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a ) too many; \) stands for the sign itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a set is not closed: add ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing before it to repeat; \* stands for the sign itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two signs of repetition follow each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a \ ends the pattern; \\ stands for the sign itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range runs backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the least number is greater than the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pattern has no such group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replacement, character {place}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern, at its end: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern, character {place}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Press the new key here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new key: press it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The action has this key and no other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The action has this key too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The action has no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The action has the key of the preset again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes back the last change of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every action has the key of the preset again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes these keys to a file for another desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes over the keys of such a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take It Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is the key of this action already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} alone is typed into the text: hold Ctrl or Alt with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is the key of “{action}” ({place}), which would lose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elsewhere in the window {key} stays the key of “{action}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action} has the key {key} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} “{other}” has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} stays the key of “{action}”: reset that too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can&apos;t be written: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no keys: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken over from {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys — Copydesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy as Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hange Keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys at a Glance — Copydesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no keys called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” is no key ({name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is given to “{first}” and “{second}”: it stays with the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no table of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{some} of {all} words · {characters} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready for sign-off?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading ease by paragraph (higher is easier)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaker not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign off…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence lengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading ease by paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>no findings of this family</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready for sign-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ready for sign-off? %n thing(s) missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Reading ease is known for English, German and Spanish only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed off by {name}, {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed off by {name}, {time}; changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open then: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} words · {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{have} / {wanted} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{have} / {wanted} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{characters} characters, {minutes} min to read. Press to set the length that is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this address in another program? {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}   pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Went on at the other end of the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last changes are not on disk yet: {trouble} They are kept here and tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last changes are nowhere on disk. Save them, or close without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {name} and its edit report, {report}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copydesk is running already but did not answer. This is a window of its own: its articles are kept, but the next start opens those of the other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed off. The decision log is {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export elsewhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checks stopped and were started again. Nothing of the article is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checks stopped twice and stay off: the findings shown may be old. Save, and start Copydesk again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys in the settings file: {trouble}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Paragraph {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finding waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is compared now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain: {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do? Some letters, or the number of a paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action, a heading, a setting or a check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides all of them in one step, which one undo takes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Let %n stand</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The file or the printer can&apos;t be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sent %n page(s) to the printer.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Another article is still being printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages could not be made: {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages are being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept in the archive: {why} Save your work to its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was known as {before}: its history came along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not say its encoding; it was read as {encoding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was changed by someone else since you worked on it. This is your draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file’s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the file’s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep my draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What was written here until {time} had not reached the archive; %n word(s) differ.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The archive had a draft of this article. What you wrote before it answered is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} It is kept among the revisions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is open in another window, which may write it. Here it can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is gone from {folder}. This is what was kept of it; Save writes it there again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovered, written until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written before the archive answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name} ({time}, %n word(s) differ)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copydesk ended before these reached the archive: {articles}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write over it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes this fix and goes to the next finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps both places; silent until one of them changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent at this place until its words change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here</source>
        <comment>let stand</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent for these words in this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article</source>
        <comment>let stand in this</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent for these words in every article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everywhere</source>
        <comment>let stand</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let stand with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <comment>let stand with a</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves a question to the desk that travels with the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Let %n finding(s) of this kind ({kind}) stand here?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The text has changed: there is nothing left to take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has changed meanwhile. It is being checked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Take %n fix(es) that are certain?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n fix(es) of this kind ({kind})?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There are no fixes that are certain to be taken unread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no fixes of this kind ({kind}) to be taken unread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has changed here. It is being checked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No findings wait for a decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) at odds: only you know which is right.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in quotations: left to you.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touching another of these fixes: the next round takes them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be read first: not certain enough to be taken unread.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a ready fix.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add to my dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word is no misspelling any more, in any article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what has changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what changed in this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one is compared with the marked one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole text becomes this one; one undo takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives this revision a name, or another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives this revision a star, or takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the present text as it is, under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds any other text against this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article is in no archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No revisions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none before this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which name has this revision?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the present text. Keep it under a name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the present text under which name?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the cuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This revision can’t be read: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those words are no longer in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The revisions can’t be read:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s), the latest first</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The first is kept when the text is saved, or when you keep one under a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No revisions yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unstar</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Done since the one before: %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was decided since the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored another text</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Replaced in %n place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{before}” became {after}. {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{before}” became {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun from pasted words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n let stand</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n query(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>another text restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>typed +{come} −{gone} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run this check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds, for example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found with these options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found otherwise with these options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space turns a check on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n off</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the settings file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grammar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LanguageTool on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start It &amp;Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of LanguageTool has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Get LanguageTool ({size} MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is fetched once, from {place}, and each file is held against its checksum. From then on it checks spelling and grammar on this computer: the text of your articles goes nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LanguageTool {version}: {size} MB in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LanguageTool is not installed in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Java {version}: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is turned off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs, and takes {size} MB of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It starts with the next article that is checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until then Harper, which is part of Copydesk, checks English; other languages have no grammar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LanguageTool is not installed. It checks spelling and grammar on this computer; your text stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get it ({size} MB)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset {title} to its default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings — Copydesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings are in one file: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can&apos;t be made: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program opens it. The file is {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the work is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings that wait for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes that are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article’s date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article’s language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} — Ctrl+click opens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved — {trouble}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved — press Ctrl+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>journal off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>journal opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>journal synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File not written yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes not in the file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>findings</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsourced</source>
        <comment>claims</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The article’s date: set it to have dates checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article’s date, {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article’s language, {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} opens an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} goes to the first finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} takes its fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these steps no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strip: the whole article</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{findings} in {some} of {all} paragraphs; {share} per cent of the article is said again elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Paragraph {number}: %n finding(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{word}” is in your dictionary now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” is in the desk&apos;s dictionary now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” is in this article&apos;s dictionary now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n certain or likely finding(s) open</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No finding is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) without a source</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No claim is without a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to the desk open</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No question is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The text is being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All other checks have run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grammar is checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grammar is not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article&apos;s dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a word, or type a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of a Hunspell dictionary, of LibreOffice&apos;s, or of a plain list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk has no dictionary yet: name a file or a folder for it in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n word(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Import words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictionaries (*.dic *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictionaries — Copydesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices for: {finding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Accept all %n of this kind…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let all %n of this kind stand…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;S   Add to the desk&apos;s dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;L   Add to this article&apos;s dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very easy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>easy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fairly easy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fairly hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} words, paragraph {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} words, long, paragraph {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest sentence {words} words, paragraph {number}. On average {mean}; {long} of {all} are long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph {number}: {ease}, {called}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph {number}: {ease}, {called}; of {words} words a hint only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole: {ease} of 100 ({formula}), {called}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ease}; school year {grade}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole {ease}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unpin {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pin {name} to the Top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear the List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Copydesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions and folders, and nothing of any article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copydesk is free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where its tables come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied versions and folders, and nothing of any article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One form in one article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In each line what is written, an arrow, and what is preferred: utilise -&gt; use | employ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In each line words that the writer should say otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In each line the words of one form, with commas; words of one place answer each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regular expression over lower case; below it what to write instead; below that a sign of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In each line words that are left alone, whatever another stylebook says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wh&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How s&amp;ure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples that are &amp;found, with [[ ]] around the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples that are left &amp;alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This entry is Copydesk&apos;s own: it is read only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written yet: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not as marked:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stylebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries of the stylebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make Our &amp;Own Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written yet: change it, and it is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open: the article is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open, and recorded so: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive does not know this article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This revision can’t be read any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer Copydesk has taken the archive over: end this one and start the newer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved to the archive: the disk is full. Free some space; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved to the archive: its folder can&apos;t be written. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved to the archive yet: another window is writing. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved to the archive: {cause}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the archive can’t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned off in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the checks stopped: start Copydesk again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dates against today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the article’s date is not known: set it below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let stand in this article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let stand everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: sourced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: it waits again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n let stand.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Both are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n accepted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Copydesk ({kind}). Your work is kept; the details help to mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>how a day is written</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>how a day is written</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>how a month is written</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no finding at the caret. F8 goes to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found, for example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not save {path}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not export {path}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not sign off in {path}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not list the last articles: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not open the words of the clipboard: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not open {path}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F8 goes to the next one, Enter takes its fix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The filter hides what is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings come here as soon as the checks have run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No findings wait for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason goes into the edit report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does it stand?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the question?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter takes the fix and goes on; T lets it stand here, I in this article, A everywhere, R with a reason; Q leaves a query; a figure takes the choice of that number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{message} {family}, {confidence}, paragraph {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{finding}, saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{finding}, not saved: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press to read it in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n family(s)</source>
        <comment>of checks</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Checked: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Checked: {what} (%n check(s)).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not checked:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, because {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down go through the list, Enter through the places of a thing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No two places of this article contradict each other, as far as was checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is at odds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the ledger, none with these words.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The filter hides everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checks stopped: start Copydesk again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger can’t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No people, places, dates, figures, quotations or sources were read in this article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People, places, dates, figures, quotations and sources come here in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is at odds here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing listed to copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{listed} of %n thing(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the fact sheet as text: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the fact sheet as a table (CSV): {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies what is listed as a fact sheet to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies what is listed as a table for spreadsheets (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the ledger  ( / )</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the ledger by words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the things that hold these words; Escape empties it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At odds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists only what contradicts something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the things that hold some words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At odds {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen thing and its places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At odds: {clash}, key {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At odds: {clash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the finding, where it is decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more before: Shift+Enter goes back to them</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: Enter goes through them all</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>for: {claim}</source>
        <comment>what hangs on a source</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph {number}, {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows this place in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>at odds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes to the next place of the chosen thing, Shift and Enter back; a slash filters; O lists only what is at odds; F goes to the finding that says so; T copies the list as text, C as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s), the first in paragraph {number}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Manuscript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article’s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsourced claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <comment>a note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <comment>a note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sourced</source>
        <comment>a note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut</source>
        <comment>a note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified</source>
        <comment>a note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>a note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sourced</source>
        <comment>a note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <comment>a note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <comment>a note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is {state} now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open note(s) on this article</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A query (Q) leaves one, and so does taking out the only source of a claim.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings, ledger, notes, revisions or article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an example of what is found marks it with [[ and ]]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The left and right arrows go from day to day, Enter through a day’s places</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n at odds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s), {days}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{day}, at odds</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Timeline of %n date(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Timeline of %n date(s), {odd} at odds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo what was just done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, key {key}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Revisions</name>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
