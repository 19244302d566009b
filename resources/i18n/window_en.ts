<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>{name}, %n open finding(s)</source>
        <translation>
            <numerusform>{name}, %n open finding</numerusform>
            <numerusform>{name}, %n open findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in quotations left as they are.</source>
        <translation>
            <numerusform>%n in quotations left as they are.</numerusform>
            <numerusform>%n in quotations left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced.</source>
        <translation>
            <numerusform>%n place replaced.</numerusform>
            <numerusform>%n places replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent %n page(s) to the printer.</source>
        <translation>
            <numerusform>Sent %n page to the printer.</numerusform>
            <numerusform>Sent %n pages to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What was written here until {time} had not reached the archive; %n word(s) differ.</source>
        <translation>
            <numerusform>What was written here until {time} had not reached the archive; %n word differs.</numerusform>
            <numerusform>What was written here until {time} had not reached the archive; %n words differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} ({time}, %n word(s) differ)</source>
        <translation>
            <numerusform>{name} ({time}, %n word differs)</numerusform>
            <numerusform>{name} ({time}, %n words differ)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let %n finding(s) of this kind ({kind}) stand here?</source>
        <translation>
            <numerusform>Let %n finding of this kind ({kind}) stand here?</numerusform>
            <numerusform>Let %n findings of this kind ({kind}) stand here?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n fix(es) that are certain?</source>
        <translation>
            <numerusform>Take %n fix that is certain?</numerusform>
            <numerusform>Take %n fixes that are certain?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n fix(es) of this kind ({kind})?</source>
        <translation>
            <numerusform>Take %n fix of this kind ({kind})?</numerusform>
            <numerusform>Take %n fixes of this kind ({kind})?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) at odds: only you know which is right.</source>
        <translation>
            <numerusform>%n fact at odds: only you know which is right.</numerusform>
            <numerusform>%n facts at odds: only you know which is right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in quotations: left to you.</source>
        <translation>
            <numerusform>%n in quotations: left to you.</numerusform>
            <numerusform>%n in quotations: left to you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touching another of these fixes: the next round takes them.</source>
        <translation>
            <numerusform>%n touching another of these fixes: the next round takes them.</numerusform>
            <numerusform>%n touching another of these fixes: the next round takes them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be read first: not certain enough to be taken unread.</source>
        <translation>
            <numerusform>%n to be read first: not certain enough to be taken unread.</numerusform>
            <numerusform>%n to be read first: not certain enough to be taken unread.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a ready fix.</source>
        <translation>
            <numerusform>%n without a ready fix.</numerusform>
            <numerusform>%n without a ready fix.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s), the latest first</source>
        <translation>
            <numerusform>%n revision, the latest first</numerusform>
            <numerusform>%n revisions, the latest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done since the one before: %n</source>
        <translation>
            <numerusform>Done since the one before: %n</numerusform>
            <numerusform>Done since the one before: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaced in %n place(s)</source>
        <translation>
            <numerusform>Replaced in %n place</numerusform>
            <numerusform>Replaced in %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n accepted</numerusform>
            <numerusform>%n accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n let stand</source>
        <translation>
            <numerusform>%n let stand</numerusform>
            <numerusform>%n let stand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n query(s)</source>
        <translation>
            <numerusform>%n query</numerusform>
            <numerusform>%n queries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n taken back</numerusform>
            <numerusform>%n taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n off</source>
        <translation>
            <numerusform>%n off</numerusform>
            <numerusform>%n off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paragraph {number}: %n finding(s)</source>
        <translation>
            <numerusform>Paragraph {number}: %n finding</numerusform>
            <numerusform>Paragraph {number}: %n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certain or likely finding(s) open</source>
        <translation>
            <numerusform>%n certain or likely finding open</numerusform>
            <numerusform>%n certain or likely findings open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) without a source</source>
        <translation>
            <numerusform>%n claim without a source</numerusform>
            <numerusform>%n claims without a source</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to the desk open</source>
        <translation>
            <numerusform>%n question to the desk open</numerusform>
            <numerusform>%n questions to the desk open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed</source>
        <translation>
            <numerusform>%n check failed</numerusform>
            <numerusform>%n checks failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready for sign-off? %n thing(s) missing</source>
        <translation>
            <numerusform>Ready for sign-off? %n thing missing</numerusform>
            <numerusform>Ready for sign-off? %n things missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s).</source>
        <translation>
            <numerusform>%n word.</numerusform>
            <numerusform>%n words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n let stand.</source>
        <translation>
            <numerusform>%n let stand.</numerusform>
            <numerusform>%n let stand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted.</source>
        <translation>
            <numerusform>%n accepted.</numerusform>
            <numerusform>%n accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied the whole article, %n word(s).</source>
        <translation>
            <numerusform>Copied the whole article, %n word.</numerusform>
            <numerusform>Copied the whole article, %n words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: the right arrow goes through them all</source>
        <translation>
            <numerusform>and %n more: the right arrow goes through them all</numerusform>
            <numerusform>and %n more: the right arrow goes through them all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let all %n of this kind stand</source>
        <translation>
            <numerusform>Let all %n of this kind stand</numerusform>
            <numerusform>Let all %n of this kind stand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all %n of this kind</source>
        <translation>
            <numerusform>Accept all %n of this kind</numerusform>
            <numerusform>Accept all %n of this kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n of this kind</source>
        <translation>
            <numerusform>All %n of this kind</numerusform>
            <numerusform>All %n of this kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) waiting</source>
        <translation>
            <numerusform>%n finding waits</numerusform>
            <numerusform>%n findings wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n family(s)</source>
        <comment>of checks</comment>
        <translation>
            <numerusform>%n family</numerusform>
            <numerusform>%n families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked: {what} (%n check(s)).</source>
        <translation>
            <numerusform>Checked: {what} (%n check).</numerusform>
            <numerusform>Checked: {what} (%n checks).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the ledger, none with these words.</source>
        <translation>
            <numerusform>%n thing in the ledger, none with these words.</numerusform>
            <numerusform>%n things in the ledger, none with these words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{listed} of %n thing(s)</source>
        <translation>
            <numerusform>{listed} of %n thing</numerusform>
            <numerusform>{listed} of %n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more before: Shift+Enter goes back to them</source>
        <translation>
            <numerusform>%n more before: Shift+Enter goes back to them</numerusform>
            <numerusform>%n more before: Shift+Enter goes back to them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: Enter goes through them all</source>
        <translation>
            <numerusform>and %n more: Enter goes through them all</numerusform>
            <numerusform>and %n more: Enter goes through them all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s), the first in paragraph {number}.</source>
        <translation>
            <numerusform>%n place, the first in paragraph {number}.</numerusform>
            <numerusform>%n places, the first in paragraph {number}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all %n of this kind…</source>
        <translation>
            <numerusform>Accept all %n of this kind…</numerusform>
            <numerusform>Accept all %n of this kind…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let all %n of this kind stand…</source>
        <translation>
            <numerusform>Let all %n of this kind stand…</numerusform>
            <numerusform>Let all %n of this kind stand…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open note(s) on this article</source>
        <translation>
            <numerusform>%n open note on this article</numerusform>
            <numerusform>%n open notes on this article</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let %n stand</source>
        <translation>
            <numerusform>Let %n stand</numerusform>
            <numerusform>Let %n stand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n</source>
        <translation>
            <numerusform>Take %n</numerusform>
            <numerusform>Take %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>findings</comment>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsourced</source>
        <comment>claims</comment>
        <translation>
            <numerusform>%n unsourced</numerusform>
            <numerusform>%n unsourced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at odds</source>
        <translation>
            <numerusform>%n at odds</numerusform>
            <numerusform>%n at odds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s), {days}</source>
        <translation>
            <numerusform>%n date, {days}</numerusform>
            <numerusform>%n dates, {days}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Timeline of %n date(s)</source>
        <translation>
            <numerusform>Timeline of %n date</numerusform>
            <numerusform>Timeline of %n dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Timeline of %n date(s), {odd} at odds</source>
        <translation>
            <numerusform>Timeline of %n date, {odd} at odds</numerusform>
            <numerusform>Timeline of %n dates, {odd} at odds</numerusform>
        </translation>
    </message>
</context>
</TS>
