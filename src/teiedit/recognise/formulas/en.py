"""English letters and the sheets on which archives give their transcripts."""

from __future__ import annotations

import re

from teiedit.recognise.formulas import _english
from teiedit.recognise.formulas._rule import HeadingRule, LineRule
from teiedit.tools.expressions import expression

GENRES = {
    "letter": "letter",
    "message": "letter",
    "postcard": "letter",
    "card": "letter",
    "despatch": "letter",
    "dispatch": "letter",
    "telegram": "telegram",
    "cable": "telegram",
    "memorandum": "memorandum",
    "memo": "memorandum",
    "note": "note",
    "minutes": "minutes",
    "report": "report",
    "speech": "speech",
}

_TITLE = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?(?:Madam\s+)?"
    r"(?:Chairman|President|Secretary|Minister|Prime Minister|Ambassador|Governor|General|Senator|Consul|Commissioner)"
)

LINES = (
    LineRule(
        "en.transcript",
        "transcript",
        expression(r"Transcri(?:pt|ption)\b(?=.{0,60}$)(?!.*[.!?]\s+\w)", re.IGNORECASE),
        5,
        "high",
        "a line that names the sheet a transcript",
        ("Transcript: Source7", "Transcript of document 12"),
        ("A transcript follows.", "The letter"),
    ),
    LineRule(
        "en.reference",
        "reference",
        expression(
            r"\(?(?:(?:Catalogue|Catalog|Archive|Archival|Document|Record)\s+(?:ref(?:erence)?|no|number)|Ref(?:erence)?)"
            r"\b\.?\s*:\s*\S",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a line that gives the catalogue reference",
        ("(Catalogue ref: FO 371/162388)", "Catalogue reference: PREM 11/3691", "Ref: AB 12/3"),
        ("(see reference below)", "Catalogue of ships"),
    ),
    LineRule(
        "en.part",
        "part",
        expression(r"(?:Source|Document|Part|Extract|Sheet|Item)\s+(?:\d{1,3}[a-z]?|[IVX]{1,5}|[A-Z])\s*[.:]?$"),
        5,
        "high",
        "a line of its own that numbers a part of the transcript",
        ("Source 7a", "Part II", "Document 3"),
        ("Source 7a shows that", "Part of the letter", "Source: FO 371"),
    ),
    LineRule(
        "en.salute-dear",
        "salute",
        expression(
            r"(?:My\s+(?:very\s+)?)?(?:Dear|Dearest|Beloved|Honou?red)\s+(?P<person>.{1,70}?)"
            r"\s*[:,;!]?\s*[-—–]*(?<![.?])$",
            re.IGNORECASE,
        ),
        5,
        "high",
        'a salutation that begins with "Dear"',
        ("Dear Mr. Chairman:", "My dear Lord Home,", "Dear Sir", "My dearest Anna!"),
        ("Dear friends are few and far between.", "dearly bought"),
    ),
    LineRule(
        "en.salute-title",
        "salute",
        expression(
            r"(?P<person>Sirs?|Madam|Gentlemen|Ladies and Gentlemen|(?:Your\s+)?Excellency|"
            rf"Your\s+(?:Majesty|Highness|Grace)|My\s+Lord|{_TITLE})\s*[:,;!.]?\s*[-—–]*$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation by title alone",
        ("Sir:", "Mr. President,", "Your Excellency:", "GENTLEMEN:—", "My Lord,"),
        ("Sir Alec Douglas-Home came", "Sir: I have the honour to report"),
    ),
    LineRule(
        "en.run-in",
        "runin",
        expression(
            rf"(?P<person>(?:My\s+)?(?:Dear|Dearest)\s+(?:(?:Mr|Mrs|Ms|Dr|Prof|Hon|St)\.\s*|[^,:.!;]){{2,50}}?|Sirs?|Madam|Gentlemen|My\s+Lords?|(?:Your\s+)?Excellency|"
            rf"{_TITLE}|Monsieur(?:\s+le\s+\w+)?)\s*(?:[:,]|\.\s?[—–-])\s*[-—–]*\s*(?=\S)(?=.{{20}})",
            re.IGNORECASE,
        ),
        4.5,
        "high",
        "a salutation that runs into the first paragraph",
        (
            "Sir: I have the honour to report as follows.",
            "My Dear Mr. Secretary: I am in receipt of your note.",
            "Dear Anna, I am so glad that you wrote to me.",
        ),
        ("Sir Alec came, and went away again after an hour.", "Dear friends are few and far between."),
    ),
    LineRule(
        "en.closing-etc",
        "valediction",
        expression(
            r"(?=.{4,90}$)(?:(?:I|We)\s+(?:am|are|have|remain|avail|beg|renew)\b|Accept,?|\w+ing,).{0,60}(?:&c|etc)\.?[,.]*(?:\s*&c\.?,?)*$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close cut short by etc.",
        ("I am, &c.,", "I have, etc.,", "Improving, &c.,", "Accept, sir, etc.,", "I have the honor, &c.,"),
        ("I have the papers etc. and will send them.",),
    ),
    LineRule(
        "en.address",
        "address",
        expression(
            r"(?:(?:The\s+)?(?:Right\s+)?Hon(?:o[u]?rable)?[.,]?\s|His\s+(?:Excellency|Grace|Lordship)|Her\s+(?:Majesty|Grace)|To\s+(?:the\s+|Mr|Mrs|"
            r"His|Her|Sir|Lord|General|Captain|Messrs)|Messrs|The\s+(?:Secretary|President|Minister|Under)|Care\s+of|c/o\s|"
            r"(?:Mr|Mrs|Sir|Lord|Earl|Baron|General|Captain|Señor|Don|M)\.?\s+[^!?]{2,60}?(?:,\s*(?:&c|etc)\.?,?)+|[A-Z][^!?]{2,50}?,?\s+Esq(?:uire)?\b)"
            r"[^!?]{0,80}$"
        ),
        4,
        "high",
        "an address",
        (
            "Hon. Wm. H. Seward, Secretary of State.",
            "His Excellency the Minister of Foreign Affairs",
            "To the Secretary of State",
            "William L. Dayton Esq., &c., &c., &c.",
            "Sir Edward Thornton, K. C. B., &c., &c., &c.",
        ),
        ("To be sure, it rained.", "Mr. Smith came here yesterday."),
    ),
    LineRule(
        "en.foot-address",
        "footaddress",
        expression(
            r"(?:Mr|Mrs|Miss|Messrs|Sir|Lord|Lady|General|Captain|Colonel|Dr|Professor|Count|Baron|Señor|M)\.?\s+[A-Z][^!?]{1,60}$"
        ),
        1.5,
        "medium",
        "a name with its title below the signature",
        ("Mr. L. de Geofroy.", "Sir Edward Thornton"),
        ("Misses came.",),
    ),
    LineRule(
        "en.enclosure",
        "enclosure",
        expression(
            r"[\[(]?(?:Sub-?)?(?:[EI]nclosures?|Attachment|Appendix|Annex|Exhibit)\b(?:\s*[—–-]?\s*(?:No\.\s*)?(?:\d{1,3}|[A-Z]\b|[IVX]+))?"
            r"(?:\s+(?:in|to|with)\b.{0,60})?(?:\s*[.:—–-]+\s*.{0,60})?[\])]?\.?$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a line of its own that heads an enclosure",
        ("[Inclosure 1 in No. 6.]", "Enclosure 2", "[Enclosure—Translation]", "EXHIBIT D.", "Annex B"),
        ("Enclosures were sent with the last despatch of this year.", "The enclosure"),
    ),
    LineRule(
        "en.closing-words",
        "valediction",
        expression(
            r"(?=.{3,100}$)(?:(?:from\s+)?(?:ever|always|love|yours?|your\s+(?:loving|affectionate|true|old|obedient)|with\s+(?:love|much|all|best|every|"
            r"kind|warm|great|high|the\s+highest)|good[\s-]?by\w*|god\s+bless|affectionately|respectfully|faithfully|sincerely|truly|"
            r"as\s+ever|in\s+haste|believe\s+me|best\s+(?:love|wishes|regards)|very\s+(?:truly|sincerely|respectfully)|most\s+(?:truly|sincerely)))\b",
            re.IGNORECASE,
        ),
        2.5,
        "medium",
        "a line with the words of a complimentary close",
        (
            "With love",
            "Ever yours",
            "from your loving son",
            "Good bye for the present",
            "As ever",
            "Believe me, dear Sir,",
        ),
        ("The weather is good.",),
    ),
    LineRule(
        "en.valediction",
        "valediction",
        expression(
            r"(?:(?:I|We)\s+(?:am|are|remain|have\s+the\s+hono(?:u)?r\s+to\s+(?:be|remain)|beg\s+to\s+remain)\b.{0,70},?|"
            r"(?:Ever\s+|Very\s+|Most\s+|I\s+am,\s+)?(?:Yours?|Sincerely|Respectfully|Faithfully|Truly|Cordially|"
            r"Affectionately|Gratefully)\b.{0,45},|"
            r"(?:Yours|Your)\s+(?:very\s+|most\s+|ever\s+)?(?:sincerely|faithfully|truly|respectfully|obediently|"
            r"affectionately|obedient\s+servant|humble\s+servant|loving|affectionate|devoted|grateful)\b.{0,30}[.,]?|"
            r"(?:With\s+)?(?:(?:kind|kindest|best|warm|warmest)\s+)(?:personal\s+)?(?:regards|wishes)\b.{0,30}[.,]?|"
            r"(?:With\s+)?(?:much\s+)?love\b.{0,20},)$",
            re.IGNORECASE,
        ),
        5,
        "high",
        "a complimentary close",
        (
            "Yours sincerely,",
            "Very truly yours,",
            "Sincerely,",
            "I have the honour to be, Sir, your obedient servant,",
            "With best wishes,",
            "I remain, dear Sir,",
            "Your loving",
        ),
        (
            "Your letter of the 3rd has reached me.",
            "Yours is the better plan, I think, and so we follow it now.",
            "Love is.",
        ),
    ),
    LineRule(
        "en.office",
        "role",
        expression(
            r"(?=.{3,70}$)(?:(?:Acting|Deputy|Vice|First|Second|Third|Assistant|Under|Permanent|The|His|Her|H\.M\.|Envoy)[\s-]+)*"
            r"(?:Secretary|President|Chairman|Consul|Minister|Ambassador|Governor|Commissioner|Commander|Captain|Colonel|"
            r"Major|General|Admiral|Director|Envoy|Chargé|Clerk|Mayor|Bishop|Prime\s+Minister|Attorney|Agent|Attaché|"
            r"Lieutenant|Chief|Head|Professor|Librarian|Archivist|Treasurer|Judge|Counsellor|Plenipotentiary)\b[^.!?]*\.?$"
        ),
        6,
        "high",
        "an office named on the line under a signature",
        ("Consul", "Secretary of State.", "Acting Secretary", "Prime Minister", "Envoy Extraordinary"),
        ("Consuls came and went. Then they left.", "John Consul"),
    ),
    LineRule(
        "en.postscript",
        "postscript",
        expression(r"P\.?\s?S\.?(?=[\s:—–-])|N\.\s?B\.(?=\s)|Postscript\b"),
        5,
        "high",
        "a paragraph that begins with P.S.",
        ("P.S. A copy goes to the Secretary.", "PS: tell Anna", "P. S.— I forgot"),
        ("PSALM 23", "P.S.A. rules"),
    ),
    *_english.LINES,
)
FIELDS = _english.FIELDS
FOOT = _english.FOOT

TO = "to"
AND = "and"

_PARTY = r"[^,;:]{2,80}?(?:,\s(?:Jr|Sr|Esq)\.?)?"

HEADINGS = (
    HeadingRule(
        "en.incumbent",
        expression(
            r"(?P<sender>(?:The\s+)?[A-Z][^()]{3,100}?\s?\([A-Z][^()]{1,40}\))\s+to\s+(?P<addressee>(?:the\s+)?[A-Z][^()]{2,100}?"
            r"(?:\s?\([A-Z][^()]{1,40}\))?)"
        ),
        {},
        "high",
        'sender and addressee read from a heading that names office and incumbent: "The Consul (A) to the Minister (B)"',
        (
            (
                "The Consul at Lyons (Bell) to the Secretary of State",
                "The Consul at Lyons (Bell)",
                "the Secretary of State",
            ),
            ("The Envoy to Spain (Bell) to the Consul (Dorn)", "The Envoy to Spain (Bell)", "the Consul (Dorn)"),
        ),
        ("The Consul at Lyons",),
    ),
    HeadingRule(
        "en.apposition",
        expression(
            r"(?P<sender>(?=[A-Z])[^,;:()]{2,60}?),\s[^;:]{3,80}?,\s+to\s+(?P<addressee>(?=(?:the\s+)?[A-Z])[^,;:()]{2,60}?)(?:,\s[^;:]{3,80})?"
        ),
        {},
        "medium",
        'sender and addressee read from a heading with their offices: "Mr. A, chargé d\'affaires, to Mr. B, Secretary"',
        (("Mr. Bell, United States minister, to Mr. Dorn, Secretary of State", "Mr. Bell", "Mr. Dorn"),),
        ("Mr. Bell to Mr. Dorn",),
    ),
    HeadingRule(
        "en.from-to",
        expression(
            rf"(?:(?:Copy of (?:a )?|Draft of (?:a )?)?(?P<genre>{'|'.join(GENRES)})\s+)?from\s+(?P<sender>{_PARTY})"
            rf"\s+to\s+(?P<addressee>{_PARTY})",
            re.IGNORECASE,
        ),
        GENRES,
        "high",
        'sender and addressee read from a heading of the form "Message from A to B"',
        (
            ("Message from Kennedy to Khrushchev", "Kennedy", "Khrushchev"),
            ("Letter from Lord Home to Sir Frank Roberts", "Lord Home", "Sir Frank Roberts"),
            (
                "Telegram from the Foreign Office to the Embassy in Moscow",
                "the Foreign Office",
                "the Embassy in Moscow",
            ),
        ),
        ("Heroes & Villains", "A message to the people"),
    ),
    HeadingRule(
        "en.a-to-b",
        expression(rf"(?P<sender>(?=[A-Z]){_PARTY})\s+to\s+(?P<addressee>(?=(?:the\s+)?[A-Z]){_PARTY})"),
        {},
        "medium",
        'sender and addressee read from a heading of the form "A to B"',
        (
            ("Ada Byron to Charles Babbage", "Ada Byron", "Charles Babbage"),
            (
                "The Secretary of State to the Ambassador in France",
                "The Secretary of State",
                "the Ambassador in France",
            ),
        ),
        ("Introduction", "how to write"),
    ),
)
