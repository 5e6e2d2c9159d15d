<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy_GB" sourcelanguage="en_GB">
<context>
    <name>AmendCard</name>
    <message>
        <source>Amend the closed register</source>
        <translation>Diwygio’r gofrestr sydd wedi cau</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Pwy</translation>
    </message>
    <message>
        <source>What is right</source>
        <translation>Beth sy’n gywir</translation>
    </message>
    <message>
        <source>Time, such as 1012</source>
        <translation>Amser, er enghraifft 1012</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pam</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Diwygio</translation>
    </message>
    <message>
        <source>What was said before stays on record; the amendment is shown as one, with its reason.</source>
        <translation>Mae’r hyn a ddywedwyd o’r blaen yn aros ar gofnod; dangosir y diwygiad fel diwygiad, gyda’i reswm.</translation>
    </message>
    <message>
        <source>Type hours and minutes, such as 10:12 or 1012.</source>
        <translation>Teipiwch oriau a munudau, er enghraifft 10:12 neu 1012.</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Page</source>
        <extracomment>What can still be revoked.</extracomment>
        <translation>Tudalen</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Tystysgrif</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Math</translation>
    </message>
    <message>
        <source>Name on the certificate</source>
        <translation>Enw ar y dystysgrif</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Dyddiad</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Oriau</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Yn ddilys tan</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>Rhif y dystysgrif</translation>
    </message>
    <message>
        <source>Revoked on</source>
        <translation>Diddymwyd ar</translation>
    </message>
    <message>
        <source>Replaced by number</source>
        <translation>Disodlwyd gan rif</translation>
    </message>
    <message>
        <source>Why it must not count any more</source>
        <translation>Pam na ddylai gyfrif mwyach</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Dewiswch reswm</translation>
    </message>
    <message>
        <source>Revoke this certificate for good</source>
        <translation>Diddymu’r dystysgrif hon am byth</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Somebody has asked</source>
        <extracomment>Typed letters in, people out; quick enough for every key.</extracomment>
        <translation>Mae rhywun wedi gofyn</translation>
    </message>
    <message>
        <source>Type the person’s name or reference</source>
        <translation>Teipiwch enw neu gyfeirnod y person</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Pobl a gafwyd</translation>
    </message>
    <message>
        <source>Nobody found on this laptop. Try a part of the name.</source>
        <translation>Ni chafwyd neb ar y gliniadur hwn. Rhowch gynnig ar ran o’r enw.</translation>
    </message>
    <message>
        <source>What they ask for</source>
        <translation>Yr hyn y maent yn gofyn amdano</translation>
    </message>
    <message>
        <source>The day it came in</source>
        <translation>Y diwrnod y daeth i law</translation>
    </message>
    <message>
        <source>Note the request</source>
        <translation>Nodi’r cais</translation>
    </message>
</context>
<context>
    <name>BadgePrinter</name>
    <message>
        <source>Badge</source>
        <extracomment>Paper narrower than this, in mm, takes one badge as large as it fits; on wider paper it is one of eight to be cut. The name on a badge that went to the printer. The names on badges that the printer did not take. ``again`` prints them elsewhere. (name, reason): somebody who has no badge. KnownError: there is no such badge to be made.</extracomment>
        <translation>Bathodyn</translation>
    </message>
</context>
<context>
    <name>Carrying</name>
    <message>
        <source>Save changes</source>
        <extracomment>One thing has come to its end, well or not (for tests).</extracomment>
        <translation>Cadw&apos;r newidiadau</translation>
    </message>
    <message>
        <source>Bring back an answer</source>
        <translation>Dod ag ateb yn ôl</translation>
    </message>
    <message>
        <source>Deliver a file</source>
        <translation>Cyflwyno ffeil</translation>
    </message>
    <message>
        <source>Delivering {name} …</source>
        <translation>Wrthi&apos;n cyflwyno {name} …</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are in {name}. Take the file to the office, or to a laptop that is online.</source>
        <translation>
            <numerusform>Mae %n newid yn {name}. Ewch â&apos;r ffeil i&apos;r swyddfa, neu at liniadur sydd ar-lein.</numerusform>
            <numerusform>Mae %n newid yn {name}. Ewch â&apos;r ffeil i&apos;r swyddfa, neu at liniadur sydd ar-lein.</numerusform>
            <numerusform>Mae %n newid yn {name}. Ewch â&apos;r ffeil i&apos;r swyddfa, neu at liniadur sydd ar-lein.</numerusform>
            <numerusform>Mae %n newid yn {name}. Ewch â&apos;r ffeil i&apos;r swyddfa, neu at liniadur sydd ar-lein.</numerusform>
            <numerusform>Mae %n newid yn {name}. Ewch â&apos;r ffeil i&apos;r swyddfa, neu at liniadur sydd ar-lein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be sent; {name} asks the centre for what is new.</source>
        <translation>Nid oes dim yn aros i gael ei anfon; mae {name} yn gofyn i&apos;r ganolfan beth sy&apos;n newydd.</translation>
    </message>
    <message numerus="yes">
        <source>%n more go with the next file.</source>
        <translation>
            <numerusform>Bydd %n arall yn mynd gyda&apos;r ffeil nesaf.</numerusform>
            <numerusform>Bydd %n arall yn mynd gyda&apos;r ffeil nesaf.</numerusform>
            <numerusform>Bydd %n arall yn mynd gyda&apos;r ffeil nesaf.</numerusform>
            <numerusform>Bydd %n arall yn mynd gyda&apos;r ffeil nesaf.</numerusform>
            <numerusform>Bydd %n arall yn mynd gyda&apos;r ffeil nesaf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre took %n change(s).</source>
        <translation>
            <numerusform>Derbyniodd y ganolfan %n newid.</numerusform>
            <numerusform>Derbyniodd y ganolfan %n newid.</numerusform>
            <numerusform>Derbyniodd y ganolfan %n newid.</numerusform>
            <numerusform>Derbyniodd y ganolfan %n newid.</numerusform>
            <numerusform>Derbyniodd y ganolfan %n newid.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) need your attention.</source>
        <translation>
            <numerusform>Mae angen eich sylw ar %n newid.</numerusform>
            <numerusform>Mae angen eich sylw ar %n newid.</numerusform>
            <numerusform>Mae angen eich sylw ar %n newid.</numerusform>
            <numerusform>Mae angen eich sylw ar %n newid.</numerusform>
            <numerusform>Mae angen eich sylw ar %n newid.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) came in.</source>
        <translation>
            <numerusform>Daeth %n cofnod i mewn.</numerusform>
            <numerusform>Daeth %n cofnod i mewn.</numerusform>
            <numerusform>Daeth %n cofnod i mewn.</numerusform>
            <numerusform>Daeth %n cofnod i mewn.</numerusform>
            <numerusform>Daeth %n cofnod i mewn.</numerusform>
        </translation>
    </message>
    <message>
        <source>This answer held nothing that this laptop did not know.</source>
        <translation>Nid oedd dim yn yr ateb hwn nad oedd y gliniadur hwn yn ei wybod.</translation>
    </message>
    <message>
        <source>Delivered. Give {name} back to whoever gave you the file: it is the centre’s answer.</source>
        <translation>Wedi&apos;i chyflwyno. Rhowch {name} yn ôl i bwy bynnag roddodd y ffeil ichi: ateb y ganolfan ydyw.</translation>
    </message>
    <message>
        <source>Files of 1MM Desktop (*{suffix})</source>
        <translation>Ffeiliau 1MM Desktop (*{suffix})</translation>
    </message>
</context>
<context>
    <name>CarryingCard</name>
    <message>
        <source>Changes can travel on a USB stick. The file is sealed: only the centre can read it, and whoever has a 1MM laptop that is online can deliver it.</source>
        <translation>Gall newidiadau deithio ar gofbin USB. Mae&apos;r ffeil wedi&apos;i selio: dim ond y ganolfan all ei darllen, a gall unrhyw un sydd â gliniadur 1MM ar-lein ei chyflwyno.</translation>
    </message>
    <message>
        <source>Save changes to a stick…</source>
        <translation>Cadw newidiadau ar gofbin…</translation>
    </message>
    <message>
        <source>Bring back an answer…</source>
        <translation>Dod ag ateb yn ôl…</translation>
    </message>
    <message>
        <source>Deliver somebody else’s file…</source>
        <translation>Cyflwyno ffeil rhywun arall…</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Concerns</source>
        <extracomment>The other stream was chosen.</extracomment>
        <translation>Pryderon</translation>
    </message>
    <message>
        <source>Which concerns</source>
        <translation>Pa bryderon</translation>
    </message>
    <message>
        <source>Low-level concerns</source>
        <translation>Pryderon lefel isel</translation>
    </message>
    <message>
        <source>No concerns here</source>
        <translation>Dim pryderon yma</translation>
    </message>
    <message>
        <source>What anybody in the region seals arrives with the next sync.</source>
        <translation>Bydd yr hyn y mae unrhyw un yn y rhanbarth yn ei selio yn cyrraedd gyda’r cysoni nesaf.</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>Concern</source>
        <translation>Pryder</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Rhoi o’r neilltu</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Eich nodyn</translation>
    </message>
    <message>
        <source>Sealed like the concern itself.</source>
        <translation>Wedi’i selio fel y pryder ei hun.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categori</translation>
    </message>
    <message>
        <source>Passed on to</source>
        <translation>Trosglwyddwyd i</translation>
    </message>
    <message>
        <source>The harm threshold is met: tell the LADO within one working day</source>
        <translation>Cyrhaeddwyd y trothwy niwed: rhowch wybod i’r LADO o fewn un diwrnod gwaith</translation>
    </message>
    <message>
        <source>Add to the chronology</source>
        <translation>Ychwanegu at y gronoleg</translation>
    </message>
    <message>
        <source>Close the concern</source>
        <translation>Cau’r pryder</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Ei agor eto</translation>
    </message>
    <message>
        <source>Added by {who}</source>
        <translation>Ychwanegwyd gan {who}</translation>
    </message>
    <message>
        <source>This part was not sealed to this laptop, or was written by a newer version.</source>
        <translation>Ni chafodd y rhan hon ei selio i’r gliniadur hwn, neu fe’i hysgrifennwyd gan fersiwn mwy newydd.</translation>
    </message>
    <message>
        <source>Written by {who}</source>
        <translation>Ysgrifennwyd gan {who}</translation>
    </message>
    <message>
        <source>Danger now</source>
        <translation>Perygl nawr</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Pryd</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ble</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Pwy</translation>
    </message>
    <message>
        <source>Witnesses</source>
        <translation>Tystion</translation>
    </message>
    <message>
        <source>Done so far</source>
        <translation>Wedi’i wneud hyd yma</translation>
    </message>
    <message>
        <source>Told by telephone</source>
        <translation>Dywedwyd dros y ffôn</translation>
    </message>
    <message>
        <source>Why nobody was told</source>
        <translation>Pam na ddywedwyd wrth neb</translation>
    </message>
    <message>
        <source>Begun from</source>
        <translation>Dechreuwyd o</translation>
    </message>
    <message>
        <source>Category: {word}</source>
        <translation>Categori: {word}</translation>
    </message>
    <message>
        <source>Passed on: {word}</source>
        <translation>Trosglwyddwyd: {word}</translation>
    </message>
    <message>
        <source>The harm threshold is met.</source>
        <translation>Cyrhaeddwyd y trothwy niwed.</translation>
    </message>
    <message>
        <source>Closed.</source>
        <translation>Caewyd.</translation>
    </message>
    <message>
        <source>Opened again.</source>
        <translation>Agorwyd eto.</translation>
    </message>
</context>
<context>
    <name>CertificatesModel</name>
    <message>
        <source>Name on the certificate</source>
        <translation>Enw ar y dystysgrif</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Oriau</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Tystysgrif</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Newydd</translation>
    </message>
    <message>
        <source>Name too long</source>
        <translation>Enw rhy hir</translation>
    </message>
    <message>
        <source>Name cannot be printed</source>
        <translation>Ni ellir argraffu&apos;r enw</translation>
    </message>
    <message>
        <source>No consent given</source>
        <translation>Heb roi caniatâd</translation>
    </message>
    <message>
        <source>Left before half</source>
        <translation>Gadawodd cyn yr hanner</translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>Certificates of attendance</source>
        <translation>Tystysgrifau presenoldeb</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Cofrestr</translation>
    </message>
    <message>
        <source>Who gets a certificate</source>
        <translation>Pwy sy&apos;n cael tystysgrif</translation>
    </message>
    <message>
        <source>Issue certificates</source>
        <translation>Rhoi tystysgrifau</translation>
    </message>
    <message>
        <source>Choose people</source>
        <translation>Dewis pobl</translation>
    </message>
    <message>
        <source>Nobody is on this register</source>
        <translation>Does neb ar y gofrestr hon</translation>
    </message>
    <message>
        <source>Mark who comes, then their certificates are here.</source>
        <translation>Marciwch pwy sy&apos;n dod, wedyn bydd eu tystysgrifau yma.</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n certificate(s)</source>
        <translation>
            <numerusform>Rhoi %n tystysgrif</numerusform>
            <numerusform>Rhoi %n tystysgrif</numerusform>
            <numerusform>Rhoi %n tystysgrif</numerusform>
            <numerusform>Rhoi %n tystysgrif</numerusform>
            <numerusform>Rhoi %n tystysgrif</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n certificate(s)</source>
        <translation>
            <numerusform>Dangos %n tystysgrif</numerusform>
            <numerusform>Dangos %n tystysgrif</numerusform>
            <numerusform>Dangos %n tystysgrif</numerusform>
            <numerusform>Dangos %n tystysgrif</numerusform>
            <numerusform>Dangos %n tystysgrif</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, with the reason</source>
        <translation>
            <numerusform>%n heb eu cynnwys, gyda&apos;r rheswm</numerusform>
            <numerusform>%n heb eu cynnwys, gyda&apos;r rheswm</numerusform>
            <numerusform>%n heb eu cynnwys, gyda&apos;r rheswm</numerusform>
            <numerusform>%n heb eu cynnwys, gyda&apos;r rheswm</numerusform>
            <numerusform>%n heb eu cynnwys, gyda&apos;r rheswm</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing certificates</source>
        <translation>Wrthi&apos;n paratoi tystysgrifau</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>The paper says something else than its code</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Mae’r papur yn dweud rhywbeth arall na’i god</translation>
    </message>
    <message>
        <source>The code is for the certificate below. It was copied, or the paper was altered.</source>
        <translation>Mae’r cod ar gyfer y dystysgrif isod. Cafodd ei gopïo, neu newidiwyd y papur.</translation>
    </message>
    <message>
        <source>This certificate is valid</source>
        <translation>Mae’r dystysgrif hon yn ddilys</translation>
    </message>
    <message>
        <source>We issued it, and it counts. Compare what it says with the paper.</source>
        <translation>Ni a’i rhoddodd, ac mae’n cyfrif. Cymharwch yr hyn a ddywed â’r papur.</translation>
    </message>
    <message>
        <source>This certificate is genuine</source>
        <translation>Mae’r dystysgrif hon yn ddilys ei tharddiad</translation>
    </message>
    <message>
        <source>One of our laptops signed it. That it was issued has not arrived on this laptop yet: after the next synchronisation you will see here whether it still counts.</source>
        <translation>Un o’n gliniaduron ni a’i llofnododd. Nid yw’r ffaith iddi gael ei rhoi wedi cyrraedd y gliniadur hwn eto: ar ôl y cydamseru nesaf cewch weld yma a yw’n cyfrif o hyd.</translation>
    </message>
    <message>
        <source>This certificate has expired</source>
        <translation>Mae’r dystysgrif hon wedi dod i ben</translation>
    </message>
    <message>
        <source>We issued it, and its time is over.</source>
        <translation>Ni a’i rhoddodd, ac mae ei chyfnod ar ben.</translation>
    </message>
    <message>
        <source>This certificate was revoked</source>
        <translation>Mae’r dystysgrif hon wedi’i diddymu</translation>
    </message>
    <message>
        <source>It does not count any more. Do not rely on it.</source>
        <translation>Nid yw’n cyfrif mwyach. Peidiwch â dibynnu arni.</translation>
    </message>
    <message>
        <source>This certificate was replaced</source>
        <translation>Mae’r dystysgrif hon wedi’i disodli</translation>
    </message>
    <message>
        <source>A newer one counts in its place. Ask to see that one.</source>
        <translation>Mae un fwy newydd yn cyfrif yn ei lle. Gofynnwch am gael gweld honno.</translation>
    </message>
    <message>
        <source>Two certificates carry this number</source>
        <translation>Mae’r rhif hwn ar ddwy dystysgrif</translation>
    </message>
    <message>
        <source>They say different things. Please ask the office which of them counts.</source>
        <translation>Maent yn dweud pethau gwahanol. Gofynnwch i’r swyddfa pa un sy’n cyfrif.</translation>
    </message>
    <message>
        <source>This number is not known here</source>
        <translation>Nid yw’r rhif hwn yn hysbys yma</translation>
    </message>
    <message>
        <source>Either there is no such certificate, or it belongs to another region, or it has not arrived on this laptop yet. Its code tells.</source>
        <translation>Naill ai nid oes tystysgrif o’r fath, neu mae’n perthyn i ranbarth arall, neu nid yw wedi cyrraedd y gliniadur hwn eto. Mae’r cod yn dweud.</translation>
    </message>
    <message>
        <source>Nobody here can vouch for this certificate</source>
        <translation>Ni all neb yma dystio i’r dystysgrif hon</translation>
    </message>
    <message>
        <source>It was signed by a laptop that is not known here, or that was shut out. Synchronise and check it again, or ask the office.</source>
        <translation>Fe’i llofnodwyd gan liniadur nad yw’n hysbys yma, neu un a gafodd ei gau allan. Cydamserwch a’i gwirio eto, neu gofynnwch i’r swyddfa.</translation>
    </message>
    <message>
        <source>This certificate is not ours</source>
        <translation>Nid ein tystysgrif ni yw hon</translation>
    </message>
    <message>
        <source>Its code was altered or made up. Do not rely on it.</source>
        <translation>Cafodd ei chod ei newid neu ei ddyfeisio. Peidiwch â dibynnu arni.</translation>
    </message>
    <message>
        <source>This is no certificate’s number or code</source>
        <translation>Nid rhif na chod tystysgrif yw hwn</translation>
    </message>
    <message>
        <source>A letter may be wrong or missing. Type it again, or scan the code once more.</source>
        <translation>Efallai fod llythyren yn anghywir neu ar goll. Teipiwch ef eto, neu sganiwch y cod unwaith eto.</translation>
    </message>
</context>
<context>
    <name>CheckingCard</name>
    <message>
        <source>Reads every page of the file, sees that nothing unsent is missing, and compares each record with the centre’s. You can go on working meanwhile.</source>
        <translation>Mae&apos;n darllen pob tudalen o&apos;r ffeil, yn gweld nad oes dim heb ei anfon ar goll, ac yn cymharu pob cofnod ag un y ganolfan. Gallwch ddal i weithio yn y cyfamser.</translation>
    </message>
    <message>
        <source>Check this laptop’s records…</source>
        <translation>Gwirio cofnodion y gliniadur hwn…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopio</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Ei drwsio</translation>
    </message>
</context>
<context>
    <name>CheckingPage</name>
    <message>
        <source>Check a certificate</source>
        <translation>Gwirio tystysgrif</translation>
    </message>
    <message>
        <source>Code or number</source>
        <translation>Cod neu rif</translation>
    </message>
    <message>
        <source>Scan the code, paste it, or type the number</source>
        <translation>Sganiwch y cod, gludwch ef, neu deipiwch y rhif</translation>
    </message>
    <message>
        <source>The code shows what the certificate must say; the number alone only whether it counts.</source>
        <translation>Mae’r cod yn dangos beth ddylai’r dystysgrif ei ddweud; y rhif yn unig a yw’n cyfrif.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Gwirio</translation>
    </message>
    <message>
        <source>Open a PDF or picture …</source>
        <translation>Agor PDF neu lun …</translation>
    </message>
    <message>
        <source>Certificates (*.pdf *.png *.jpg *.jpeg *.webp)</source>
        <translation>Tystysgrifau (*.pdf *.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>Open a certificate</source>
        <translation>Agor tystysgrif</translation>
    </message>
    <message>
        <source>There is no code in this file, or it is too small or blurred to be read.</source>
        <translation>Nid oes cod yn y ffeil hon, neu mae’n rhy fach neu’n rhy aneglur i’w ddarllen.</translation>
    </message>
    <message>
        <source>Nothing checked yet</source>
        <translation>Dim wedi’i wirio eto</translation>
    </message>
    <message>
        <source>Whether a certificate counts is seen here without any network.</source>
        <translation>Gwelir yma a yw tystysgrif yn cyfrif heb unrhyw rwydwaith.</translation>
    </message>
</context>
<context>
    <name>ChoosingPage</name>
    <message>
        <source>A PIN for your records</source>
        <extracomment>It opens the records from now on.</extracomment>
        <translation>PIN ar gyfer eich cofnodion</translation>
    </message>
    <message>
        <source>A passphrase for your records</source>
        <translation>Cyfrinymadrodd ar gyfer eich cofnodion</translation>
    </message>
    <message>
        <source>You will be asked for it when 1MM Desktop starts, and when nobody has touched it for a while.</source>
        <translation>Gofynnir i chi amdano pan fydd 1MM Desktop yn cychwyn, a phan na fydd neb wedi ei gyffwrdd ers tro.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Yr un peth eto</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Ei gadw</translation>
    </message>
    <message>
        <source>The two are not the same. Write it once more.</source>
        <translation>Nid yw&apos;r ddau yr un fath. Ysgrifennwch ef unwaith eto.</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n letters.</source>
        <translation>
            <numerusform>Defnyddiwch o leiaf %n llythyren.</numerusform>
            <numerusform>Defnyddiwch o leiaf %n llythyren.</numerusform>
            <numerusform>Defnyddiwch o leiaf %n llythyren.</numerusform>
            <numerusform>Defnyddiwch o leiaf %n llythyren.</numerusform>
            <numerusform>Defnyddiwch o leiaf %n llythyren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n digits, and nothing else.</source>
        <translation>
            <numerusform>Defnyddiwch o leiaf %n digid, a dim byd arall.</numerusform>
            <numerusform>Defnyddiwch o leiaf %n digid, a dim byd arall.</numerusform>
            <numerusform>Defnyddiwch o leiaf %n digid, a dim byd arall.</numerusform>
            <numerusform>Defnyddiwch o leiaf %n digid, a dim byd arall.</numerusform>
            <numerusform>Defnyddiwch o leiaf %n digid, a dim byd arall.</numerusform>
        </translation>
    </message>
    <message>
        <source>Others would guess this one soon. Choose digits that do not follow each other.</source>
        <translation>Byddai eraill yn dyfalu hwn yn fuan. Dewiswch ddigidau nad ydynt yn dilyn ei gilydd.</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>Close and sum up</source>
        <extracomment>What was said of everybody at once, by the name under which it is taken back.</extracomment>
        <translation>Cau a chrynhoi</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Digwyddiad</translation>
    </message>
    <message>
        <source>Summary on paper</source>
        <translation>Crynodeb ar bapur</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Tystysgrifau</translation>
    </message>
    <message>
        <source>Close the register</source>
        <translation>Cau’r gofrestr</translation>
    </message>
</context>
<context>
    <name>ConcernForm</name>
    <message>
        <source>Report a concern</source>
        <translation>Adrodd am bryder</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Am beth mae’n sôn?</translation>
    </message>
    <message>
        <source>Is anyone in immediate danger?</source>
        <translation>A oes unrhyw un mewn perygl uniongyrchol?</translation>
    </message>
    <message>
        <source>When did it happen?</source>
        <translation>Pryd y digwyddodd?</translation>
    </message>
    <message>
        <source>Day and time, as well as you know</source>
        <translation>Diwrnod ac amser, hyd y gwyddoch</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>Ble?</translation>
    </message>
    <message>
        <source>Who is involved?</source>
        <translation>Pwy sy’n gysylltiedig?</translation>
    </message>
    <message>
        <source>Who else saw or heard it?</source>
        <translation>Pwy arall a’i gwelodd neu a’i clywodd?</translation>
    </message>
    <message>
        <source>What was said or done, and by whom?</source>
        <translation>Beth a ddywedwyd neu a wnaed, a chan bwy?</translation>
    </message>
    <message>
        <source>In the child’s own words where you can. What you saw and heard, not what you think of it.</source>
        <translation>Yng ngeiriau’r plentyn ei hun lle gallwch. Yr hyn a welsoch ac a glywsoch, nid eich barn amdano.</translation>
    </message>
    <message>
        <source>What have you done about it?</source>
        <translation>Beth ydych chi wedi’i wneud yn ei gylch?</translation>
    </message>
    <message>
        <source>Whom have you told by telephone?</source>
        <translation>Wrth bwy y dywedoch dros y ffôn?</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>Pryd?</translation>
    </message>
    <message>
        <source>If nobody: why not?</source>
        <translation>Os neb: pam?</translation>
    </message>
    <message>
        <source>Seal and save</source>
        <translation>Selio a chadw</translation>
    </message>
    <message>
        <source>It is no concern: throw it away</source>
        <translation>Nid yw’n bryder: ei daflu</translation>
    </message>
    <message>
        <source>Yes, throw it away</source>
        <translation>Ie, ei daflu</translation>
    </message>
    <message>
        <source>Once sealed, only the safeguarding leads can read it. You cannot read or change it again, but you can add to it.</source>
        <translation>Ar ôl ei selio, dim ond yr arweinwyr diogelu all ei ddarllen. Ni allwch ei ddarllen na’i newid eto, ond gallwch ychwanegu ato.</translation>
    </message>
    <message>
        <source>The adult’s name first</source>
        <translation>Enw’r oedolyn yn gyntaf</translation>
    </message>
</context>
<context>
    <name>ConcernHint</name>
    <message>
        <source>Is this a concern? Then it does not belong into a note: use the sealed form.</source>
        <extracomment>The sealed form is wanted instead.</extracomment>
        <translation>Ai pryder yw hwn? Os felly, nid mewn nodyn y mae ei le: defnyddiwch y ffurflen wedi’i selio.</translation>
    </message>
    <message>
        <source>Open the sealed form</source>
        <translation>Agor y ffurflen wedi’i selio</translation>
    </message>
</context>
<context>
    <name>ConcernNag</name>
    <message numerus="yes">
        <source>%n concern(s) NOT sent. Phone the safeguarding lead now.</source>
        <translation>
            <numerusform>NID yw %n pryder wedi’i anfon. Ffoniwch yr arweinydd diogelu nawr.</numerusform>
            <numerusform>NID yw %n pryder wedi’i anfon. Ffoniwch yr arweinydd diogelu nawr.</numerusform>
            <numerusform>NID yw %n o bryderon wedi’u hanfon. Ffoniwch yr arweinydd diogelu nawr.</numerusform>
            <numerusform>NID yw %n o bryderon wedi’u hanfon. Ffoniwch yr arweinydd diogelu nawr.</numerusform>
            <numerusform>NID yw %n o bryderon wedi’u hanfon. Ffoniwch yr arweinydd diogelu nawr.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConcernsPage</name>
    <message>
        <source>Concerns</source>
        <extracomment>Kinds of record that this page shows something of. Something was written: it is to be sent at once.</extracomment>
        <translation>Pryderon</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Allwedd adfer</translation>
    </message>
</context>
<context>
    <name>ConsentsPart</name>
    <message>
        <source>Record a consent</source>
        <extracomment>A ``Written``.</extracomment>
        <translation>Cofnodi caniatâd</translation>
    </message>
    <message>
        <source>Record a withdrawal</source>
        <translation>Cofnodi tynnu’n ôl</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Tynnu’n ôl</translation>
    </message>
    <message>
        <source>Save the consent</source>
        <translation>Cadw’r caniatâd</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Ar gyfer beth</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Pwy sy’n dweud</translation>
    </message>
    <message>
        <source>Name of who agrees</source>
        <translation>Enw’r sawl sy’n cytuno</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Sut</translation>
    </message>
    <message>
        <source>Version of the wording</source>
        <translation>Fersiwn y geiriad</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>Ar ba ddiwrnod</translation>
    </message>
    <message>
        <source>It ends on a day</source>
        <translation>Mae’n dod i ben ar ddiwrnod</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Diwrnod olaf</translation>
    </message>
    <message>
        <source>The young person has been told</source>
        <translation>Mae’r person ifanc wedi cael gwybod</translation>
    </message>
</context>
<context>
    <name>ContactsCard</name>
    <message>
        <source>Whom to phone</source>
        <translation>Pwy i’w ffonio</translation>
    </message>
    <message>
        <source>Everybody in the region sees these on the form, offline too.</source>
        <translation>Mae pawb yn y rhanbarth yn gweld y rhain ar y ffurflen, all-lein hefyd.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Rhif ffôn</translation>
    </message>
    <message>
        <source>When to phone there</source>
        <translation>Pryd i ffonio yno</translation>
    </message>
    <message>
        <source>Who that is</source>
        <translation>Pwy yw hynny</translation>
    </message>
    <message>
        <source>Add this number</source>
        <translation>Ychwanegu’r rhif hwn</translation>
    </message>
    <message>
        <source>No longer</source>
        <translation>Ddim mwyach</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message numerus="yes">
        <source>%n spelt nearly so</source>
        <extracomment>The sort key that was chosen.</extracomment>
        <translation>
            <numerusform>%n â sillafiad tebyg</numerusform>
            <numerusform>%n â sillafiad tebyg</numerusform>
            <numerusform>%n â sillafiad tebyg</numerusform>
            <numerusform>%n â sillafiad tebyg</numerusform>
            <numerusform>%n â sillafiad tebyg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n wedi&apos;u canfod</numerusform>
            <numerusform>%n wedi&apos;u canfod</numerusform>
            <numerusform>%n wedi&apos;u canfod</numerusform>
            <numerusform>%n wedi&apos;u canfod</numerusform>
            <numerusform>%n wedi&apos;u canfod</numerusform>
        </translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trefnu yn ôl</translation>
    </message>
    <message>
        <source>By {column}</source>
        <translation>Yn ôl {column}</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>1MM Desktop ran into a fault of its own. Your saved work is safe.</source>
        <translation>Cafodd 1MM Desktop nam ynddo&apos;i hun. Mae&apos;ch gwaith sydd wedi&apos;i gadw yn ddiogel.</translation>
    </message>
    <message>
        <source>Please send the details to the office.</source>
        <translation>Anfonwch y manylion at y swyddfa.</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copïo&apos;r manylion</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>This was half typed here: {text}</source>
        <extracomment>What is kept of all pages, by their keys. Everything that belonged to this page is in its place again (its key).</extracomment>
        <translation>Roedd hyn wedi&apos;i hanner teipio yma: {text}</translation>
    </message>
</context>
<context>
    <name>EvaluationFormPage</name>
    <message>
        <source>Evaluation form</source>
        <translation>Ffurflen werthuso</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Preparing the form</source>
        <translation>Wrthi’n paratoi’r ffurflen</translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>Evaluation</source>
        <translation>Gwerthusiad</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Digwyddiad</translation>
    </message>
    <message>
        <source>Form on paper</source>
        <translation>Ffurflen ar bapur</translation>
    </message>
    <message>
        <source>Evaluation: {title}</source>
        <translation>Gwerthusiad: {title}</translation>
    </message>
    <message>
        <source>Sheet {number} is written down. Ctrl+Z takes it back.</source>
        <translation>Mae taflen {number} wedi’i chofnodi. Mae Ctrl+Z yn ei thynnu’n ôl.</translation>
    </message>
    <message>
        <source>Nothing is asked at this event</source>
        <translation>Ni ofynnir dim yn y digwyddiad hwn</translation>
    </message>
    <message>
        <source>Questions come from the centre with the next sync.</source>
        <translation>Daw cwestiynau o’r ganolfan gyda’r cysoni nesaf.</translation>
    </message>
</context>
<context>
    <name>EventDetail</name>
    <message>
        <source>Open register</source>
        <translation>Agor y gofrestr</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Taflen arwyddo</translation>
    </message>
    <message>
        <source>Prepare for offline</source>
        <translation>Paratoi ar gyfer gweithio all-lein</translation>
    </message>
    <message>
        <source>Places and steps</source>
        <translation>Lleoedd a chamau</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Pryd</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ble</translation>
    </message>
    <message>
        <source>Getting in</source>
        <translation>Mynediad</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Beth</translation>
    </message>
    <message>
        <source>Trainers</source>
        <translation>Hyfforddwyr</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lleoedd</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Daeth</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Cyfeirnod</translation>
    </message>
    <message numerus="yes">
        <source>%n on the waiting list</source>
        <translation>
            <numerusform>%n ar y rhestr aros</numerusform>
            <numerusform>%n ar y rhestr aros</numerusform>
            <numerusform>%n ar y rhestr aros</numerusform>
            <numerusform>%n ar y rhestr aros</numerusform>
            <numerusform>%n ar y rhestr aros</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} hours</source>
        <translation>{hours} awr</translation>
    </message>
</context>
<context>
    <name>EventPage</name>
    <message>
        <source>Event</source>
        <translation>Digwyddiad</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Digwyddiadau</translation>
    </message>
    <message>
        <source>Change the plan</source>
        <translation>Newid y cynllun</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Gwerthusiad</translation>
    </message>
    <message>
        <source>Open register</source>
        <translation>Agor y gofrestr</translation>
    </message>
    <message>
        <source>Close and sum up</source>
        <translation>Cau a chrynhoi</translation>
    </message>
    <message>
        <source>Cancel the event</source>
        <translation>Canslo’r digwyddiad</translation>
    </message>
    <message>
        <source>Postpone to this time</source>
        <translation>Gohirio tan yr amser hwn</translation>
    </message>
    <message>
        <source>Why it is cancelled</source>
        <translation>Pam mae’n cael ei ganslo</translation>
    </message>
    <message>
        <source>When it is held instead</source>
        <translation>Pryd y’i cynhelir yn lle hynny</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Ei adael fel y mae</translation>
    </message>
</context>
<context>
    <name>EventSummaryPage</name>
    <message>
        <source>Summary of the event</source>
        <translation>Crynodeb o’r digwyddiad</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Preparing the summary</source>
        <translation>Wrthi’n paratoi’r crynodeb</translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>Day</source>
        <translation>Diwrnod</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Digwyddiad</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Wedi bwcio</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Daeth</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Cyflwr</translation>
    </message>
    <message>
        <source>{booked} of {capacity}</source>
        <translation>{booked} o {capacity}</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Events</source>
        <extracomment>Below this width (in px of the design) the panel stands under the list. Below this width the number of those who came is left to the panel.</extracomment>
        <translation>Digwyddiadau</translation>
    </message>
    <message>
        <source>Plan an event</source>
        <translation>Cynllunio digwyddiad</translation>
    </message>
    <message>
        <source>{today} today · {coming} coming · {past} past</source>
        <translation>{today} heddiw · {coming} i ddod · {past} wedi bod</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heddiw</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>I ddod</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Wedi bod</translation>
    </message>
    <message>
        <source>No event today</source>
        <translation>Dim digwyddiad heddiw</translation>
    </message>
    <message>
        <source>Look under Coming for the next one.</source>
        <translation>Edrychwch o dan I ddod am yr un nesaf.</translation>
    </message>
    <message>
        <source>No event is planned yet</source>
        <translation>Does dim digwyddiad wedi&apos;i drefnu eto</translation>
    </message>
    <message>
        <source>The office plans events; they arrive with the next sync (F5).</source>
        <translation>Y swyddfa sy&apos;n trefnu digwyddiadau; maen nhw&apos;n cyrraedd wrth nôl y tro nesaf (F5).</translation>
    </message>
    <message>
        <source>No past events</source>
        <translation>Dim digwyddiadau wedi bod</translation>
    </message>
    <message>
        <source>Events stay here once their day is over.</source>
        <translation>Mae digwyddiadau&apos;n aros yma ar ôl eu diwrnod.</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Step {number} of {total}</source>
        <extracomment>The address that answered as the centre, to be offered again next time. Back to the people who are on this laptop already. &quot;en&quot; or &quot;cy&quot;. A step came to the front (its class name, for tests and pictures).</extracomment>
        <translation>Cam {number} o {total}</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Eiliad…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nesaf</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
</context>
<context>
    <name>GoAnywhere</name>
    <message>
        <source>Go to a page, a person or an event</source>
        <extracomment>Answers of one finder that are shown; a person types on rather than reads more. Typed text in, places out; quick enough to be called on every key.</extracomment>
        <translation>Mynd i dudalen, at berson neu ddigwyddiad</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Lleoedd a gafwyd</translation>
    </message>
    <message>
        <source>Nothing found. Try a part of the name.</source>
        <translation>Dim wedi&apos;i ganfod. Rhowch gynnig ar ran o&apos;r enw.</translation>
    </message>
    <message>
        <source>Go anywhere</source>
        <translation>Mynd i unrhyw le</translation>
    </message>
</context>
<context>
    <name>InBuildingPage</name>
    <message>
        <source>In the building now</source>
        <translation>Yn yr adeilad nawr</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Cofrestr</translation>
    </message>
    <message>
        <source>People in the building</source>
        <translation>Pobl yn yr adeilad</translation>
    </message>
    <message>
        <source>Enter on a trainer or helper says that they are here, or that they have left.</source>
        <translation>Mae Enter ar hyfforddwr neu gynorthwyydd yn dweud eu bod yma, neu eu bod wedi gadael.</translation>
    </message>
    <message>
        <source>See the paper</source>
        <translation>Gweld y papur</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) in the building</source>
        <translation>
            <numerusform>%n o bobl yn yr adeilad</numerusform>
            <numerusform>%n person yn yr adeilad</numerusform>
            <numerusform>%n o bobl yn yr adeilad</numerusform>
            <numerusform>%n o bobl yn yr adeilad</numerusform>
            <numerusform>%n o bobl yn yr adeilad</numerusform>
        </translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>heb lofnodi i mewn</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>ers {time}</translation>
    </message>
</context>
<context>
    <name>KeyInPage</name>
    <message>
        <source>Key in a signed sheet</source>
        <translation>Cofnodi taflen wedi&apos;i harwyddo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Which sheet</source>
        <translation>Pa daflen</translation>
    </message>
    <message>
        <source>Rows of the sheet</source>
        <translation>Rhesi&apos;r daflen</translation>
    </message>
    <message>
        <source>What stands in this row</source>
        <translation>Beth sydd yn y rhes hon</translation>
    </message>
    <message>
        <source>Sheet {number}, printed {when}</source>
        <translation>Taflen {number}, argraffwyd {when}</translation>
    </message>
    <message>
        <source>There is no row {row}: this sheet ends with row {last}.</source>
        <translation>Nid oes rhes {row}: mae&apos;r daflen hon yn gorffen gyda rhes {last}.</translation>
    </message>
    <message>
        <source>Row {row}: {name} is written down.</source>
        <translation>Rhes {row}: mae {name} wedi&apos;i gofnodi.</translation>
    </message>
    <message>
        <source>{name}: “{state}” was said already, {where}. Enter once more replaces it; Down leaves it.</source>
        <translation>{name}: dywedwyd “{state}” eisoes, {where}. Mae Enter unwaith eto yn ei ddisodli; mae&apos;r saeth i lawr yn ei adael.</translation>
    </message>
    <message>
        <source>This is no letter or time of a row. {help}</source>
        <translation>Nid yw hyn yn llythyren nac yn amser rhes. {help}</translation>
    </message>
    <message>
        <source>No sheet was printed for this event on this laptop</source>
        <translation>Nid argraffwyd taflen ar gyfer y digwyddiad hwn ar y gliniadur hwn</translation>
    </message>
    <message>
        <source>Print it under “Sign-in sheet”; its rows are kept in the order of the paper.</source>
        <translation>Argraffwch hi o dan “Taflen arwyddo”; cedwir ei rhesi yn nhrefn y papur.</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Laptops that open concerns</source>
        <translation>Gliniaduron sy’n agor pryderon</translation>
    </message>
    <message>
        <source>Phone {name}. Only if they read you the same letters, let this laptop in.</source>
        <translation>Ffoniwch {name}. Dim ond os byddant yn darllen yr un llythrennau i chi y dylech adael y gliniadur hwn i mewn.</translation>
    </message>
    <message>
        <source>The letters agree: let it in</source>
        <translation>Mae’r llythrennau’n cytuno: ei adael i mewn</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Ei dynnu oddi ar y rhestr</translation>
    </message>
    <message>
        <source>Recovery key, in the safe</source>
        <translation>Allwedd adfer, yn y sêff</translation>
    </message>
    <message>
        <source>{name} (this laptop)</source>
        <translation>{name} (y gliniadur hwn)</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>Wedi’i dynnu</translation>
    </message>
    <message>
        <source>Opens concerns</source>
        <translation>Yn agor pryderon</translation>
    </message>
    <message>
        <source>Wants to be let in</source>
        <translation>Eisiau dod i mewn</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Sign in</source>
        <extracomment>How long a half-typed name, a list or a welcome stays on the screen, in ms. Somebody with the PIN wants the program back, or nobody chose a PIN. Too many wrong PINs.</extracomment>
        <translation>Llofnodi i mewn</translation>
    </message>
    <message>
        <source>This badge cannot be read here. Type your name, or ask at the desk.</source>
        <translation>Ni ellir darllen y bathodyn hwn yma. Teipiwch eich enw, neu gofynnwch wrth y ddesg.</translation>
    </message>
    <message>
        <source>Signing in is over. Please ask at the desk.</source>
        <translation>Mae’r llofnodi i mewn ar ben. Gofynnwch wrth y ddesg, os gwelwch yn dda.</translation>
    </message>
    <message>
        <source>Choose your name, then press Enter.</source>
        <translation>Dewiswch eich enw, yna pwyswch Enter.</translation>
    </message>
    <message>
        <source>Two people look like that here. Please ask at the desk.</source>
        <translation>Mae dau yn edrych felly yma. Gofynnwch wrth y ddesg, os gwelwch yn dda.</translation>
    </message>
    <message>
        <source>Welcome, {name}!</source>
        <translation>Croeso, {name}!</translation>
    </message>
    <message>
        <source>Welcome!</source>
        <translation>Croeso!</translation>
    </message>
    <message>
        <source>Three letters are enough. Or hold your badge under the scanner.</source>
        <translation>Mae tair llythyren yn ddigon. Neu daliwch eich bathodyn o dan y sganiwr.</translation>
    </message>
    <message>
        <source>Choose four digits or more.</source>
        <translation>Dewiswch bedwar digid neu fwy.</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Nid dyna’r PIN.</translation>
    </message>
    <message>
        <source>PIN for leaving</source>
        <translation>PIN ar gyfer gadael</translation>
    </message>
    <message>
        <source>Begin self sign-in</source>
        <translation>Dechrau hunanlofnodi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>People sign themselves in on this screen and see nothing of others. Choose a PIN that is not the one of this laptop: with it you come back to the register.</source>
        <translation>Mae pobl yn llofnodi eu hunain i mewn ar y sgrin hon heb weld dim am bobl eraill. Dewiswch PIN nad yw’n PIN y gliniadur hwn: ag ef y dewch yn ôl i’r gofrestr.</translation>
    </message>
    <message>
        <source>Self sign-in</source>
        <translation>Hunanlofnodi</translation>
    </message>
    <message>
        <source>Type your name</source>
        <translation>Teipiwch eich enw</translation>
    </message>
    <message>
        <source>Is this you?</source>
        <translation>Ai chi yw hwn?</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>You are signed in.</source>
        <translation>Rydych wedi llofnodi i mewn.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>Yn ôl i’r gofrestr</translation>
    </message>
    <message>
        <source>Back to signing in</source>
        <translation>Yn ôl i lofnodi i mewn</translation>
    </message>
    <message>
        <source>For staff</source>
        <translation>I staff</translation>
    </message>
</context>
<context>
    <name>LifePath</name>
    <message>
        <source>The event is: {state}</source>
        <extracomment>States beside the way: they stand alone.</extracomment>
        <translation>Statws y digwyddiad: {state}</translation>
    </message>
    <message>
        <source>The event is: {state}, step {place} of {all}</source>
        <translation>Statws y digwyddiad: {state}, cam {place} o {all}</translation>
    </message>
</context>
<context>
    <name>LinkPanel</name>
    <message>
        <source>Somebody we know</source>
        <extracomment>(walk-in, mentor, name of the walk-in)</extracomment>
        <translation>Rhywun rydym yn ei adnabod</translation>
    </message>
    <message>
        <source>It is this person</source>
        <translation>Y person hwn yw</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Who is {name}?</source>
        <translation>Pwy yw {name}?</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Print for these…</source>
        <extracomment>Below this width, in px of the design, the card takes the place of the list instead of standing beside it. Below this width of the list, its columns that can be spared are left out. A card follows the chosen line when the hand has rested on it for this long, in ms. A card of this page was opened from elsewhere: the page wants to come to the front. The id of the record whose card is shown now. (kind, record): a name on a card was chosen that belongs to another page. (kind, record, name): somebody is worried about whom the open card is about. (ids): papers are wanted for those who are found now, in the order of the list.</extracomment>
        <translation>Argraffu ar gyfer y rhain…</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Neb wedi&apos;i ganfod</translation>
    </message>
    <message>
        <source>Try fewer letters, or take the filters away. Esc clears the search.</source>
        <translation>Rhowch gynnig ar lai o lythrennau, neu dynnu&apos;r hidlwyr. Mae Esc yn clirio&apos;r chwiliad.</translation>
    </message>
</context>
<context>
    <name>LockingCard</name>
    <message>
        <source>Each person on this laptop has their own records, under their own key. Locking loses nothing.</source>
        <extracomment>&quot;pin&quot; or &quot;passphrase&quot;.</extracomment>
        <translation>Mae gan bob person ar y gliniadur hwn ei gofnodion ei hun, dan ei allwedd ei hun. Nid yw cloi yn colli dim.</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Cloi nawr</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Rhywun arall…</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours wait to be sent. They stay here until you open your records again.</source>
        <translation>
            <numerusform>Mae %n newid gennych yn aros i gael ei anfon. Bydd yn aros yma nes i chi agor eich cofnodion eto.</numerusform>
            <numerusform>Mae %n newid gennych yn aros i gael ei anfon. Bydd yn aros yma nes i chi agor eich cofnodion eto.</numerusform>
            <numerusform>Mae %n newid gennych yn aros i gael ei anfon. Bydd yn aros yma nes i chi agor eich cofnodion eto.</numerusform>
            <numerusform>Mae %n newid gennych yn aros i gael ei anfon. Bydd yn aros yma nes i chi agor eich cofnodion eto.</numerusform>
            <numerusform>Mae %n newid gennych yn aros i gael ei anfon. Bydd yn aros yma nes i chi agor eich cofnodion eto.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock and choose</source>
        <translation>Cloi a dewis</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Newid y cyfrinymadrodd…</translation>
    </message>
    <message>
        <source>Ask for a PIN…</source>
        <translation>Gofyn am PIN…</translation>
    </message>
    <message>
        <source>Change the PIN…</source>
        <translation>Newid y PIN…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Page</source>
        <extracomment>Below this width (in px of the design) the rail shows icons only.</extracomment>
        <translation>Tudalen</translation>
    </message>
</context>
<context>
    <name>MarkActions</name>
    <message>
        <source>This is somebody we know…</source>
        <translation>Rhywun rydym yn ei adnabod yw hwn…</translation>
    </message>
    <message>
        <source>Correct the time…</source>
        <extracomment>By state. Enter itself is the business of whatever has the focus: in the walk-in&apos;s fields it adds the walk-in. Says that a walk-in is somebody with a card. Corrects when somebody came or left. Prints somebody&apos;s badge at once; on lists the same key leads to the print centre. Prints it on a printer that is chosen anew. A walk-in is somebody with a card. Somebody came or left at another time than the one that stands. Somebody is to have their badge; True: from another printer than the last.</extracomment>
        <translation>Cywiro’r amser…</translation>
    </message>
    <message>
        <source>Print badge</source>
        <translation>Argraffu bathodyn</translation>
    </message>
    <message>
        <source>Print badge elsewhere…</source>
        <translation>Argraffu bathodyn ar argraffydd arall…</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Presennol</translation>
    </message>
    <message>
        <source>Late, arriving now</source>
        <translation>Hwyr, yn cyrraedd nawr</translation>
    </message>
    <message>
        <source>Left early, leaving now</source>
        <translation>Gadael yn gynnar, nawr</translation>
    </message>
    <message>
        <source>Came without a booking</source>
        <translation>Daeth heb archebu lle</translation>
    </message>
    <message>
        <source>Apologies</source>
        <translation>Ymddiheuriad</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Esgusodwyd</translation>
    </message>
    <message>
        <source>Absent without notice</source>
        <translation>Absennol heb rybudd</translation>
    </message>
    <message>
        <source>Expected again</source>
        <translation>Disgwylir eto</translation>
    </message>
</context>
<context>
    <name>MatchPanel</name>
    <message>
        <source>The match</source>
        <translation>Y paru</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pobl</translation>
    </message>
    <message>
        <source>Course of the match</source>
        <translation>Hynt y paru</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Nodiadau</translation>
    </message>
    <message>
        <source>Notes on the match</source>
        <translation>Nodiadau ar y paru</translation>
    </message>
    <message>
        <source>Your role may read this match but not change it.</source>
        <translation>Caiff eich rôl ddarllen y paru hwn ond nid ei newid.</translation>
    </message>
    <message>
        <source>A mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>A young person</source>
        <translation>Person ifanc</translation>
    </message>
    <message>
        <source>{mentor} and {mentee}</source>
        <translation>{mentor} a {mentee}</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>Young person</source>
        <translation>Person ifanc</translation>
    </message>
    <message numerus="yes">
        <source>No meeting for %n day(s). Ask both how it is going.</source>
        <translation>
            <numerusform>Dim cyfarfod ers %n diwrnod. Gofynnwch i&apos;r ddau sut mae&apos;n mynd.</numerusform>
            <numerusform>Dim cyfarfod ers %n diwrnod. Gofynnwch i&apos;r ddau sut mae&apos;n mynd.</numerusform>
            <numerusform>Dim cyfarfod ers %n diwrnod. Gofynnwch i&apos;r ddau sut mae&apos;n mynd.</numerusform>
            <numerusform>Dim cyfarfod ers %n diwrnod. Gofynnwch i&apos;r ddau sut mae&apos;n mynd.</numerusform>
            <numerusform>Dim cyfarfod ers %n diwrnod. Gofynnwch i&apos;r ddau sut mae&apos;n mynd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Cynigiwyd</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Dechreuwyd</translation>
    </message>
    <message>
        <source>Last met</source>
        <translation>Cwrdd ddiwethaf</translation>
    </message>
    <message>
        <source>Meetings held</source>
        <translation>Cyfarfodydd a fu</translation>
    </message>
    <message>
        <source>Planned end</source>
        <translation>Diwedd bwriadedig</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Wedi cau</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Oherwydd</translation>
    </message>
    <message>
        <source>Working on</source>
        <translation>Gweithio ar</translation>
    </message>
</context>
<context>
    <name>MatchesPage</name>
    <message>
        <source>Matches</source>
        <translation>Parau</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>Young person</source>
        <translation>Person ifanc</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Cyflwr</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Ers</translation>
    </message>
    <message>
        <source>Last met</source>
        <translation>Cwrdd ddiwethaf</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Pob cyflwr</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Cyswllt</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>Pob pâr</translation>
    </message>
    <message>
        <source>Type either name, a school or a reference</source>
        <translation>Teipiwch y naill enw, ysgol neu gyfeirnod</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n pâr</numerusform>
            <numerusform>%n pâr</numerusform>
            <numerusform>%n pâr</numerusform>
            <numerusform>%n pâr</numerusform>
            <numerusform>%n pâr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n gweithredol</numerusform>
            <numerusform>%n gweithredol</numerusform>
            <numerusform>%n gweithredol</numerusform>
            <numerusform>%n gweithredol</numerusform>
            <numerusform>%n gweithredol</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silent</source>
        <translation>
            <numerusform>%n tawel</numerusform>
            <numerusform>%n tawel</numerusform>
            <numerusform>%n tawel</numerusform>
            <numerusform>%n tawel</numerusform>
            <numerusform>%n tawel</numerusform>
        </translation>
    </message>
    <message>
        <source>Matches are not kept on a trainer’s laptop</source>
        <translation>Ni chedwir parau ar liniadur hyfforddwr</translation>
    </message>
    <message>
        <source>The young people’s schools, colleges and charities and the office hold them.</source>
        <translation>Ysgolion, colegau ac elusennau&apos;r bobl ifanc a&apos;r swyddfa sy&apos;n eu cadw.</translation>
    </message>
    <message>
        <source>No matches yet</source>
        <translation>Dim parau eto</translation>
    </message>
    <message>
        <source>A match begins with a mentor who is ready and a young person who waits. Press F5 to fetch them.</source>
        <translation>Mae paru&apos;n dechrau gyda mentor sy&apos;n barod a pherson ifanc sy&apos;n aros. Pwyswch F5 i&apos;w nôl.</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Pâr</translation>
    </message>
    <message numerus="yes">
        <source>Silent for %n day(s)</source>
        <translation>
            <numerusform>Tawel ers %n diwrnod</numerusform>
            <numerusform>Tawel ers %n diwrnod</numerusform>
            <numerusform>Tawel ers %n diwrnod</numerusform>
            <numerusform>Tawel ers %n diwrnod</numerusform>
            <numerusform>Tawel ers %n diwrnod</numerusform>
        </translation>
    </message>
    <message>
        <source>Silent pairs</source>
        <translation>Parau tawel</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Pob un arall</translation>
    </message>
</context>
<context>
    <name>MeetingPage</name>
    <message>
        <source>This laptop has to meet the centre</source>
        <extracomment>The centre has been met (SyncStatus). It could not be reached, or it did not want to (KnownError). What waits is in a file that somebody can carry.</extracomment>
        <translation>Rhaid i&apos;r gliniadur hwn gwrdd â&apos;r ganolfan</translation>
    </message>
    <message>
        <source>It has been without a word from the centre for too long. Connect it, and the records open.</source>
        <translation>Mae wedi bod heb air gan y ganolfan yn rhy hir. Cysylltwch ef, a bydd y cofnodion yn agor.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait here to be sent. They are safe.</source>
        <translation>
            <numerusform>Mae %n newid yn aros yma i gael ei anfon. Mae&apos;n ddiogel.</numerusform>
            <numerusform>Mae %n newid yn aros yma i gael ei anfon. Mae&apos;n ddiogel.</numerusform>
            <numerusform>Mae %n newid yn aros yma i gael ei anfon. Mae&apos;n ddiogel.</numerusform>
            <numerusform>Mae %n newid yn aros yma i gael ei anfon. Mae&apos;n ddiogel.</numerusform>
            <numerusform>Mae %n newid yn aros yma i gael ei anfon. Mae&apos;n ddiogel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save changes to a stick…</source>
        <translation>Cadw newidiadau ar gofbin…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Rhoi cynnig arall arni</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Cadw&apos;r newidiadau</translation>
    </message>
    <message>
        <source>Saved. Take it to the office: only the centre can read it.</source>
        <translation>Wedi&apos;i chadw. Ewch â hi i&apos;r swyddfa: dim ond y ganolfan all ei darllen.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un eiliad…</translation>
    </message>
</context>
<context>
    <name>MenteePanel</name>
    <message>
        <source>Young person’s card</source>
        <translation>Cerdyn person ifanc</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>No mentor yet.</source>
        <translation>Dim mentor eto.</translation>
    </message>
    <message>
        <source>Before a match</source>
        <translation>Cyn paru</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Caniatâd</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Ynghylch</translation>
    </message>
    <message>
        <source>How to reach a young person is known to their school, college or charity alone.</source>
        <translation>Dim ond ysgol, coleg neu elusen y person ifanc sy&apos;n gwybod sut i gysylltu.</translation>
    </message>
    <message>
        <source>Wishes and needs</source>
        <translation>Dymuniadau ac anghenion</translation>
    </message>
    <message>
        <source>Likes to be called</source>
        <translation>Hoffi cael ei alw&apos;n</translation>
    </message>
    <message>
        <source>Name on certificates</source>
        <translation>Enw ar dystysgrifau</translation>
    </message>
    <message>
        <source>Hopes and plans</source>
        <translation>Gobeithion a chynlluniau</translation>
    </message>
    <message>
        <source>Access needs</source>
        <translation>Anghenion mynediad</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Nodiadau</translation>
    </message>
    <message>
        <source>Your role may read this card but not change it.</source>
        <translation>Caiff eich rôl ddarllen y cerdyn hwn ond nid ei newid.</translation>
    </message>
    <message>
        <source>Nothing is missing: ready to match.</source>
        <translation>Nid oes dim ar goll: yn barod i’w baru.</translation>
    </message>
    <message>
        <source>Not waiting for a match now.</source>
        <translation>Nid yw’n aros i gael ei baru nawr.</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Oed</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Blwyddyn</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cwrs</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>Carfan</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Iaith</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Lluniau</translation>
    </message>
    <message>
        <source>Wants help with</source>
        <translation>Am gael help gyda</translation>
    </message>
    <message>
        <source>A mentor</source>
        <translation>Mentor</translation>
    </message>
</context>
<context>
    <name>MentorPanel</name>
    <message>
        <source>Mentor’s card</source>
        <translation>Cerdyn mentor</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Cyswllt</translation>
    </message>
    <message>
        <source>Contact details are kept at the office.</source>
        <translation>Cedwir manylion cyswllt yn y swyddfa.</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Ffôn</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-bost</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Cod post</translation>
    </message>
    <message>
        <source>Your role may read contact details but not change them.</source>
        <translation>Caiff eich rôl ddarllen manylion cyswllt ond nid eu newid.</translation>
    </message>
    <message>
        <source>Clearance</source>
        <translation>Cliriad</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Hyfforddiant</translation>
    </message>
    <message>
        <source>It is not known yet what is needed.</source>
        <translation>Nid yw&apos;n hysbys eto beth sydd ei angen.</translation>
    </message>
    <message>
        <source>Young people</source>
        <translation>Pobl ifanc</translation>
    </message>
    <message>
        <source>No matches on this laptop.</source>
        <translation>Dim parau ar y gliniadur hwn.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Digwyddiadau</translation>
    </message>
    <message>
        <source>Not booked on any event yet.</source>
        <translation>Heb fwcio ar ddigwyddiad eto.</translation>
    </message>
    <message>
        <source>Before a match</source>
        <translation>Cyn paru</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Caniatâd</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Ynghylch</translation>
    </message>
    <message>
        <source>Likes to be called</source>
        <translation>Hoffi cael ei alw&apos;n</translation>
    </message>
    <message>
        <source>Name on certificates</source>
        <translation>Enw ar dystysgrifau</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Sefydliad</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Teitl swydd</translation>
    </message>
    <message>
        <source>Access needs</source>
        <translation>Anghenion mynediad</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Nodiadau</translation>
    </message>
    <message>
        <source>Your role may read this card but not change it.</source>
        <translation>Caiff eich rôl ddarllen y cerdyn hwn ond nid ei newid.</translation>
    </message>
    <message>
        <source>Nothing is missing: ready to match.</source>
        <translation>Nid oes dim ar goll: yn barod i’w baru.</translation>
    </message>
    <message>
        <source>Not waiting for a match now.</source>
        <translation>Nid yw’n aros i gael ei baru nawr.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Iaith</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Lluniau</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Gwaith</translation>
    </message>
    <message>
        <source>With us since</source>
        <translation>Gyda ni ers</translation>
    </message>
    <message>
        <source>Helps with</source>
        <translation>Helpu gyda</translation>
    </message>
    <message>
        <source>Mentors at most</source>
        <translation>Mentora ar y mwyaf</translation>
    </message>
    <message numerus="yes">
        <source>%n young people</source>
        <translation>
            <numerusform>%n o bobl ifanc</numerusform>
            <numerusform>%n o bobl ifanc</numerusform>
            <numerusform>%n o bobl ifanc</numerusform>
            <numerusform>%n o bobl ifanc</numerusform>
            <numerusform>%n o bobl ifanc</numerusform>
        </translation>
    </message>
    <message>
        <source>The checks behind the clearance are kept at the office.</source>
        <translation>Cedwir y gwiriadau y tu ôl i&apos;r cliriad yn y swyddfa.</translation>
    </message>
    <message>
        <source>No check has been entered yet.</source>
        <translation>Does dim gwiriad wedi&apos;i nodi eto.</translation>
    </message>
    <message>
        <source>issued {day}</source>
        <translation>rhoddwyd {day}</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>rhif {number}</translation>
    </message>
    <message>
        <source>next due {day}</source>
        <translation>nesaf erbyn {day}</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>heb benderfynu eto</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Wedi pasio</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>I&apos;w wneud</translation>
    </message>
    <message>
        <source>A young person</source>
        <translation>Person ifanc</translation>
    </message>
</context>
<context>
    <name>MentorsPage</name>
    <message>
        <source>Mentors</source>
        <translation>Mentoriaid</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Sefydliad</translation>
    </message>
    <message>
        <source>Clearance</source>
        <translation>Cliriad</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Modiwlau</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Cam</translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>Pob cam</translation>
    </message>
    <message>
        <source>Any clearance</source>
        <translation>Unrhyw gliriad</translation>
    </message>
    <message>
        <source>Type a name, organisation or reference</source>
        <translation>Teipiwch enw, sefydliad neu gyfeirnod</translation>
    </message>
    <message numerus="yes">
        <source>%n mentor(s)</source>
        <translation>
            <numerusform>%n mentor</numerusform>
            <numerusform>%n mentor</numerusform>
            <numerusform>%n mentor</numerusform>
            <numerusform>%n mentor</numerusform>
            <numerusform>%n mentor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matched</source>
        <translation>
            <numerusform>%n wedi paru</numerusform>
            <numerusform>%n wedi paru</numerusform>
            <numerusform>%n wedi paru</numerusform>
            <numerusform>%n wedi paru</numerusform>
            <numerusform>%n wedi paru</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready to match</source>
        <translation>
            <numerusform>%n barod i&apos;w paru</numerusform>
            <numerusform>%n barod i&apos;w paru</numerusform>
            <numerusform>%n barod i&apos;w paru</numerusform>
            <numerusform>%n barod i&apos;w paru</numerusform>
            <numerusform>%n barod i&apos;w paru</numerusform>
        </translation>
    </message>
    <message>
        <source>No mentors yet</source>
        <translation>Dim mentoriaid eto</translation>
    </message>
    <message>
        <source>Mentors arrive from the centre. Press F5 to fetch them, or add walk-ins at an event.</source>
        <translation>Daw mentoriaid o&apos;r ganolfan. Pwyswch F5 i&apos;w nôl, neu ychwanegu rhai sy&apos;n galw heibio mewn digwyddiad.</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} o {total}</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
</context>
<context>
    <name>ModuleTicks</name>
    <message>
        <source>Gives</source>
        <translation>Yn rhoi</translation>
    </message>
    <message>
        <source>Session gives {module}</source>
        <translation>Mae’r sesiwn yn rhoi {module}</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>Open with the office’s help</source>
        <extracomment>The key of the database, as a bytearray.</extracomment>
        <translation>Agor gyda chymorth y swyddfa</translation>
    </message>
    <message>
        <source>Phone the office. They ask who you are, then for these two, and tell you twenty letters.</source>
        <translation>Ffoniwch y swyddfa. Byddant yn gofyn pwy ydych chi, yna am y ddau hyn, ac yn dweud ugain llythyren wrthych.</translation>
    </message>
    <message>
        <source>This laptop has not met the centre since it was set up, so only what you chose opens it.</source>
        <translation>Nid yw&apos;r gliniadur hwn wedi cwrdd â&apos;r ganolfan ers ei osod, felly dim ond yr hyn a ddewisoch sy&apos;n ei agor.</translation>
    </message>
    <message>
        <source>Laptop {number} · question {question}</source>
        <translation>Gliniadur {number} · cwestiwn {question}</translation>
    </message>
    <message>
        <source>The office’s answer</source>
        <translation>Ateb y swyddfa</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Agor</translation>
    </message>
    <message>
        <source>Write the office’s answer first.</source>
        <translation>Ysgrifennwch ateb y swyddfa yn gyntaf.</translation>
    </message>
</context>
<context>
    <name>OpenCard</name>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesiwn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Statws</translation>
    </message>
    <message>
        <source>Not marked yet</source>
        <translation>Heb eu marcio eto</translation>
    </message>
    <message numerus="yes">
        <source>%n still to be marked</source>
        <translation>
            <numerusform>%n ar ôl i’w farcio</numerusform>
            <numerusform>%n ar ôl i’w marcio</numerusform>
            <numerusform>%n ar ôl i’w marcio</numerusform>
            <numerusform>%n ar ôl i’w marcio</numerusform>
            <numerusform>%n ar ôl i’w marcio</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody is marked: it can be closed.</source>
        <translation>Mae pawb wedi’u marcio: gellir ei chau.</translation>
    </message>
    <message>
        <source>All of them: absent without notice</source>
        <translation>Pob un: absennol heb rybudd</translation>
    </message>
    <message>
        <source>All of them: excused</source>
        <translation>Pob un: wedi’u hesgusodi</translation>
    </message>
    <message>
        <source>All of them: apologies</source>
        <translation>Pob un: ymddiheuriadau</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Concerns</source>
        <extracomment>A page has a button of its own for Ctrl+Z. A page has a button of its own for F5.</extracomment>
        <translation>Pryderon</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Ceisiadau</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heddiw</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Digwyddiadau</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Digwyddiad</translation>
    </message>
    <message>
        <source>Plan an event</source>
        <translation>Cynllunio digwyddiad</translation>
    </message>
    <message>
        <source>Close and sum up</source>
        <translation>Cau a chrynhoi</translation>
    </message>
    <message>
        <source>Summary of the event</source>
        <translation>Crynodeb o’r digwyddiad</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Gwerthusiad</translation>
    </message>
    <message>
        <source>Evaluation form</source>
        <translation>Ffurflen werthuso</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Cofrestr</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Taflen arwyddo</translation>
    </message>
    <message>
        <source>Key in a signed sheet</source>
        <translation>Cofnodi taflen wedi&apos;i harwyddo</translation>
    </message>
    <message>
        <source>Prepare for offline</source>
        <translation>Paratoi ar gyfer gweithio all-lein</translation>
    </message>
    <message>
        <source>In the building now</source>
        <translation>Yn yr adeilad nawr</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Tystysgrifau</translation>
    </message>
    <message>
        <source>Mentors</source>
        <translation>Mentoriaid</translation>
    </message>
    <message>
        <source>Young people</source>
        <translation>Pobl ifanc</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Parau</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dogfennau</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>Angen adolygu</translation>
    </message>
    <message>
        <source>Check a certificate</source>
        <translation>Gwirio tystysgrif</translation>
    </message>
    <message>
        <source>Report a concern</source>
        <translation>Adrodd am bryder</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Gosodiadau</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Close</source>
        <extracomment>Width of the panel beside the list, in px of the design. (kind, record, field, text): somebody put a field right. (kind, record): the name of somebody else on this card was chosen. (kind, record, name): somebody is worried about whom this card is about. The kind of record that the card shows.</extracomment>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Report a concern</source>
        <translation>Adrodd am bryder</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Save PDF…</source>
        <extracomment>Work that reports how much is done and asks whether to stop. Milliseconds of work after which the time left is told.</extracomment>
        <translation>Cadw PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Argraffu…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Rhagolwg</translation>
    </message>
    <message>
        <source>Preparing the paper</source>
        <translation>Wrthi&apos;n paratoi&apos;r papur</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Cadw PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Cadwyd fel {name}.</translation>
    </message>
    <message>
        <source>Saved as {name}, signed by {signer}.</source>
        <translation>Cadwyd fel {name}, wedi’i lofnodi gan {signer}.</translation>
    </message>
    <message>
        <source>Saved as {name} without a signature.</source>
        <translation>Cadwyd fel {name} heb lofnod.</translation>
    </message>
    <message>
        <source>Sending to the printer</source>
        <translation>Wrthi&apos;n anfon at yr argraffydd</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) went to the printer.</source>
        <translation>
            <numerusform>Aeth %n tudalen at yr argraffydd.</numerusform>
            <numerusform>Aeth %n tudalen at yr argraffydd.</numerusform>
            <numerusform>Aeth %n tudalen at yr argraffydd.</numerusform>
            <numerusform>Aeth %n tudalen at yr argraffydd.</numerusform>
            <numerusform>Aeth %n tudalen at yr argraffydd.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatternCard</name>
    <message>
        <source>Low-level concerns about the same adult</source>
        <translation>Pryderon lefel isel am yr un oedolyn</translation>
    </message>
    <message>
        <source>Each alone says little. Together they may meet the threshold.</source>
        <translation>Ychydig a ddywed pob un ar ei ben ei hun. Gyda’i gilydd gallant gyrraedd y trothwy.</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n o weithiau</numerusform>
            <numerusform>%n waith</numerusform>
            <numerusform>%n o weithiau</numerusform>
            <numerusform>%n o weithiau</numerusform>
            <numerusform>%n o weithiau</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacesCard</name>
    <message>
        <source>Name</source>
        <extracomment>(mentor, name) (mentor, name, event) (mentor, name, answer)</extracomment>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Beforehand</source>
        <translation>Ymlaen llaw</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Nodyn atgoffa</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lle</translation>
    </message>
    <message>
        <source>Places at this event</source>
        <translation>Lleoedd yn y digwyddiad hwn</translation>
    </message>
    <message>
        <source>Type a name to book somebody</source>
        <translation>Teipiwch enw i archebu lle i rywun</translation>
    </message>
    <message>
        <source>Give up the place</source>
        <translation>Rhyddhau’r lle</translation>
    </message>
    <message>
        <source>Give a free place</source>
        <translation>Rhoi lle rhydd</translation>
    </message>
    <message>
        <source>Is coming</source>
        <translation>Yn dod</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Dim ateb</translation>
    </message>
    <message>
        <source>Event to move to</source>
        <translation>Digwyddiad i symud iddo</translation>
    </message>
    <message>
        <source>Move there</source>
        <translation>Symud yno</translation>
    </message>
    <message>
        <source>{missing} of {of} missing</source>
        <translation>{missing} o {of} ar goll</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Cyflawn</translation>
    </message>
    <message>
        <source>Waiting, {turn}</source>
        <translation>Yn aros, {turn}</translation>
    </message>
    <message>
        <source>Mentors found</source>
        <translation>Mentoriaid a ganfuwyd</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Plan an event</source>
        <translation>Cynllunio digwyddiad</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Keep the plan</source>
        <translation>Cadw’r cynllun</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Math o ddigwyddiad</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Dechrau</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Diwedd</translation>
    </message>
    <message>
        <source>Hours on certificates</source>
        <translation>Oriau ar dystysgrifau</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lleoedd</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>O leiaf</translation>
    </message>
    <message>
        <source>Module that it gives</source>
        <translation>Modiwl y mae’n ei roi</translation>
    </message>
    <message>
        <source>Asked for beforehand</source>
        <translation>Gofynnol ymlaen llaw</translation>
    </message>
    <message>
        <source>Change the plan</source>
        <translation>Newid y cynllun</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Dim byd</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Dim</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Teitl</translation>
    </message>
    <message>
        <source>Welsh title</source>
        <translation>Teitl Cymraeg</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Lleoliad</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Cyfeiriad</translation>
    </message>
    <message>
        <source>Getting in</source>
        <translation>Mynd i mewn</translation>
    </message>
</context>
<context>
    <name>PreflightPage</name>
    <message>
        <source>Prepare for offline</source>
        <extracomment>What wants somebody&apos;s hand stands above what is ready. A page that mends something: its key.</extracomment>
        <translation>Paratoi ar gyfer gweithio all-lein</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Gwirio nawr</translation>
    </message>
    <message>
        <source>This laptop was not made ready for this event yet.</source>
        <translation>Nid yw&apos;r gliniadur hwn wedi&apos;i baratoi ar gyfer y digwyddiad hwn eto.</translation>
    </message>
    <message>
        <source>“Check now” sends and fetches, reads the whole file, makes every paper once and asks the printer. Do it the day before, while there is internet.</source>
        <translation>Mae “Gwirio nawr” yn anfon ac yn nôl, yn darllen y ffeil gyfan, yn gwneud pob papur unwaith ac yn holi&apos;r argraffydd. Gwnewch hyn y diwrnod cynt, tra bo&apos;r rhyngrwyd ar gael.</translation>
    </message>
    <message>
        <source>Scanner test</source>
        <translation>Prawf sganiwr</translation>
    </message>
    <message>
        <source>Put the cursor here and scan any code. If letters appear, the scanner works.</source>
        <translation>Rhowch y cyrchwr yma a sganiwch unrhyw god. Os bydd llythrennau&apos;n ymddangos, mae&apos;r sganiwr yn gweithio.</translation>
    </message>
</context>
<context>
    <name>PrintCentreModel</name>
    <message>
        <source>Name as printed</source>
        <translation>Yr enw ar y papur</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Ar bapur</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Newydd</translation>
    </message>
    <message>
        <source>In</source>
        <translation>I mewn</translation>
    </message>
</context>
<context>
    <name>PrintCentrePage</name>
    <message>
        <source>Documents</source>
        <extracomment>So long after the last letter of a pasted list its people are looked up.</extracomment>
        <translation>Dogfennau</translation>
    </message>
    <message>
        <source>Who is in and who is left out</source>
        <translation>Pwy sydd i mewn a phwy sydd wedi’u gadael allan</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Paratoi</translation>
    </message>
    <message>
        <source>Choose again</source>
        <translation>Dewis eto</translation>
    </message>
    <message>
        <source>Save ZIP…</source>
        <translation>Cadw ZIP…</translation>
    </message>
    <message>
        <source>Pages 14–22</source>
        <translation>Tudalennau 14–22</translation>
    </message>
    <message>
        <source>Pages to print; nothing means all</source>
        <translation>Tudalennau i’w hargraffu; mae dim yn golygu pob un</translation>
    </message>
    <message>
        <source>Nobody to print for</source>
        <translation>Neb i argraffu ar ei gyfer</translation>
    </message>
    <message>
        <source>Choose other people, or paste a list of names above.</source>
        <translation>Dewiswch bobl eraill, neu gludo rhestr o enwau uchod.</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n new and prepare</source>
        <translation>
            <numerusform>Cyhoeddi %n newydd a pharatoi</numerusform>
            <numerusform>Cyhoeddi %n newydd a pharatoi</numerusform>
            <numerusform>Cyhoeddi %n newydd a pharatoi</numerusform>
            <numerusform>Cyhoeddi %n newydd a pharatoi</numerusform>
            <numerusform>Cyhoeddi %n newydd a pharatoi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prepare for %n</source>
        <translation>
            <numerusform>Paratoi ar gyfer %n</numerusform>
            <numerusform>Paratoi ar gyfer %n</numerusform>
            <numerusform>Paratoi ar gyfer %n</numerusform>
            <numerusform>Paratoi ar gyfer %n</numerusform>
            <numerusform>Paratoi ar gyfer %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in</source>
        <translation>
            <numerusform>%n i mewn</numerusform>
            <numerusform>%n i mewn</numerusform>
            <numerusform>%n i mewn</numerusform>
            <numerusform>%n i mewn</numerusform>
            <numerusform>%n i mewn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, with the reason</source>
        <translation>
            <numerusform>%n wedi’u gadael allan, gyda’r rheswm</numerusform>
            <numerusform>%n wedi’u gadael allan, gyda’r rheswm</numerusform>
            <numerusform>%n wedi’u gadael allan, gyda’r rheswm</numerusform>
            <numerusform>%n wedi’u gadael allan, gyda’r rheswm</numerusform>
            <numerusform>%n wedi’u gadael allan, gyda’r rheswm</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing certificates</source>
        <translation>Paratoi tystysgrifau</translation>
    </message>
    <message>
        <source>Preparing the paper</source>
        <translation>Paratoi’r papur</translation>
    </message>
    <message numerus="yes">
        <source>There are no such pages here. There are %n.</source>
        <translation>
            <numerusform>Nid oes tudalennau o’r fath yma. Mae %n.</numerusform>
            <numerusform>Nid oes tudalennau o’r fath yma. Mae %n.</numerusform>
            <numerusform>Nid oes tudalennau o’r fath yma. Mae %n.</numerusform>
            <numerusform>Nid oes tudalennau o’r fath yma. Mae %n.</numerusform>
            <numerusform>Nid oes tudalennau o’r fath yma. Mae %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save ZIP</source>
        <translation>Cadw ZIP</translation>
    </message>
    <message>
        <source>ZIP (*.zip)</source>
        <translation>ZIP (*.zip)</translation>
    </message>
    <message>
        <source>A PDF for each person</source>
        <translation>PDF i bob person</translation>
    </message>
</context>
<context>
    <name>PrintChoices</name>
    <message>
        <source>People from</source>
        <translation>Pobl o</translation>
    </message>
    <message>
        <source>Which people</source>
        <translation>Pa bobl</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>Beth i’w argraffu</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Iaith</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Trefn</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Dalen</translation>
    </message>
    <message>
        <source>Start at label</source>
        <translation>Dechrau ar label</translation>
    </message>
    <message>
        <source>Names, references or e-mail addresses, one to a line</source>
        <translation>Enwau, cyfeirnodau neu gyfeiriadau e-bost, un i bob llinell</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>Am beth</translation>
    </message>
    <message>
        <source>For what, in Welsh</source>
        <translation>Am beth, yn Gymraeg</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} o {total}</translation>
    </message>
    <message>
        <source>nearly done</source>
        <translation>bron â gorffen</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>tua %n eiliad ar ôl</numerusform>
            <numerusform>tua %n eiliad ar ôl</numerusform>
            <numerusform>tua %n eiliad ar ôl</numerusform>
            <numerusform>tua %n eiliad ar ôl</numerusform>
            <numerusform>tua %n eiliad ar ôl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>tua %n munud ar ôl</numerusform>
            <numerusform>tua %n munud ar ôl</numerusform>
            <numerusform>tua %n munud ar ôl</numerusform>
            <numerusform>tua %n munud ar ôl</numerusform>
            <numerusform>tua %n munud ar ôl</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Before both</source>
        <translation>Cyn y ddau</translation>
    </message>
    <message>
        <source>Write another…</source>
        <translation>Ysgrifennu un arall…</translation>
    </message>
    <message>
        <source>Save this answer</source>
        <translation>Cadw&apos;r ateb hwn</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Tudalennau</translation>
    </message>
</context>
<context>
    <name>RefusalCard</name>
    <message>
        <source>You proposed</source>
        <translation>Eich cynnig chi</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Pam na dderbyniwyd</translation>
    </message>
    <message>
        <source>Change and send again</source>
        <translation>Newid ac anfon eto</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Anfon eto</translation>
    </message>
    <message>
        <source>Take note</source>
        <translation>Wedi nodi</translation>
    </message>
    <message>
        <source>Discard my change</source>
        <translation>Gollwng fy newid</translation>
    </message>
    <message>
        <source>Yes, discard it</source>
        <translation>Iawn, ei ollwng</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Ei gadw</translation>
    </message>
</context>
<context>
    <name>RegisterDesk</name>
    <message>
        <source>Name or badge — Enter marks present</source>
        <extracomment>Columns that are shown only where the desk is at least so wide, in px of the design. (attendee, state, name): somebody is to be marked. (attendee, name): somebody on this register is said to be a person with a card. (attendee, name, elsewhere): somebody&apos;s badge is to be printed, on another printer than the last if so. Nobody on the register is called what was typed: is anybody with a card? Who is in the building?</extracomment>
        <translation>Enw neu fathodyn — Enter: yn bresennol</translation>
    </message>
    <message>
        <source>Mark as…</source>
        <translation>Marcio fel…</translation>
    </message>
    <message>
        <source>Add walk-in</source>
        <translation>Ychwanegu galw heibio</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Dadwneud</translation>
    </message>
    <message>
        <source>People on this register</source>
        <translation>Pobl ar y gofrestr hon</translation>
    </message>
    <message>
        <source>In the building: {count}</source>
        <translation>Yn yr adeilad: {count}</translation>
    </message>
    <message>
        <source>Enter present · Shift+Enter late · Ctrl+E left early · more under “Mark as…”</source>
        <translation>Enter presennol · Shift+Enter hwyr · Ctrl+E gadael yn gynnar · rhagor o dan “Marcio fel…”</translation>
    </message>
    <message>
        <source>Add {name}{place}, who is not booked</source>
        <translation>Ychwanegu {name}{place}, nad yw wedi archebu lle</translation>
    </message>
    <message>
        <source>{name}{place} is not booked</source>
        <translation>Nid yw {name}{place} wedi archebu</translation>
    </message>
    <message>
        <source>Enter adds them as present. Is it somebody else? F4 adds a walk-in.</source>
        <translation>Mae Enter yn eu hychwanegu’n bresennol. Rhywun arall? Mae F4 yn ychwanegu rhywun heb archebu.</translation>
    </message>
    <message>
        <source>Nobody called “{name}” is on this register</source>
        <translation>Does neb o&apos;r enw “{name}” ar y gofrestr hon</translation>
    </message>
    <message>
        <source>Try a part of the name, or press F4 to add a walk-in.</source>
        <translation>Rhowch gynnig ar ran o&apos;r enw, neu bwyso F4 i ychwanegu galw heibio.</translation>
    </message>
    <message>
        <source>Nobody is booked yet</source>
        <translation>Does neb wedi bwcio eto</translation>
    </message>
    <message>
        <source>Whoever comes can be added as a walk-in with F4.</source>
        <translation>Gellir ychwanegu pwy bynnag sy&apos;n dod gydag F4.</translation>
    </message>
    <message>
        <source>Nobody is spelt like that; these come close.</source>
        <translation>Does neb wedi&apos;i sillafu felly; mae&apos;r rhain yn agos.</translation>
    </message>
    <message>
        <source>Type a name first, or choose a row.</source>
        <translation>Teipiwch enw gyntaf, neu ddewis rhes.</translation>
    </message>
    <message>
        <source>{name} has a card already.</source>
        <translation>Mae gan {name} gerdyn yn barod.</translation>
    </message>
    <message>
        <source>Nobody with a card is like {name}.</source>
        <translation>Nid oes neb â cherdyn yn debyg i {name}.</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Register</source>
        <extracomment>The event at which people are to sign themselves in. The event whose head-count is wanted. A sentence for the foot of the window: a scan is seen from two steps away. (&quot;event&quot;, event, its title): somebody is worried about something at this session.</extracomment>
        <translation>Cofrestr</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Digwyddiadau</translation>
    </message>
    <message>
        <source>{booked} booked, capacity {capacity}</source>
        <translation>{booked} wedi bwcio, lle i {capacity}</translation>
    </message>
    <message>
        <source>Who is here: {count}</source>
        <translation>Pwy sydd yma: {count}</translation>
    </message>
    <message numerus="yes">
        <source>Print %n certificate(s)</source>
        <translation>
            <numerusform>Argraffu %n tystysgrif</numerusform>
            <numerusform>Argraffu %n tystysgrif</numerusform>
            <numerusform>Argraffu %n tystysgrif</numerusform>
            <numerusform>Argraffu %n tystysgrif</numerusform>
            <numerusform>Argraffu %n tystysgrif</numerusform>
        </translation>
    </message>
    <message>
        <source>Open that register</source>
        <translation>Agor y gofrestr honno</translation>
    </message>
    <message>
        <source>{said} · Ctrl+P prints the badge</source>
        <translation>{said} · mae Ctrl+P yn argraffu’r bathodyn</translation>
    </message>
    <message>
        <source>The badge of {name} went to the printer.</source>
        <translation>Aeth bathodyn {name} at yr argraffydd.</translation>
    </message>
    <message>
        <source>{name} gets no badge: {reason}.</source>
        <translation>Nid yw {name} yn cael bathodyn: {reason}.</translation>
    </message>
    <message>
        <source>The printer did not take the badge of {names}. The register is as it was.</source>
        <translation>Ni chymerodd yr argraffydd fathodyn {names}. Mae’r gofrestr fel yr oedd.</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>Dewis argraffydd</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Taflen arwyddo</translation>
    </message>
    <message>
        <source>Print certificates</source>
        <translation>Argraffu tystysgrifau</translation>
    </message>
    <message>
        <source>Report a concern</source>
        <translation>Adrodd am bryder</translation>
    </message>
    <message>
        <source>Self sign-in</source>
        <translation>Hunanlofnodi</translation>
    </message>
    <message>
        <source>present</source>
        <translation>presennol</translation>
    </message>
    <message>
        <source>walk-ins</source>
        <translation>galw heibio</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>disgwylir</translation>
    </message>
    <message>
        <source>apologies</source>
        <translation>ymddiheuriadau</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Report a concern</source>
        <extracomment>Milliseconds of quiet after which what was typed is kept. A concern was sealed: it is to be sent at once.</extracomment>
        <translation>Adrodd am bryder</translation>
    </message>
    <message>
        <source>Written on this laptop</source>
        <translation>Ysgrifennwyd ar y gliniadur hwn</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>{asked} · came in on {day}</source>
        <extracomment>(request, answer) request</extracomment>
        <translation>{asked} · daeth i law ar {day}</translation>
    </message>
    <message>
        <source>A legal hold keeps this person’s records: they are not to be erased until it is lifted.</source>
        <translation>Mae ataliad cyfreithiol yn cadw cofnodion y person hwn: nid ydynt i’w dileu nes ei godi.</translation>
    </message>
    <message>
        <source>Extended by two months; the person was told.</source>
        <translation>Estynnwyd o ddau fis; dywedwyd wrth y person.</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Sut y daeth i ben</translation>
    </message>
    <message>
        <source>Mark as answered</source>
        <translation>Nodi wedi’i ateb</translation>
    </message>
    <message>
        <source>Told of two months more</source>
        <translation>Dywedwyd am ddau fis arall</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>Requests about data</source>
        <translation>Ceisiadau am ddata</translation>
    </message>
    <message>
        <source>No request waits for an answer</source>
        <translation>Nid oes cais yn aros am ateb</translation>
    </message>
    <message>
        <source>Each is to be answered within a month of the day on which it came in.</source>
        <translation>Rhaid ateb pob un o fewn mis i’r diwrnod y daeth i law.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to answer</source>
        <translation>
            <numerusform>%n cais i’w ateb</numerusform>
            <numerusform>%n cais i’w ateb</numerusform>
            <numerusform>%n cais i’w ateb</numerusform>
            <numerusform>%n cais i’w ateb</numerusform>
            <numerusform>%n cais i’w ateb</numerusform>
        </translation>
    </message>
    <message>
        <source>{waiting}, the first by {day}</source>
        <translation>{waiting}, y cyntaf erbyn {day}</translation>
    </message>
</context>
<context>
    <name>ResultsCard</name>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n taflen</numerusform>
            <numerusform>%n taflen</numerusform>
            <numerusform>%n taflen</numerusform>
            <numerusform>%n taflen</numerusform>
            <numerusform>%n taflen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Needs review</source>
        <extracomment>Cards shown at once; &quot;Show more&quot; brings the next ones. Nobody reads hundreds of them.</extracomment>
        <translation>Angen adolygu</translation>
    </message>
    <message>
        <source>Settle several…</source>
        <translation>Penderfynu sawl un…</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Does dim angen eich sylw</translation>
    </message>
    <message>
        <source>Where two people wrote something else in the same place, you will find both answers here.</source>
        <translation>Lle ysgrifennodd dau berson rywbeth gwahanol yn yr un lle, fe welwch y ddau ateb yma.</translation>
    </message>
    <message>
        <source>M keeps mine, T keeps theirs, W writes another; Up and Down go from card to card.</source>
        <translation>Mae M yn cadw f&apos;un i, T eu hun nhw, a W yn ysgrifennu un arall; mae&apos;r saethau i fyny ac i lawr yn mynd o gerdyn i gerdyn.</translation>
    </message>
    <message>
        <source>Ctrl+Z takes your last decision back, also after it was sent.</source>
        <translation>Mae Ctrl+Z yn tynnu eich penderfyniad diwethaf yn ôl, hyd yn oed ar ôl ei anfon.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Dangos %n arall</numerusform>
            <numerusform>Dangos %n arall</numerusform>
            <numerusform>Dangos %n arall</numerusform>
            <numerusform>Dangos %n arall</numerusform>
            <numerusform>Dangos %n arall</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else has decided on {name} meanwhile. You had written: {text}</source>
        <translation>Mae rhywun arall wedi penderfynu ar {name} yn y cyfamser. Roeddech chi wedi ysgrifennu: {text}</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n cwestiwn</numerusform>
            <numerusform>%n cwestiwn</numerusform>
            <numerusform>%n cwestiwn</numerusform>
            <numerusform>%n cwestiwn</numerusform>
            <numerusform>%n cwestiwn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message>
        <source>Name</source>
        <extracomment>(attendee, state): somebody ticked or unticked the box of a row.</extracomment>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Sefydliad</translation>
    </message>
    <message>
        <source>Clearance</source>
        <translation>Cliriad</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Modiwlau</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statws</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} o {total}</translation>
    </message>
    <message>
        <source>Two desks wrote different things down. Mark what is right, and it is settled.</source>
        <translation>Ysgrifennodd dwy ddesg bethau gwahanol. Marciwch beth sy&apos;n gywir, a dyna ddatrys.</translation>
    </message>
</context>
<context>
    <name>SessionChoice</name>
    <message>
        <source>Which session</source>
        <translation>Pa sesiwn</translation>
    </message>
    <message>
        <source>Choose the session</source>
        <translation>Dewiswch y sesiwn</translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation>Pob sesiwn</translation>
    </message>
</context>
<context>
    <name>SessionRow</name>
    <message>
        <source>Title of the session</source>
        <translation>Teitl y sesiwn</translation>
    </message>
    <message>
        <source>Welsh title of the session</source>
        <translation>Teitl Cymraeg y sesiwn</translation>
    </message>
    <message>
        <source>Beginning of the session</source>
        <translation>Dechrau’r sesiwn</translation>
    </message>
    <message>
        <source>End of the session</source>
        <translation>Diwedd y sesiwn</translation>
    </message>
    <message>
        <source>Hours of the session</source>
        <translation>Oriau’r sesiwn</translation>
    </message>
    <message>
        <source>Remove the session</source>
        <translation>Tynnu’r sesiwn</translation>
    </message>
</context>
<context>
    <name>SessionSwitch</name>
    <message>
        <source>Session</source>
        <translation>Sesiwn</translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation>Pob sesiwn</translation>
    </message>
</context>
<context>
    <name>SessionsCard</name>
    <message>
        <source>Sessions</source>
        <translation>Sesiynau</translation>
    </message>
    <message>
        <source>Add a session</source>
        <translation>Ychwanegu sesiwn</translation>
    </message>
</context>
<context>
    <name>SetUpCard</name>
    <message>
        <source>Print it…</source>
        <extracomment>The region&apos;s first keys are to be made. The recovery key was printed and written back. The seed of the recovery key that was typed.</extracomment>
        <translation>Ei hargraffu…</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Allwedd adfer</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Defnyddio’r allwedd adfer</translation>
    </message>
    <message>
        <source>Set up concerns for this region</source>
        <translation>Paratoi pryderon ar gyfer y rhanbarth hwn</translation>
    </message>
    <message>
        <source>This laptop will hold the key that opens concerns. A second key, the recovery key, is printed once and kept in a safe: without any lead’s laptop it is the only way to read them.</source>
        <translation>Bydd y gliniadur hwn yn dal yr allwedd sy’n agor pryderon. Caiff ail allwedd, yr allwedd adfer, ei hargraffu unwaith a’i chadw mewn sêff: heb liniadur unrhyw arweinydd, dyna’r unig ffordd o’u darllen.</translation>
    </message>
    <message>
        <source>Make the keys</source>
        <translation>Gwneud yr allweddi</translation>
    </message>
    <message>
        <source>Let this laptop open concerns</source>
        <translation>Gadael i’r gliniadur hwn agor pryderon</translation>
    </message>
    <message>
        <source>Another lead lets it in from theirs; or type the recovery key from the safe.</source>
        <translation>Mae arweinydd arall yn ei adael i mewn o’i liniadur ei hun; neu teipiwch yr allwedd adfer o’r sêff.</translation>
    </message>
    <message>
        <source>Ask another lead</source>
        <translation>Gofyn i arweinydd arall</translation>
    </message>
    <message>
        <source>Waiting to be let in</source>
        <translation>Yn aros i ddod i mewn</translation>
    </message>
    <message>
        <source>Phone another lead and read these letters to them. They stand on their Concerns page too.</source>
        <translation>Ffoniwch arweinydd arall a darllenwch y llythrennau hyn iddynt. Maent ar eu tudalen Pryderon hwythau hefyd.</translation>
    </message>
    <message>
        <source>The recovery key of this region</source>
        <translation>Allwedd adfer y rhanbarth hwn</translation>
    </message>
    <message>
        <source>Print it, put it in the charity’s safe, and type it here from the paper. It is kept on no computer and is never shown again.</source>
        <translation>Argraffwch hi, rhowch hi yn sêff yr elusen, a theipiwch hi yma o’r papur. Ni chaiff ei chadw ar unrhyw gyfrifiadur ac ni chaiff ei dangos byth eto.</translation>
    </message>
    <message>
        <source>It lies in the safe</source>
        <translation>Mae yn y sêff</translation>
    </message>
    <message>
        <source>That is not what stands on the paper. Compare it letter by letter.</source>
        <translation>Nid dyna sydd ar y papur. Cymharwch lythyren wrth lythyren.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <extracomment>Whose laptops issue certificates for a whole region. &quot;system&quot;, &quot;light&quot; or &quot;dark&quot;. Per cent. &quot;en&quot;, &quot;cy&quot; or &quot;system&quot;. Whether scans are heard.</extracomment>
        <translation>Gosodiadau</translation>
    </message>
    <message>
        <source>Send and fetch now</source>
        <translation>Anfon a nôl nawr</translation>
    </message>
    <message>
        <source>Without a network</source>
        <translation>Heb rwydwaith</translation>
    </message>
    <message>
        <source>Are the records sound?</source>
        <translation>A yw&apos;r cofnodion yn gywir?</translation>
    </message>
    <message>
        <source>This laptop and its people</source>
        <translation>Y gliniadur hwn a&apos;i bobl</translation>
    </message>
    <message>
        <source>Signature on certificates</source>
        <translation>Llofnod ar dystysgrifau</translation>
    </message>
    <message>
        <source>Size of the records</source>
        <translation>Maint y cofnodion</translation>
    </message>
    <message>
        <source>Changes to send</source>
        <translation>Newidiadau i&apos;w hanfon</translation>
    </message>
    <message>
        <source>Changes that need attention</source>
        <translation>Newidiadau sydd angen sylw</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ddim eto</translation>
    </message>
    <message>
        <source>Last verified against the centre</source>
        <translation>Gwiriwyd â&apos;r ganolfan ddiwethaf</translation>
    </message>
    <message>
        <source>Address of the centre</source>
        <translation>Cyfeiriad y ganolfan</translation>
    </message>
    <message>
        <source>Clock of this laptop</source>
        <translation>Cloc y gliniadur hwn</translation>
    </message>
    <message>
        <source>Please set this laptop’s clock right: the times on your papers come from it.</source>
        <translation>Gosodwch gloc y gliniadur hwn yn gywir: ohono ef y daw’r amserau ar eich papurau.</translation>
    </message>
    <message>
        <source>Sending and fetching</source>
        <translation>Anfon a nôl</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopio</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Y gliniadur hwn</translation>
    </message>
    <message>
        <source>key in this account&apos;s keyring</source>
        <translation>allwedd yng nghylch allweddi&apos;r cyfrif hwn</translation>
    </message>
    <message>
        <source>key by PIN and this account’s keyring</source>
        <translation>allwedd drwy PIN a chylch allweddi&apos;r cyfrif hwn</translation>
    </message>
    <message>
        <source>key by passphrase</source>
        <translation>allwedd drwy gyfrinymadrodd</translation>
    </message>
    <message>
        <source>Scans and sign-ins are heard</source>
        <translation>Mae sŵn wrth sganio a llofnodi i mewn</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Rhif</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Rhanbarth</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Mewngofnodwyd fel</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôl</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Amgryptio</translation>
    </message>
    <message>
        <source>AES-256 (SQLCipher), {key}</source>
        <translation>AES-256 (SQLCipher), {key}</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ffolder</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fersiwn</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>Golwg ac iaith</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Lliwiau</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Fel y system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Golau</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tywyll</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Maint y testun</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Iaith</translation>
    </message>
</context>
<context>
    <name>SeveralPanel</name>
    <message>
        <source>Settle several at once</source>
        <translation>Penderfynu sawl un ar unwaith</translation>
    </message>
    <message>
        <source>Keep all mine</source>
        <translation>Cadw fy rhai i i gyd</translation>
    </message>
    <message>
        <source>Keep all theirs</source>
        <translation>Cadw eu rhai nhw i gyd</translation>
    </message>
    <message>
        <source>Keep the newer ones</source>
        <translation>Cadw’r rhai mwyaf newydd</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Newer is judged by the clocks of the laptops, which may be wrong. Ctrl+Z takes all of it back.</source>
        <translation>Clociau&apos;r gliniaduron sy&apos;n dweud pa un sydd fwyaf newydd, a gallant fod yn anghywir. Mae Ctrl+Z yn tynnu&apos;r cyfan yn ôl.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) ticked. One rule settles them:</source>
        <translation>
            <numerusform>%n cwestiwn wedi&apos;u ticio. Un rheol sy&apos;n eu penderfynu:</numerusform>
            <numerusform>%n cwestiwn wedi&apos;u ticio. Un rheol sy&apos;n eu penderfynu:</numerusform>
            <numerusform>%n cwestiwn wedi&apos;u ticio. Un rheol sy&apos;n eu penderfynu:</numerusform>
            <numerusform>%n cwestiwn wedi&apos;u ticio. Un rheol sy&apos;n eu penderfynu:</numerusform>
            <numerusform>%n cwestiwn wedi&apos;u ticio. Un rheol sy&apos;n eu penderfynu:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>Key in a sheet</source>
        <translation>Cofnodi taflen</translation>
    </message>
    <message>
        <source>Write the sheet down</source>
        <translation>Cofnodi’r daflen</translation>
    </message>
    <message>
        <source>Question {number}: {most} characters at most.</source>
        <translation>Cwestiwn {number}: {most} nod ar y mwyaf.</translation>
    </message>
    <message>
        <source>Question {number} takes {how}.</source>
        <translation>Mae cwestiwn {number} yn derbyn {how}.</translation>
    </message>
</context>
<context>
    <name>ShutOutPage</name>
    <message>
        <source>This laptop was shut out</source>
        <extracomment>The files lie on the disk; the key may go. They could not be written; nothing may be destroyed (KnownError). A copy was saved where somebody can carry it away. Somebody wants to begin anew on this laptop.</extracomment>
        <translation>Cafodd y gliniadur hwn ei gau allan</translation>
    </message>
    <message>
        <source>Begin anew…</source>
        <translation>Dechrau o&apos;r newydd…</translation>
    </message>
    <message>
        <source>Save the sealed file…</source>
        <translation>Cadw&apos;r ffeil wedi&apos;i selio…</translation>
    </message>
    <message>
        <source>Save the sealed file</source>
        <translation>Cadw&apos;r ffeil wedi&apos;i selio</translation>
    </message>
    <message>
        <source>The file could not be saved there. Choose another place.</source>
        <translation>Ni ellid cadw&apos;r ffeil yno. Dewiswch le arall.</translation>
    </message>
    <message>
        <source>Saved. Take it to the office: only the centre can read it.</source>
        <translation>Wedi&apos;i chadw. Ewch â hi i&apos;r swyddfa: dim ond y ganolfan all ei darllen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Rhoi cynnig arall arni</translation>
    </message>
    <message>
        <source>The office has withdrawn it. What you have not sent is being sealed for the office…</source>
        <translation>Mae&apos;r swyddfa wedi ei dynnu&apos;n ôl. Mae&apos;r hyn nad ydych wedi&apos;i anfon yn cael ei selio ar gyfer y swyddfa…</translation>
    </message>
    <message>
        <source>The records are gone from it. What was not sent is sealed in a file: take it to the office.</source>
        <translation>Mae&apos;r cofnodion wedi mynd oddi arno. Mae&apos;r hyn na anfonwyd wedi&apos;i selio mewn ffeil: ewch â hi i&apos;r swyddfa.</translation>
    </message>
    <message>
        <source>The records are gone from it. Everything had been sent. Phone the office if this is wrong.</source>
        <translation>Mae&apos;r cofnodion wedi mynd oddi arno. Roedd popeth wedi&apos;i anfon. Ffoniwch y swyddfa os yw hyn yn anghywir.</translation>
    </message>
</context>
<context>
    <name>SignInSheetPage</name>
    <message>
        <source>Sign-in sheet</source>
        <extracomment>A register and the day by which its signed sheet is destroyed.</extracomment>
        <translation>Taflen arwyddo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Which sheet</source>
        <translation>Pa daflen</translation>
    </message>
    <message>
        <source>Blank, to be signed</source>
        <translation>Gwag, i&apos;w harwyddo</translation>
    </message>
    <message>
        <source>Filled, from the register</source>
        <translation>Wedi&apos;i llenwi, o&apos;r gofrestr</translation>
    </message>
    <message>
        <source>Key in a signed sheet</source>
        <translation>Cofnodi taflen wedi&apos;i harwyddo</translation>
    </message>
    <message>
        <source>Preparing the sign-in sheet</source>
        <translation>Wrthi&apos;n paratoi&apos;r daflen arwyddo</translation>
    </message>
</context>
<context>
    <name>SigningCard</name>
    <message>
        <source>Nobody signs.</source>
        <translation>Does neb yn llofnodi.</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Cyfrinair y ffeil</translation>
    </message>
    <message>
        <source>Every certificate of a mentor proves itself by its code. If your charity has a signing certificate, the PDFs you save are signed with it too. It stays on this laptop and is never sent.</source>
        <extracomment>The password that was typed. The page came to the front: what it says of the certificate&apos;s time may be a day old.</extracomment>
        <translation>Mae cod pob tystysgrif mentor yn brawf ohoni’i hun. Os oes gan eich elusen dystysgrif lofnodi, caiff y ffeiliau PDF a gadwch eu llofnodi â hi hefyd. Mae’n aros ar y gliniadur hwn ac ni chaiff byth ei hanfon.</translation>
    </message>
    <message>
        <source>Choose a signing certificate…</source>
        <translation>Dewis tystysgrif lofnodi…</translation>
    </message>
    <message>
        <source>Sign with it</source>
        <translation>Llofnodi â hi</translation>
    </message>
    <message>
        <source>Sign no longer</source>
        <translation>Peidio â llofnodi mwyach</translation>
    </message>
    <message>
        <source>Type the password of {file}.</source>
        <translation>Teipiwch gyfrinair {file}.</translation>
    </message>
    <message>
        <source>{signer} signs, until {day}.</source>
        <translation>{signer} sy’n llofnodi, hyd at {day}.</translation>
    </message>
</context>
<context>
    <name>SigningSettings</name>
    <message>
        <source>Signing certificates (*.p12 *.pfx)</source>
        <extracomment>One thing has come to its end, well or not (for tests).</extracomment>
        <translation>Tystysgrifau llofnodi (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Choose a signing certificate</source>
        <translation>Dewis tystysgrif lofnodi</translation>
    </message>
    <message>
        <source>Certificates that are saved from now on are signed.</source>
        <translation>Caiff tystysgrifau a gedwir o hyn ymlaen eu llofnodi.</translation>
    </message>
    <message>
        <source>Certificates are saved without a signature from now on.</source>
        <translation>Caiff tystysgrifau eu cadw heb lofnod o hyn ymlaen.</translation>
    </message>
</context>
<context>
    <name>SlipCard</name>
    <message>
        <source>Add something</source>
        <extracomment>It was lost, and its author has told the lead again.</extracomment>
        <translation>Ychwanegu rhywbeth</translation>
    </message>
    <message>
        <source>I have phoned, and written it again</source>
        <translation>Rwyf wedi ffonio, a’i ysgrifennu eto</translation>
    </message>
    <message>
        <source>What is to be added</source>
        <translation>Yr hyn sydd i’w ychwanegu</translation>
    </message>
    <message>
        <source>Seal and add</source>
        <translation>Selio ac ychwanegu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
</context>
<context>
    <name>StaffCard</name>
    <message>
        <source>Trainers and helpers</source>
        <translation>Hyfforddwyr a chynorthwywyr</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Ychwanegu person</translation>
    </message>
</context>
<context>
    <name>StaffRow</name>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>Dyletswydd</translation>
    </message>
    <message>
        <source>Remove the person</source>
        <translation>Tynnu’r person</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Summary</source>
        <translation>Crynodeb</translation>
    </message>
    <message>
        <source>came</source>
        <translation>wedi dod</translation>
    </message>
    <message>
        <source>per cent attendance</source>
        <translation>y cant o bresenoldeb</translation>
    </message>
    <message>
        <source>per cent commitment</source>
        <translation>y cant o ymrwymiad</translation>
    </message>
    <message>
        <source>walk-ins</source>
        <translation>heb archebu</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Presenoldeb</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Ymrwymiad</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>Cyrraedd</translation>
    </message>
    <message>
        <source>On the register</source>
        <translation>Ar y gofrestr</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Nodwyd</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiynau</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Hyfforddiant</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Gwerthusiad</translation>
    </message>
    <message>
        <source>Amendments</source>
        <translation>Diwygiadau</translation>
    </message>
    <message>
        <source>{share} came or said beforehand that they would not.</source>
        <translation>Daeth {share}, neu dywedasant ymlaen llaw na fyddent yn dod.</translation>
    </message>
    <message>
        <source>{share} of the booked people came.</source>
        <translation>Daeth {share} o’r bobl a archebodd.</translation>
    </message>
    <message>
        <source>From {first} to {last}; {left} left early.</source>
        <translation>O {first} tan {last}; gadawodd {left} yn gynnar.</translation>
    </message>
    <message>
        <source>{gained} passed a module here; {complete} now have all that is asked for.</source>
        <translation>Pasiodd {gained} fodiwl yma; mae gan {complete} bopeth sy’n ofynnol bellach.</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n taflen</numerusform>
            <numerusform>%n taflen</numerusform>
            <numerusform>%n taflen</numerusform>
            <numerusform>%n taflen</numerusform>
            <numerusform>%n taflen</numerusform>
        </translation>
    </message>
    <message>
        <source>{times} {title}: {came} came, {absent} absent</source>
        <translation>{times} {title}: {came} wedi dod, {absent} yn absennol</translation>
    </message>
    <message>
        <source>Amended by {by}: {name}, {state} — {reason}</source>
        <translation>Diwygiwyd gan {by}: {name}, {state} — {reason}</translation>
    </message>
</context>
<context>
    <name>SyncPill</name>
    <message>
        <source>Shows the details in Settings</source>
        <translation>Yn dangos y manylion yn y Gosodiadau</translation>
    </message>
    <message>
        <source>Shows what needs review</source>
        <translation>Yn dangos beth sydd angen ei adolygu</translation>
    </message>
</context>
<context>
    <name>TimePanel</name>
    <message>
        <source>Correct the time</source>
        <extracomment>(attendee, name, what was typed)</extracomment>
        <translation>Cywiro’r amser</translation>
    </message>
    <message>
        <source>Time, such as 1012</source>
        <translation>Amser, er enghraifft 1012</translation>
    </message>
    <message>
        <source>Time of {name}</source>
        <translation>Amser {name}</translation>
    </message>
    <message>
        <source>Type hours and minutes, such as 10:12 or 1012.</source>
        <translation>Teipiwch oriau a munudau, er enghraifft 10:12 neu 1012.</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <extracomment>Below this width (in px of the design) the two columns stand under each other. How many consents that run out are named.</extracomment>
        <translation>Heddiw</translation>
    </message>
    <message numerus="yes">
        <source>Connect this laptop within %n day(s), or its records lock until you do.</source>
        <translation>
            <numerusform>Cysylltwch y gliniadur hwn o fewn %n diwrnod, neu bydd ei gofnodion yn cloi nes i chi wneud.</numerusform>
            <numerusform>Cysylltwch y gliniadur hwn o fewn %n diwrnod, neu bydd ei gofnodion yn cloi nes i chi wneud.</numerusform>
            <numerusform>Cysylltwch y gliniadur hwn o fewn %n diwrnod, neu bydd ei gofnodion yn cloi nes i chi wneud.</numerusform>
            <numerusform>Cysylltwch y gliniadur hwn o fewn %n diwrnod, neu bydd ei gofnodion yn cloi nes i chi wneud.</numerusform>
            <numerusform>Cysylltwch y gliniadur hwn o fewn %n diwrnod, neu bydd ei gofnodion yn cloi nes i chi wneud.</numerusform>
        </translation>
    </message>
    <message>
        <source>Good morning, {name}</source>
        <translation>Bore da, {name}</translation>
    </message>
    <message>
        <source>Good afternoon, {name}</source>
        <translation>Prynhawn da, {name}</translation>
    </message>
    <message>
        <source>Good evening, {name}</source>
        <translation>Noswaith dda, {name}</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Ei ddangos</translation>
    </message>
    <message>
        <source>Today’s event</source>
        <translation>Digwyddiad heddiw</translation>
    </message>
    <message>
        <source>With {names}</source>
        <translation>Gyda {names}</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>wedi bwcio</translation>
    </message>
    <message>
        <source>came</source>
        <translation>wedi dod</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>disgwylir</translation>
    </message>
    <message>
        <source>Open register</source>
        <translation>Agor y gofrestr</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Taflen arwyddo</translation>
    </message>
    <message>
        <source>This laptop was not made ready for it yet.</source>
        <translation>Nid yw&apos;r gliniadur hwn wedi&apos;i baratoi ar ei gyfer eto.</translation>
    </message>
    <message>
        <source>Prepare for offline</source>
        <translation>Paratoi ar gyfer gweithio all-lein</translation>
    </message>
    <message>
        <source>The next one is {title}, {when}.</source>
        <translation>Yr un nesaf yw {title}, {when}.</translation>
    </message>
    <message>
        <source>Events planned by the office arrive with the next sync.</source>
        <translation>Daw digwyddiadau&apos;r swyddfa wrth nôl y tro nesaf.</translation>
    </message>
    <message>
        <source>No event today</source>
        <translation>Dim digwyddiad heddiw</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Pob digwyddiad</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>I ddod</translation>
    </message>
    <message>
        <source>Nothing is planned yet.</source>
        <translation>Does dim wedi&apos;i drefnu eto.</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>Ar ôl</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are not marked yet</source>
        <translation>
            <numerusform>%n o bobl heb eu marcio eto</numerusform>
            <numerusform>%n person heb ei farcio eto</numerusform>
            <numerusform>%n o bobl heb eu marcio eto</numerusform>
            <numerusform>%n o bobl heb eu marcio eto</numerusform>
            <numerusform>%n o bobl heb eu marcio eto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the printed sheet are not keyed in</source>
        <translation>
            <numerusform>%n o resi’r daflen heb eu cofnodi</numerusform>
            <numerusform>%n rhes o’r daflen heb ei chofnodi</numerusform>
            <numerusform>%n o resi’r daflen heb eu cofnodi</numerusform>
            <numerusform>%n o resi’r daflen heb eu cofnodi</numerusform>
            <numerusform>%n o resi’r daflen heb eu cofnodi</numerusform>
        </translation>
    </message>
    <message>
        <source>The register is not closed yet</source>
        <translation>Nid yw’r gofrestr wedi’i chau eto</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) are not printed yet</source>
        <translation>
            <numerusform>%n o dystysgrifau heb eu hargraffu eto</numerusform>
            <numerusform>%n tystysgrif heb ei hargraffu eto</numerusform>
            <numerusform>%n o dystysgrifau heb eu hargraffu eto</numerusform>
            <numerusform>%n o dystysgrifau heb eu hargraffu eto</numerusform>
            <numerusform>%n o dystysgrifau heb eu hargraffu eto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) are not sent yet</source>
        <translation>
            <numerusform>%n o farciau heb eu hanfon eto</numerusform>
            <numerusform>%n marc heb ei anfon eto</numerusform>
            <numerusform>%n o farciau heb eu hanfon eto</numerusform>
            <numerusform>%n o farciau heb eu hanfon eto</numerusform>
            <numerusform>%n o farciau heb eu hanfon eto</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests about data</source>
        <translation>Ceisiadau am ddata</translation>
    </message>
    <message numerus="yes">
        <source>Answer %n request(s)</source>
        <translation>
            <numerusform>Ateb %n cais</numerusform>
            <numerusform>Ateb %n cais</numerusform>
            <numerusform>Ateb %n cais</numerusform>
            <numerusform>Ateb %n cais</numerusform>
            <numerusform>Ateb %n cais</numerusform>
        </translation>
    </message>
    <message>
        <source>Consents running out</source>
        <translation>Caniatâd sy’n dod i ben</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>a %n arall</numerusform>
            <numerusform>a %n arall</numerusform>
            <numerusform>a %n arall</numerusform>
            <numerusform>a %n arall</numerusform>
            <numerusform>a %n arall</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes to send</source>
        <translation>Newidiadau i&apos;w hanfon</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are saved here and wait to be sent.</source>
        <translation>
            <numerusform>Mae %n newid wedi&apos;u cadw yma ac yn aros i gael eu hanfon.</numerusform>
            <numerusform>Mae %n newid wedi&apos;u cadw yma ac yn aros i gael eu hanfon.</numerusform>
            <numerusform>Mae %n newid wedi&apos;u cadw yma ac yn aros i gael eu hanfon.</numerusform>
            <numerusform>Mae %n newid wedi&apos;u cadw yma ac yn aros i gael eu hanfon.</numerusform>
            <numerusform>Mae %n newid wedi&apos;u cadw yma ac yn aros i gael eu hanfon.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything on this laptop has been sent.</source>
        <translation>Mae popeth ar y gliniadur hwn wedi&apos;i anfon.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) need a person to decide.</source>
        <translation>
            <numerusform>Mae angen i berson benderfynu ar %n newid.</numerusform>
            <numerusform>Mae angen i berson benderfynu ar %n newid.</numerusform>
            <numerusform>Mae angen i berson benderfynu ar %n newid.</numerusform>
            <numerusform>Mae angen i berson benderfynu ar %n newid.</numerusform>
            <numerusform>Mae angen i berson benderfynu ar %n newid.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at what needs review</source>
        <translation>Gweld beth sydd angen ei adolygu</translation>
    </message>
    <message>
        <source>Send and fetch now</source>
        <translation>Anfon a nôl nawr</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>The records cannot be opened</source>
        <translation>Ni ellir agor y cofnodion</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Cau&apos;r rhaglen</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <extracomment>From so few tries on it is said how many are left. The key of the database, as a bytearray; ``chosen`` says whose. What was typed is wrong, or the key cannot be had (KnownError). A door that only the office opens, or a PIN that was forgotten. The person whose laptop was shut out: there is a file to hand in. Somebody who has not been here before.</extracomment>
        <translation>Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Agor</translation>
    </message>
    <message>
        <source>I have forgotten it</source>
        <translation>Rwyf wedi ei anghofio</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Rhywun arall…</translation>
    </message>
    <message numerus="yes">
        <source>After %n more only the office can open them.</source>
        <translation>
            <numerusform>Ar ôl %n arall, dim ond y swyddfa all eu hagor.</numerusform>
            <numerusform>Ar ôl %n arall, dim ond y swyddfa all eu hagor.</numerusform>
            <numerusform>Ar ôl %n arall, dim ond y swyddfa all eu hagor.</numerusform>
            <numerusform>Ar ôl %n arall, dim ond y swyddfa all eu hagor.</numerusform>
            <numerusform>Ar ôl %n arall, dim ond y swyddfa all eu hagor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next try is possible in %n second(s).</source>
        <translation>
            <numerusform>Bydd y cynnig nesaf yn bosibl mewn %n eiliad.</numerusform>
            <numerusform>Bydd y cynnig nesaf yn bosibl mewn %n eiliad.</numerusform>
            <numerusform>Bydd y cynnig nesaf yn bosibl mewn %n eiliad.</numerusform>
            <numerusform>Bydd y cynnig nesaf yn bosibl mewn %n eiliad.</numerusform>
            <numerusform>Bydd y cynnig nesaf yn bosibl mewn %n eiliad.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are locked. This account’s keyring opens them.</source>
        <translation>Maent wedi&apos;u cloi. Mae cylch allweddi&apos;r cyfrif hwn yn eu hagor.</translation>
    </message>
    <message>
        <source>They are encrypted. Your PIN opens them, on this laptop only.</source>
        <translation>Maent wedi&apos;u hamgryptio. Mae eich PIN yn eu hagor, ar y gliniadur hwn yn unig.</translation>
    </message>
    <message>
        <source>They are sealed after ten wrong tries. The office can open them; nothing is lost.</source>
        <translation>Maent wedi&apos;u selio ar ôl deg cynnig anghywir. Gall y swyddfa eu hagor; nid oes dim wedi&apos;i golli.</translation>
    </message>
    <message>
        <source>This laptop was shut out. What was not sent is in a sealed file.</source>
        <translation>Cafodd y gliniadur hwn ei gau allan. Mae&apos;r hyn na anfonwyd mewn ffeil wedi&apos;i selio.</translation>
    </message>
    <message>
        <source>Write the PIN first.</source>
        <translation>Ysgrifennwch y PIN yn gyntaf.</translation>
    </message>
    <message>
        <source>Open your records</source>
        <translation>Agor eich cofnodion</translation>
    </message>
    <message>
        <source>They are encrypted with the passphrase of this laptop.</source>
        <translation>Maen nhw wedi&apos;u hamgryptio â chyfrinymadrodd y gliniadur hwn.</translation>
    </message>
    <message>
        <source>Write the passphrase first.</source>
        <translation>Ysgrifennwch y cyfrinymadrodd gyntaf.</translation>
    </message>
    <message>
        <source>What is to be handed in</source>
        <translation>Yr hyn sydd i&apos;w gyflwyno</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Eiliad…</translation>
    </message>
</context>
<context>
    <name>WalkInDesk</name>
    <message>
        <source>{name} is linked to their card. Ctrl+Z parts them again.</source>
        <extracomment>The name of somebody who was added, and so is present. (mentor, name): somebody turned out to have a card, and is to be marked present.</extracomment>
        <translation>Mae {name} wedi’i gysylltu â’i gerdyn. Mae Ctrl+Z yn eu gwahanu eto.</translation>
    </message>
</context>
<context>
    <name>WalkInPanel</name>
    <message>
        <source>Walk-in</source>
        <extracomment>(name, contact, organisation, consent) (name, contact) as typed so far, to look for a card. (mentor, name): the card of the person who stands here was found.</extracomment>
        <translation>Galw heibio</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>E-mail or phone</source>
        <translation>E-bost neu ffôn</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Sefydliad</translation>
    </message>
    <message>
        <source>May we keep these details?</source>
        <translation>Gawn ni gadw&apos;r manylion hyn?</translation>
    </message>
    <message>
        <source>Add as present</source>
        <translation>Ychwanegu&apos;n bresennol</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
    <message>
        <source>It is this person</source>
        <translation>Y person hwn yw e</translation>
    </message>
    <message>
        <source>{name}{place} is already a mentor here.</source>
        <translation>Mae {name}{place} eisoes yn fentor yma.</translation>
    </message>
    <message>
        <source>Or: {names}.</source>
        <translation>Neu: {names}.</translation>
    </message>
</context>
<context>
    <name>YoungPeoplePage</name>
    <message>
        <source>Young people</source>
        <translation>Pobl ifanc</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Year and course</source>
        <translation>Blwyddyn a chwrs</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Cam</translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>Pob cam</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>All partners</source>
        <translation>Pob partner</translation>
    </message>
    <message>
        <source>Type a name, course or reference</source>
        <translation>Teipiwch enw, cwrs neu gyfeirnod</translation>
    </message>
    <message numerus="yes">
        <source>%n young people</source>
        <translation>
            <numerusform>%n o bobl ifanc</numerusform>
            <numerusform>%n o bobl ifanc</numerusform>
            <numerusform>%n o bobl ifanc</numerusform>
            <numerusform>%n o bobl ifanc</numerusform>
            <numerusform>%n o bobl ifanc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a mentor</source>
        <translation>
            <numerusform>%n gyda mentor</numerusform>
            <numerusform>%n gyda mentor</numerusform>
            <numerusform>%n gyda mentor</numerusform>
            <numerusform>%n gyda mentor</numerusform>
            <numerusform>%n gyda mentor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready to match</source>
        <translation>
            <numerusform>%n barod i&apos;w paru</numerusform>
            <numerusform>%n barod i&apos;w paru</numerusform>
            <numerusform>%n barod i&apos;w paru</numerusform>
            <numerusform>%n barod i&apos;w paru</numerusform>
            <numerusform>%n barod i&apos;w paru</numerusform>
        </translation>
    </message>
    <message>
        <source>Young people are not kept on a trainer’s laptop</source>
        <translation>Ni chedwir pobl ifanc ar liniadur hyfforddwr</translation>
    </message>
    <message>
        <source>Their school, college or charity and the office hold them. Ask the office if you need to know.</source>
        <translation>Eu hysgol, coleg neu elusen a&apos;r swyddfa sy&apos;n eu cadw. Gofynnwch i&apos;r swyddfa os oes angen gwybod.</translation>
    </message>
    <message>
        <source>No young people yet</source>
        <translation>Dim pobl ifanc eto</translation>
    </message>
    <message>
        <source>Schools, colleges and charities nominate them. Press F5 to fetch what the centre has.</source>
        <translation>Ysgolion, colegau ac elusennau sy&apos;n eu henwebu. Pwyswch F5 i nôl yr hyn sydd gan y ganolfan.</translation>
    </message>
    <message>
        <source>Young person</source>
        <translation>Person ifanc</translation>
    </message>
</context>
<context>
    <name>_Phones</name>
    <message>
        <source>Is anyone in danger now? Call 999 first.</source>
        <translation>A oes unrhyw un mewn perygl nawr? Ffoniwch 999 yn gyntaf.</translation>
    </message>
    <message>
        <source>Then phone the safeguarding lead. This form does not replace the call.</source>
        <translation>Yna ffoniwch yr arweinydd diogelu. Nid yw’r ffurflen hon yn cymryd lle’r alwad.</translation>
    </message>
    <message>
        <source>This laptop has no key of the lead yet. You can write, and your words are kept here; they can be sealed once the lead has made one and this laptop has synchronised.</source>
        <translation>Nid oes gan y gliniadur hwn allwedd yr arweinydd eto. Gallwch ysgrifennu, a chedwir eich geiriau yma; gellir eu selio pan fydd yr arweinydd wedi gwneud un a’r gliniadur hwn wedi cysoni.</translation>
    </message>
</context>
<context>
    <name>allowed</name>
    <message>
        <source>This is kept at the centre for all regions. Ask the office to change it.</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Cedwir hyn yn y ganolfan ar gyfer pob rhanbarth. Gofynnwch i&apos;r swyddfa ei newid.</translation>
    </message>
    <message>
        <source>Your role may read this but not write it. A trainer or the office can.</source>
        <translation>Caiff eich rôl ddarllen hyn ond nid ei ysgrifennu. Gall hyfforddwr neu&apos;r swyddfa wneud hynny.</translation>
    </message>
    <message>
        <source>Others have written here too, so only the office can remove it.</source>
        <translation>Mae eraill wedi ysgrifennu yma hefyd, felly dim ond y swyddfa all ei ddileu.</translation>
    </message>
    <message>
        <source>What was once written down here cannot be changed, only added to.</source>
        <translation>Ni ellir newid yr hyn a ysgrifennwyd yma, dim ond ychwanegu ato.</translation>
    </message>
</context>
<context>
    <name>concerns</name>
    <message>
        <source>Saved on this computer. It has NOT reached the safeguarding lead.</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Wedi’i gadw ar y cyfrifiadur hwn. NID yw wedi cyrraedd yr arweinydd diogelu.</translation>
    </message>
    <message>
        <source>Phone your safeguarding lead now; the number is on your badge and in the office.</source>
        <translation>Ffoniwch eich arweinydd diogelu nawr; mae’r rhif ar eich bathodyn ac yn y swyddfa.</translation>
    </message>
    <message>
        <source>Phone now: {numbers}.</source>
        <translation>Ffoniwch nawr: {numbers}.</translation>
    </message>
    <message>
        <source>The centre has lost it in a restore. Phone the lead, and write it once more.</source>
        <translation>Collodd y ganolfan ef wrth adfer. Ffoniwch yr arweinydd, ac ysgrifennwch ef unwaith eto.</translation>
    </message>
    <message>
        <source>Reached the centre {when}. The lead has not opened it yet.</source>
        <translation>Cyrhaeddodd y ganolfan {when}. Nid yw’r arweinydd wedi’i agor eto.</translation>
    </message>
    <message>
        <source>Opened by the lead {when}.</source>
        <translation>Agorwyd gan yr arweinydd {when}.</translation>
    </message>
    <message>
        <source>Concern sealed {when}</source>
        <translation>Pryder a seliwyd {when}</translation>
    </message>
    <message>
        <source>Low-level concern sealed {when}</source>
        <translation>Pryder lefel isel a seliwyd {when}</translation>
    </message>
    <message>
        <source>Addition sealed {when}</source>
        <translation>Ychwanegiad a seliwyd {when}</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Heb ei anfon eto</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Ar goll</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>Yn y ganolfan</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Agorwyd</translation>
    </message>
    <message>
        <source>Safeguarding lead</source>
        <translation>Arweinydd diogelu</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>Dirprwy</translation>
    </message>
    <message>
        <source>Out of hours</source>
        <translation>Y tu allan i oriau</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Ddim yn siŵr</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nac oes</translation>
    </message>
    <message>
        <source>Yes, and 999 was called</source>
        <translation>Oes, a ffoniwyd 999</translation>
    </message>
    <message>
        <source>A child, a young person or an adult at risk</source>
        <translation>Plentyn, person ifanc neu oedolyn mewn perygl</translation>
    </message>
    <message>
        <source>How an adult behaved, however small (low-level)</source>
        <translation>Sut yr ymddygodd oedolyn, waeth pa mor fach (lefel isel)</translation>
    </message>
    <message>
        <source>Physical abuse</source>
        <translation>Cam-drin corfforol</translation>
    </message>
    <message>
        <source>Emotional abuse</source>
        <translation>Cam-drin emosiynol</translation>
    </message>
    <message>
        <source>Sexual abuse</source>
        <translation>Cam-drin rhywiol</translation>
    </message>
    <message>
        <source>Neglect</source>
        <translation>Esgeulustod</translation>
    </message>
    <message>
        <source>Exploitation</source>
        <translation>Camfanteisio</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Ar-lein</translation>
    </message>
    <message>
        <source>Between children</source>
        <translation>Rhwng plant</translation>
    </message>
    <message>
        <source>Self-harm</source>
        <translation>Hunan-niweidio</translation>
    </message>
    <message>
        <source>Radicalisation</source>
        <translation>Radicaleiddio</translation>
    </message>
    <message>
        <source>Domestic abuse</source>
        <translation>Cam-drin domestig</translation>
    </message>
    <message>
        <source>An adult’s conduct</source>
        <translation>Ymddygiad oedolyn</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Arall</translation>
    </message>
    <message>
        <source>To nobody</source>
        <translation>I neb</translation>
    </message>
    <message>
        <source>The school’s safeguarding lead</source>
        <translation>Arweinydd diogelu’r ysgol</translation>
    </message>
    <message>
        <source>Children’s social care</source>
        <translation>Gofal cymdeithasol plant</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Yr heddlu</translation>
    </message>
    <message>
        <source>LADO</source>
        <translation>LADO</translation>
    </message>
    <message>
        <source>DBS</source>
        <translation>DBS</translation>
    </message>
    <message>
        <source>trainer</source>
        <translation>hyfforddwr</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>cydlynydd</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>staff</translation>
    </message>
    <message>
        <source>regional manager</source>
        <translation>rheolwr rhanbarthol</translation>
    </message>
    <message>
        <source>safeguarding lead</source>
        <translation>arweinydd diogelu</translation>
    </message>
    <message>
        <source>Low-level concern</source>
        <translation>Pryder lefel isel</translation>
    </message>
    <message>
        <source>Concern</source>
        <translation>Pryder</translation>
    </message>
    <message>
        <source>Not for this laptop</source>
        <translation>Nid i’r gliniadur hwn</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Newydd</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Wedi cau</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Agor</translation>
    </message>
    <message numerus="yes">
        <source>open for %n day(s)</source>
        <translation>
            <numerusform>ar agor ers %n diwrnod</numerusform>
            <numerusform>ar agor ers %n diwrnod</numerusform>
            <numerusform>ar agor ers %n diwrnod</numerusform>
            <numerusform>ar agor ers %n diwrnod</numerusform>
            <numerusform>ar agor ers %n diwrnod</numerusform>
        </translation>
    </message>
    <message>
        <source>since today</source>
        <translation>ers heddiw</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n ar agor</numerusform>
            <numerusform>%n ar agor</numerusform>
            <numerusform>%n ar agor</numerusform>
            <numerusform>%n ar agor</numerusform>
            <numerusform>%n ar agor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read yet</source>
        <translation>
            <numerusform>%n heb eu darllen eto</numerusform>
            <numerusform>%n heb eu darllen eto</numerusform>
            <numerusform>%n heb eu darllen eto</numerusform>
            <numerusform>%n heb eu darllen eto</numerusform>
            <numerusform>%n heb eu darllen eto</numerusform>
        </translation>
    </message>
    <message>
        <source>Tell the local authority’s designated officer (LADO) by the end of {day}.</source>
        <translation>Rhowch wybod i swyddog dynodedig yr awdurdod lleol (LADO) erbyn diwedd {day}.</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>am {time}</translation>
    </message>
</context>
<context>
    <name>consents</name>
    <message>
        <source>Taking part</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Cymryd rhan</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Lluniau</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>Arolygon</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>Y person</translation>
    </message>
    <message>
        <source>Parent or carer</source>
        <translation>Rhiant neu ofalwr</translation>
    </message>
    <message>
        <source>The school</source>
        <translation>Yr ysgol</translation>
    </message>
    <message>
        <source>Paper form</source>
        <translation>Ffurflen bapur</translation>
    </message>
    <message>
        <source>Online form</source>
        <translation>Ffurflen ar-lein</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Wyneb yn wyneb</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>Dros y ffôn</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Wedi’i dynnu’n ôl</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Wedi dod i ben</translation>
    </message>
    <message>
        <source>Not written down</source>
        <translation>Heb ei gofnodi</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n diwrnod ar ôl</numerusform>
            <numerusform>%n diwrnod ar ôl</numerusform>
            <numerusform>%n diwrnod ar ôl</numerusform>
            <numerusform>%n diwrnod ar ôl</numerusform>
            <numerusform>%n diwrnod ar ôl</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Wedi cytuno</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>hyd at {day}</translation>
    </message>
    <message>
        <source>wording {version}</source>
        <translation>geiriad {version}</translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>1MM Desktop is running. Close it first, or have it check itself in its Settings.</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Mae 1MM Desktop yn rhedeg. Caewch ef yn gyntaf, neu gofynnwch iddo wirio ei hun yn ei Gosodiadau.</translation>
    </message>
    <message>
        <source>There are no records on this laptop yet.</source>
        <translation>Nid oes cofnodion ar y gliniadur hwn eto.</translation>
    </message>
    <message>
        <source>The records of {name}:</source>
        <translation>Cofnodion {name}:</translation>
    </message>
    <message>
        <source>{step} …</source>
        <translation>{step} …</translation>
    </message>
    <message>
        <source>Nothing was changed. Run it again with --repair to mend what can be mended.</source>
        <translation>Ni newidiwyd dim. Rhedwch ef eto gyda --repair i drwsio&apos;r hyn y gellir ei drwsio.</translation>
    </message>
    <message>
        <source>PIN: </source>
        <translation>PIN: </translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>Cyfrinair: </translation>
    </message>
    <message>
        <source>Reading the file</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Darllen y ffeil</translation>
    </message>
    <message>
        <source>Comparing the indexes with their tables</source>
        <translation>Cymharu&apos;r mynegeion â&apos;u tablau</translation>
    </message>
    <message>
        <source>Counting the changes of this laptop</source>
        <translation>Cyfrif newidiadau&apos;r gliniadur hwn</translation>
    </message>
    <message>
        <source>Looking at what waits to be sent</source>
        <translation>Edrych ar yr hyn sy&apos;n aros i gael ei anfon</translation>
    </message>
    <message>
        <source>Looking at the names people are found by</source>
        <translation>Edrych ar yr enwau a ddefnyddir i ddod o hyd i bobl</translation>
    </message>
    <message>
        <source>Counting the records</source>
        <translation>Cyfrif y cofnodion</translation>
    </message>
    <message>
        <source>Comparing the records with the centre’s</source>
        <translation>Cymharu&apos;r cofnodion â rhai&apos;r ganolfan</translation>
    </message>
    <message>
        <source>What this laptop can tell by itself is in order.</source>
        <translation>Mae&apos;r hyn y gall y gliniadur hwn ei weld ei hun yn iawn.</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>Mae popeth yn iawn.</translation>
    </message>
    <message>
        <source>Everything is in order again.</source>
        <translation>Mae popeth yn iawn eto.</translation>
    </message>
    <message>
        <source>Something is not in order that this laptop can mend itself.</source>
        <translation>Nid yw rhywbeth yn iawn, ond gall y gliniadur hwn ei drwsio ei hun.</translation>
    </message>
    <message>
        <source>Something is not in order, and the office has to help.</source>
        <translation>Nid yw rhywbeth yn iawn, ac mae angen help y swyddfa.</translation>
    </message>
    <message>
        <source>The records could not be compared with the centre’s. {why}</source>
        <translation>Nid oedd modd cymharu&apos;r cofnodion â rhai&apos;r ganolfan. {why}</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were compared with the centre’s.</source>
        <translation>
            <numerusform>Cymharwyd %n cofnod â rhai&apos;r ganolfan.</numerusform>
            <numerusform>Cymharwyd %n cofnod â rhai&apos;r ganolfan.</numerusform>
            <numerusform>Cymharwyd %n cofnod â rhai&apos;r ganolfan.</numerusform>
            <numerusform>Cymharwyd %n cofnod â rhai&apos;r ganolfan.</numerusform>
            <numerusform>Cymharwyd %n cofnod â rhai&apos;r ganolfan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait to be sent; none was touched.</source>
        <translation>
            <numerusform>Mae %n newid yn aros i gael ei anfon; ni chyffyrddwyd â dim.</numerusform>
            <numerusform>Mae %n newid yn aros i gael ei anfon; ni chyffyrddwyd â dim.</numerusform>
            <numerusform>Mae %n newid yn aros i gael ei anfon; ni chyffyrddwyd â dim.</numerusform>
            <numerusform>Mae %n newid yn aros i gael ei anfon; ni chyffyrddwyd â dim.</numerusform>
            <numerusform>Mae %n newid yn aros i gael ei anfon; ni chyffyrddwyd â dim.</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of the file with the records is no longer what was written to it. Save your changes to a stick in Settings, then call the office.</source>
        <translation>Nid yw rhan o ffeil y cofnodion fel yr ysgrifennwyd hi mwyach. Cadwch eich newidiadau ar ffon USB yn Gosodiadau, yna ffoniwch y swyddfa.</translation>
    </message>
    <message numerus="yes">
        <source>The file lacks %n part(s) that this program needs. Please call the office.</source>
        <translation>
            <numerusform>Mae %n rhan sydd ei hangen ar y rhaglen hon ar goll o&apos;r ffeil. Ffoniwch y swyddfa.</numerusform>
            <numerusform>Mae %n rhan sydd ei hangen ar y rhaglen hon ar goll o&apos;r ffeil. Ffoniwch y swyddfa.</numerusform>
            <numerusform>Mae %n rhan sydd ei hangen ar y rhaglen hon ar goll o&apos;r ffeil. Ffoniwch y swyddfa.</numerusform>
            <numerusform>Mae %n rhan sydd ei hangen ar y rhaglen hon ar goll o&apos;r ffeil. Ffoniwch y swyddfa.</numerusform>
            <numerusform>Mae %n rhan sydd ei hangen ar y rhaglen hon ar goll o&apos;r ffeil. Ffoniwch y swyddfa.</numerusform>
        </translation>
    </message>
    <message>
        <source>An index of the file does not say what its table says.</source>
        <translation>Nid yw un o fynegeion y ffeil yn dweud yr un peth â&apos;i dabl.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of this laptop are missing. Please call the office.</source>
        <translation>
            <numerusform>Mae %n newid o&apos;r gliniadur hwn ar goll. Ffoniwch y swyddfa.</numerusform>
            <numerusform>Mae %n newid o&apos;r gliniadur hwn ar goll. Ffoniwch y swyddfa.</numerusform>
            <numerusform>Mae %n newid o&apos;r gliniadur hwn ar goll. Ffoniwch y swyddfa.</numerusform>
            <numerusform>Mae %n newid o&apos;r gliniadur hwn ar goll. Ffoniwch y swyddfa.</numerusform>
            <numerusform>Mae %n newid o&apos;r gliniadur hwn ar goll. Ffoniwch y swyddfa.</numerusform>
        </translation>
    </message>
    <message>
        <source>The numbering of this laptop’s changes has fallen behind.</source>
        <translation>Mae rhifo newidiadau&apos;r gliniadur hwn wedi mynd ar ei hôl hi.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) do not show what was changed on this laptop.</source>
        <translation>
            <numerusform>Nid yw %n cofnod yn dangos yr hyn a newidiwyd ar y gliniadur hwn.</numerusform>
            <numerusform>Nid yw %n cofnod yn dangos yr hyn a newidiwyd ar y gliniadur hwn.</numerusform>
            <numerusform>Nid yw %n cofnod yn dangos yr hyn a newidiwyd ar y gliniadur hwn.</numerusform>
            <numerusform>Nid yw %n cofnod yn dangos yr hyn a newidiwyd ar y gliniadur hwn.</numerusform>
            <numerusform>Nid yw %n cofnod yn dangos yr hyn a newidiwyd ar y gliniadur hwn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) cannot be found by searching.</source>
        <translation>
            <numerusform>Ni ellir dod o hyd i %n enw wrth chwilio.</numerusform>
            <numerusform>Ni ellir dod o hyd i %n enw wrth chwilio.</numerusform>
            <numerusform>Ni ellir dod o hyd i %n enw wrth chwilio.</numerusform>
            <numerusform>Ni ellir dod o hyd i %n enw wrth chwilio.</numerusform>
            <numerusform>Ni ellir dod o hyd i %n enw wrth chwilio.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sum of what this laptop holds is wrong.</source>
        <translation>Mae swm yr hyn sydd ar y gliniadur hwn yn anghywir.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are not what the centre holds.</source>
        <translation>
            <numerusform>Nid yw %n cofnod yr un fath ag yn y ganolfan.</numerusform>
            <numerusform>Nid yw %n cofnod yr un fath ag yn y ganolfan.</numerusform>
            <numerusform>Nid yw %n cofnod yr un fath ag yn y ganolfan.</numerusform>
            <numerusform>Nid yw %n cofnod yr un fath ag yn y ganolfan.</numerusform>
            <numerusform>Nid yw %n cofnod yr un fath ag yn y ganolfan.</numerusform>
        </translation>
    </message>
    <message>
        <source>The centre had counted wrongly, and has counted again.</source>
        <translation>Roedd y ganolfan wedi cyfrif yn anghywir, ac mae wedi cyfrif eto.</translation>
    </message>
    <message numerus="yes">
        <source>The centre knows %n change(s) of this laptop that are not here: this is an older copy of its disk. Do not work with it, and call the office.</source>
        <translation>
            <numerusform>Mae&apos;r ganolfan yn gwybod am %n newid o&apos;r gliniadur hwn nad yw yma: hen gopi o&apos;i ddisg yw hwn. Peidiwch â gweithio arno, a ffoniwch y swyddfa.</numerusform>
            <numerusform>Mae&apos;r ganolfan yn gwybod am %n newid o&apos;r gliniadur hwn nad yw yma: hen gopi o&apos;i ddisg yw hwn. Peidiwch â gweithio arno, a ffoniwch y swyddfa.</numerusform>
            <numerusform>Mae&apos;r ganolfan yn gwybod am %n newid o&apos;r gliniadur hwn nad yw yma: hen gopi o&apos;i ddisg yw hwn. Peidiwch â gweithio arno, a ffoniwch y swyddfa.</numerusform>
            <numerusform>Mae&apos;r ganolfan yn gwybod am %n newid o&apos;r gliniadur hwn nad yw yma: hen gopi o&apos;i ddisg yw hwn. Peidiwch â gweithio arno, a ffoniwch y swyddfa.</numerusform>
            <numerusform>Mae&apos;r ganolfan yn gwybod am %n newid o&apos;r gliniadur hwn nad yw yma: hen gopi o&apos;i ddisg yw hwn. Peidiwch â gweithio arno, a ffoniwch y swyddfa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre does not know %n change(s) any more that it had taken.</source>
        <translation>
            <numerusform>Nid yw&apos;r ganolfan yn gwybod mwyach am %n newid yr oedd wedi ei dderbyn.</numerusform>
            <numerusform>Nid yw&apos;r ganolfan yn gwybod mwyach am %n newid yr oedd wedi ei dderbyn.</numerusform>
            <numerusform>Nid yw&apos;r ganolfan yn gwybod mwyach am %n newid yr oedd wedi ei dderbyn.</numerusform>
            <numerusform>Nid yw&apos;r ganolfan yn gwybod mwyach am %n newid yr oedd wedi ei dderbyn.</numerusform>
            <numerusform>Nid yw&apos;r ganolfan yn gwybod mwyach am %n newid yr oedd wedi ei dderbyn.</numerusform>
        </translation>
    </message>
    <message>
        <source>An index of the file was wrong, and was made anew.</source>
        <translation>Roedd un o fynegeion y ffeil yn anghywir, ac fe&apos;i gwnaed o&apos;r newydd.</translation>
    </message>
    <message>
        <source>The numbering of this laptop’s changes had fallen behind, and goes on rightly.</source>
        <translation>Roedd rhifo newidiadau&apos;r gliniadur hwn wedi mynd ar ei hôl hi, ac mae&apos;n mynd ymlaen yn gywir.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) did not show what was changed on this laptop, and show it again.</source>
        <translation>
            <numerusform>Nid oedd %n cofnod yn dangos yr hyn a newidiwyd ar y gliniadur hwn, ac mae&apos;n ei ddangos eto.</numerusform>
            <numerusform>Nid oedd %n cofnod yn dangos yr hyn a newidiwyd ar y gliniadur hwn, ac mae&apos;n ei ddangos eto.</numerusform>
            <numerusform>Nid oedd %n cofnod yn dangos yr hyn a newidiwyd ar y gliniadur hwn, ac mae&apos;n ei ddangos eto.</numerusform>
            <numerusform>Nid oedd %n cofnod yn dangos yr hyn a newidiwyd ar y gliniadur hwn, ac mae&apos;n ei ddangos eto.</numerusform>
            <numerusform>Nid oedd %n cofnod yn dangos yr hyn a newidiwyd ar y gliniadur hwn, ac mae&apos;n ei ddangos eto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) could not be found by searching, and can be found again.</source>
        <translation>
            <numerusform>Ni ellid dod o hyd i %n enw wrth chwilio, a gellir dod o hyd iddo eto.</numerusform>
            <numerusform>Ni ellid dod o hyd i %n enw wrth chwilio, a gellir dod o hyd iddo eto.</numerusform>
            <numerusform>Ni ellid dod o hyd i %n enw wrth chwilio, a gellir dod o hyd iddo eto.</numerusform>
            <numerusform>Ni ellid dod o hyd i %n enw wrth chwilio, a gellir dod o hyd iddo eto.</numerusform>
            <numerusform>Ni ellid dod o hyd i %n enw wrth chwilio, a gellir dod o hyd iddo eto.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sum of what this laptop holds was wrong, and was counted anew.</source>
        <translation>Roedd swm yr hyn sydd ar y gliniadur hwn yn anghywir, ac fe&apos;i cyfrifwyd o&apos;r newydd.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were not what the centre holds, and were fetched again.</source>
        <translation>
            <numerusform>Nid oedd %n cofnod yr un fath ag yn y ganolfan, ac fe&apos;i nôl eto.</numerusform>
            <numerusform>Nid oedd %n cofnod yr un fath ag yn y ganolfan, ac fe&apos;i nôl eto.</numerusform>
            <numerusform>Nid oedd %n cofnod yr un fath ag yn y ganolfan, ac fe&apos;i nôl eto.</numerusform>
            <numerusform>Nid oedd %n cofnod yr un fath ag yn y ganolfan, ac fe&apos;i nôl eto.</numerusform>
            <numerusform>Nid oedd %n cofnod yr un fath ag yn y ganolfan, ac fe&apos;i nôl eto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The centre did not know %n change(s) any more that it had taken. They will be sent once more.</source>
        <translation>
            <numerusform>Nid oedd y ganolfan yn gwybod mwyach am %n newid yr oedd wedi ei dderbyn. Caiff ei anfon unwaith eto.</numerusform>
            <numerusform>Nid oedd y ganolfan yn gwybod mwyach am %n newid yr oedd wedi ei dderbyn. Caiff ei anfon unwaith eto.</numerusform>
            <numerusform>Nid oedd y ganolfan yn gwybod mwyach am %n newid yr oedd wedi ei dderbyn. Caiff ei anfon unwaith eto.</numerusform>
            <numerusform>Nid oedd y ganolfan yn gwybod mwyach am %n newid yr oedd wedi ei dderbyn. Caiff ei anfon unwaith eto.</numerusform>
            <numerusform>Nid oedd y ganolfan yn gwybod mwyach am %n newid yr oedd wedi ei dderbyn. Caiff ei anfon unwaith eto.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evaluation</name>
    <message>
        <source>1 yes, 0 no</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>1 ydw/ie, 0 nac ydw/na</translation>
    </message>
    <message>
        <source>in words, or left empty</source>
        <translation>mewn geiriau, neu’n wag</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ie</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Na</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>Dim atebion eto</translation>
    </message>
    <message>
        <source>Not shown under {few} answers</source>
        <translation>Nis dangosir o dan {few} ateb</translation>
    </message>
    <message>
        <source>{count} answers</source>
        <translation>{count} ateb</translation>
    </message>
    <message>
        <source>mean {mean} of 5</source>
        <translation>cymedr {mean} o 5</translation>
    </message>
</context>
<context>
    <name>events</name>
    <message>
        <source>Today</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Heddiw</translation>
    </message>
    <message>
        <source>Register open</source>
        <translation>Cofrestr ar agor</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Drafft</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Cyhoeddwyd</translation>
    </message>
    <message>
        <source>Booking open</source>
        <translation>Bwcio ar agor</translation>
    </message>
    <message>
        <source>Takes place</source>
        <translation>Yn cael ei gynnal</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Ar waith</translation>
    </message>
    <message>
        <source>Register closed</source>
        <translation>Cofrestr wedi cau</translation>
    </message>
    <message>
        <source>Publish</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Cyhoeddi</translation>
    </message>
    <message>
        <source>Open booking</source>
        <translation>Agor archebu</translation>
    </message>
    <message>
        <source>It takes place</source>
        <translation>Mae’n cael ei gynnal</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Dechrau</translation>
    </message>
    <message>
        <source>Close the register…</source>
        <translation>Cau’r gofrestr…</translation>
    </message>
    <message>
        <source>Reconciled</source>
        <translation>Cysonwyd</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archifo</translation>
    </message>
    <message>
        <source>Postpone…</source>
        <translation>Gohirio…</translation>
    </message>
    <message>
        <source>Cancel the event…</source>
        <translation>Canslo’r digwyddiad…</translation>
    </message>
    <message>
        <source>Cancelled: {reason}</source>
        <translation>Canslwyd: {reason}</translation>
    </message>
    <message>
        <source>Postponed to {day}</source>
        <translation>Gohiriwyd tan {day}</translation>
    </message>
    <message>
        <source>{name} decided on {day} that it takes place.</source>
        <translation>Penderfynodd {name} ar {day} ei fod yn cael ei gynnal.</translation>
    </message>
    <message>
        <source>Register closed by {name} on {day}.</source>
        <translation>Caewyd y gofrestr gan {name} ar {day}.</translation>
    </message>
    <message>
        <source>{booked} of at least {minimum} are booked: too few so far.</source>
        <translation>Mae {booked} o leiafswm o {minimum} wedi archebu: rhy ychydig hyd yma.</translation>
    </message>
    <message>
        <source>{count} free</source>
        <translation>{count} yn rhydd</translation>
    </message>
    <message>
        <source>{count} more than there are places</source>
        <translation>{count} yn fwy na nifer y lleoedd</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} yn aros</translation>
    </message>
    <message>
        <source>at least {count}</source>
        <translation>o leiaf {count}</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archifwyd</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Canslwyd</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Gohiriwyd</translation>
    </message>
    <message>
        <source>Mentor training</source>
        <translation>Hyfforddiant mentoriaid</translation>
    </message>
    <message>
        <source>Safeguarding briefing</source>
        <translation>Briff diogelu</translation>
    </message>
    <message>
        <source>Mentors’ meet-up</source>
        <translation>Cwrdd mentoriaid</translation>
    </message>
    <message>
        <source>Partners’ briefing</source>
        <translation>Briff partneriaid</translation>
    </message>
    <message>
        <source>{booked} of {capacity} booked</source>
        <translation>{booked} o {capacity} wedi bwcio</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>booking</source>
        <translation>archeb</translation>
    </message>
    <message>
        <source>attendance</source>
        <translation>presenoldeb</translation>
    </message>
    <message>
        <source>state of the match</source>
        <translation>cyflwr y paru</translation>
    </message>
    <message>
        <source>state of the event</source>
        <translation>cyflwr y digwyddiad</translation>
    </message>
    <message>
        <source>title of the session</source>
        <translation>teitl y sesiwn</translation>
    </message>
    <message>
        <source>apologies beforehand</source>
        <translation>ymddiheuriadau ymlaen llaw</translation>
    </message>
    <message>
        <source>certificate number</source>
        <translation>rhif tystysgrif</translation>
    </message>
    <message>
        <source>person</source>
        <translation>person</translation>
    </message>
    <message>
        <source>code of the region</source>
        <translation>cod y rhanbarth</translation>
    </message>
    <message>
        <source>for the region</source>
        <translation>ar gyfer y rhanbarth</translation>
    </message>
    <message>
        <source>signed code</source>
        <translation>cod wedi’i lofnodi</translation>
    </message>
    <message>
        <source>people from</source>
        <translation>y bobl o</translation>
    </message>
    <message>
        <source>which people</source>
        <translation>pa bobl</translation>
    </message>
    <message>
        <source>number of people</source>
        <translation>nifer y bobl</translation>
    </message>
    <message>
        <source>number of pages</source>
        <translation>nifer y tudalennau</translation>
    </message>
    <message>
        <source>printed or saved</source>
        <translation>argraffwyd neu gadwyd</translation>
    </message>
    <message>
        <source>printed at</source>
        <translation>argraffwyd am</translation>
    </message>
    <message>
        <source>printed by</source>
        <translation>argraffwyd gan</translation>
    </message>
    <message>
        <source>revoked on</source>
        <translation>diddymwyd ar</translation>
    </message>
    <message>
        <source>revoked by</source>
        <translation>diddymwyd gan</translation>
    </message>
    <message>
        <source>what for</source>
        <translation>ar gyfer beth</translation>
    </message>
    <message>
        <source>code of the question</source>
        <translation>cod y cwestiwn</translation>
    </message>
    <message>
        <source>words of the ends of the scale</source>
        <translation>geiriau dau ben y raddfa</translation>
    </message>
    <message>
        <source>public key</source>
        <translation>allwedd gyhoeddus</translation>
    </message>
    <message>
        <source>number of the laptop</source>
        <translation>rhif y gliniadur</translation>
    </message>
    <message>
        <source>signature of the centre</source>
        <translation>llofnod y ganolfan</translation>
    </message>
    <message>
        <source>shut out since</source>
        <translation>wedi’i gau allan ers</translation>
    </message>
    <message>
        <source>opened with</source>
        <translation>agorir gyda</translation>
    </message>
    <message>
        <source>digits of a PIN</source>
        <translation>digidau PIN</translation>
    </message>
    <message>
        <source>minutes until it locks</source>
        <translation>munudau cyn iddo gloi</translation>
    </message>
    <message>
        <source>days without the centre</source>
        <translation>diwrnodau heb y ganolfan</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>cyfeirnod</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>enw cyntaf</translation>
    </message>
    <message>
        <source>family name</source>
        <translation>cyfenw</translation>
    </message>
    <message>
        <source>likes to be called</source>
        <translation>hoffi cael ei alw&apos;n</translation>
    </message>
    <message>
        <source>name on certificates</source>
        <translation>enw ar dystysgrifau</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>dyddiad geni</translation>
    </message>
    <message>
        <source>language</source>
        <translation>iaith</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>sefydliad</translation>
    </message>
    <message>
        <source>work</source>
        <translation>gwaith</translation>
    </message>
    <message>
        <source>job title</source>
        <translation>teitl swydd</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>cam</translation>
    </message>
    <message>
        <source>with us since</source>
        <translation>gyda ni ers</translation>
    </message>
    <message>
        <source>help with</source>
        <translation>cymorth gyda</translation>
    </message>
    <message>
        <source>young people at most</source>
        <translation>uchafswm pobl ifanc</translation>
    </message>
    <message>
        <source>photographs</source>
        <translation>ffotograffau</translation>
    </message>
    <message>
        <source>access needs</source>
        <translation>anghenion mynediad</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>nodiadau</translation>
    </message>
    <message>
        <source>consent to keep details</source>
        <translation>caniatâd i gadw manylion</translation>
    </message>
    <message>
        <source>version of the wording</source>
        <translation>fersiwn y geiriad</translation>
    </message>
    <message>
        <source>agreed by</source>
        <translation>cytunwyd gan</translation>
    </message>
    <message>
        <source>name of who agreed</source>
        <translation>enw’r sawl a gytunodd</translation>
    </message>
    <message>
        <source>young person told</source>
        <translation>y person ifanc yn gwybod</translation>
    </message>
    <message>
        <source>how they agreed</source>
        <translation>sut y cytunwyd</translation>
    </message>
    <message>
        <source>agreed on</source>
        <translation>cytunwyd ar</translation>
    </message>
    <message>
        <source>written down by</source>
        <translation>cofnodwyd gan</translation>
    </message>
    <message>
        <source>withdrawn on</source>
        <translation>tynnwyd yn ôl ar</translation>
    </message>
    <message>
        <source>withdrawn by</source>
        <translation>tynnwyd yn ôl gan</translation>
    </message>
    <message>
        <source>withdrawal written down by</source>
        <translation>cofnodwyd y tynnu’n ôl gan</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>cyfeiriad e-bost</translation>
    </message>
    <message>
        <source>telephone number</source>
        <translation>rhif ffôn</translation>
    </message>
    <message>
        <source>postcode</source>
        <translation>cod post</translation>
    </message>
    <message>
        <source>year group</source>
        <translation>blwyddyn ysgol</translation>
    </message>
    <message>
        <source>course</source>
        <translation>cwrs</translation>
    </message>
    <message>
        <source>cohort</source>
        <translation>carfan</translation>
    </message>
    <message>
        <source>aspirations</source>
        <translation>dyheadau</translation>
    </message>
    <message>
        <source>title</source>
        <translation>teitl</translation>
    </message>
    <message>
        <source>Welsh title</source>
        <translation>teitl Cymraeg</translation>
    </message>
    <message>
        <source>kind of event</source>
        <translation>math o ddigwyddiad</translation>
    </message>
    <message>
        <source>venue</source>
        <translation>lleoliad</translation>
    </message>
    <message>
        <source>address</source>
        <translation>cyfeiriad</translation>
    </message>
    <message>
        <source>access to the venue</source>
        <translation>mynediad i&apos;r lleoliad</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>dechrau</translation>
    </message>
    <message>
        <source>end</source>
        <translation>diwedd</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>oriau</translation>
    </message>
    <message>
        <source>places</source>
        <translation>lleoedd</translation>
    </message>
    <message>
        <source>places that must be taken</source>
        <translation>lleoedd y mae&apos;n rhaid eu llenwi</translation>
    </message>
    <message>
        <source>trainers</source>
        <translation>hyfforddwyr</translation>
    </message>
    <message>
        <source>training modules</source>
        <translation>modiwlau hyfforddi</translation>
    </message>
    <message>
        <source>event</source>
        <translation>digwyddiad</translation>
    </message>
    <message>
        <source>time of booking</source>
        <translation>amser archebu</translation>
    </message>
    <message>
        <source>time</source>
        <translation>amser</translation>
    </message>
    <message>
        <source>what it replaces</source>
        <translation>yr hyn y mae&apos;n ei ddisodli</translation>
    </message>
    <message>
        <source>where it was noted</source>
        <translation>lle cafodd ei nodi</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>rheswm</translation>
    </message>
    <message>
        <source>time of marking</source>
        <translation>amser nodi</translation>
    </message>
    <message>
        <source>marked by</source>
        <translation>marciwyd gan</translation>
    </message>
    <message>
        <source>said after closing</source>
        <translation>dywedwyd ar ôl cau</translation>
    </message>
    <message>
        <source>session</source>
        <translation>sesiwn</translation>
    </message>
    <message>
        <source>asked for beforehand</source>
        <translation>gofynnol ymlaen llaw</translation>
    </message>
    <message>
        <source>evaluation form</source>
        <translation>ffurflen werthuso</translation>
    </message>
    <message>
        <source>key of the badges</source>
        <translation>allwedd y bathodynnau</translation>
    </message>
    <message>
        <source>decided to take place on</source>
        <translation>penderfynwyd cynnal ar</translation>
    </message>
    <message>
        <source>decided to take place by</source>
        <translation>penderfynwyd cynnal gan</translation>
    </message>
    <message>
        <source>reason for cancelling</source>
        <translation>rheswm dros ganslo</translation>
    </message>
    <message>
        <source>postponed to</source>
        <translation>gohiriwyd tan</translation>
    </message>
    <message>
        <source>register closed at</source>
        <translation>caewyd y gofrestr am</translation>
    </message>
    <message>
        <source>register closed by</source>
        <translation>caewyd y gofrestr gan</translation>
    </message>
    <message>
        <source>duty</source>
        <translation>dyletswydd</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>sesiynau</translation>
    </message>
    <message>
        <source>given a place at</source>
        <translation>cafodd le am</translation>
    </message>
    <message>
        <source>answer to the reminder</source>
        <translation>ateb i’r nodyn atgoffa</translation>
    </message>
    <message>
        <source>note for the event</source>
        <translation>nodyn ar gyfer y digwyddiad</translation>
    </message>
    <message>
        <source>time of the roster</source>
        <translation>amser y rhestr</translation>
    </message>
    <message>
        <source>taken by</source>
        <translation>cymerwyd gan</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>wedi archebu</translation>
    </message>
    <message>
        <source>on the waiting list</source>
        <translation>ar y rhestr aros</translation>
    </message>
    <message>
        <source>apologies</source>
        <translation>ymddiheuriadau</translation>
    </message>
    <message>
        <source>place on the form</source>
        <translation>lle ar y ffurflen</translation>
    </message>
    <message>
        <source>on the form</source>
        <translation>ar y ffurflen</translation>
    </message>
    <message>
        <source>how it is answered</source>
        <translation>sut yr atebir</translation>
    </message>
    <message>
        <source>question</source>
        <translation>cwestiwn</translation>
    </message>
    <message>
        <source>question in Welsh</source>
        <translation>cwestiwn yn Gymraeg</translation>
    </message>
    <message>
        <source>Welsh words of the ends</source>
        <translation>geiriau Cymraeg y ddau ben</translation>
    </message>
    <message>
        <source>asked at</source>
        <translation>gofynnir yn</translation>
    </message>
    <message>
        <source>sheet</source>
        <translation>taflen</translation>
    </message>
    <message>
        <source>answer in words</source>
        <translation>ateb mewn geiriau</translation>
    </message>
    <message>
        <source>answer that it takes back</source>
        <translation>ateb y mae’n ei dynnu’n ôl</translation>
    </message>
    <message>
        <source>recognised at</source>
        <translation>adnabuwyd am</translation>
    </message>
    <message>
        <source>what speaks for it</source>
        <translation>yr hyn sy’n ategu hynny</translation>
    </message>
    <message>
        <source>clearance level</source>
        <translation>lefel cliriad</translation>
    </message>
    <message>
        <source>clearance</source>
        <translation>cliriad</translation>
    </message>
    <message>
        <source>clearance applied for on</source>
        <translation>gwnaed cais am gliriad ar</translation>
    </message>
    <message>
        <source>clearance until</source>
        <translation>cliriad tan</translation>
    </message>
    <message>
        <source>level of the check</source>
        <translation>lefel y gwiriad</translation>
    </message>
    <message>
        <source>workforce</source>
        <translation>gweithlu</translation>
    </message>
    <message>
        <source>applied for on</source>
        <translation>gwnaed cais ar</translation>
    </message>
    <message>
        <source>issued on</source>
        <translation>cyhoeddwyd ar</translation>
    </message>
    <message>
        <source>seen by</source>
        <translation>gwelwyd gan</translation>
    </message>
    <message>
        <source>seen on</source>
        <translation>gwelwyd ar</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>canlyniad</translation>
    </message>
    <message>
        <source>decided by</source>
        <translation>penderfynwyd gan</translation>
    </message>
    <message>
        <source>decided on</source>
        <translation>penderfynwyd ar</translation>
    </message>
    <message>
        <source>next check due on</source>
        <translation>gwiriad nesaf ar</translation>
    </message>
    <message>
        <source>mentor</source>
        <translation>mentor</translation>
    </message>
    <message>
        <source>young person</source>
        <translation>person ifanc</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>partner</translation>
    </message>
    <message>
        <source>proposed on</source>
        <translation>cynigiwyd ar</translation>
    </message>
    <message>
        <source>start</source>
        <translation>dechrau</translation>
    </message>
    <message>
        <source>planned end</source>
        <translation>diwedd arfaethedig</translation>
    </message>
    <message>
        <source>closed on</source>
        <translation>caewyd ar</translation>
    </message>
    <message>
        <source>reason for closing</source>
        <translation>rheswm dros gau</translation>
    </message>
    <message>
        <source>working on</source>
        <translation>yn gweithio ar</translation>
    </message>
    <message>
        <source>meetings held</source>
        <translation>cyfarfodydd a gynhaliwyd</translation>
    </message>
    <message>
        <source>last met</source>
        <translation>cwrdd ddiwethaf</translation>
    </message>
    <message>
        <source>role</source>
        <translation>rôl</translation>
    </message>
    <message>
        <source>valid until</source>
        <translation>dilys tan</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>diben</translation>
    </message>
    <message>
        <source>name of the laptop</source>
        <translation>enw’r gliniadur</translation>
    </message>
    <message>
        <source>key for sealing</source>
        <translation>allwedd selio</translation>
    </message>
    <message>
        <source>key for signing</source>
        <translation>allwedd lofnodi</translation>
    </message>
    <message>
        <source>time of making</source>
        <translation>amser ei wneud</translation>
    </message>
    <message>
        <source>vouched for by</source>
        <translation>tystiwyd gan</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>llofnod</translation>
    </message>
    <message>
        <source>taken away at</source>
        <translation>tynnwyd yn ôl ar</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>derbynneb</translation>
    </message>
    <message>
        <source>time of opening</source>
        <translation>amser ei agor</translation>
    </message>
    <message>
        <source>kind of entry</source>
        <translation>math o gofnod</translation>
    </message>
    <message>
        <source>what it belongs to</source>
        <translation>yr hyn y mae’n perthyn iddo</translation>
    </message>
    <message>
        <source>written by</source>
        <translation>ysgrifennwyd gan</translation>
    </message>
    <message>
        <source>sealed text</source>
        <translation>testun wedi’i selio</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>allweddi</translation>
    </message>
    <message>
        <source>concern</source>
        <translation>pryder</translation>
    </message>
    <message>
        <source>key</source>
        <translation>allwedd</translation>
    </message>
    <message>
        <source>wrapped key</source>
        <translation>allwedd wedi’i lapio</translation>
    </message>
    <message>
        <source>time of granting</source>
        <translation>amser ei roi</translation>
    </message>
    <message>
        <source>what was asked</source>
        <translation>yr hyn a ofynnwyd</translation>
    </message>
    <message>
        <source>received on</source>
        <translation>derbyniwyd ar</translation>
    </message>
    <message>
        <source>extended by two months</source>
        <translation>estynnwyd o ddau fis</translation>
    </message>
    <message>
        <source>told of the extension on</source>
        <translation>rhoddwyd gwybod am yr estyniad ar</translation>
    </message>
    <message>
        <source>answered on</source>
        <translation>atebwyd ar</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>ateb</translation>
    </message>
    <message>
        <source>ground</source>
        <translation>sail</translation>
    </message>
    <message>
        <source>in force since</source>
        <translation>mewn grym ers</translation>
    </message>
    <message>
        <source>lifted on</source>
        <translation>codwyd ar</translation>
    </message>
    <message>
        <source>whose records</source>
        <translation>cofnodion pwy</translation>
    </message>
    <message>
        <source>counted from</source>
        <translation>cyfrif o</translation>
    </message>
    <message>
        <source>months</source>
        <translation>misoedd</translation>
    </message>
    <message>
        <source>kind of record seen</source>
        <translation>math o gofnod a welwyd</translation>
    </message>
    <message>
        <source>record seen</source>
        <translation>cofnod a welwyd</translation>
    </message>
    <message>
        <source>time of seeing</source>
        <translation>amser ei weld</translation>
    </message>
    <message>
        <source>how it was seen</source>
        <translation>sut y’i gwelwyd</translation>
    </message>
    <message>
        <source>code</source>
        <translation>cod</translation>
    </message>
    <message>
        <source>name</source>
        <translation>enw</translation>
    </message>
    <message>
        <source>title on the certificate</source>
        <translation>teitl ar y dystysgrif</translation>
    </message>
    <message>
        <source>Welsh name</source>
        <translation>enw Cymraeg</translation>
    </message>
    <message>
        <source>nation</source>
        <translation>gwlad</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>ieithoedd</translation>
    </message>
    <message>
        <source>mentors wished for</source>
        <translation>mentoriaid a ddymunir</translation>
    </message>
    <message>
        <source>valid from</source>
        <translation>dilys o</translation>
    </message>
    <message>
        <source>share of a session that counts as attended</source>
        <translation>cyfran o’r sesiwn sy’n cyfrif fel mynychu</translation>
    </message>
    <message>
        <source>months for which it holds</source>
        <translation>nifer y misoedd y mae’n ddilys</translation>
    </message>
    <message>
        <source>kind of partner</source>
        <translation>math o bartner</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>cytundeb</translation>
    </message>
    <message>
        <source>place</source>
        <translation>lle</translation>
    </message>
    <message>
        <source>safeguarding lead</source>
        <translation>arweinydd diogelu</translation>
    </message>
    <message>
        <source>safeguarding telephone</source>
        <translation>ffôn diogelu</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>papur</translation>
    </message>
    <message>
        <source>name as printed</source>
        <translation>enw fel y&apos;i hargraffwyd</translation>
    </message>
    <message>
        <source>held on</source>
        <translation>cynhaliwyd ar</translation>
    </message>
    <message>
        <source>held until</source>
        <translation>cynhaliwyd tan</translation>
    </message>
    <message>
        <source>signed by</source>
        <translation>llofnodwyd gan</translation>
    </message>
    <message>
        <source>time of issue</source>
        <translation>amser cyhoeddi</translation>
    </message>
    <message>
        <source>what it is about</source>
        <translation>yr hyn dan sylw</translation>
    </message>
    <message>
        <source>whom it is about</source>
        <translation>y person dan sylw</translation>
    </message>
    <message>
        <source>detail in question</source>
        <translation>y manylyn dan sylw</translation>
    </message>
    <message>
        <source>before both</source>
        <translation>cyn y ddau</translation>
    </message>
    <message>
        <source>answer at the centre</source>
        <translation>ateb y ganolfan</translation>
    </message>
    <message>
        <source>answer of the laptop</source>
        <translation>ateb y gliniadur</translation>
    </message>
    <message>
        <source>version at the centre</source>
        <translation>fersiwn y ganolfan</translation>
    </message>
    <message>
        <source>author at the centre</source>
        <translation>awdur yn y ganolfan</translation>
    </message>
    <message>
        <source>time at the centre</source>
        <translation>amser yn y ganolfan</translation>
    </message>
    <message>
        <source>author on the laptop</source>
        <translation>awdur ar y gliniadur</translation>
    </message>
    <message>
        <source>time on the laptop</source>
        <translation>amser ar y gliniadur</translation>
    </message>
    <message>
        <source>laptop</source>
        <translation>gliniadur</translation>
    </message>
    <message>
        <source>number of the change</source>
        <translation>rhif y newid</translation>
    </message>
    <message>
        <source>state</source>
        <translation>cyflwr</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>penderfyniad</translation>
    </message>
    <message>
        <source>decided answer</source>
        <translation>yr ateb a ddewiswyd</translation>
    </message>
    <message>
        <source>time of the decision</source>
        <translation>amser y penderfyniad</translation>
    </message>
</context>
<context>
    <name>first_run</name>
    <message>
        <source>Fetching your records</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Nôl eich cofnodion</translation>
    </message>
    <message>
        <source>This happens once. Afterwards only changes travel.</source>
        <translation>Unwaith mae hyn yn digwydd. Wedyn dim ond newidiadau sy&apos;n teithio.</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Wrthi&apos;n nôl</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopio</translation>
    </message>
    <message>
        <source>Go on fetching</source>
        <translation>Dal ati i nôl</translation>
    </message>
    <message>
        <source>Open the records</source>
        <translation>Agor y cofnodion</translation>
    </message>
    <message>
        <source>{user}, the records of {region} are on their way</source>
        <translation>{user}, mae cofnodion {region} ar eu ffordd</translation>
    </message>
    <message>
        <source>Everything is here. You can work without a network from now on.</source>
        <translation>Mae popeth yma. Gallwch weithio heb rwydwaith o hyn ymlaen.</translation>
    </message>
    <message>
        <source>Welcome to 1MM Desktop</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Croeso i 1MM Desktop</translation>
    </message>
    <message>
        <source>It keeps your region&apos;s records on this laptop, so that you can work anywhere.</source>
        <translation>Mae&apos;n cadw cofnodion eich rhanbarth ar y gliniadur hwn, er mwyn ichi weithio yn unrhyw le.</translation>
    </message>
    <message>
        <source>Address of the centre</source>
        <translation>Cyfeiriad y ganolfan</translation>
    </message>
    <message>
        <source>It is in the message that brought your enrolment code.</source>
        <translation>Mae yn y neges a ddaeth â&apos;ch cod cofrestru.</translation>
    </message>
    <message>
        <source>Write the address of the centre first.</source>
        <translation>Ysgrifennwch gyfeiriad y ganolfan gyntaf.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Mewngofnodi</translation>
    </message>
    <message>
        <source>With the e-mail address and password of your 1MM account.</source>
        <translation>Gyda chyfeiriad e-bost a chyfrinair eich cyfrif 1MM.</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Cyfeiriad e-bost</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Cyfrinair</translation>
    </message>
    <message>
        <source>Write your e-mail address first.</source>
        <translation>Ysgrifennwch eich cyfeiriad e-bost gyntaf.</translation>
    </message>
    <message>
        <source>Write your password first.</source>
        <translation>Ysgrifennwch eich cyfrinair gyntaf.</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Y gliniadur hwn</translation>
    </message>
    <message>
        <source>It will hold the records of one region, and no others.</source>
        <translation>Bydd yn cadw cofnodion un rhanbarth, a dim un arall.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Rhanbarth</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>Cod cofrestru</translation>
    </message>
    <message>
        <source>It works once. The office gives out codes.</source>
        <translation>Unwaith mae&apos;n gweithio. Y swyddfa sy&apos;n rhoi codau.</translation>
    </message>
    <message>
        <source>Name of this laptop</source>
        <translation>Enw&apos;r gliniadur hwn</translation>
    </message>
    <message>
        <source>Your account belongs to no region yet. Ask the office to add one.</source>
        <translation>Nid yw&apos;ch cyfrif yn perthyn i ranbarth eto. Gofynnwch i&apos;r swyddfa ychwanegu un.</translation>
    </message>
    <message>
        <source>Write the enrolment code first.</source>
        <translation>Ysgrifennwch y cod cofrestru gyntaf.</translation>
    </message>
    <message>
        <source>Give this laptop a name, for example where it is kept.</source>
        <translation>Rhowch enw i&apos;r gliniadur hwn, er enghraifft ble mae&apos;n cael ei gadw.</translation>
    </message>
    <message>
        <source>A passphrase for this laptop</source>
        <translation>Cyfrinymadrodd i&apos;r gliniadur hwn</translation>
    </message>
    <message>
        <source>The records are encrypted. You will be asked for this passphrase each time 1MM Desktop starts; nobody can replace it for you.</source>
        <translation>Mae&apos;r cofnodion wedi&apos;u hamgryptio. Gofynnir am y cyfrinymadrodd hwn bob tro y bydd 1MM Desktop yn cychwyn; ni all neb roi un arall yn ei le.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Four words that do not belong together make a good one.</source>
        <translation>Mae pedwar gair nad ydynt yn perthyn i&apos;w gilydd yn gwneud un da.</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Yr un peth eto</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n letters.</source>
        <translation>
            <numerusform>Defnyddiwch o leiaf %n llythyren.</numerusform>
            <numerusform>Defnyddiwch o leiaf %n llythyren.</numerusform>
            <numerusform>Defnyddiwch o leiaf %n llythyren.</numerusform>
            <numerusform>Defnyddiwch o leiaf %n llythyren.</numerusform>
            <numerusform>Defnyddiwch o leiaf %n llythyren.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same. Write it once more.</source>
        <translation>Nid yw&apos;r ddau yr un peth. Ysgrifennwch ef unwaith eto.</translation>
    </message>
    <message>
        <source>Too short yet</source>
        <translation>Rhy fyr eto</translation>
    </message>
    <message>
        <source>Fair: another word would make it strong</source>
        <translation>Gweddol: byddai gair arall yn ei wneud yn gryf</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Cryf</translation>
    </message>
</context>
<context>
    <name>gates</name>
    <message numerus="yes">
        <source>Waiting %n day(s) for the clearance.</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>
            <numerusform>Yn aros ers %n diwrnod am y cliriad.</numerusform>
            <numerusform>Yn aros ers %n diwrnod am y cliriad.</numerusform>
            <numerusform>Yn aros ers %n ddiwrnod am y cliriad.</numerusform>
            <numerusform>Yn aros ers %n diwrnod am y cliriad.</numerusform>
            <numerusform>Yn aros ers %n diwrnod am y cliriad.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training module(s) still to do.</source>
        <translation>
            <numerusform>%n modiwl hyfforddi ar ôl i’w wneud.</numerusform>
            <numerusform>%n modiwl hyfforddi ar ôl i’w wneud.</numerusform>
            <numerusform>%n fodiwl hyfforddi ar ôl i’w gwneud.</numerusform>
            <numerusform>%n modiwl hyfforddi ar ôl i’w gwneud.</numerusform>
            <numerusform>%n modiwl hyfforddi ar ôl i’w gwneud.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turns {years} in %n day(s): ask them for their own consent.</source>
        <translation>
            <numerusform>Yn troi’n {years} ymhen %n diwrnod: gofynnwch am ei ganiatâd ei hun.</numerusform>
            <numerusform>Yn troi’n {years} ymhen %n diwrnod: gofynnwch am ei ganiatâd ei hun.</numerusform>
            <numerusform>Yn troi’n {years} ymhen %n ddiwrnod: gofynnwch am ei ganiatâd ei hun.</numerusform>
            <numerusform>Yn troi’n {years} ymhen %n diwrnod: gofynnwch am ei ganiatâd ei hun.</numerusform>
            <numerusform>Yn troi’n {years} ymhen %n diwrnod: gofynnwch am ei ganiatâd ei hun.</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspended by the safeguarding lead.</source>
        <translation>Wedi’i atal gan yr arweinydd diogelu.</translation>
    </message>
    <message>
        <source>The clearance was declined.</source>
        <translation>Gwrthodwyd y cliriad.</translation>
    </message>
    <message>
        <source>The risk assessment is not decided yet.</source>
        <translation>Nid yw’r asesiad risg wedi’i benderfynu eto.</translation>
    </message>
    <message>
        <source>The clearance has not been applied for.</source>
        <translation>Nid oes cais am gliriad wedi’i wneud.</translation>
    </message>
    <message>
        <source>The clearance has ended.</source>
        <translation>Mae’r cliriad wedi dod i ben.</translation>
    </message>
    <message>
        <source>It is not known yet what training is needed.</source>
        <translation>Nid yw’n hysbys eto pa hyfforddiant sydd ei angen.</translation>
    </message>
    <message>
        <source>Nobody has consented yet.</source>
        <translation>Nid oes neb wedi rhoi caniatâd eto.</translation>
    </message>
    <message>
        <source>The consent to taking part has ended.</source>
        <translation>Mae’r caniatâd i gymryd rhan wedi dod i ben.</translation>
    </message>
    <message>
        <source>The consent to taking part was withdrawn.</source>
        <translation>Tynnwyd y caniatâd i gymryd rhan yn ôl.</translation>
    </message>
    <message>
        <source>Not registered yet.</source>
        <translation>Heb gofrestru eto.</translation>
    </message>
    <message>
        <source>The first survey is not done yet.</source>
        <translation>Nid yw’r arolwg cyntaf wedi’i wneud eto.</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>region</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>rhanbarth</translation>
    </message>
    <message>
        <source>training requirements</source>
        <translation>gofynion hyfforddi</translation>
    </message>
    <message>
        <source>rules for laptops</source>
        <translation>rheolau ar gyfer gliniaduron</translation>
    </message>
    <message>
        <source>key of a laptop</source>
        <translation>allwedd gliniadur</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>partner</translation>
    </message>
    <message>
        <source>event</source>
        <translation>digwyddiad</translation>
    </message>
    <message>
        <source>session of an event</source>
        <translation>sesiwn digwyddiad</translation>
    </message>
    <message>
        <source>staff at an event</source>
        <translation>staff mewn digwyddiad</translation>
    </message>
    <message>
        <source>mentor</source>
        <translation>mentor</translation>
    </message>
    <message>
        <source>booking</source>
        <translation>archeb</translation>
    </message>
    <message>
        <source>roster of a session</source>
        <translation>rhestr sesiwn</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>un a alwodd heibio</translation>
    </message>
    <message>
        <source>attendance</source>
        <translation>presenoldeb</translation>
    </message>
    <message>
        <source>contact details</source>
        <translation>manylion cyswllt</translation>
    </message>
    <message>
        <source>screening check</source>
        <translation>gwiriad sgrinio</translation>
    </message>
    <message>
        <source>young person</source>
        <translation>person ifanc</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>caniatâd</translation>
    </message>
    <message>
        <source>match</source>
        <translation>paru</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>tystysgrif</translation>
    </message>
    <message>
        <source>revoked certificate</source>
        <translation>tystysgrif a ddiddymwyd</translation>
    </message>
    <message>
        <source>printed paper</source>
        <translation>papur a argraffwyd</translation>
    </message>
    <message>
        <source>question of an evaluation form</source>
        <translation>cwestiwn ffurflen werthuso</translation>
    </message>
    <message>
        <source>answer on an evaluation form</source>
        <translation>ateb ar ffurflen werthuso</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>penderfyniad</translation>
    </message>
    <message>
        <source>safeguarding contact</source>
        <translation>cyswllt diogelu</translation>
    </message>
    <message>
        <source>safeguarding key</source>
        <translation>allwedd ddiogelu</translation>
    </message>
    <message>
        <source>receipt of a concern</source>
        <translation>derbynneb pryder</translation>
    </message>
    <message>
        <source>concern</source>
        <translation>pryder</translation>
    </message>
    <message>
        <source>key of a concern</source>
        <translation>allwedd pryder</translation>
    </message>
    <message>
        <source>request about data</source>
        <translation>cais am ddata</translation>
    </message>
    <message>
        <source>legal hold</source>
        <translation>ataliad cyfreithiol</translation>
    </message>
    <message>
        <source>rule of retention</source>
        <translation>rheol cadw</translation>
    </message>
    <message>
        <source>look at a record</source>
        <translation>golwg ar gofnod</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>p</source>
        <comment>present</comment>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>p</translation>
    </message>
    <message>
        <source>l</source>
        <comment>late</comment>
        <translation>h</translation>
    </message>
    <message>
        <source>e</source>
        <comment>left early</comment>
        <translation>g</translation>
    </message>
    <message>
        <source>a</source>
        <comment>apologies</comment>
        <translation>y</translation>
    </message>
    <message>
        <source>x</source>
        <comment>excused</comment>
        <translation>e</translation>
    </message>
    <message>
        <source>n</source>
        <comment>no notice</comment>
        <translation>d</translation>
    </message>
    <message>
        <source>u</source>
        <comment>not marked</comment>
        <translation>m</translation>
    </message>
    <message>
        <source>Enter after: p present · l1012 late at 10:12 · e1430 left at 14:30 · a apologies · x excused · n no notice · u not marked · 1012 present since then. In a blank row: the name, with the time behind it. #12 goes to row 12.</source>
        <translation>Enter ar ôl: p presennol · h1012 hwyr am 10:12 · g1430 gadawodd am 14:30 · y ymddiheuriad · e esgusodwyd · d dim rhybudd · m heb ei farcio · 1012 presennol ers hynny. Mewn rhes wag: yr enw, gyda&apos;r amser ar ei ôl. Mae #12 yn mynd i res 12.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rhes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Sefydliad</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statws</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Dywedwyd</translation>
    </message>
    <message>
        <source>Not on the register any more</source>
        <translation>Ddim ar y gofrestr mwyach</translation>
    </message>
    <message>
        <source>Blank row</source>
        <translation>Rhes wag</translation>
    </message>
    <message>
        <source>at the desk</source>
        <translation>wrth y ddesg</translation>
    </message>
    <message>
        <source>by badge</source>
        <translation>â bathodyn</translation>
    </message>
    <message>
        <source>by themselves</source>
        <translation>ganddyn nhw eu hunain</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>ar bapur</translation>
    </message>
</context>
<context>
    <name>preflight</name>
    <message>
        <source>The event</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Y digwyddiad</translation>
    </message>
    <message>
        <source>Records of today</source>
        <translation>Cofnodion heddiw</translation>
    </message>
    <message>
        <source>Records are sound</source>
        <translation>Mae&apos;r cofnodion yn gyfan</translation>
    </message>
    <message>
        <source>Everybody who is booked</source>
        <translation>Pawb sydd wedi bwcio</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papurau</translation>
    </message>
    <message>
        <source>Names on paper</source>
        <translation>Enwau ar bapur</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Argraffydd</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Sganiwr</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Lle ar y ddisg</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Batri</translation>
    </message>
    <message>
        <source>Screen lock</source>
        <translation>Clo&apos;r sgrin</translation>
    </message>
    <message>
        <source>Time without the centre</source>
        <translation>Amser heb y ganolfan</translation>
    </message>
    <message>
        <source>Safeguarding numbers</source>
        <translation>Rhifau diogelu</translation>
    </message>
    <message>
        <source>Certificate numbers</source>
        <translation>Rhifau tystysgrif</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Yn barod</translation>
    </message>
    <message>
        <source>Look at this</source>
        <translation>Edrychwch ar hyn</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Ddim yn barod</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Heb roi cynnig</translation>
    </message>
    <message>
        <source>Sending and fetching</source>
        <translation>Yn anfon ac yn nôl</translation>
    </message>
    <message>
        <source>Reading every page of the records, and comparing them with the centre’s</source>
        <translation>Yn darllen pob tudalen o&apos;r cofnodion, ac yn eu cymharu â rhai&apos;r ganolfan</translation>
    </message>
    <message>
        <source>Looking for everybody who is booked</source>
        <translation>Yn chwilio am bawb sydd wedi bwcio</translation>
    </message>
    <message>
        <source>Making every certificate once, for nobody</source>
        <translation>Yn gwneud pob tystysgrif unwaith, i neb</translation>
    </message>
    <message>
        <source>Asking printer, disk and battery</source>
        <translation>Yn holi&apos;r argraffydd, y ddisg a&apos;r batri</translation>
    </message>
    <message numerus="yes">
        <source>Not ready, as of {when}. %n thing(s) to do.</source>
        <translation>
            <numerusform>Ddim yn barod, {when}. %n peth i&apos;w wneud.</numerusform>
            <numerusform>Ddim yn barod, {when}. %n peth i&apos;w wneud.</numerusform>
            <numerusform>Ddim yn barod, {when}. %n peth i&apos;w wneud.</numerusform>
            <numerusform>Ddim yn barod, {when}. %n peth i&apos;w wneud.</numerusform>
            <numerusform>Ddim yn barod, {when}. %n peth i&apos;w wneud.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ready since {when}. %n thing(s) to do.</source>
        <translation>
            <numerusform>Yn barod ers {when}. %n peth i&apos;w wneud.</numerusform>
            <numerusform>Yn barod ers {when}. %n peth i&apos;w wneud.</numerusform>
            <numerusform>Yn barod ers {when}. %n peth i&apos;w wneud.</numerusform>
            <numerusform>Yn barod ers {when}. %n peth i&apos;w wneud.</numerusform>
            <numerusform>Yn barod ers {when}. %n peth i&apos;w wneud.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready since {when}.</source>
        <translation>Yn barod ers {when}.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n arall</numerusform>
            <numerusform>%n arall</numerusform>
            <numerusform>%n arall</numerusform>
            <numerusform>%n arall</numerusform>
            <numerusform>%n arall</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Agor y Gosodiadau</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>Angen adolygiad</translation>
    </message>
    <message>
        <source>Mentors</source>
        <translation>Mentoriaid</translation>
    </message>
    <message>
        <source>Sign-in sheet</source>
        <translation>Taflen arwyddo</translation>
    </message>
    <message>
        <source>Its register takes marks from this laptop.</source>
        <translation>Mae ei gofrestr yn derbyn marciau o&apos;r gliniadur hwn.</translation>
    </message>
    <message>
        <source>Your role may read this register but not mark it.</source>
        <translation>Cewch ddarllen y gofrestr hon yn eich rôl, ond nid ei marcio.</translation>
    </message>
    <message>
        <source>It is still being planned.</source>
        <translation>Mae&apos;n dal i gael ei gynllunio.</translation>
    </message>
    <message>
        <source>Its booking is not open yet.</source>
        <translation>Nid yw bwcio ar ei gyfer ar agor eto.</translation>
    </message>
    <message>
        <source>Its register is closed.</source>
        <translation>Mae ei gofrestr wedi cau.</translation>
    </message>
    <message>
        <source>It is over and put away.</source>
        <translation>Mae drosodd ac wedi&apos;i archifo.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Cafodd ei ganslo.</translation>
    </message>
    <message>
        <source>It was postponed.</source>
        <translation>Cafodd ei ohirio.</translation>
    </message>
    <message>
        <source>Everything was sent, and this copy equals the centre’s.</source>
        <translation>Anfonwyd popeth, ac mae&apos;r copi hwn yr un fath ag un y ganolfan.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be sent.</source>
        <translation>
            <numerusform>Nid oedd modd anfon %n newid.</numerusform>
            <numerusform>Nid oedd modd anfon %n newid.</numerusform>
            <numerusform>Nid oedd modd anfon %n newid.</numerusform>
            <numerusform>Nid oedd modd anfon %n newid.</numerusform>
            <numerusform>Nid oedd modd anfon %n newid.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for a person to decide.</source>
        <translation>
            <numerusform>Mae %n newid yn aros i rywun benderfynu.</numerusform>
            <numerusform>Mae %n newid yn aros i rywun benderfynu.</numerusform>
            <numerusform>Mae %n newid yn aros i rywun benderfynu.</numerusform>
            <numerusform>Mae %n newid yn aros i rywun benderfynu.</numerusform>
            <numerusform>Mae %n newid yn aros i rywun benderfynu.</numerusform>
        </translation>
    </message>
    <message>
        <source>The centre was not reached; this copy last equalled it {since}.</source>
        <translation>Ni chyrhaeddwyd y ganolfan; roedd y copi hwn yr un fath ag un y ganolfan ddiwethaf {since}.</translation>
    </message>
    <message>
        <source>This laptop has never held all records of its region.</source>
        <translation>Nid yw&apos;r gliniadur hwn erioed wedi dal holl gofnodion ei ranbarth.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were compared and are the centre’s.</source>
        <translation>
            <numerusform>Cymharwyd %n cofnod, ac maent yr un fath â rhai&apos;r ganolfan.</numerusform>
            <numerusform>Cymharwyd %n cofnod, ac maent yr un fath â rhai&apos;r ganolfan.</numerusform>
            <numerusform>Cymharwyd %n cofnod, ac maent yr un fath â rhai&apos;r ganolfan.</numerusform>
            <numerusform>Cymharwyd %n cofnod, ac maent yr un fath â rhai&apos;r ganolfan.</numerusform>
            <numerusform>Cymharwyd %n cofnod, ac maent yr un fath â rhai&apos;r ganolfan.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is sound, but could not be compared with the centre’s.</source>
        <translation>Mae&apos;r ffeil yn gyfan, ond nid oedd modd ei chymharu ag un y ganolfan.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in it are not in order.</source>
        <translation>
            <numerusform>Nid yw %n peth ynddo mewn trefn.</numerusform>
            <numerusform>Nid yw %n peth ynddo mewn trefn.</numerusform>
            <numerusform>Nid yw %n peth ynddo mewn trefn.</numerusform>
            <numerusform>Nid yw %n peth ynddo mewn trefn.</numerusform>
            <numerusform>Nid yw %n peth ynddo mewn trefn.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is damaged, or is an older copy of this laptop’s.</source>
        <translation>Mae&apos;r ffeil wedi&apos;i difrodi, neu&apos;n gopi hŷn o un y gliniadur hwn.</translation>
    </message>
    <message>
        <source>The records could not be read from end to end just now.</source>
        <translation>Nid oedd modd darllen y cofnodion o&apos;r dechrau i&apos;r diwedd y tro hwn.</translation>
    </message>
    <message numerus="yes">
        <source>%n booked mentor(s) have their cards here.</source>
        <translation>
            <numerusform>Mae cardiau %n mentor sydd wedi bwcio yma.</numerusform>
            <numerusform>Mae cardiau %n mentor sydd wedi bwcio yma.</numerusform>
            <numerusform>Mae cardiau %n mentor sydd wedi bwcio yma.</numerusform>
            <numerusform>Mae cardiau %n mentor sydd wedi bwcio yma.</numerusform>
            <numerusform>Mae cardiau %n mentor sydd wedi bwcio yma.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n booked mentor(s) have no card here.</source>
        <translation>
            <numerusform>Nid oes cerdyn yma ar gyfer %n mentor sydd wedi bwcio.</numerusform>
            <numerusform>Nid oes cerdyn yma ar gyfer %n mentor sydd wedi bwcio.</numerusform>
            <numerusform>Nid oes cerdyn yma ar gyfer %n mentor sydd wedi bwcio.</numerusform>
            <numerusform>Nid oes cerdyn yma ar gyfer %n mentor sydd wedi bwcio.</numerusform>
            <numerusform>Nid oes cerdyn yma ar gyfer %n mentor sydd wedi bwcio.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is booked.</source>
        <translation>Does neb wedi bwcio.</translation>
    </message>
    <message numerus="yes">
        <source>Sign-in sheet and %n certificate(s) were made.</source>
        <translation>
            <numerusform>Gwnaed y daflen arwyddo a %n tystysgrif.</numerusform>
            <numerusform>Gwnaed y daflen arwyddo a %n tystysgrif.</numerusform>
            <numerusform>Gwnaed y daflen arwyddo a %n tystysgrif.</numerusform>
            <numerusform>Gwnaed y daflen arwyddo a %n tystysgrif.</numerusform>
            <numerusform>Gwnaed y daflen arwyddo a %n tystysgrif.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sign-in sheet or a certificate cannot be made.</source>
        <translation>Nid oes modd gwneud y daflen arwyddo neu dystysgrif.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) can be printed.</source>
        <translation>
            <numerusform>Gellir argraffu %n enw.</numerusform>
            <numerusform>Gellir argraffu %n enw.</numerusform>
            <numerusform>Gellir argraffu %n enw.</numerusform>
            <numerusform>Gellir argraffu %n enw.</numerusform>
            <numerusform>Gellir argraffu %n enw.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) cannot be printed: {names}</source>
        <translation>
            <numerusform>Ni ellir argraffu %n enw: {names}</numerusform>
            <numerusform>Ni ellir argraffu %n enw: {names}</numerusform>
            <numerusform>Ni ellir argraffu %n enw: {names}</numerusform>
            <numerusform>Ni ellir argraffu %n enw: {names}</numerusform>
            <numerusform>Ni ellir argraffu %n enw: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} answers.</source>
        <translation>Mae {name} yn ateb.</translation>
    </message>
    <message>
        <source>{name} does not print now.</source>
        <translation>Nid yw {name} yn argraffu ar hyn o bryd.</translation>
    </message>
    <message>
        <source>No printer is set up on this laptop.</source>
        <translation>Nid oes argraffydd wedi&apos;i osod ar y gliniadur hwn.</translation>
    </message>
    <message>
        <source>The scanner’s code arrived here.</source>
        <translation>Cyrhaeddodd cod y sganiwr.</translation>
    </message>
    <message>
        <source>Nothing was scanned. It is only needed for scanning badges.</source>
        <translation>Ni sganiwyd dim. Dim ond i sganio bathodynnau y mae ei angen.</translation>
    </message>
    <message>
        <source>{room} are free.</source>
        <translation>Mae {room} yn rhydd.</translation>
    </message>
    <message>
        <source>This laptop runs on the mains.</source>
        <translation>Mae&apos;r gliniadur hwn yn rhedeg ar y prif gyflenwad.</translation>
    </message>
    <message>
        <source>Charged to {charge} %, or on the mains.</source>
        <translation>Wedi gwefru i {charge} %, neu ar y prif gyflenwad.</translation>
    </message>
    <message>
        <source>Charged to {charge} % and not on the mains.</source>
        <translation>Wedi gwefru i {charge} % a heb fod ar y prif gyflenwad.</translation>
    </message>
    <message>
        <source>This laptop opens more easily than its rules allow on that day.</source>
        <translation>Mae&apos;r gliniadur hwn yn agor yn haws nag y mae ei reolau&apos;n ei ganiatáu ar y diwrnod hwnnw.</translation>
    </message>
    <message>
        <source>The screen locks after {minutes} minutes without a key.</source>
        <translation>Mae&apos;r sgrin yn cloi ar ôl {minutes} munud heb bwyso bysell.</translation>
    </message>
    <message>
        <source>The screen does not lock by itself.</source>
        <translation>Nid yw&apos;r sgrin yn cloi ohoni ei hun.</translation>
    </message>
    <message>
        <source>The records stay open for {days} days without the centre.</source>
        <translation>Bydd y cofnodion ar agor am {days} diwrnod heb y ganolfan.</translation>
    </message>
    <message>
        <source>The records lock in {days} days, before the event is over.</source>
        <translation>Bydd y cofnodion yn cloi ymhen {days} diwrnod, cyn i&apos;r digwyddiad ddod i ben.</translation>
    </message>
    <message>
        <source>{name}, {phone}</source>
        <translation>{name}, {phone}</translation>
    </message>
    <message>
        <source>No number for a safeguarding concern is on this laptop.</source>
        <translation>Nid oes rhif ar gyfer pryder diogelu ar y gliniadur hwn.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln certificate number(s) are left on this laptop.</source>
        <translation>
            <numerusform>Mae %Ln rhif tystysgrif ar ôl ar y gliniadur hwn.</numerusform>
            <numerusform>Mae %Ln rhif tystysgrif ar ôl ar y gliniadur hwn.</numerusform>
            <numerusform>Mae %Ln rhif tystysgrif ar ôl ar y gliniadur hwn.</numerusform>
            <numerusform>Mae %Ln rhif tystysgrif ar ôl ar y gliniadur hwn.</numerusform>
            <numerusform>Mae %Ln rhif tystysgrif ar ôl ar y gliniadur hwn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your role does not issue certificates.</source>
        <translation>Nid yw eich rôl yn rhoi tystysgrifau.</translation>
    </message>
    <message>
        <source>Connect to the internet and check again.</source>
        <translation>Cysylltwch â&apos;r rhyngrwyd a gwiriwch eto.</translation>
    </message>
    <message>
        <source>Call the office before the day.</source>
        <translation>Ffoniwch y swyddfa cyn y diwrnod.</translation>
    </message>
    <message>
        <source>Ask a trainer to take the register.</source>
        <translation>Gofynnwch i hyfforddwr gymryd y gofrestr.</translation>
    </message>
    <message>
        <source>Decide them in Needs review, or leave them to the office.</source>
        <translation>Penderfynwch arnynt yn Angen adolygiad, neu gadewch nhw i&apos;r swyddfa.</translation>
    </message>
    <message>
        <source>Check again in a minute; if it stays so, call the office.</source>
        <translation>Gwiriwch eto ymhen munud; os yw&apos;n dal felly, ffoniwch y swyddfa.</translation>
    </message>
    <message>
        <source>Let Settings check and mend the records.</source>
        <translation>Gadewch i&apos;r Gosodiadau wirio a thrwsio&apos;r cofnodion.</translation>
    </message>
    <message>
        <source>Whoever comes will be a walk-in. Ask the office if that is so.</source>
        <translation>Bydd pwy bynnag a ddaw yn galw heibio. Gofynnwch i&apos;r swyddfa a yw hynny&apos;n gywir.</translation>
    </message>
    <message>
        <source>Ask the office to shorten the event’s title or venue.</source>
        <translation>Gofynnwch i&apos;r swyddfa fyrhau teitl neu leoliad y digwyddiad.</translation>
    </message>
    <message>
        <source>Enter a certificate name that fits on their cards.</source>
        <translation>Rhowch enw tystysgrif sy&apos;n ffitio ar eu cardiau.</translation>
    </message>
    <message>
        <source>Look for paper, or save the papers as PDF.</source>
        <translation>Chwiliwch am bapur, neu cadwch y papurau fel PDF.</translation>
    </message>
    <message>
        <source>Save the papers as PDF and print them elsewhere.</source>
        <translation>Cadwch y papurau fel PDF a&apos;u hargraffu yn rhywle arall.</translation>
    </message>
    <message>
        <source>Scan any code into the field below, then check again.</source>
        <translation>Sganiwch unrhyw god i&apos;r maes isod, yna gwiriwch eto.</translation>
    </message>
    <message>
        <source>Free some room: empty the bin, or move pictures and films away.</source>
        <translation>Rhyddhewch le: gwagiwch y bin, neu symudwch luniau a ffilmiau oddi yno.</translation>
    </message>
    <message>
        <source>Charge it overnight, and take the charger with you.</source>
        <translation>Gwefrwch ef dros nos, ac ewch â&apos;r gwefrydd gyda chi.</translation>
    </message>
    <message>
        <source>Choose a PIN or passphrase before the day.</source>
        <translation>Dewiswch PIN neu gyfrinymadrodd cyn y diwrnod.</translation>
    </message>
    <message>
        <source>Expect to type your PIN often; the office can allow more minutes.</source>
        <translation>Disgwyliwch deipio eich PIN yn aml; gall y swyddfa ganiatáu mwy o funudau.</translation>
    </message>
    <message>
        <source>Connect once more shortly before the day.</source>
        <translation>Cysylltwch unwaith eto ychydig cyn y diwrnod.</translation>
    </message>
    <message>
        <source>Ask the safeguarding lead for a number, and fetch it.</source>
        <translation>Gofynnwch i&apos;r arweinydd diogelu am rif, a&apos;i nôl.</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>An event</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Digwyddiad</translation>
    </message>
    <message>
        <source>A school or employer</source>
        <translation>Ysgol neu gyflogwr</translation>
    </message>
    <message>
        <source>A school’s visitors</source>
        <translation>Ymwelwyr ysgol</translation>
    </message>
    <message>
        <source>A cohort</source>
        <translation>Carfan</translation>
    </message>
    <message>
        <source>Mentors</source>
        <translation>Mentoriaid</translation>
    </message>
    <message>
        <source>Young people</source>
        <translation>Pobl ifanc</translation>
    </message>
    <message>
        <source>A pasted list</source>
        <translation>Rhestr wedi’i gludo</translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>Pob cam</translation>
    </message>
    <message numerus="yes">
        <source>As in the list: %n</source>
        <translation>
            <numerusform>Fel yn y rhestr: %n</numerusform>
            <numerusform>Fel yn y rhestr: %n</numerusform>
            <numerusform>Fel yn y rhestr: %n</numerusform>
            <numerusform>Fel yn y rhestr: %n</numerusform>
            <numerusform>Fel yn y rhestr: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>printed {when} by {who}, %n page(s)</source>
        <translation>
            <numerusform>argraffwyd {when} gan {who}, %n tudalen</numerusform>
            <numerusform>argraffwyd {when} gan {who}, %n dudalen</numerusform>
            <numerusform>argraffwyd {when} gan {who}, %n dudalen</numerusform>
            <numerusform>argraffwyd {when} gan {who}, %n tudalen</numerusform>
            <numerusform>argraffwyd {when} gan {who}, %n tudalen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>saved {when} by {who}, %n page(s)</source>
        <translation>
            <numerusform>cadwyd {when} gan {who}, %n tudalen</numerusform>
            <numerusform>cadwyd {when} gan {who}, %n dudalen</numerusform>
            <numerusform>cadwyd {when} gan {who}, %n dudalen</numerusform>
            <numerusform>cadwyd {when} gan {who}, %n tudalen</numerusform>
            <numerusform>cadwyd {when} gan {who}, %n tudalen</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificates of attendance</source>
        <translation>Tystysgrifau presenoldeb</translation>
    </message>
    <message>
        <source>Certificates of mentor training</source>
        <translation>Tystysgrifau hyfforddiant mentor</translation>
    </message>
    <message>
        <source>Safeguarding certificates</source>
        <translation>Tystysgrifau diogelu</translation>
    </message>
    <message>
        <source>Certificates of participation</source>
        <translation>Tystysgrifau cyfranogi</translation>
    </message>
    <message>
        <source>Certificates of a year’s service</source>
        <translation>Tystysgrifau blwyddyn o wasanaeth</translation>
    </message>
    <message>
        <source>Certificates of recognition</source>
        <translation>Tystysgrifau cydnabyddiaeth</translation>
    </message>
    <message>
        <source>Employer’s certificate</source>
        <translation>Tystysgrif cyflogwr</translation>
    </message>
    <message>
        <source>Sign-in sheet, blank</source>
        <translation>Taflen lofnodi, wag</translation>
    </message>
    <message>
        <source>Sign-in sheet, filled</source>
        <translation>Taflen lofnodi, wedi’i llenwi</translation>
    </message>
    <message>
        <source>Badges, A6</source>
        <translation>Bathodynnau, A6</translation>
    </message>
    <message>
        <source>Badges, four to a sheet</source>
        <translation>Bathodynnau, pedwar i’r ddalen</translation>
    </message>
    <message>
        <source>Badges, eight to a sheet</source>
        <translation>Bathodynnau, wyth i’r ddalen</translation>
    </message>
    <message>
        <source>Badges, 96 × 82 mm</source>
        <translation>Bathodynnau, 96 × 82 mm</translation>
    </message>
    <message>
        <source>Evacuation list</source>
        <translation>Rhestr ymgilio</translation>
    </message>
    <message>
        <source>Summary of the event</source>
        <translation>Crynodeb o’r digwyddiad</translation>
    </message>
    <message>
        <source>Room sign</source>
        <translation>Arwydd ystafell</translation>
    </message>
    <message>
        <source>Pair register</source>
        <translation>Cofrestr parau</translation>
    </message>
    <message>
        <source>Visitor list for reception</source>
        <translation>Rhestr ymwelwyr i’r dderbynfa</translation>
    </message>
    <message>
        <source>Encounter records (Gatsby 5)</source>
        <translation>Cofnodion cyfarfod (Gatsby 5)</translation>
    </message>
    <message>
        <source>Address labels</source>
        <translation>Labeli cyfeiriad</translation>
    </message>
    <message>
        <source>As in the list</source>
        <translation>Fel yn y rhestr</translation>
    </message>
    <message>
        <source>By surname</source>
        <translation>Yn ôl cyfenw</translation>
    </message>
    <message>
        <source>By organisation or year</source>
        <translation>Yn ôl sefydliad neu flwyddyn</translation>
    </message>
    <message>
        <source>Each person’s own</source>
        <translation>Dewis pob person</translation>
    </message>
    <message>
        <source>All in Welsh</source>
        <translation>Popeth yn Gymraeg</translation>
    </message>
    <message>
        <source>All in English</source>
        <translation>Popeth yn Saesneg</translation>
    </message>
    <message>
        <source>All bilingual</source>
        <translation>Popeth yn ddwyieithog</translation>
    </message>
    <message>
        <source>A4, one to a sheet</source>
        <translation>A4, un i’r ddalen</translation>
    </message>
    <message>
        <source>A5, two to a sheet, to be cut</source>
        <translation>A5, dwy i’r ddalen, i’w torri</translation>
    </message>
    <message>
        <source>Code on the front</source>
        <translation>Cod ar y blaen</translation>
    </message>
    <message>
        <source>Code on the back, printed on both sides</source>
        <translation>Cod ar y cefn, argraffu ar y ddwy ochr</translation>
    </message>
    <message>
        <source>Avery L7160, 21 to a sheet</source>
        <translation>Avery L7160, 21 i’r ddalen</translation>
    </message>
    <message>
        <source>Avery L7163, 14 to a sheet</source>
        <translation>Avery L7163, 14 i’r ddalen</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Wedi’i atal</translation>
    </message>
    <message>
        <source>Not for them</source>
        <translation>Ddim ar eu cyfer</translation>
    </message>
    <message>
        <source>No consent given</source>
        <translation>Heb gydsyniad</translation>
    </message>
    <message>
        <source>No name to print</source>
        <translation>Dim enw i’w argraffu</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Heb ddod o hyd i neb</translation>
    </message>
    <message>
        <source>Fits several people</source>
        <translation>Yn cyfateb i sawl un</translation>
    </message>
    <message>
        <source>Not from this desk</source>
        <translation>Nid o’r ddesg hon</translation>
    </message>
    <message>
        <source>Modules missing</source>
        <translation>Modiwlau ar goll</translation>
    </message>
    <message>
        <source>No meetings yet</source>
        <translation>Dim cyfarfodydd eto</translation>
    </message>
    <message>
        <source>No mentor now</source>
        <translation>Dim mentor nawr</translation>
    </message>
    <message>
        <source>Less than a year</source>
        <translation>Llai na blwyddyn</translation>
    </message>
    <message>
        <source>Say what it is for</source>
        <translation>Nodwch am beth</translation>
    </message>
    <message>
        <source>Not cleared</source>
        <translation>Heb gliriad</translation>
    </message>
    <message>
        <source>Name too long</source>
        <translation>Enw’n rhy hir</translation>
    </message>
    <message>
        <source>Name cannot be printed</source>
        <translation>Ni ellir argraffu’r enw</translation>
    </message>
    <message>
        <source>Left before half</source>
        <translation>Gadawodd cyn hanner</translation>
    </message>
</context>
<context>
    <name>register</name>
    <message>
        <source>Present</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it. What ``views/sentences/`` calls taking a mark of this state back.</extracomment>
        <translation>Presennol</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Hwyr</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gadawodd</translation>
    </message>
    <message>
        <source>Not yet booked</source>
        <translation>Heb archebu eto</translation>
    </message>
    <message>
        <source>Apologies</source>
        <translation>Ymddiheuriad</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Esgusodwyd</translation>
    </message>
    <message>
        <source>No notice</source>
        <translation>Dim rhybudd</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Disgwylir</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>Heb ei farcio</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Rhestr aros</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Canslwyd</translation>
    </message>
    <message>
        <source>Two answers</source>
        <translation>Dau ateb</translation>
    </message>
    <message>
        <source>{name} is in since {time}.</source>
        <translation>Mae {name} i mewn ers {time}.</translation>
    </message>
    <message>
        <source>{name} is in, late, since {time}.</source>
        <translation>Mae {name} i mewn, yn hwyr, ers {time}.</translation>
    </message>
    <message>
        <source>{name} left at {time}.</source>
        <translation>Gadawodd {name} am {time}.</translation>
    </message>
    <message>
        <source>{name} is in, not yet booked, since {time}.</source>
        <translation>Mae {name} i mewn ers {time}, heb archebu eto.</translation>
    </message>
    <message>
        <source>{name} is expected again.</source>
        <translation>Disgwylir {name} eto.</translation>
    </message>
    <message>
        <source>This badge is for another event: {title}.</source>
        <translation>Mae’r bathodyn hwn ar gyfer digwyddiad arall: {title}.</translation>
    </message>
    <message>
        <source>This badge was not made for {title}. Find the name instead.</source>
        <translation>Ni wnaed y bathodyn hwn ar gyfer {title}. Chwiliwch am yr enw yn lle hynny.</translation>
    </message>
    <message>
        <source>This laptop does not know who this badge belongs to. Find the name instead.</source>
        <translation>Nid yw’r gliniadur hwn yn gwybod pwy biau’r bathodyn hwn. Chwiliwch am yr enw yn lle hynny.</translation>
    </message>
    <message>
        <source>That is not a badge of ours. Find the name instead.</source>
        <translation>Nid un o’n bathodynnau ni yw hwn. Chwiliwch am yr enw yn lle hynny.</translation>
    </message>
    <message>
        <source>Suspended: speak to the safeguarding lead</source>
        <translation>Wedi’i atal: siaradwch â’r arweinydd diogelu</translation>
    </message>
    <message>
        <source>No photographs</source>
        <translation>Dim lluniau</translation>
    </message>
    <message>
        <source>Prerequisites: {count} missing</source>
        <translation>Rhagofynion: {count} ar goll</translation>
    </message>
    <message>
        <source>Same e-mail address.</source>
        <translation>Yr un cyfeiriad e-bost.</translation>
    </message>
    <message>
        <source>Same telephone number.</source>
        <translation>Yr un rhif ffôn.</translation>
    </message>
    <message>
        <source>Same name.</source>
        <translation>Yr un enw.</translation>
    </message>
    <message>
        <source>Nearly the same name.</source>
        <translation>Bron yr un enw.</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Galw heibio</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>Hyfforddwr</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Cynorthwyydd</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Gwesteiwr</translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>Arsylwr</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>This event was cancelled: {reason} What was marked is kept.</source>
        <translation>Canslwyd y digwyddiad hwn: {reason} Cedwir yr hyn a farciwyd.</translation>
    </message>
    <message>
        <source>Your role may read this register but not mark it. A trainer or the office can.</source>
        <translation>Caiff eich rôl ddarllen y gofrestr hon ond nid ei marcio. Gall hyfforddwr neu&apos;r swyddfa.</translation>
    </message>
    <message>
        <source>This event is still being planned. Its register opens with its booking.</source>
        <translation>Mae&apos;r digwyddiad hwn yn dal i gael ei drefnu. Bydd y gofrestr yn agor gyda&apos;r bwcio.</translation>
    </message>
    <message>
        <source>This event was cancelled. What was marked is kept; its register takes no more marks.</source>
        <translation>Cafodd y digwyddiad hwn ei ganslo. Cedwir yr hyn a farciwyd; nid yw’r gofrestr yn derbyn rhagor o farciau.</translation>
    </message>
    <message>
        <source>This event was postponed. Its register takes no marks.</source>
        <translation>Gohiriwyd y digwyddiad hwn. Nid yw ei gofrestr yn derbyn marciau.</translation>
    </message>
    <message>
        <source>This register is closed. Corrections go through the office.</source>
        <translation>Mae&apos;r gofrestr hon wedi cau. Drwy&apos;r swyddfa mae cywiro.</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>A day such as 21/11/2026</source>
        <translation>Diwrnod fel 21/11/2026</translation>
    </message>
    <message>
        <source>A day and time such as 21/11/2026 10:30</source>
        <translation>Diwrnod ac amser fel 21/11/2026 10:30</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Rhif</translation>
    </message>
    <message>
        <source>This cannot be written here.</source>
        <translation>Ni ellir ysgrifennu hyn yma.</translation>
    </message>
    <message>
        <source>Match · {people}</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it. A word longer than this may be broken anywhere, or it would push the window wider than the screen.</extracomment>
        <translation>Paru · {people}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>rhywun</translation>
    </message>
    <message>
        <source>{name} at {event}</source>
        <translation>{name} yn {event}</translation>
    </message>
    <message>
        <source>a young person</source>
        <translation>person ifanc</translation>
    </message>
    <message>
        <source>a young person at {place}</source>
        <translation>person ifanc yn {place}</translation>
    </message>
    <message>
        <source>a mentor</source>
        <translation>mentor</translation>
    </message>
    <message>
        <source>{mentor} and {mentee}</source>
        <translation>{mentor} a {mentee}</translation>
    </message>
    <message>
        <source>Same field, two answers</source>
        <translation>Un maes, dau ateb</translation>
    </message>
    <message>
        <source>Removed and changed</source>
        <translation>Wedi’i ddileu a’i newid</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Wedi’i ddileu am byth</translation>
    </message>
    <message>
        <source>Details on their way</source>
        <translation>Manylion ar eu ffordd</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Wedi’i roi o’r neilltu</translation>
    </message>
    <message>
        <source>With the office</source>
        <translation>Gyda’r swyddfa</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Heb ei dderbyn</translation>
    </message>
    <message>
        <source>Nothing of it is kept on this laptop.</source>
        <translation>Does dim ohono ar y gliniadur hwn mwyach.</translation>
    </message>
    <message>
        <source>Your change is kept here until both answers can be compared.</source>
        <translation>Cedwir eich newid yma nes gellir cymharu’r ddau ateb.</translation>
    </message>
    <message>
        <source>Handed to the office, where somebody decides. Nothing is lost.</source>
        <translation>Wedi’i drosglwyddo i’r swyddfa, lle bydd rhywun yn penderfynu. Does dim wedi’i golli.</translation>
    </message>
    <message>
        <source>The office did not take this change over. It is kept on record there.</source>
        <translation>Ni dderbyniodd y swyddfa’r newid hwn. Fe’i cedwir ar gofnod yno.</translation>
    </message>
    <message>
        <source>The centre did not accept this change. It is kept here until you decide.</source>
        <translation>Ni dderbyniodd y ganolfan y newid hwn. Fe’i cedwir yma nes i chi benderfynu.</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>Eich ateb chi</translation>
    </message>
    <message>
        <source>{name} wrote</source>
        <translation>Ateb {name}</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Rhywun</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>Yn y ganolfan</translation>
    </message>
    <message>
        <source>You wrote, at the centre</source>
        <translation>Eich ateb chi, yn y ganolfan</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Cadw f&apos;un i</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Cadw eu hun nhw</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Cadw hwn</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Wedi’i ddileu</translation>
    </message>
    <message>
        <source>Kept as it was</source>
        <translation>Wedi’i gadw fel yr oedd</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Chi</translation>
    </message>
    <message>
        <source>on this laptop</source>
        <translation>ar y gliniadur hwn</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Ei ddileu</translation>
    </message>
    <message>
        <source>A sealed concern. Nobody can read it here.</source>
        <translation>Pryder wedi’i selio. Ni all neb ei ddarllen yma.</translation>
    </message>
    <message>
        <source>What it was has been erased</source>
        <translation>Mae’r hyn ydoedd wedi’i ddileu am byth</translation>
    </message>
    <message>
        <source>This was erased at the centre for good, so nothing about it can be changed.</source>
        <translation>Cafodd hwn ei ddileu am byth yn y ganolfan, felly ni ellir newid dim yn ei gylch.</translation>
    </message>
    <message>
        <source>Somebody else changed the same thing. Their answer arrives with the next sync.</source>
        <translation>Newidiodd rhywun arall yr un peth. Daw eu hateb nhw gyda’r cysoni nesaf.</translation>
    </message>
    <message>
        <source>The office says: {reason}</source>
        <translation>Dywed y swyddfa: {reason}</translation>
    </message>
    <message>
        <source>It is about: {field}.</source>
        <translation>Mae’n ymwneud â: {field}.</translation>
    </message>
    <message numerus="yes">
        <source>%n later change(s) wait for this one.</source>
        <translation>
            <numerusform>Mae %n newid diweddarach yn aros am hwn.</numerusform>
            <numerusform>Mae %n newid diweddarach yn aros am hwn.</numerusform>
            <numerusform>Mae %n newid diweddarach yn aros am hwn.</numerusform>
            <numerusform>Mae %n newid diweddarach yn aros am hwn.</numerusform>
            <numerusform>Mae %n newid diweddarach yn aros am hwn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were sent today.</source>
        <translation>
            <numerusform>Anfonwyd %n newid heddiw.</numerusform>
            <numerusform>Anfonwyd %n newid heddiw.</numerusform>
            <numerusform>Anfonwyd %n newid heddiw.</numerusform>
            <numerusform>Anfonwyd %n newid heddiw.</numerusform>
            <numerusform>Anfonwyd %n newid heddiw.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need a person to decide; nothing was overwritten.</source>
        <translation>
            <numerusform>Mae angen i berson benderfynu ar %n; ni throsysgrifwyd dim.</numerusform>
            <numerusform>Mae angen i berson benderfynu ar %n; ni throsysgrifwyd dim.</numerusform>
            <numerusform>Mae angen i berson benderfynu ar %n; ni throsysgrifwyd dim.</numerusform>
            <numerusform>Mae angen i berson benderfynu ar %n; ni throsysgrifwyd dim.</numerusform>
            <numerusform>Mae angen i berson benderfynu ar %n; ni throsysgrifwyd dim.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rights</name>
    <message>
        <source>To see what we hold</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>I weld yr hyn a gadwn</translation>
    </message>
    <message>
        <source>To have it corrected</source>
        <translation>I’w gywiro</translation>
    </message>
    <message>
        <source>To have it erased</source>
        <translation>I’w ddileu</translation>
    </message>
    <message>
        <source>To have its use restricted</source>
        <translation>I gyfyngu ar ei ddefnydd</translation>
    </message>
    <message>
        <source>To object to its use</source>
        <translation>I wrthwynebu ei ddefnydd</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>Gwnaed</translation>
    </message>
    <message>
        <source>Refused, and the person told why</source>
        <translation>Gwrthodwyd, a dywedwyd pam wrth y person</translation>
    </message>
    <message>
        <source>Withdrawn by the person</source>
        <translation>Tynnwyd yn ôl gan y person</translation>
    </message>
    <message>
        <source>Somebody whose record is not on this laptop</source>
        <translation>Rhywun nad yw eu cofnod ar y gliniadur hwn</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late: it was due by {day}</source>
        <translation>
            <numerusform>%n diwrnod yn hwyr: roedd i’w ateb erbyn {day}</numerusform>
            <numerusform>%n diwrnod yn hwyr: roedd i’w ateb erbyn {day}</numerusform>
            <numerusform>%n diwrnod yn hwyr: roedd i’w ateb erbyn {day}</numerusform>
            <numerusform>%n diwrnod yn hwyr: roedd i’w ateb erbyn {day}</numerusform>
            <numerusform>%n diwrnod yn hwyr: roedd i’w ateb erbyn {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left, until {day}</source>
        <translation>
            <numerusform>%n diwrnod ar ôl, tan {day}</numerusform>
            <numerusform>%n diwrnod ar ôl, tan {day}</numerusform>
            <numerusform>%n diwrnod ar ôl, tan {day}</numerusform>
            <numerusform>%n diwrnod ar ôl, tan {day}</numerusform>
            <numerusform>%n diwrnod ar ôl, tan {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>Trainer</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Hyfforddwr</translation>
    </message>
    <message>
        <source>School coordinator</source>
        <translation>Cydlynydd ysgol</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Regional manager</source>
        <translation>Rheolwr rhanbarthol</translation>
    </message>
    <message>
        <source>Safeguarding lead</source>
        <translation>Arweinydd diogelu</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Try again</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Rhoi cynnig arall</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Agor y Gosodiadau</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Mewngofnodi eto</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>Dewis lle arall</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Cau&apos;r rhaglen</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Dangos manylion</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost: free some space, then try again.</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Mae&apos;r ddisg yn llawn. Ni chollwyd dim: gwnewch le, yna rhoi cynnig arall.</translation>
    </message>
    <message>
        <source>These records are from a newer version of 1MM Desktop. Install that version to open them.</source>
        <translation>Daw&apos;r cofnodion hyn o fersiwn mwy newydd o 1MM Desktop. Gosodwch y fersiwn hwnnw i&apos;w hagor.</translation>
    </message>
    <message>
        <source>The records on this laptop cannot be read. The file is left untouched; please call the office.</source>
        <translation>Ni ellir darllen y cofnodion ar y gliniadur hwn. Gadawyd y ffeil fel y mae; ffoniwch y swyddfa.</translation>
    </message>
    <message>
        <source>A part of this laptop&apos;s records is damaged. Save your changes to a stick in Settings, then call the office.</source>
        <translation>Mae rhan o gofnodion y gliniadur hwn wedi&apos;i difrodi. Cadwch eich newidiadau ar ffon USB yn Gosodiadau, yna ffoniwch y swyddfa.</translation>
    </message>
    <message>
        <source>Another program is using the records. Close it, then try again.</source>
        <translation>Mae rhaglen arall yn defnyddio&apos;r cofnodion. Caewch hi, yna rhoi cynnig arall.</translation>
    </message>
    <message>
        <source>The folder of the records cannot be written to. Ask for access to it.</source>
        <translation>Ni ellir ysgrifennu i ffolder y cofnodion. Gofynnwch am fynediad iddo.</translation>
    </message>
    <message>
        <source>This is not the passphrase of this laptop. Check Caps Lock and try again.</source>
        <translation>Nid dyma gyfrinymadrodd y gliniadur hwn. Gwiriwch Caps Lock a rhoi cynnig arall.</translation>
    </message>
    <message>
        <source>This is not the PIN of this laptop. Try again.</source>
        <translation>Nid hwn yw PIN y gliniadur hwn. Rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>That was wrong several times. Wait until the time is up, then try again.</source>
        <translation>Roedd hynny&apos;n anghywir sawl gwaith. Arhoswch nes i&apos;r amser ddod i ben, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>That was wrong too often. Only the office can open these records now; call them.</source>
        <translation>Roedd hynny&apos;n anghywir yn rhy aml. Dim ond y swyddfa all agor y cofnodion hyn nawr; ffoniwch nhw.</translation>
    </message>
    <message>
        <source>This is not the office’s answer to this question. Compare it letter by letter.</source>
        <translation>Nid hwn yw ateb y swyddfa i&apos;r cwestiwn hwn. Cymharwch ef lythyren wrth lythyren.</translation>
    </message>
    <message>
        <source>This account&apos;s keyring does not give out the key. Unlock the keyring, then try again.</source>
        <translation>Nid yw cylch allweddi&apos;r cyfrif hwn yn rhoi&apos;r allwedd. Datglowch ef, yna rhoi cynnig arall.</translation>
    </message>
    <message>
        <source>The centre cannot be reached. Check the internet connection, then try again.</source>
        <translation>Ni ellir cyrraedd y ganolfan. Gwiriwch y cysylltiad rhyngrwyd, yna rhoi cynnig arall.</translation>
    </message>
    <message>
        <source>Something other than the centre answered. Sign in to the venue&apos;s Wi-Fi, or check the address.</source>
        <translation>Atebodd rhywbeth heblaw&apos;r ganolfan. Mewngofnodwch i Wi-Fi&apos;r lleoliad, neu wirio&apos;r cyfeiriad.</translation>
    </message>
    <message>
        <source>This connection would not be private. Use an address that begins with https://.</source>
        <translation>Ni fyddai&apos;r cysylltiad hwn yn breifat. Defnyddiwch gyfeiriad sy&apos;n dechrau â https://.</translation>
    </message>
    <message>
        <source>Somebody may be reading along, so nothing was sent. Check this laptop’s date, or use another network.</source>
        <translation>Efallai fod rhywun yn darllen hyn, felly ni anfonwyd dim. Gwiriwch ddyddiad y gliniadur hwn, neu defnyddiwch rwydwaith arall.</translation>
    </message>
    <message>
        <source>The centre’s certificate is not the one this laptop knows, so nothing was sent. Call the office.</source>
        <translation>Nid tystysgrif y ganolfan yw&apos;r un y mae&apos;r gliniadur hwn yn ei hadnabod, felly ni anfonwyd dim. Ffoniwch y swyddfa.</translation>
    </message>
    <message>
        <source>The centre has a problem of its own. Your work is safe; try again in a while.</source>
        <translation>Mae gan y ganolfan broblem ei hun. Mae&apos;ch gwaith yn ddiogel; rhowch gynnig arall cyn hir.</translation>
    </message>
    <message>
        <source>The centre is busy. It will be tried again by itself.</source>
        <translation>Mae&apos;r ganolfan yn brysur. Rhoddir cynnig arall ohono&apos;i hun.</translation>
    </message>
    <message>
        <source>Stopped. What had arrived is kept; going on continues from there.</source>
        <translation>Wedi stopio. Cedwir yr hyn a gyrhaeddodd; bydd dal ati&apos;n parhau o&apos;r fan honno.</translation>
    </message>
    <message>
        <source>You have no role in this region any more, and its records have left this laptop. Call the office.</source>
        <translation>Nid oes gennych rôl yn y rhanbarth hwn mwyach, ac mae ei gofnodion wedi gadael y gliniadur hwn. Ffoniwch y swyddfa.</translation>
    </message>
    <message>
        <source>The centre did not accept this.</source>
        <translation>Ni dderbyniodd y ganolfan hyn.</translation>
    </message>
    <message>
        <source>This is no longer here: it was removed or belongs to another region.</source>
        <translation>Nid yw hwn yma bellach: cafodd ei dynnu neu mae&apos;n perthyn i ranbarth arall.</translation>
    </message>
    <message>
        <source>Your role may look at this but not change it. Ask the regional manager.</source>
        <translation>Caiff eich rôl weld hyn ond nid ei newid. Gofynnwch i&apos;r rheolwr rhanbarthol.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Does dim i&apos;w dynnu&apos;n ôl.</translation>
    </message>
    <message>
        <source>This register is closed. Changes to it need a reason and the office&apos;s help.</source>
        <translation>Mae&apos;r gofrestr hon wedi cau. Mae angen rheswm a help y swyddfa i&apos;w newid.</translation>
    </message>
    <message>
        <source>Write a name first.</source>
        <translation>Ysgrifennwch enw gyntaf.</translation>
    </message>
    <message>
        <source>Ask whether we may keep these details, and tick the box.</source>
        <translation>Gofynnwch a gawn ni gadw&apos;r manylion hyn, a thiciwch y blwch.</translation>
    </message>
    <message>
        <source>Somebody has decided this meanwhile. Nothing was changed.</source>
        <translation>Mae rhywun wedi penderfynu hyn yn y cyfamser. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>This cannot be written here. Check it and try again.</source>
        <translation>Ni ellir ysgrifennu hyn yma. Gwiriwch ef a rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>Write down what was said or done first.</source>
        <translation>Ysgrifennwch yn gyntaf yr hyn a ddywedwyd neu a wnaed.</translation>
    </message>
    <message>
        <source>This laptop has no key of the safeguarding lead yet. Your words are kept here; phone the lead now.</source>
        <translation>Nid oes gan y gliniadur hwn allwedd yr arweinydd diogelu eto. Mae’ch geiriau’n cael eu cadw yma; ffoniwch yr arweinydd nawr.</translation>
    </message>
    <message>
        <source>This is not the recovery key of this region. Compare it with the paper, letter by letter.</source>
        <translation>Nid dyma allwedd adfer y rhanbarth hwn. Cymharwch hi â’r papur, lythyren wrth lythyren.</translation>
    </message>
    <message>
        <source>A concern is never thrown away. Phone the safeguarding lead, then send it again.</source>
        <translation>Ni chaiff pryder ei daflu byth. Ffoniwch yr arweinydd diogelu, yna anfonwch ef eto.</translation>
    </message>
    <message>
        <source>This concern was not sealed to this laptop. Ask another lead to let this laptop in.</source>
        <translation>Ni chafodd y pryder hwn ei selio i’r gliniadur hwn. Gofynnwch i arweinydd arall adael y gliniadur hwn i mewn.</translation>
    </message>
    <message>
        <source>Write why it is closed: what was decided, and what was done.</source>
        <translation>Ysgrifennwch pam y mae’n cael ei gau: beth a benderfynwyd, a beth a wnaed.</translation>
    </message>
    <message>
        <source>The file cannot be read. See that the stick is still in its place.</source>
        <translation>Ni ellir darllen y ffeil. Gwiriwch fod y cofbin yn dal yn ei le.</translation>
    </message>
    <message>
        <source>This laptop has to meet its centre once more before it can write such a file.</source>
        <translation>Rhaid i&apos;r gliniadur hwn gysylltu â&apos;i ganolfan unwaith eto cyn y gall ysgrifennu ffeil o&apos;r fath.</translation>
    </message>
    <message>
        <source>The certificate of {name} cannot be printed: its name, title, place or trainers are too long. Shorten them.</source>
        <translation>Ni ellir argraffu tystysgrif {name}: mae’r enw, y teitl, y lle neu’r hyfforddwyr yn rhy hir. Byrhewch nhw.</translation>
    </message>
    <message>
        <source>The certificate of {name} cannot be printed: no font here has the letter {code_point}. Check the certificate name.</source>
        <translation>Ni ellir argraffu tystysgrif {name}: nid oes ffont yma â’r llythyren {code_point}. Gwiriwch yr enw ar gyfer tystysgrifau.</translation>
    </message>
    <message>
        <source>This file holds no signing certificate. Choose the .p12 or .pfx file that holds it and its key.</source>
        <translation>Does dim tystysgrif lofnodi yn y ffeil hon. Dewiswch y ffeil .p12 neu .pfx sy’n ei chynnwys hi a’i hallwedd.</translation>
    </message>
    <message>
        <source>The signing certificate is valid from {begins} to {ends}. Choose a valid one in Settings.</source>
        <translation>Mae’r dystysgrif lofnodi yn ddilys o {begins} hyd {ends}. Dewiswch un ddilys yn y Gosodiadau.</translation>
    </message>
    <message>
        <source>This is not the password of that file. Type it again.</source>
        <translation>Nid dyma gyfrinair y ffeil honno. Teipiwch ef eto.</translation>
    </message>
    <message>
        <source>This sheet was not printed by this laptop. Key it in where it was printed.</source>
        <translation>Nid y gliniadur hwn a argraffodd y daflen hon. Cofnodwch hi lle cafodd ei hargraffu.</translation>
    </message>
    <message>
        <source>This sheet has no such row. Compare the row’s number with the paper.</source>
        <translation>Nid oes rhes o&apos;r fath ar y daflen hon. Cymharwch rif y rhes â&apos;r papur.</translation>
    </message>
    <message>
        <source>Type the time behind the letter, as in 1012.</source>
        <translation>Teipiwch yr amser ar ôl y llythyren, er enghraifft 1012.</translation>
    </message>
    <message>
        <source>Something else was said of this person already. Nothing was changed.</source>
        <translation>Dywedwyd rhywbeth arall am y person hwn eisoes. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>The printer did not take page {page}. Check it and print from that page on, or save a PDF instead.</source>
        <translation>Ni chymerodd yr argraffydd dudalen {page}. Gwiriwch ef ac argraffwch o’r dudalen honno ymlaen, neu cadwch PDF yn lle hynny.</translation>
    </message>
    <message>
        <source>{file} was not saved, not even in part: the disk is full. Free some space, then save again.</source>
        <translation>Ni chadwyd {file}, na’r un rhan ohono: mae’r ddisg yn llawn. Rhyddhewch le, yna cadwch eto.</translation>
    </message>
    <message>
        <source>{file} was not saved: you may not write in that folder. Choose another place.</source>
        <translation>Ni chadwyd {file}: nid oes gennych hawl i ysgrifennu yn y ffolder honno. Dewiswch le arall.</translation>
    </message>
    <message>
        <source>The file could not be saved there. Choose another place.</source>
        <translation>Ni ellid cadw&apos;r ffeil yno. Dewiswch le arall.</translation>
    </message>
    <message>
        <source>The centre did not understand this program. Install the newest version.</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Ni ddeallodd y ganolfan y rhaglen hon. Gosodwch y fersiwn diweddaraf.</translation>
    </message>
    <message>
        <source>This e-mail address and password do not belong together. Check both.</source>
        <translation>Nid yw&apos;r cyfeiriad e-bost a&apos;r cyfrinair hyn yn perthyn i&apos;w gilydd. Gwiriwch y ddau.</translation>
    </message>
    <message>
        <source>There were too many wrong tries. Wait a while, or ask the office to let you in.</source>
        <translation>Bu gormod o gynigion anghywir. Arhoswch ychydig, neu gofynnwch i&apos;r swyddfa eich gadael i mewn.</translation>
    </message>
    <message>
        <source>The centre does not know this code. Compare it with the one you were given.</source>
        <translation>Nid yw&apos;r ganolfan yn adnabod y cod hwn. Cymharwch ef â&apos;r un a gawsoch.</translation>
    </message>
    <message>
        <source>This code was already used. Ask the office for a new one.</source>
        <translation>Defnyddiwyd y cod hwn eisoes. Gofynnwch i&apos;r swyddfa am un newydd.</translation>
    </message>
    <message>
        <source>This code has expired. Ask the office for a new one.</source>
        <translation>Mae&apos;r cod hwn wedi dod i ben. Gofynnwch i&apos;r swyddfa am un newydd.</translation>
    </message>
    <message>
        <source>The sign-in has run out. Sign in once more.</source>
        <translation>Mae&apos;r mewngofnodi wedi dod i ben. Mewngofnodwch unwaith eto.</translation>
    </message>
    <message>
        <source>The centre wants to hear once more who this laptop is. It will be tried again.</source>
        <translation>Mae&apos;r ganolfan am glywed unwaith eto pwy yw&apos;r gliniadur hwn. Rhoddir cynnig arall arni.</translation>
    </message>
    <message>
        <source>This laptop may no longer fetch records. Please call the office.</source>
        <translation>Ni chaiff y gliniadur hwn nôl cofnodion bellach. Ffoniwch y swyddfa.</translation>
    </message>
    <message>
        <source>Your account may not do this. Ask the regional manager.</source>
        <translation>Ni chaiff eich cyfrif wneud hyn. Gofynnwch i&apos;r rheolwr rhanbarthol.</translation>
    </message>
    <message>
        <source>This version is too old for the centre. Your work is kept; install the new one.</source>
        <translation>Mae&apos;r fersiwn hwn yn rhy hen i&apos;r ganolfan. Cedwir eich gwaith; gosodwch yr un newydd.</translation>
    </message>
    <message>
        <source>A change is too large to send. It is kept on this laptop; shorten its text.</source>
        <translation>Mae newid yn rhy fawr i&apos;w anfon. Fe&apos;i cedwir ar y gliniadur hwn; byrhewch ei destun.</translation>
    </message>
    <message>
        <source>The centre was restored from a copy. Your changes are kept and compared.</source>
        <translation>Adferwyd y ganolfan o gopi. Cedwir eich newidiadau a&apos;u cymharu.</translation>
    </message>
    <message>
        <source>The centre does not know this address. Check it with the office.</source>
        <translation>Nid yw&apos;r ganolfan yn adnabod y cyfeiriad hwn. Gwiriwch ef gyda&apos;r swyddfa.</translation>
    </message>
    <message>
        <source>This file was not written by 1MM Desktop. Choose one that ends in .onemm-bundle.</source>
        <translation>Nid 1MM Desktop a ysgrifennodd y ffeil hon. Dewiswch un sy&apos;n gorffen yn .onemm-bundle.</translation>
    </message>
    <message>
        <source>This file was damaged or changed on its way. Ask for it to be saved again.</source>
        <translation>Cafodd y ffeil hon ei difrodi neu ei newid ar ei ffordd. Gofynnwch am ei chadw eto.</translation>
    </message>
    <message>
        <source>This file is not whole: its end is missing. Copy it to the stick once more.</source>
        <translation>Nid yw&apos;r ffeil hon yn gyfan: mae ei diwedd ar goll. Copïwch hi i&apos;r cofbin unwaith eto.</translation>
    </message>
    <message>
        <source>This file is from a newer version of 1MM Desktop. Install that version first.</source>
        <translation>Daw&apos;r ffeil hon o fersiwn mwy newydd o 1MM Desktop. Gosodwch y fersiwn hwnnw gyntaf.</translation>
    </message>
    <message>
        <source>This file belongs to another centre. Nothing was changed.</source>
        <translation>Mae&apos;r ffeil hon yn perthyn i ganolfan arall. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>This answer is for another laptop. Give it to that one; nothing was changed here.</source>
        <translation>I liniadur arall mae&apos;r ateb hwn. Rhowch ef i hwnnw; ni newidiwyd dim yma.</translation>
    </message>
    <message>
        <source>This file goes the other way: changes go to the centre, an answer goes back to its laptop.</source>
        <translation>Y ffordd arall mae&apos;r ffeil hon yn mynd: newidiadau i&apos;r ganolfan, ateb yn ôl i&apos;w gliniadur.</translation>
    </message>
    <message>
        <source>The centre takes no files from the laptop that wrote this one. Call the office.</source>
        <translation>Nid yw&apos;r ganolfan yn derbyn ffeiliau gan y gliniadur a ysgrifennodd hon. Ffoniwch y swyddfa.</translation>
    </message>
    <message>
        <source>The centre does not know this sort of change yet. It is kept on this laptop.</source>
        <translation>Nid yw&apos;r ganolfan yn adnabod y math hwn o newid eto. Fe&apos;i cedwir ar y gliniadur hwn.</translation>
    </message>
    <message>
        <source>The centre could not read this change. It is kept on this laptop.</source>
        <translation>Ni allai&apos;r ganolfan ddarllen y newid hwn. Fe&apos;i cedwir ar y gliniadur hwn.</translation>
    </message>
    <message>
        <source>This belongs to a region or school you no longer work with. It is kept here.</source>
        <translation>Mae hyn yn perthyn i ranbarth neu ysgol nad ydych yn gweithio â hi bellach. Fe&apos;i cedwir yma.</translation>
    </message>
    <message>
        <source>This laptop seems to be a copy of another one. Please call the office.</source>
        <translation>Mae&apos;n ymddangos bod y gliniadur hwn yn gopi o un arall. Ffoniwch y swyddfa.</translation>
    </message>
    <message>
        <source>What this change belongs to is not at the centre. It is kept on this laptop.</source>
        <translation>Nid yw&apos;r hyn y mae&apos;r newid hwn yn perthyn iddo yn y ganolfan. Fe&apos;i cedwir ar y gliniadur hwn.</translation>
    </message>
    <message>
        <source>What was once written down there cannot be changed, only added to.</source>
        <translation>Ni ellir newid yr hyn a ysgrifennwyd yno, dim ond ychwanegu ato.</translation>
    </message>
    <message>
        <source>Somebody else changed the same thing. Both are kept until a person decides.</source>
        <translation>Newidiodd rhywun arall yr un peth. Cedwir y ddau nes i berson benderfynu.</translation>
    </message>
    <message>
        <source>Somebody else removed this while you changed it. Your change is kept.</source>
        <translation>Tynnodd rhywun arall hyn tra oeddech yn ei newid. Cedwir eich newid.</translation>
    </message>
    <message>
        <source>This was erased at the centre for good. Nothing of it is kept on this laptop.</source>
        <translation>Dilëwyd hyn am byth yn y ganolfan. Nid oes dim ohono ar y gliniadur hwn.</translation>
    </message>
    <message>
        <source>This waits for another change to be settled first.</source>
        <translation>Mae hyn yn aros i newid arall gael ei ddatrys gyntaf.</translation>
    </message>
    <message>
        <source>Taken back: {name} marked present.</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Tynnwyd yn ôl: marcio {name} yn bresennol.</translation>
    </message>
    <message>
        <source>Taken back: {name} marked late.</source>
        <translation>Tynnwyd yn ôl: marcio {name} yn hwyr.</translation>
    </message>
    <message>
        <source>Taken back: {name} marked as having left early.</source>
        <translation>Tynnwyd yn ôl: marcio bod {name} wedi gadael yn gynnar.</translation>
    </message>
    <message>
        <source>Taken back: apologies of {name}.</source>
        <translation>Tynnwyd yn ôl: ymddiheuriad {name}.</translation>
    </message>
    <message>
        <source>Taken back: {name} marked absent.</source>
        <translation>Tynnwyd yn ôl: marcio {name} yn absennol.</translation>
    </message>
    <message>
        <source>Taken back: {name} set to expected.</source>
        <translation>Tynnwyd yn ôl: gosod {name} i&apos;w ddisgwyl.</translation>
    </message>
    <message>
        <source>Taken back: {name} added as a walk-in.</source>
        <translation>Tynnwyd yn ôl: ychwanegu {name} fel galw heibio.</translation>
    </message>
    <message>
        <source>Taken back: the last sheet of “{name}”.</source>
        <translation>Tynnwyd yn ôl: taflen olaf “{name}”.</translation>
    </message>
    <message>
        <source>Taken back: the plan of {name}.</source>
        <translation>Tynnwyd yn ôl: cynllun {name}.</translation>
    </message>
    <message>
        <source>Taken back: the last step of {name}.</source>
        <translation>Tynnwyd yn ôl: cam diwethaf {name}.</translation>
    </message>
    <message>
        <source>Taken back: the register of {name} is open again.</source>
        <translation>Tynnwyd yn ôl: mae cofrestr {name} ar agor eto.</translation>
    </message>
    <message>
        <source>Taken back: everybody who was marked absent at once, at {name}.</source>
        <translation>Tynnwyd yn ôl: pawb a nodwyd yn absennol ar unwaith, yn {name}.</translation>
    </message>
    <message>
        <source>Taken back: everybody who was excused at once, at {name}.</source>
        <translation>Tynnwyd yn ôl: pawb a esgusodwyd ar unwaith, yn {name}.</translation>
    </message>
    <message>
        <source>Taken back: the apologies of everybody at once, at {name}.</source>
        <translation>Tynnwyd yn ôl: ymddiheuriadau pawb ar unwaith, yn {name}.</translation>
    </message>
    <message>
        <source>Taken back: the amendment for {name}.</source>
        <translation>Tynnwyd yn ôl: y diwygiad ar gyfer {name}.</translation>
    </message>
    <message>
        <source>Taken back: the place of {name}.</source>
        <translation>Tynnwyd yn ôl: lle {name}.</translation>
    </message>
    <message>
        <source>Taken back: {name} has their place again.</source>
        <translation>Tynnwyd yn ôl: mae gan {name} le eto.</translation>
    </message>
    <message>
        <source>Taken back: {name} is where they were booked before.</source>
        <translation>Tynnwyd yn ôl: mae {name} yn ôl lle’r oedd lle wedi’i archebu o’r blaen.</translation>
    </message>
    <message>
        <source>Taken back: the answer of {name} to the reminder.</source>
        <translation>Tynnwyd yn ôl: ateb {name} i’r nodyn atgoffa.</translation>
    </message>
    <message>
        <source>Taken back: the corrected time of {name}.</source>
        <translation>Tynnwyd yn ôl: amser cywiredig {name}.</translation>
    </message>
    <message>
        <source>Taken back: {name} is a walk-in of their own again.</source>
        <translation>Tynnwyd yn ôl: mae {name} yn rhywun heb archebu ar wahân eto.</translation>
    </message>
    <message>
        <source>Taken back: your decision on {name}.</source>
        <translation>Tynnwyd yn ôl: eich penderfyniad ar {name}.</translation>
    </message>
    <message>
        <source>Taken back: your decisions on {name}.</source>
        <translation>Tynnwyd yn ôl: eich penderfyniadau ar {name}.</translation>
    </message>
    <message>
        <source>Taken back: your second attempt at {name}.</source>
        <translation>Tynnwyd yn ôl: eich ail gynnig ar {name}.</translation>
    </message>
    <message>
        <source>Taken back: {name} is to be changed after all.</source>
        <translation>Tynnwyd yn ôl: mae {name} i’w newid wedi’r cyfan.</translation>
    </message>
    <message>
        <source>Taken back: the request you noted.</source>
        <translation>Tynnwyd yn ôl: y cais a nodwyd gennych.</translation>
    </message>
    <message>
        <source>Taken back: the request waits for an answer again.</source>
        <translation>Tynnwyd yn ôl: mae’r cais yn aros am ateb eto.</translation>
    </message>
    <message>
        <source>Taken back: the two months more.</source>
        <translation>Tynnwyd yn ôl: y ddau fis arall.</translation>
    </message>
    <message>
        <source>Taken back: the consent you wrote down for {name}.</source>
        <translation>Dadwnaed: y caniatâd a gofnodwyd gennych ar gyfer {name}.</translation>
    </message>
    <message>
        <source>Taken back: the last change to {name}.</source>
        <translation>Tynnwyd yn ôl: y newid diwethaf i {name}.</translation>
    </message>
    <message>
        <source>The last change was taken back.</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Tynnwyd y newid diwethaf yn ôl.</translation>
    </message>
    <message>
        <source>The event has moved on meanwhile. Look at it again, then decide.</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Mae’r digwyddiad wedi symud ymlaen yn y cyfamser. Edrychwch arno eto, yna penderfynwch.</translation>
    </message>
    <message>
        <source>Say why in a few words, then do it again.</source>
        <translation>Dywedwch pam mewn ychydig eiriau, yna gwnewch hyn eto.</translation>
    </message>
    <message>
        <source>Choose the session at which this was so.</source>
        <translation>Dewiswch y sesiwn lle’r oedd hyn yn wir.</translation>
    </message>
    <message>
        <source>The event, its venue and every session need a name. Fill it in.</source>
        <translation>Mae angen enw ar y digwyddiad, ei leoliad a phob sesiwn. Llenwch ef.</translation>
    </message>
    <message>
        <source>The times do not fit: each end comes after its beginning, and sessions lie in the event.</source>
        <translation>Nid yw’r amseroedd yn cyd-fynd: daw pob diwedd ar ôl ei ddechrau, ac mae’r sesiynau o fewn y digwyddiad.</translation>
    </message>
    <message>
        <source>Check the numbers: at least one place, and no minimum above the places.</source>
        <translation>Gwiriwch y niferoedd: o leiaf un lle, a dim isafswm uwch na nifer y lleoedd.</translation>
    </message>
    <message>
        <source>Every place is taken. Give one up first, or add places.</source>
        <translation>Mae pob lle wedi’i gymryd. Rhyddhewch un yn gyntaf, neu ychwanegwch leoedd.</translation>
    </message>
    <message>
        <source>Nothing is filled in on this sheet. Answer one question, or leave it out.</source>
        <translation>Nid oes dim wedi’i lenwi ar y daflen hon. Atebwch un cwestiwn, neu gadewch hi allan.</translation>
    </message>
    <message>
        <source>This mentor is on the list of that event already.</source>
        <translation>Mae’r mentor hwn eisoes ar restr y digwyddiad hwnnw.</translation>
    </message>
    <message>
        <source>Somebody is marked at this session. It stays; change its title or times instead.</source>
        <translation>Mae rhywun wedi’i farcio yn y sesiwn hon. Mae’n aros; newidiwch ei theitl neu ei hamseroedd yn lle hynny.</translation>
    </message>
    <message>
        <source>{count} are not marked yet. Mark them, then close the register.</source>
        <translation>Mae {count} heb eu marcio eto. Marciwch nhw, yna caewch y gofrestr.</translation>
    </message>
    <message>
        <source>Say which version of the wording they agreed to; it stands on the form.</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Dywedwch pa fersiwn o’r geiriad y cytunwyd iddo; mae ar y ffurflen.</translation>
    </message>
    <message>
        <source>Check the days: nobody agrees in the future, and a consent ends after it begins.</source>
        <translation>Gwiriwch y dyddiadau: nid oes neb yn cytuno yn y dyfodol, a daw caniatâd i ben ar ôl iddo ddechrau.</translation>
    </message>
    <message>
        <source>Under 18 a parent or carer agrees to taking part, and nobody agrees alone. Say who agreed for them.</source>
        <translation>O dan 18 oed, rhiant neu ofalwr sy’n cytuno i gymryd rhan, ac nid oes neb yn cytuno ar ei ben ei hun. Dywedwch pwy a gytunodd ar ei ran.</translation>
    </message>
    <message>
        <source>Tell the young person what was agreed for them, and tick the box.</source>
        <translation>Dywedwch wrth y person ifanc beth y cytunwyd arno ar ei ran, a thiciwch y blwch.</translation>
    </message>
    <message>
        <source>This was withdrawn on that day or later. A new consent counts from the day after.</source>
        <translation>Tynnwyd hwn yn ôl ar y diwrnod hwnnw neu wedyn. Mae caniatâd newydd yn cyfrif o’r diwrnod canlynol.</translation>
    </message>
    <message>
        <source>There is no consent of that day to withdraw. Look at the card again.</source>
        <translation>Nid oes caniatâd o’r diwrnod hwnnw i’w dynnu’n ôl. Edrychwch ar y cerdyn eto.</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>Nothing fetched yet</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Dim wedi&apos;i nôl eto</translation>
    </message>
    <message>
        <source>Sending {done} of {total}</source>
        <translation>Anfon {done} o {total}</translation>
    </message>
    <message>
        <source>Needs attention {count}</source>
        <translation>Angen sylw {count}</translation>
    </message>
    <message>
        <source>Online · {count} to send</source>
        <translation>Ar-lein · {count} i&apos;w hanfon</translation>
    </message>
    <message>
        <source>Online · all sent</source>
        <translation>Ar-lein · popeth wedi&apos;i anfon</translation>
    </message>
    <message>
        <source>Offline · {count} to send</source>
        <translation>All-lein · {count} i&apos;w hanfon</translation>
    </message>
    <message>
        <source>Offline · all sent</source>
        <translation>All-lein · popeth wedi&apos;i anfon</translation>
    </message>
    <message numerus="yes">
        <source>Connect within %n day(s)</source>
        <translation>
            <numerusform>Cysylltwch o fewn %n diwrnod</numerusform>
            <numerusform>Cysylltwch o fewn %n diwrnod</numerusform>
            <numerusform>Cysylltwch o fewn %n diwrnod</numerusform>
            <numerusform>Cysylltwch o fewn %n diwrnod</numerusform>
            <numerusform>Cysylltwch o fewn %n diwrnod</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} need attention</source>
        <translation>{count} angen sylw</translation>
    </message>
    <message>
        <source>{count} to send</source>
        <translation>{count} i&apos;w hanfon</translation>
    </message>
    <message>
        <source>Tries again in a moment</source>
        <translation>Bydd yn ceisio eto mewn eiliad</translation>
    </message>
    <message>
        <source>Tries again {when}</source>
        <translation>Bydd yn ceisio eto {when}</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Heb ei wirio eto</translation>
    </message>
    <message>
        <source>Verified {when}</source>
        <translation>Gwiriwyd {when}</translation>
    </message>
    <message>
        <source>Agrees with the centre</source>
        <translation>Yn cytuno â’r ganolfan</translation>
    </message>
    <message>
        <source>Wrong: at the centre it is {when}</source>
        <translation>Anghywir: yn y ganolfan mae’n {when}</translation>
    </message>
    <message>
        <source>Centre busy</source>
        <translation>Canolfan yn brysur</translation>
    </message>
    <message>
        <source>Busy · {count} to send</source>
        <translation>Prysur · {count} i’w hanfon</translation>
    </message>
    <message>
        <source>Fetching changes</source>
        <translation>Nôl newidiadau</translation>
    </message>
    <message>
        <source>Fetching {done} of {total}</source>
        <translation>Nôl {done} o {total}</translation>
    </message>
</context>
<context>
    <name>values</name>
    <message>
        <source>nothing</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>dim</translation>
    </message>
    <message>
        <source>This account’s keyring</source>
        <extracomment>Lines of a whole record that are shown.</extracomment>
        <translation>Cylch allweddi’r cyfrif hwn</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Cyfrinymadrodd</translation>
    </message>
    <message>
        <source>Issued by mistake</source>
        <translation>Rhoddwyd trwy gamgymeriad</translation>
    </message>
    <message>
        <source>What it says is wrong</source>
        <translation>Mae’r hyn a ddywed yn anghywir</translation>
    </message>
    <message>
        <source>The person was not there</source>
        <translation>Nid oedd y person yno</translation>
    </message>
    <message>
        <source>It was misused</source>
        <translation>Cafodd ei chamddefnyddio</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Argraffwyd</translation>
    </message>
    <message>
        <source>Saved as a PDF</source>
        <translation>Cadwyd fel PDF</translation>
    </message>
    <message>
        <source>Saved as a PDF for each person</source>
        <translation>Cadwyd fel PDF i bob person</translation>
    </message>
    <message>
        <source>1 to 5</source>
        <translation>1 i 5</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ie neu na</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>Mewn geiriau</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Drafft</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Cyhoeddwyd</translation>
    </message>
    <message>
        <source>Booking open</source>
        <translation>Bwcio ar agor</translation>
    </message>
    <message>
        <source>Takes place</source>
        <translation>Yn cael ei gynnal</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Ar waith</translation>
    </message>
    <message>
        <source>Register closed</source>
        <translation>Cofrestr wedi cau</translation>
    </message>
    <message>
        <source>Reconciled</source>
        <translation>Cysonwyd</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archifwyd</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Canslwyd</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Gohiriwyd</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>Hyfforddwr</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Cynorthwyydd</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Gwesteiwr</translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>Arsylwr</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Heb ofyn eto</translation>
    </message>
    <message>
        <source>Is coming</source>
        <translation>Yn dod</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Dim ateb</translation>
    </message>
    <message>
        <source>the same e-mail address</source>
        <translation>yr un cyfeiriad e-bost</translation>
    </message>
    <message>
        <source>the same telephone number</source>
        <translation>yr un rhif ffôn</translation>
    </message>
    <message>
        <source>the same name</source>
        <translation>yr un enw</translation>
    </message>
    <message>
        <source>a name that is nearly the same</source>
        <translation>enw sydd bron yr un fath</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ar agor</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>penderfynwyd</translation>
    </message>
    <message>
        <source>the laptop’s answer</source>
        <translation>ateb y gliniadur</translation>
    </message>
    <message>
        <source>the centre’s answer</source>
        <translation>ateb y ganolfan</translation>
    </message>
    <message>
        <source>another answer</source>
        <translation>ateb arall</translation>
    </message>
    <message>
        <source>both say the same</source>
        <translation>mae’r ddau’n dweud yr un peth</translation>
    </message>
    <message>
        <source>Safeguarding lead</source>
        <translation>Arweinydd diogelu</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>Dirprwy</translation>
    </message>
    <message>
        <source>Out of hours</source>
        <translation>Y tu allan i oriau</translation>
    </message>
    <message>
        <source>A laptop’s key</source>
        <translation>Allwedd gliniadur</translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation>Yr allwedd adfer</translation>
    </message>
    <message>
        <source>Concern</source>
        <translation>Pryder</translation>
    </message>
    <message>
        <source>Low-level concern</source>
        <translation>Pryder lefel isel</translation>
    </message>
    <message>
        <source>Addition</source>
        <translation>Ychwanegiad</translation>
    </message>
    <message>
        <source>Note of the lead</source>
        <translation>Nodyn yr arweinydd</translation>
    </message>
    <message>
        <source>To see it</source>
        <translation>I’w gweld</translation>
    </message>
    <message>
        <source>To have it corrected</source>
        <translation>I’w chywiro</translation>
    </message>
    <message>
        <source>To have it erased</source>
        <translation>I’w dileu</translation>
    </message>
    <message>
        <source>To have its use restricted</source>
        <translation>I gyfyngu ar ei defnydd</translation>
    </message>
    <message>
        <source>Objects to its use</source>
        <translation>Yn gwrthwynebu ei defnydd</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>Gwnaed</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Gwrthodwyd</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Tynnwyd yn ôl</translation>
    </message>
    <message>
        <source>Safeguarding</source>
        <translation>Diogelu</translation>
    </message>
    <message>
        <source>Legal claim</source>
        <translation>Hawliad cyfreithiol</translation>
    </message>
    <message>
        <source>Investigation</source>
        <translation>Ymchwiliad</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Cwyn</translation>
    </message>
    <message>
        <source>Mentors</source>
        <translation>Mentoriaid</translation>
    </message>
    <message>
        <source>Young people</source>
        <translation>Pobl ifanc</translation>
    </message>
    <message>
        <source>Walk-ins</source>
        <translation>Galwyr i mewn</translation>
    </message>
    <message>
        <source>Sign-in sheets</source>
        <translation>Taflenni arwyddo</translation>
    </message>
    <message>
        <source>The day they left</source>
        <translation>Y diwrnod y gadawsant</translation>
    </message>
    <message>
        <source>The last change</source>
        <translation>Y newid diwethaf</translation>
    </message>
    <message>
        <source>The day of the event</source>
        <translation>Diwrnod y digwyddiad</translation>
    </message>
    <message>
        <source>Screening check</source>
        <translation>Gwiriad sgrinio</translation>
    </message>
    <message>
        <source>On screen</source>
        <translation>Ar y sgrin</translation>
    </message>
    <message>
        <source>In a file</source>
        <translation>Mewn ffeil</translation>
    </message>
    <message>
        <source>Mentor training</source>
        <translation>Hyfforddiant mentoriaid</translation>
    </message>
    <message>
        <source>Safeguarding briefing</source>
        <translation>Briff diogelu</translation>
    </message>
    <message>
        <source>Mentors’ meet-up</source>
        <translation>Cwrdd mentoriaid</translation>
    </message>
    <message>
        <source>Partners’ briefing</source>
        <translation>Briff partneriaid</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Ysgol</translation>
    </message>
    <message>
        <source>College</source>
        <translation>Coleg</translation>
    </message>
    <message>
        <source>Charity</source>
        <translation>Elusen</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Cyflogwr</translation>
    </message>
    <message>
        <source>Council</source>
        <translation>Cyngor</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Dim</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Plant</translation>
    </message>
    <message>
        <source>Adults</source>
        <translation>Oedolion</translation>
    </message>
    <message>
        <source>Children and adults</source>
        <translation>Plant ac oedolion</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>Wrth y ddesg</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Ar bapur</translation>
    </message>
    <message>
        <source>Certificate of attendance</source>
        <translation>Tystysgrif presenoldeb</translation>
    </message>
    <message>
        <source>A young person’s participation</source>
        <translation>Cyfranogiad person ifanc</translation>
    </message>
    <message>
        <source>A year of mentoring</source>
        <translation>Blwyddyn o fentora</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Cydnabyddiaeth</translation>
    </message>
    <message>
        <source>An employer’s participation</source>
        <translation>Cyfranogiad cyflogwr</translation>
    </message>
    <message>
        <source>England</source>
        <translation>Lloegr</translation>
    </message>
    <message>
        <source>Wales</source>
        <translation>Cymru</translation>
    </message>
    <message>
        <source>Scotland</source>
        <translation>Yr Alban</translation>
    </message>
    <message>
        <source>Northern Ireland</source>
        <translation>Gogledd Iwerddon</translation>
    </message>
</context>
<context>
    <name>when</name>
    <message>
        <source>today {time}</source>
        <translation>heddiw {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>ddoe {time}</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Enquiry</source>
        <extracomment>Under its own name, because the tool that collects the texts looks for it.</extracomment>
        <translation>Ymholiad</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Wedi ymgeisio</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>Yn cael ei wirio</translation>
    </message>
    <message>
        <source>Training booked</source>
        <translation>Hyfforddiant wedi&apos;i fwcio</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Wedi hyfforddi</translation>
    </message>
    <message>
        <source>Ready to match</source>
        <translation>Barod i&apos;w baru</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Wedi paru</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Gweithredol</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Wedi oedi</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Yn cau</translation>
    </message>
    <message>
        <source>Alumnus</source>
        <translation>Cyn-fentor</translation>
    </message>
    <message>
        <source>Withdrew</source>
        <translation>Tynnodd yn ôl</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Gwrthodwyd</translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation>Segur</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Ataliwyd</translation>
    </message>
    <message>
        <source>Nominated</source>
        <translation>Enwebwyd</translation>
    </message>
    <message>
        <source>Consent asked for</source>
        <translation>Gofynnwyd am ganiatâd</translation>
    </message>
    <message>
        <source>Consent held</source>
        <translation>Caniatâd ar gael</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Cofrestrwyd</translation>
    </message>
    <message>
        <source>First survey done</source>
        <translation>Arolwg cyntaf wedi&apos;i wneud</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Cynigiwyd</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Cwblhawyd</translation>
    </message>
    <message>
        <source>Left early</source>
        <translation>Gadawodd yn gynnar</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Drafft</translation>
    </message>
    <message>
        <source>First meeting set</source>
        <translation>Cyfarfod cyntaf wedi&apos;i drefnu</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Wedi cau</translation>
    </message>
    <message>
        <source>Completed its term</source>
        <translation>Cwblhaodd ei dymor</translation>
    </message>
    <message>
        <source>Moved on to a job or course</source>
        <translation>Symudodd i swydd neu gwrs</translation>
    </message>
    <message>
        <source>The mentor withdrew</source>
        <translation>Tynnodd y mentor yn ôl</translation>
    </message>
    <message>
        <source>The young person withdrew</source>
        <translation>Tynnodd y person ifanc yn ôl</translation>
    </message>
    <message>
        <source>The partner withdrew</source>
        <translation>Tynnodd y partner yn ôl</translation>
    </message>
    <message>
        <source>Not a good fit, nobody’s fault</source>
        <translation>Ddim yn gweddu, heb fai ar neb</translation>
    </message>
    <message>
        <source>No contact</source>
        <translation>Dim cyswllt</translation>
    </message>
    <message>
        <source>Safeguarding</source>
        <translation>Diogelu</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>Rhoddwyd drwy gamgymeriad</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Heb ddechrau</translation>
    </message>
    <message>
        <source>Applied for</source>
        <translation>Gwnaed cais</translation>
    </message>
    <message>
        <source>Risk assessment</source>
        <translation>Asesiad risg</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Wedi dod i ben</translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>Dod i ben yn fuan</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Clir</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>Sylfaenol</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Safonol</translation>
    </message>
    <message>
        <source>Enhanced</source>
        <translation>Manwl</translation>
    </message>
    <message>
        <source>Enhanced, barred list</source>
        <translation>Manwl, rhestr wahardd</translation>
    </message>
    <message>
        <source>clear to proceed</source>
        <translation>clir i barhau</translation>
    </message>
    <message>
        <source>risk assessment needed</source>
        <translation>angen asesiad risg</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>gwrthodwyd</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Presennol</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Hwyr</translation>
    </message>
    <message>
        <source>Not yet booked</source>
        <translation>Heb archebu eto</translation>
    </message>
    <message>
        <source>Apologies</source>
        <translation>Ymddiheuriad</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Esgusodwyd</translation>
    </message>
    <message>
        <source>No notice</source>
        <translation>Dim rhybudd</translation>
    </message>
    <message>
        <source>Two answers</source>
        <translation>Dau ateb</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Disgwylir</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>Heb ei farcio</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Wedi bwcio</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Rhestr aros</translation>
    </message>
    <message>
        <source>Cancelled late</source>
        <translation>Canslwyd yn hwyr</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ie</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Na</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Heb ofyn eto</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>Cymraeg</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Saesneg</translation>
    </message>
    <message>
        <source>Welsh and English</source>
        <translation>Cymraeg a Saesneg</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Yn gweithio</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Wedi ymddeol</translation>
    </message>
    <message>
        <source>Career break</source>
        <translation>Seibiant gyrfa</translation>
    </message>
    <message>
        <source>Online, part A</source>
        <translation>Ar-lein, rhan A</translation>
    </message>
    <message>
        <source>Online, part B</source>
        <translation>Ar-lein, rhan B</translation>
    </message>
    <message>
        <source>Face to face</source>
        <translation>Wyneb yn wyneb</translation>
    </message>
    <message>
        <source>{level} · clear</source>
        <translation>{level} · clir</translation>
    </message>
    <message>
        <source>Applied {day}</source>
        <translation>Cais {day}</translation>
    </message>
    <message>
        <source>Expires today</source>
        <translation>Dod i ben heddiw</translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Dod i ben mewn %n diwrnod</numerusform>
            <numerusform>Dod i ben mewn %n diwrnod</numerusform>
            <numerusform>Dod i ben mewn %n diwrnod</numerusform>
            <numerusform>Dod i ben mewn %n diwrnod</numerusform>
            <numerusform>Dod i ben mewn %n diwrnod</numerusform>
        </translation>
    </message>
    <message>
        <source>Expired {day}</source>
        <translation>Daeth i ben {day}</translation>
    </message>
</context>
</TS>
