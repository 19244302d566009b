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
</context>
</TS>
