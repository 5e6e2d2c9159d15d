<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Carrying</name>
    <message numerus="yes">
        <source>%n change(s) are in {name}. Take the file to the office, or to a laptop that is online.</source>
        <translation>
            <numerusform>%n change is in {name}. Take the file to the office, or to a laptop that is online.</numerusform>
            <numerusform>%n changes are in {name}. Take the file to the office, or to a laptop that is online.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more go with the next file.</source>
        <translation>
            <numerusform>%n more goes with the next file.</numerusform>
            <numerusform>%n more go with the next file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre took %n change(s).</source>
        <translation>
            <numerusform>The centre took %n change.</numerusform>
            <numerusform>The centre took %n changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) need your attention.</source>
        <translation>
            <numerusform>%n change needs your attention.</numerusform>
            <numerusform>%n changes need your attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) came in.</source>
        <translation>
            <numerusform>%n record came in.</numerusform>
            <numerusform>%n records came in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Issue %n certificate</numerusform>
            <numerusform>Issue %n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n certificate(s)</source>
        <translation>
            <numerusform>Show %n certificate</numerusform>
            <numerusform>Show %n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, with the reason</source>
        <translation>
            <numerusform>%n left out, with the reason</numerusform>
            <numerusform>%n left out, with the reason</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoosingPage</name>
    <message numerus="yes">
        <source>Use at least %n letters.</source>
        <translation>
            <numerusform>Use at least %n letter.</numerusform>
            <numerusform>Use at least %n letters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n digits, and nothing else.</source>
        <translation>
            <numerusform>Use at least %n digit, and nothing else.</numerusform>
            <numerusform>Use at least %n digits, and nothing else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConcernNag</name>
    <message numerus="yes">
        <source>%n concern(s) NOT sent. Phone the safeguarding lead now.</source>
        <translation>
            <numerusform>%n concern NOT sent. Phone the safeguarding lead now.</numerusform>
            <numerusform>%n concerns NOT sent. Phone the safeguarding lead now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message numerus="yes">
        <source>%n spelt nearly so</source>
        <extracomment>The sort key that was chosen.</extracomment>
        <translation>
            <numerusform>%n spelt nearly so</numerusform>
            <numerusform>%n spelt nearly so</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventDetail</name>
    <message numerus="yes">
        <source>%n on the waiting list</source>
        <translation>
            <numerusform>%n on the waiting list</numerusform>
            <numerusform>%n on the waiting list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InBuildingPage</name>
    <message numerus="yes">
        <source>%n person(s) in the building</source>
        <translation>
            <numerusform>%n person in the building</numerusform>
            <numerusform>%n people in the building</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockingCard</name>
    <message numerus="yes">
        <source>%n change(s) of yours wait to be sent. They stay here until you open your records again.</source>
        <translation>
            <numerusform>%n change of yours waits to be sent. It stays here until you open your records again.</numerusform>
            <numerusform>%n changes of yours wait to be sent. They stay here until you open your records again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchPanel</name>
    <message numerus="yes">
        <source>No meeting for %n day(s). Ask both how it is going.</source>
        <translation>
            <numerusform>No meeting for %n day. Ask both how it is going.</numerusform>
            <numerusform>No meeting for %n days. Ask both how it is going.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchesPage</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silent</source>
        <translation>
            <numerusform>%n silent</numerusform>
            <numerusform>%n silent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Silent for %n day(s)</source>
        <translation>
            <numerusform>Silent for %n day</numerusform>
            <numerusform>Silent for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeetingPage</name>
    <message numerus="yes">
        <source>%n change(s) wait here to be sent. They are safe.</source>
        <translation>
            <numerusform>%n change waits here to be sent. It is safe.</numerusform>
            <numerusform>%n changes wait here to be sent. They are safe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MentorPanel</name>
    <message numerus="yes">
        <source>%n young people</source>
        <translation>
            <numerusform>%n young person</numerusform>
            <numerusform>%n young people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MentorsPage</name>
    <message numerus="yes">
        <source>%n mentor(s)</source>
        <translation>
            <numerusform>%n mentor</numerusform>
            <numerusform>%n mentors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matched</source>
        <translation>
            <numerusform>%n matched</numerusform>
            <numerusform>%n matched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready to match</source>
        <translation>
            <numerusform>%n ready to match</numerusform>
            <numerusform>%n ready to match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenCard</name>
    <message numerus="yes">
        <source>%n still to be marked</source>
        <translation>
            <numerusform>%n still to be marked</numerusform>
            <numerusform>%n still to be marked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message numerus="yes">
        <source>%n page(s) went to the printer.</source>
        <translation>
            <numerusform>%n page went to the printer.</numerusform>
            <numerusform>%n pages went to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatternCard</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintCentrePage</name>
    <message numerus="yes">
        <source>Issue %n new and prepare</source>
        <translation>
            <numerusform>Issue %n new and prepare</numerusform>
            <numerusform>Issue %n new and prepare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prepare for %n</source>
        <translation>
            <numerusform>Prepare for %n</numerusform>
            <numerusform>Prepare for %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in</source>
        <translation>
            <numerusform>%n in</numerusform>
            <numerusform>%n in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, with the reason</source>
        <translation>
            <numerusform>%n left out, with the reason</numerusform>
            <numerusform>%n left out, with the reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are no such pages here. There are %n.</source>
        <translation>
            <numerusform>There are no such pages here. There is %n.</numerusform>
            <numerusform>There are no such pages here. There are %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message numerus="yes">
        <source>Print %n certificate(s)</source>
        <translation>
            <numerusform>Print %n certificate</numerusform>
            <numerusform>Print %n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message numerus="yes">
        <source>%n request(s) to answer</source>
        <translation>
            <numerusform>%n request to answer</numerusform>
            <numerusform>%n requests to answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsCard</name>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n sheet</numerusform>
            <numerusform>%n sheets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeveralPanel</name>
    <message numerus="yes">
        <source>%n question(s) ticked. One rule settles them:</source>
        <translation>
            <numerusform>%n question ticked. One rule settles it:</numerusform>
            <numerusform>%n questions ticked. One rule settles them:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n sheet</numerusform>
            <numerusform>%n sheets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>Connect this laptop within %n day(s), or its records lock until you do.</source>
        <translation>
            <numerusform>Connect this laptop within %n day, or its records lock until you do.</numerusform>
            <numerusform>Connect this laptop within %n days, or its records lock until you do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are not marked yet</source>
        <translation>
            <numerusform>%n person is not marked yet</numerusform>
            <numerusform>%n people are not marked yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the printed sheet are not keyed in</source>
        <translation>
            <numerusform>%n row of the printed sheet is not keyed in</numerusform>
            <numerusform>%n rows of the printed sheet are not keyed in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) are not printed yet</source>
        <translation>
            <numerusform>%n certificate is not printed yet</numerusform>
            <numerusform>%n certificates are not printed yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) are not sent yet</source>
        <translation>
            <numerusform>%n mark is not sent yet</numerusform>
            <numerusform>%n marks are not sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n request(s)</source>
        <translation>
            <numerusform>Answer %n request</numerusform>
            <numerusform>Answer %n requests</numerusform>
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
        <source>%n change(s) are saved here and wait to be sent.</source>
        <translation>
            <numerusform>%n change is saved here and waits to be sent.</numerusform>
            <numerusform>%n changes are saved here and wait to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) need a person to decide.</source>
        <translation>
            <numerusform>%n change needs a person to decide.</numerusform>
            <numerusform>%n changes need a person to decide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message numerus="yes">
        <source>After %n more only the office can open them.</source>
        <translation>
            <numerusform>After %n more only the office can open them.</numerusform>
            <numerusform>After %n more only the office can open them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next try is possible in %n second(s).</source>
        <translation>
            <numerusform>The next try is possible in %n second.</numerusform>
            <numerusform>The next try is possible in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>YoungPeoplePage</name>
    <message numerus="yes">
        <source>%n young people</source>
        <translation>
            <numerusform>%n young person</numerusform>
            <numerusform>%n young people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a mentor</source>
        <translation>
            <numerusform>%n with a mentor</numerusform>
            <numerusform>%n with a mentor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready to match</source>
        <translation>
            <numerusform>%n ready to match</numerusform>
            <numerusform>%n ready to match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>concerns</name>
    <message numerus="yes">
        <source>open for %n day(s)</source>
        <translation>
            <numerusform>open for %n day</numerusform>
            <numerusform>open for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read yet</source>
        <translation>
            <numerusform>%n not read yet</numerusform>
            <numerusform>%n not read yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consents</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message numerus="yes">
        <source>%n record(s) were compared with the centre’s.</source>
        <translation>
            <numerusform>%n record was compared with the centre’s.</numerusform>
            <numerusform>%n records were compared with the centre’s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait to be sent; none was touched.</source>
        <translation>
            <numerusform>%n change waits to be sent; it was not touched.</numerusform>
            <numerusform>%n changes wait to be sent; none was touched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file lacks %n part(s) that this program needs. Please call the office.</source>
        <translation>
            <numerusform>The file lacks %n part that this program needs. Please call the office.</numerusform>
            <numerusform>The file lacks %n parts that this program needs. Please call the office.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of this laptop are missing. Please call the office.</source>
        <translation>
            <numerusform>%n change of this laptop is missing. Please call the office.</numerusform>
            <numerusform>%n changes of this laptop are missing. Please call the office.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) do not show what was changed on this laptop.</source>
        <translation>
            <numerusform>%n record does not show what was changed on this laptop.</numerusform>
            <numerusform>%n records do not show what was changed on this laptop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) cannot be found by searching.</source>
        <translation>
            <numerusform>%n name cannot be found by searching.</numerusform>
            <numerusform>%n names cannot be found by searching.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are not what the centre holds.</source>
        <translation>
            <numerusform>%n record is not what the centre holds.</numerusform>
            <numerusform>%n records are not what the centre holds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre knows %n change(s) of this laptop that are not here: this is an older copy of its disk. Do not work with it, and call the office.</source>
        <translation>
            <numerusform>The centre knows %n change of this laptop that is not here: this is an older copy of its disk. Do not work with it, and call the office.</numerusform>
            <numerusform>The centre knows %n changes of this laptop that are not here: this is an older copy of its disk. Do not work with it, and call the office.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre does not know %n change(s) any more that it had taken.</source>
        <translation>
            <numerusform>The centre does not know %n change any more that it had taken.</numerusform>
            <numerusform>The centre does not know %n changes any more that it had taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) did not show what was changed on this laptop, and show it again.</source>
        <translation>
            <numerusform>%n record did not show what was changed on this laptop, and shows it again.</numerusform>
            <numerusform>%n records did not show what was changed on this laptop, and show it again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) could not be found by searching, and can be found again.</source>
        <translation>
            <numerusform>%n name could not be found by searching, and can be found again.</numerusform>
            <numerusform>%n names could not be found by searching, and can be found again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were not what the centre holds, and were fetched again.</source>
        <translation>
            <numerusform>%n record was not what the centre holds, and was fetched again.</numerusform>
            <numerusform>%n records were not what the centre holds, and were fetched again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre did not know %n change(s) any more that it had taken. They will be sent once more.</source>
        <translation>
            <numerusform>The centre did not know %n change any more that it had taken. It will be sent once more.</numerusform>
            <numerusform>The centre did not know %n changes any more that it had taken. They will be sent once more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>first_run</name>
    <message numerus="yes">
        <source>Use at least %n letters.</source>
        <translation>
            <numerusform>Use at least %n letter.</numerusform>
            <numerusform>Use at least %n letters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gates</name>
    <message numerus="yes">
        <source>Waiting %n day(s) for the clearance.</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>
            <numerusform>Waiting %n day for the clearance.</numerusform>
            <numerusform>Waiting %n days for the clearance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training module(s) still to do.</source>
        <translation>
            <numerusform>%n training module still to do.</numerusform>
            <numerusform>%n training modules still to do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turns {years} in %n day(s): ask them for their own consent.</source>
        <translation>
            <numerusform>Turns {years} in %n day: ask them for their own consent.</numerusform>
            <numerusform>Turns {years} in %n days: ask them for their own consent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>preflight</name>
    <message numerus="yes">
        <source>Not ready, as of {when}. %n thing(s) to do.</source>
        <translation>
            <numerusform>Not ready, as of {when}. %n thing to do.</numerusform>
            <numerusform>Not ready, as of {when}. %n things to do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready since {when}. %n thing(s) to do.</source>
        <translation>
            <numerusform>Ready since {when}. %n thing to do.</numerusform>
            <numerusform>Ready since {when}. %n things to do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be sent.</source>
        <translation>
            <numerusform>%n change could not be sent.</numerusform>
            <numerusform>%n changes could not be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for a person to decide.</source>
        <translation>
            <numerusform>%n change waits for a person to decide.</numerusform>
            <numerusform>%n changes wait for a person to decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were compared and are the centre’s.</source>
        <translation>
            <numerusform>%n record was compared and is the centre’s.</numerusform>
            <numerusform>%n records were compared and are the centre’s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in it are not in order.</source>
        <translation>
            <numerusform>%n thing in it is not in order.</numerusform>
            <numerusform>%n things in it are not in order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n booked mentor(s) have their cards here.</source>
        <translation>
            <numerusform>%n booked mentor has a card here.</numerusform>
            <numerusform>%n booked mentors have their cards here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n booked mentor(s) have no card here.</source>
        <translation>
            <numerusform>%n booked mentor has no card here.</numerusform>
            <numerusform>%n booked mentors have no card here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign-in sheet and %n certificate(s) were made.</source>
        <translation>
            <numerusform>Sign-in sheet and %n certificate were made.</numerusform>
            <numerusform>Sign-in sheet and %n certificates were made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) can be printed.</source>
        <translation>
            <numerusform>%n name can be printed.</numerusform>
            <numerusform>%n names can be printed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) cannot be printed: {names}</source>
        <translation>
            <numerusform>%n name cannot be printed: {names}</numerusform>
            <numerusform>%n names cannot be printed: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln certificate number(s) are left on this laptop.</source>
        <translation>
            <numerusform>%Ln certificate number is left on this laptop.</numerusform>
            <numerusform>%Ln certificate numbers are left on this laptop.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message numerus="yes">
        <source>As in the list: %n</source>
        <translation>
            <numerusform>As in the list: %n</numerusform>
            <numerusform>As in the list: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>printed {when} by {who}, %n page(s)</source>
        <translation>
            <numerusform>printed {when} by {who}, %n page</numerusform>
            <numerusform>printed {when} by {who}, %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>saved {when} by {who}, %n page(s)</source>
        <translation>
            <numerusform>saved {when} by {who}, %n page</numerusform>
            <numerusform>saved {when} by {who}, %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>review</name>
    <message numerus="yes">
        <source>%n later change(s) wait for this one.</source>
        <translation>
            <numerusform>%n later change waits for this one.</numerusform>
            <numerusform>%n later changes wait for this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were sent today.</source>
        <translation>
            <numerusform>%n change was sent today.</numerusform>
            <numerusform>%n changes were sent today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need a person to decide; nothing was overwritten.</source>
        <translation>
            <numerusform>%n needs a person to decide; nothing was overwritten.</numerusform>
            <numerusform>%n need a person to decide; nothing was overwritten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rights</name>
    <message numerus="yes">
        <source>%n day(s) late: it was due by {day}</source>
        <translation>
            <numerusform>%n day late: it was due by {day}</numerusform>
            <numerusform>%n days late: it was due by {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left, until {day}</source>
        <translation>
            <numerusform>%n day left, until {day}</numerusform>
            <numerusform>%n days left, until {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message numerus="yes">
        <source>Connect within %n day(s)</source>
        <translation>
            <numerusform>Connect within %n day</numerusform>
            <numerusform>Connect within %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>words</name>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Expires in %n day</numerusform>
            <numerusform>Expires in %n days</numerusform>
        </translation>
    </message>
</context>
</TS>
