"""What the side panel's pages do by keys of their own, most of them a letter alone."""

from editor.saying import mark
from editor.window.actions.act import Act

PANEL = (
    Act("panel.findings", mark("Go to the Findings"), ("Alt+1",), twin="show_findings"),
    Act("panel.ledger", mark("Go to the Ledger"), ("Alt+2",), twin="show_ledger"),
    Act("panel.notes", mark("Go to the Notes"), ("Alt+3",), twin="show_notes"),
    Act("panel.revisions", mark("Go to the Revisions"), ("Alt+4",), twin="show_revisions"),
    Act("panel.card", mark("Go to the Article's Card"), ("Alt+5",), twin="show_card"),
)
FINDINGS = (
    Act("findings.accept", mark("Accept and Next"), ("Return",), needs="finding", twin="accept"),
    Act("findings.choice", mark("Take Fix 1, 2, 3 …"), tuple("123456789"), needs="finding", numbered=True),
    Act("findings.place", mark("Let Stand Here"), ("T", "Del"), needs="finding", twin="stand"),
    Act("findings.article", mark("Let Stand in This Article"), ("I",), needs="finding"),
    Act("findings.everywhere", mark("Let Stand Everywhere"), ("A",), needs="finding"),
    Act("findings.reason", mark("Let Stand with a Reason…"), ("R",), needs="finding"),
    Act("findings.dictionary", mark("Add the Word to My Dictionary"), ("D",), needs="finding"),
    Act("findings.query", mark("Query…"), ("Q",), needs="finding", twin="query"),
    Act("findings.alike", mark("Accept All of This Kind…"), ("Shift+Return",), needs="finding", twin="accept_alike"),
    Act("findings.standing", mark("Let All of This Kind Stand…"), ("Shift+T",), needs="finding", twin="stand_alike"),
    Act("findings.certain", mark("Accept All That Are Certain…"), ("C",), needs="finding", twin="accept_certain"),
    Act("findings.why", mark("Why? Explain This Kind of Finding"), ("W", "?"), needs="finding"),
    Act("findings.next_place", mark("Next Place of the Finding"), ("Right",), needs="finding"),
    Act("findings.previous_place", mark("Previous Place of the Finding"), ("Left",), needs="finding"),
    Act("findings.filter", mark("Filter the Findings by Words"), ("/",)),
    Act("findings.sort", mark("Sort the Findings by Kind, Place or Check"), ("S",)),
    Act("findings.decided", mark("List What Was Decided"), ("L",), twin="show_decided"),
    Act("findings.take_back", mark("Take Back the Chosen Decision"), ("U",)),
)
LEDGER = (
    Act("ledger.next_place", mark("Next Place of the Thing"), ("Return", "Right")),
    Act("ledger.previous_place", mark("Previous Place of the Thing"), ("Shift+Return", "Left")),
    Act("ledger.filter", mark("Filter the Ledger by Words"), ("/",)),
    Act("ledger.odds", mark("List Only What Is at Odds"), ("O",)),
    Act("ledger.decide", mark("Decide the Finding about the Thing"), ("F",)),
    Act("ledger.text", mark("Copy the Fact Sheet as Text"), ("T",)),
    Act("ledger.table", mark("Copy the Fact Sheet as a Table"), ("C",)),
)
NOTES = (
    Act("notes.jump", mark("Show the Note's Place in the Text"), ("Return",)),
    Act("notes.open", mark("Note: Open Again"), ("O",)),
    Act("notes.answered", mark("Note: Answered"), ("A",)),
    Act("notes.sourced", mark("Note: Sourced"), ("S",)),
    Act("notes.cut", mark("Note: Cut"), ("C",)),
    Act("notes.verified", mark("Note: Verified"), ("V",)),
)
REVISIONS = (
    Act("revisions.compare", mark("Compare the Chosen Revision, or Go to the Decision’s Place"), ("Return",)),
    Act("revisions.before", mark("Compare the Chosen Revision with the One Before"), ("B",)),
    Act("revisions.mark", mark("Mark the Revision to Compare With"), ("M",)),
    Act("revisions.restore", mark("Restore the Chosen Revision"), ("R",)),
    Act("revisions.name", mark("Name the Chosen Revision…"), ("N",)),
    Act("revisions.star", mark("Star the Chosen Revision"), ("S",)),
    Act("revisions.keep", mark("Keep the Present Text as a Revision…"), ("K",), twin="keep_snapshot"),
    Act("revisions.file", mark("Compare the Text with a File…"), ("F",), twin="compare_file"),
)

COMPARING = (
    Act("comparing.next", mark("Next Change"), ("F7",)),
    Act("comparing.previous", mark("Previous Change"), ("Shift+F7",)),
    Act("comparing.restore", mark("Restore This Change"), ("R",)),
    Act("comparing.place", mark("Go to the Change in the Text"), ("Return",)),
    Act("comparing.inline", mark("Both Texts in One, or Side by Side"), ("I",)),
    Act("comparing.all", mark("Restore the Whole Other Text"), ("A",)),
)
CARD = (
    Act("card.sign", mark("Sign Off…"), ("S",), twin="sign_off"),
    Act("card.date", mark("Set the Article's Date…"), ("D",)),
    Act("card.language", mark("Set the Article's Language…"), ("L",)),
)
