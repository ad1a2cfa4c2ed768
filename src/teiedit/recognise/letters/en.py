"""English letters as letters name them: your letter of the 3rd inst.; my No. 12 of May 3; yours of the 9th."""

from __future__ import annotations

from teiedit.recognise.letters._words import Letters

LETTERS = Letters(
    letter="letter",
    title="{genre} from {sender} to {addressee}",
    yours=r"(?:your|thy)(?:\s+(?:Lordship|Ladyship|Excellency|Honou?r|Majesty|Grace|Highness|Worship)['’]?s)?",
    ours=r"my|our",
    nouns=(
        r"letter|note|telegram|cablegram|cable|wire|message|despatch|dispatch|favou?r|communication|post-?card|line|"
        r"circular|epistle|instruction"
    ),
    endings=r"(?:e?s)?",
    links=r"(?:of|dated|under\s+date\s+of|bearing\s+date|written\s+on)(?:\s+the)?",
    yours_alone=r"yours|your\s+(?:last|latest)|your\s+(?:Nos?\.?\s?)\d{1,5},?",
    ours_alone=r"mine|my\s+(?:last|latest)|my\s+(?:Nos?\.?\s?)\d{1,5},?",
    behind=r"just\s+received|received\s+(?:today|to-day|yesterday)|marked\s+\w+",
    day=r"(?P<day>\d{1,2}(?:st|nd|rd|th|d))\b",
    owned=False,
    to=r"(?:addressed\s+)?to\s+(?!me\b|us\b|hand\b|this\b|which\b|say\b|the\s+effect\b|inquire\b|ask\b)(?:the\b|(?-i:[A-Z])|his\b|her\b|my\b)",
    examples=(
        ("I have your letter of the 3rd inst. before me.", "yours", "3rd inst"),
        ("Your very kind letter of May 3, 1862, reached me.", "yours", "May 3, 1862"),
        ("I thank you for your note of the 9th.", "yours", "9th"),
        ("Yours of 28 December came to-day.", "yours", "28 December"),
        ("I refer to your No. 12 of 3 May.", "yours", "3 May"),
        ("Your Excellency's note of the 11th ultimo", "yours", "11th ultimo"),
        ("as I said in my letter dated 3 March 1849", "ours", "3 March 1849"),
        ("In continuation of my despatch No. 45 of July 27th", "ours", "July 27th"),
        ("his letter of the 3rd of May is lost", "", "3rd of May"),
    ),
    counterexamples=(
        "your letter about the affair of May 3",
        "your brother's letter came on May 3",
        "the events of May 3 are in my letter",
        "your letter of May 3 to Mr. Bell",
        "I wrote you a letter on the subject of the treaty of 3 May 1862",
    ),
)
