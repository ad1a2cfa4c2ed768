"""What kind of document it is: letter, telegram, memorandum, minutes, treaty, note, speech, report.

The heading says so; where it does not, each rule looks for signs of one kind, and the strongest wins. A document
without any sign is a letter if somebody is greeted, or has signed, and otherwise of no known kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from teiedit.model.evidence import Cert, Evidence
from teiedit.model.position import Span
from teiedit.recognise import acts
from teiedit.recognise.acts._patterns import every, ordinals, spelled
from teiedit.recognise.zones.grammar import FRONT, STAGE
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Sequence

    from teiedit.model.evidence import Zone
    from teiedit.model.source import Transcript
    from teiedit.recognise.headings import Heading

HEADING_RULE = "genre.heading"
LETTER_RULE = "genre.letter"


@dataclass(frozen=True, slots=True)
class GenreRule:
    """Signs of one kind of document.

    Attributes:
        id: a name such as "telegram-stop", used in evidence.
        genre: the kind.
        pattern: searched in the text from the title on.
        least: how often it must occur.
        cert: how sure the result is.
        what: what it looks for, as a reader of the edition is told.
        examples: texts that show it.
        counterexamples: texts that do not.
        title: says of a line and what stands below it whether it is the title of such a document; the pattern is
            then looked for only where the lines above the text begin, and the text; None for all others.
    """

    id: str
    genre: str
    pattern: re.Pattern[str]
    least: int
    cert: Cert
    what: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()
    title: Callable[[str, str], bool] | None = None

    def found(self, text: str, start: int = 0) -> tuple[Span, ...]:
        """Return where its signs stand in a text, as many as it needs; none if there are fewer."""
        matches = self.pattern.finditer(text, start) if self.title is None else self._titles(text, start)
        spans = tuple(Span(*match.span()) for match, _ in zip(matches, range(self.least), strict=False))
        return spans if len(spans) == self.least else ()

    def _titles(self, text: str, start: int) -> Iterator[re.Match[str]]:
        match = self.pattern.match(text, start)
        if match and self.title and self.title(match.group().lstrip(_BEFORE_TITLE), text[match.end() :]):
            yield match


# A line of its own, with no sentence behind its first words.
_TITLE = expression(r"(?![^\n]{300})(?![^\n]*[.!?]\s+[A-ZÀ-Þ][a-zß-ÿ]+\s[a-zß-ÿ]+\s)\W{0,3}[^\n]+")
_BEFORE_TITLE = " \t\r\n[(*"
# "Minutes of rain are nothing" is no title.
_VERB = expression(r"[\w-]+\s+(?:is|are|was|were|has|have|had|ist|sind|war|waren|est|sont|était)\b")


@cache
def _article() -> re.Pattern[str]:
    number = rf"(?i:[\divxlc]{{1,6}}|(?:the\s+)?{spelled(ordinals())})(?!\w)"
    return expression(rf"\n[ \t]*(?=[A-ZÀ-Þ]){spelled(every('articles'))}\s*{number}(?=\s*(?:[.:)—–\n-]|$))")


def _is_treaty(title: str, below: str) -> bool:
    return acts.is_treaty(title) and not _VERB.match(title) and _article().search(below) is not None


def _is_minutes(title: str, below: str) -> bool:  # noqa: ARG001 - one signature for both
    return acts.is_minutes(title) and not _VERB.match(title)


# In order of strength: the first that fits is taken.
RULES = (
    GenreRule(
        "treaty-witness",
        "treaty",
        expression(
            r"\b(?:IN (?:WITNESS|FAITH) WHEREOF|In (?:witness|faith) whereof|En foi de quoi|EN FOI DE QUOI|"
            r"Zu Urkund dessen|ZU URKUND DESSEN|Have agreed as follows|have agreed as follows|sont convenus de ce qui suit|"
            r"sind (?:wie folgt|über folgendes) übereingekommen)"
        ),
        1,
        "high",
        "the formula by which a treaty is concluded",
        ("IN WITNESS WHEREOF the undersigned have signed.", "The Parties have agreed as follows:"),
        ("I witness what you do.",),
    ),
    GenreRule(
        "treaty-title",
        "treaty",
        _TITLE,
        1,
        "high",
        "a title that names a treaty, and an article below it",
        ("CONVENTION BETWEEN A AND B\n\nARTICLE I.\n\nPeace.", "Vertrag zwischen A und B\n\nArtikel 1\n\nFriede."),
        ("Agreement is near.\n\nArticle 4 was read.", "The treaty\nArticle 1\n", "Convention of friends\n\nWe met."),
        title=_is_treaty,
    ),
    GenreRule(
        "minutes-title",
        "minutes",
        _TITLE,
        1,
        "high",
        "a title that names the minutes of a meeting, or the record of a conversation",
        (
            "Minutes of the Daily Meeting\n\nPresent:",
            "Protokoll der Sitzung vom 3. Mai",
            "Procès-verbal de la séance",
            "MEMORANDUM OF CONVERSATION",
            "Interview with the Minister",
        ),
        ("Ten minutes of rain", "Minutes are kept here.", "Minutes of rain fell. Then the sun came out again."),
        title=_is_minutes,
    ),
    GenreRule(
        "telegram-word",
        "telegram",
        expression(
            r"(?m)^\W*(?:\[|\()?(?:TELEGRAM|Telegram|CABLEGRAM|Cablegram|RADIOGRAM|TELEGRAMM|Telegramm|TÉLÉGRAMME|Télégramme|"
            r"PARAPHRASE OF TELEGRAM)\b[^a-z\n]{0,30}(?:[—–-].{0,40})?$"
        ),
        1,
        "high",
        "a line of its own that calls it a telegram",
        ("[Telegram.]\nMadrid, June 29, 1917", "TELEGRAMM\nBerlin, 3. Mai", "[Telegram—Paraphrase]"),
        ("Telegrams came in all day.",),
    ),
    GenreRule(
        "telegram-stop",
        "telegram",
        expression(r"(?<=[a-zA-Z0-9,)]) STOP(?=[ .\n]|\Z)"),
        2,
        "high",
        "the word STOP in capitals between its sentences",
        ("SHIPS HAVE TURNED BACK STOP NO INCIDENT STOP", "Arrive Monday STOP meet train STOP love"),
        ("Please STOP this.",),
    ),
    GenreRule(
        "telegram-times",
        "telegram",
        expression(
            r"(?m)^.{0,60}\d{4}\s*[,—–-]+\s*(?:\d{1,2}(?:[.:]\d\d)?\s?[ap]\.\s?m\.|noon|midnight)\s*(?:\n|\Z)(?:\s*[\[(]Received\b.*)?"
        ),
        1,
        "medium",
        "a dateline with the hour of sending, as telegrams have it",
        ("Madrid, June 29, 1917, 10 p.m.\n[Received June 30, 1 a.m.]", "Paris, November 28, 1918—12 p.m.\n"),
        ("We met in 1917, at 10 p.m. on the pier, and left.",),
    ),
    GenreRule(
        "telegram-handed",
        "telegram",
        expression(
            r"(?m)^[ \t]*(?:[DR]\.\s?:?\s+(?=\d{1,2}[.:]?\d{0,2}\s?[ap]\.?\s?m)|(?:Handed\s+in|Despatched|Dispatched|Aufgegeben|Déposé|Expédié)\b(?=.{0,50}\d\s?"
            r"(?:[ap]\.?\s?m\b|Uhr|h\b|heures)))[^a-z\n]?.{3,70}$"
        ),
        1,
        "medium",
        "a line that tells at what hour it was handed in",
        (
            "D. 8.15 p.m. 3 May 1944\nR. 9 p.m. 3 May 1944",
            "Aufgegeben 3. Mai 1915, 8 Uhr 15",
            "Déposé le 3 mai à 8 h. 15",
        ),
        ("We despatched a man at 8 p.m.", "D. Roe came in."),
    ),
    GenreRule(
        "memorandum-title",
        "memorandum",
        expression(
            r"(?m)^\W*(?:(?:(?:AIDE|Aide)[- ](?:MÉMOIRE|Mémoire|MEMOIRE|Memoire))|(?:MEMORANDUM|Memorandum|PRO MEMORIA|Denkschrift|DENKSCHRIFT)"
            r"(?:\s+(?:for|FOR|to|TO|by|BY|of|OF|für|über)\b.{0,80})?)\W*$"
        ),
        1,
        "high",
        "a line of its own that calls it a memorandum",
        ("MEMORANDUM\n\nTo: the Secretary", "Aide-Mémoire\n", "Memorandum for the President"),
        ("The memorandum of the 3rd is here.",),
    ),
    GenreRule(
        "memorandum-fields",
        "memorandum",
        expression(r"(?m)^\s*(?:TO|FROM|SUBJECT|To|From|Subject|Re|An|Von|Betreff|Betr\.|De|À|Objet)\s*:\s*\S"),
        3,
        "medium",
        "fields such as To, From and Subject at its head",
        ("TO: Mr. Bell\nFROM: Mr. Dorn\nSUBJECT: Ships\n", "An: Bell\nVon: Dorn\nBetreff: Schiffe"),
        ("To: the point\nand that is all",),
    ),
    GenreRule(
        "note-verbale",
        "note",
        expression(
            r"\b(?:presents?\s+(?:his|its|her|their)\s+compliments\s+to|NOTE\s+VERBALE|Note\s+[Vv]erbale|Verbalnote|"
            r"beehrt\s+sich\s+d(?:er|em)\s|présente\s+ses\s+compliments)"
        ),
        1,
        "high",
        "the courtesy with which a note in the third person begins",
        ("The Embassy presents its compliments to the Ministry", "VERBALNOTE\nNote Verbale"),
        ("He sent his compliments.",),
    ),
    GenreRule(
        "speech-audience",
        "speech",
        expression(
            r"[\[(](?:[A-Z][a-z]+\s)?(?:[Aa]pplause|[Ll]aughter|[Cc]heers|Beifall|Heiterkeit|[Aa]pplaudissements|Bravo)[^\])]{0,30}[\])]"
        ),
        1,
        "medium",
        "reactions of an audience in brackets",
        ("We shall not fail. [Applause]", "Wir siegen. [Lebhafter Beifall]"),
        ("He met with applause.",),
    ),
)


def find_genre(transcript: Transcript, heading: Heading | None, zones: Sequence[Zone]) -> tuple[str, Evidence | None]:
    """Return the kind of document, and why; no reason where nothing speaks for any."""
    main = next((zone for zone in zones if zone.kind == "main"), None)
    if heading is not None and heading.genre and main is not None:
        return heading.genre, Evidence(HEADING_RULE, "high", "", (main.span,))
    start = main.span.start if main is not None else 0
    titles = _titles(zones)
    for rule in RULES:
        evidence = _signs(transcript, rule, titles if rule.title else (start,))
        if evidence is not None:
            return rule.genre, evidence
    letter = next((z for z in zones if z.kind in ("salute", "valediction", "signed")), None)
    if letter is not None:
        return "letter", Evidence(LETTER_RULE, "medium", "", (letter.span,))
    return ("letter" if heading is not None else "other"), None


def _titles(zones: Sequence[Zone]) -> tuple[int, ...]:
    """Return where the lines above the text begin, and the text."""
    above = next((index for index, zone in enumerate(zones) if STAGE[zone.kind] != FRONT), len(zones))
    return tuple(zone.span.start for zone in zones[: above + 1])


def _signs(transcript: Transcript, rule: GenreRule, starts: Sequence[int]) -> Evidence | None:
    text = transcript.source.text
    found = next((spans for start in starts if (spans := rule.found(text, start))), ())
    return Evidence(f"genre.{rule.id}", rule.cert, "", (_trimmed(text, found[0]),)) if found else None


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start + 1, span.start + len(words.rstrip())))
