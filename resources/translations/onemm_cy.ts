<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy_GB" sourcelanguage="en_GB">
<context>
    <name>Controls</name>
    <message numerus="yes">
        <source>%n spelt nearly so</source>
        <extracomment>The sort key that was chosen.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {column}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Step {number} of {total}</source>
        <extracomment>The address that answered as the centre, to be offered again next time. &quot;en&quot; or &quot;cy&quot;. A step came to the front (its class name, for tests and pictures).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoAnywhere</name>
    <message>
        <source>Go to a page, a person or an event</source>
        <extracomment>Answers of one finder that are shown; a person types on rather than reads more. Typed text in, places out; quick enough to be called on every key.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Try a part of the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go anywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Nobody found</source>
        <extracomment>Below this width, in px of the design, the card takes the place of the list instead of standing beside it. Below this width of the list, its columns that can be spared are left out. A card follows the chosen line when the hand has rested on it for this long, in ms. A card of this page was opened from elsewhere: the page wants to come to the front. (kind, record): a name on a card was chosen that belongs to another page.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer letters, or take the filters away. Esc clears the search.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Page</source>
        <extracomment>Below this width (in px of the design) the rail shows icons only.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkActions</name>
    <message>
        <source>Present</source>
        <extracomment>By state. Enter itself is the business of whatever has the focus: in the walk-in&apos;s fields it adds the walk-in.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late, arriving now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left early, leaving now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apologies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absent without notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatchPanel</name>
    <message>
        <source>The match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course of the match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes on the match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may read this match but not change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mentor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A young person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mentor} and {mentee}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Young person</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No meeting for %n day(s). Ask both how it is going.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatchesPage</name>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Young person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School, college or charity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type either name, a school or a reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Matches are not kept on a trainer’s laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The young people’s schools, colleges and charities and the office hold them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No matches yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A match begins with a mentor who is ready and a young person who waits. Press F5 to fetch them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Silent for %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Silent pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In touch or not started</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MenteePanel</name>
    <message>
        <source>Young person’s card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mentor yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to reach a young person is known to their school, college or charity alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wishes and needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes to be called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name on certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hopes and plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may read this card but not change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wants help with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mentor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MentorPanel</name>
    <message>
        <source>Mentor’s card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact details are kept at the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may read contact details but not change them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known yet what is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Young people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No matches on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not booked on any event yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes to be called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name on certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may read this card but not change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With us since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helps with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentors at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n young people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The checks behind the clearance are kept at the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check has been entered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issued {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A young person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MentorsPage</name>
    <message>
        <source>Mentors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any clearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name, organisation or reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n mentor(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matched</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready to match</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No mentors yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentors arrive from the centre. Press F5 to fetch them, or add walk-ins at an event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Close</source>
        <extracomment>Width of the panel beside the list, in px of the design. (kind, record, field, text): somebody put a field right. (kind, record): the name of somebody else on this card was chosen.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearly done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterDesk</name>
    <message>
        <source>Type a name — Enter marks present</source>
        <extracomment>(attendee, state, name): somebody is to be marked.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add walk-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People on this register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter present · Shift+Enter late · Ctrl+E left early · more under “Mark as…”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody called “{name}” is on this register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a part of the name, or press F4 to add a walk-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is booked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever comes can be added as a walk-in with F4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is spelt like that; these come close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name first, or choose a row.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{booked} booked, capacity {capacity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Print %n certificate(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>walk-ins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apologies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message>
        <source>Name</source>
        <extracomment>(attendee, state): somebody ticked or unticked the box of a row.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two desks wrote different things down. Mark what is right, and it is settled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <extracomment>&quot;system&quot;, &quot;light&quot; or &quot;dark&quot;. Per cent. &quot;en&quot;, &quot;cy&quot; or &quot;system&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send and fetch now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes that need attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last verified against the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending and fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key in this account&apos;s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key by passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AES-256 (SQLCipher), {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
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
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncPill</name>
    <message>
        <source>Shows the details in Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>The records cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <extracomment>The key of the database, as bytes. The passphrase was not the right one, or the key cannot be had (KnownError).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open your records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are encrypted with the passphrase of this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the passphrase first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WalkInPanel</name>
    <message>
        <source>Walk-in</source>
        <extracomment>(name, contact, organisation, consent) The name as typed so far, to look for a card. (mentor, name): the card of the person who stands here was found.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail or phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May we keep these details?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add as present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}{place} is already a mentor here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YoungPeoplePage</name>
    <message>
        <source>Young people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School, college or charity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year and course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name, course or reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n young people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a mentor</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready to match</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Young people are not kept on a trainer’s laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their school, college or charity and the office hold them. Ask the office if you need to know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No young people yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schools, colleges and charities nominate them. Press F5 to fetch what the centre has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Young person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>first_run</name>
    <message>
        <source>Fetching your records</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This happens once. Afterwards only changes travel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{user}, the records of {region} are on their way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is here. You can work without a network from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to 1MM Desktop</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It keeps your region&apos;s records on this laptop, so that you can work anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the message that brought your enrolment code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the address of the centre first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the e-mail address and password of your 1MM account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write your e-mail address first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write your password first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will hold the records of one region, and no others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works once. The office gives out codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account belongs to no region yet. Ask the office to add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the enrolment code first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this laptop a name, for example where it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase for this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records are encrypted. You will be asked for this passphrase each time 1MM Desktop starts; nobody can replace it for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four words that do not belong together make a good one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n letters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same. Write it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too short yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair: another word would make it strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>register</name>
    <message>
        <source>Present</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it. What ``views/sentences.py`` calls taking a mark of this state back.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apologies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in since {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in, late, since {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} left at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is expected again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photographs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may read this register but not mark it. A trainer or the office can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event is still being planned. Its register opens with its booking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event was cancelled. Its register takes no marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event was postponed. Its register takes no marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This register is closed. Corrections go through the office.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>Trainer</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School coordinator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regional manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safeguarding lead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Try again</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost: free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These records are from a newer version of 1MM Desktop. Install that version to open them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records on this laptop cannot be read. The file is left untouched; please call the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the records. Close it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the records cannot be written to. Ask for access to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the passphrase of this laptop. Check Caps Lock and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account&apos;s keyring does not give out the key. Unlock the keyring, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre cannot be reached. Check the internet connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something other than the centre answered. Sign in to the venue&apos;s Wi-Fi, or check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection would not be private. Use an address that begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre has a problem of its own. Your work is safe; try again in a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre is busy. It will be tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What had arrived is kept; going on continues from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre did not accept this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no longer here: it was removed or belongs to another region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may look at this but not change it. Ask the regional manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This register is closed. Changes to it need a reason and the office&apos;s help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whether we may keep these details, and tick the box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is too long for the certificate. Enter a shorter certificate name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letter of this name cannot be printed. Check the certificate name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be saved there. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre did not understand this program. Install the newest version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This e-mail address and password do not belong together. Check both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre does not know this code. Compare it with the one you were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code was already used. Ask the office for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code has expired. Ask the office for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in has run out. Sign in once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop may no longer fetch records. Please call the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account may not do this. Ask the regional manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version is too old for the centre. Your work is kept; install the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change is too large to send. It is kept on this laptop; shorten its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre was restored from a copy. Your changes are kept and compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre does not know this address. Check it with the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre does not know this sort of change yet. It is kept on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre could not read this change. It is kept on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This belongs to a region or school you no longer work with. It is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop seems to be a copy of another one. Please call the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this change belongs to is not at the centre. It is kept on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was once written down there cannot be changed, only added to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed the same thing. Both are kept until a person decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else removed this while you changed it. Your change is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This waits for another change to be settled first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {name} marked present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {name} marked late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {name} marked as having left early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: apologies of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {name} marked absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {name} set to expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {name} added as a walk-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: the last change to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last change was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>Nothing fetched yet</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online · {count} to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online · all sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline · {count} to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline · all sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} need attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>when</name>
    <message>
        <source>today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Enquiry</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alumnus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First survey done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First meeting set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed its term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved on to a job or course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mentor withdrew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The young person withdrew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner withdrew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a good fit, nobody’s fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safeguarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enhanced, barred list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear to proceed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>risk assessment needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apologies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welsh and English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Career break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online, part A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online, part B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face to face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level} · clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Expired {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
