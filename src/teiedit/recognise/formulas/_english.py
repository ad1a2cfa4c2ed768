"""English letters of earlier centuries and of private people: how they greet and take leave, in words less set."""

from __future__ import annotations

import re

from teiedit.recognise.formulas._rule import LineRule, field_rule, foot_rule, word
from teiedit.tools.expressions import expression

FIELDS = {
    "to": "to",
    "from": "from",
    "date": "date",
    "dated": "date",
    "subject": "subject",
    "subj": "subject",
    "re": "subject",
    "ref": "reference",
    "reference": "reference",
    "our ref": "reference",
    "your ref": "reference",
    "our reference": "reference",
    "your reference": "reference",
    "file": "reference",
    "cc": "cc",
    "c.c": "cc",
    "copy to": "cc",
    "via": "via",
    "place": "place",
    "time": "time",
    "repeated": "repeated",
    "info": "cc",
    "attention": "attention",
    "attn": "attention",
    "drafted by": "drafted",
    "cleared by": "cleared",
}
FOOT = {
    "enclosure": "enclosures",
    "enclosures": "enclosures",
    "inclosure": "enclosures",
    "inclosures": "enclosures",
    "incl": "enclosures",
    "encl": "enclosures",
    "encls": "enclosures",
    "enc": "enclosures",
    "encs": "enclosures",
    "distribution": "distribution",
    "copies to": "cc",
    "copy to": "cc",
    "cc": "cc",
    "c.c": "cc",
    "bcc": "cc",
}

# What adorns a form of address in five centuries.
_ADORN = (
    r"(?:My|Our|Good|Kind|Loving|Lovinge|Esteemed|Respected|Worthy|Honou?red|Honou?rable|Hon(?:ble|d)|Right|Most|Very|Verie|Reverend|Noble|Excellent|"
    r"Dread|Dear|Deare|Dearest|Beloved|Trusty|Well[\s-]?beloved|own|darling|sweet|sweetest|precious|dearly|little|old|ever|and|&|gracious|"
    r"worshipful+|approved|assured|cousin|special+|in\s+Christ)"
)
_WHOM = (
    r"(?:Sirs?|Madame?|Lords?|Lorde|Ladye?|Father|Mother|Mama|Mamm?a|Papa|Pa|Ma|Dad|Daddy|Mum|Mummy|Mom|Brother|Sister|Son|Sonne|Daughter|Uncle|Aunt|"
    r"Aunty|Auntie|Cousin|Cosen|Cousen|Cozen|Nephew|Niece|Grandmother|Grandfather|Friends?|Frende?s?|Freind|Boys?|Girls?|Wife|Husband|Love|Heart|"
    r"Hart|Darling|Sweetheart|Dearest|Sovereign|Children|Child|Comrades?|Colleagues?|Fellow[\s-]\w+|Folks|Ones|All|Everybody|Master|Maister|Mistress|Parents|Companion)"
)
_KIN = (
    r"(?:servants?|servaunte?|servt\.?s?|servts|serv\.|svts?|friende?s?|frende?|freind|son|sonne|daughter|brother|sister|father|mother|wife|husband|nephew|niece|"
    r"cousin|cosen|uncle|aunt|pupil|comrade|boy|girl|colleague|soldier|subject|well[\s-]?wisher|orator|kinsman|chaplain|bedesman|scholar|to\s+(?:command|serve)|"
    r"to\s+(?:my|his|her)\s+power)"
)
_TRUE = (
    r"(?:obedient|obedt|obed\.?|obdt|obt|humble|humb(?:le|\.)?|hble|hum\.|faithful+|affectionate|affectionately|affecte?\.?|aff(?:te|ec|t)?\.?|loving|lovinge|dutiful+|"
    r"devoted|sincere|sincerely|assured|true|trew|old|bounden|poor|poore|obliged|oblig[e’']?d|grateful|most|very|verie|ever|everlasting|own|dear|real|well[\s-]wishing|respectful|and|&|"
    r"fond|unworthy|daily|younger|eldest|only|little|big|absent|soldier|lonesome|loveing|always)"
)

LINES = (
    LineRule(
        "en.salute-kin",
        "salute",
        expression(
            rf"(?=.{{4,80}}$)(?:(?:{word(_ADORN)},?\s+)+{_WHOM}(?:\s+(?:in|of|and|&)\s+.{{1,30}}|\s+dear|\s+(?-i:[A-Z])[\w.’'-]*){{0,2}}|"
            rf"{_WHOM}\s+(?:dear|mine|darling)|(?:Dearest|Darling|Beloved|Honou?red|Friend|Brother|Sister|Cousin|Uncle|Aunt|Comrade|Hello|Hullo|Hi)"
            rf"(?:\s+(?-i:[A-Z])[\w.’'-]*){{1,3}}|(?:Dearest|Darling|Beloved|Sweetheart|Mother|Father|Brother|Dear)(?=\s*[,:!;—–-]))\s*[:,;.!]?\s*[-—–]*$",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation by kinship or honour, such as Honoured Sir",
        (
            "Right honorable and my very good Lord,",
            "Honored Sir",
            "My own darling wife",
            "Mother dear,",
            "Darling,",
            "Friend Smith",
            "Loving brother,",
            "Dear old boy",
        ),
        ("Good boys come home.", "My brother came here and said so", "Very well,", "Dear me, what a day."),
    ),
    LineRule(
        "en.run-in-kin",
        "runin",
        expression(
            rf"(?:(?:{word(_ADORN)},?\s+)+{_WHOM}(?:\s+(?-i:[A-Z])[\w.’'-]*){{0,2}}|(?-i:Sir|Madam|Madame|Brother|Cousin|Mother|Father))\s*(?:[:,;.]\s*[-—–]*|[-—–]+)\s*(?=[^\W\d_])(?=.{{20}})",
            re.IGNORECASE,
        ),
        4,
        "high",
        "a salutation by kinship or honour that runs into the first paragraph",
        (
            "My very good Lord, I haue receiued your letters by this bearer.",
            "Honoured Sir, Yours of the 3d is come safe to my hands.",
        ),
        ("My brother came home on Monday last and is well.",),
    ),
    LineRule(
        "en.servant",
        "valediction",
        expression(
            rf"(?=.{{5,110}}$)(?!(?:My\s+)?Dear)(?:(?:I\s+(?:am|remain|rest|have\s+the\s+hono\w+\s+to\s+(?:be|remain))|and\s+(?:am|remain|believe\s+me)|We\s+are|believe\s+me|from|ever|always|so\s+I\s+rest)\b.{{0,50}}?)?"
            rf"(?:(?:your|yours|yr|yrs|yor|y[ou]*r\s+(?:lordship|ladyship|lp|hono\w*r|grace|majesty|highness|worship|excellency)(?:[’']?s|pps)?|thy|my\s+dear\s+\w+,)[\s,]+)?"
            rf"(?:{word(_TRUE)}[\s,]+)+(?:{_KIN}|{_TRUE})(?:,?\s+(?:and\s+)?(?:{word(_TRUE)}\s+)*+{_KIN})*(?:\s+(?:till\s+death|in\s+.{{2,20}}|at\s+command))?\s*[.,:;]?$",
            re.IGNORECASE,
        ),
        4.5,
        "high",
        "a complimentary close such as Your most obedient servant",
        (
            "Your most obedient and",
            "most humble Servant,",
            "your affectionate and dutiful daughter,",
            "Your Lordships most humble to command,",
            "Yr obt servt",
            "I remain your true and faithful friend",
            "from your loving son",
        ),
        ("Your letter came.", "My dear son came home and was very well.", "The most faithful servant left us."),
    ),
    LineRule(
        "en.close-short",
        "valediction",
        expression(
            r"(?=.{2,46}$)(?:Yrs?\b|Yours?\b|Affly|Aff[’']?ly|Affec\w+|Aff(?:te|tly)|Fondly|Lovingly|Devotedly|Hastily|In\s+(?:great\s+)?haste(?=\W*$|\s*,|\s+(?:I|and|yours?|ever)\b)|(?:All\s+)?my\s+(?:best\s+|dearest\s+)?love|"
            r"(?:lots|heaps|tons)\s+of\s+love|Love\b(?:\s+(?:to|from|and)\b.*)?(?=\W*$|,)|Cheers|So\s+long|Farewell|Adieu|Regards|All\s+(?:the\s+)?(?:best|good)|Kisses|God\s+(?:bless|keep)|Thine|Ever\s+(?:thine|so|your)|"
            r"Believe\s+me|By\s+(?:order|command|direction)|For\s+and\s+on\s+behalf|And\s+your\s+(?:poor\s+|humble\s+)?(?:petitioners?|memorialists?|orators?)|Respectfully|Resp[’']?y|Respy|Verily|Good[\s-]?(?:bye?|night)|Your\s+own|Cordially|Gratefully)\b.{0,34}$",
            re.IGNORECASE,
        ),
        3,
        "medium",
        "a line with the words in which friends take leave",
        ("Love to all,", "Yrs. ever", "In haste,", "All my love,", "By order,", "Good night", "Affly yours", "Thine"),
        ("Love is a strange thing.", "In haste we left the house."),
    ),
    LineRule(
        "en.address-all",
        "address",
        expression(r"To\s+(?:all|every|each)\s+(?!intents|appearance)[A-Z]\w+.{0,70}(?<![.!?])$"),
        3,
        "high",
        "the address of a circular",
        ("To all Inspectors of the Northern District", "To every Consul abroad"),
        ("To all intents it is lost.",),
    ),
    field_rule(
        "en",
        FIELDS,
        (
            "TO: Mr. Bell",
            "FROM   Consulate, Lyons",
            "Subject: Shelving",
            "Our ref: AB/12",
            "cc: Mr. Dorn",
            "Re: your loan",
        ),
        ("To the Secretary of State", "From this we learn", "Date palms grow here: see below"),
    ),
    foot_rule(
        "en",
        FOOT,
        ("Enclosures: 2", "Enc.", "2 enclosures", "cc: Mr. Dorn", "Distribution: Cabinet; Treasury", "Encl. (3)"),
        ("Enclosed is a cheque", "Enclosure in No. 5"),
    ),
)
