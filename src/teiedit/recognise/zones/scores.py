"""How well one line fits each function: set phrases by rule, dates, shapes, and its neighbours in the block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence
from teiedit.recognise import dates, formulas
from teiedit.recognise.fields import read_field
from teiedit.recognise.headings import read_heading
from teiedit.recognise.zones.grammar import FRONT, STAGE
from teiedit.recognise.zones.several import list_lines, weigh_handed, weigh_several
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiedit.recognise.zones.layout import Row

DATELINE_RULE = "zone.dateline"
AFTERWORD_RULE = "zone.afterword"
SHAPE_RULE = "zone.signed-name"
SALUTE_RULE = "zone.salute-shape"
_SHORT = 60
# The fields that stand above a salutation, and never below it as "Re: your loan" may.
_ABOVE = ("to", "from", "date", "cc")
_PLACE = 40
# Below this, a rule for closings also fits lines of the text.
_WEAK = 2.0
_LINE = 120
# The only words in small letters that a dateline has beside its date, in the languages of Europe's chanceries.
_SMALL = frozenset(
    "of the at in near off and on am an im zu bei b. den d. dem der a. a.d. i. u. à le la les de du des ce au aux il "
    "li addì addi di da den te op abends morgens mittags nachmittags früh vormittags nachts abend soir matin midi "
    "vorm. nachm. uhr this alli alle ali dall' ce el op e ex in hac die anno datum dato geben vale valete yl eil eyl "
    "rue avenue quai boulevard place street st. road via viale piazza calle "
    "p.m. a.m. pm am noon midnight evening morning afternoon night".split()
)
_NAME = expression(
    r"(?:[A-ZÀ-ÖØ-ÞŠŽČ][\w’'.:-]*|[dlDL]['’][A-ZÀ-Þ][\w’'-]*|von|van|v\.?|de|der|den|du|la|le|di|da|zu|zum|zur|af|u\.?|"
    r"und|and|et|&|y|z|aus|ten|ter|tot|St\.?|Jr\.?|etc\.?)[,.]?"
)
_TRAIL = " \t\r\n\u00a0.,;:–—-"


@dataclass(slots=True)
class Scored:
    """What can be said of one line.

    Attributes:
        scores: function to weight; what is missing is impossible.
        evidence: function to the reason, where a rule speaks for it.
        salute_end: where the salutation ends that is run into a paragraph.
    """

    scores: dict[str, float]
    evidence: dict[str, Evidence] = field(default_factory=dict)
    salute_end: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What a first look at the whole transcript tells: names in its heading, which lines have dates."""

    sender: frozenset[str]
    addressee: frozenset[str]
    dated: tuple[bool, ...]
    addressed: tuple[bool, ...]
    greeted: int
    listed: dict[int, str]


def look(rows: Sequence[Row], tags: Sequence[str]) -> Known:
    """Take a first look at all lines."""
    sender: set[str] = set()
    addressee: set[str] = set()
    for row in rows[:8]:
        heading = read_heading(row.text, tags) if len(row.text) <= 250 else None
        if heading is not None:
            sender |= _words(" ".join(p.name for p in heading.senders))
            addressee |= _words(" ".join(p.name for p in heading.addressees))
            break
    dated = tuple(_dated(row.text, tags) for row in rows)
    addresses = [rule for tag in ("und", *tags) for rule in formulas.rules(tag) if rule.zone == "address"]
    addressed = tuple(any(rule.pattern.match(row.text) for rule in addresses) for row in rows)
    return Known(frozenset(sender), frozenset(addressee), dated, addressed, _greeting(rows, tags), list_lines(rows))


def _greeting(rows: Sequence[Row], tags: Sequence[str]) -> int:
    """Return which of the first lines is a salutation beyond doubt, if only short lines stand above it; else 0."""
    salutes = [
        rule for tag in ("und", *tags) for rule in formulas.rules(tag) if rule.zone == "salute" and rule.score >= 4
    ]
    for index, row in enumerate(rows[:20]):
        if any(rule.pattern.match(row.text) for rule in salutes):
            return index
        if len(row.text) > 110 or (row.runs_on and row.text[0].islower()):
            return 0
    return 0


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]{3,}", text.casefold()) if word not in _COMMON}


_COMMON = frozenset(
    "the von van der mrs sir lord frau herr monsieur madame secretary state minister ambassador".split()
)


def _dated(text: str, tags: Sequence[str]) -> bool:
    """Say whether a line is a date with at most a place: "Bremen, 3 March 1894"."""
    if len(text) > 110 or ";" in text or not _DATE_LIKE.search(text) or _ABOUT.search(text):
        return False
    found = [date for date in dates.find(text, tags) if date.start.day or date.start.month]
    if not found:
        return bool(_WEEKDAY_LINE.fullmatch(text))
    rest = (text[: found[0].span.start] + " " + text[found[-1].span.end :]).split()
    small = [
        word
        for word in rest
        if word.strip("()[],;:.")[:1].islower() and not ("/" in word or word.strip("()[],;:.") in _BARE)
    ]
    return len(rest) <= 10 and not small


# A heading with a date, or a line about another document, is no dateline.
_ABOUT = expression(
    r"\b(?:minutes|memorandum|report|meeting|agreement|letter|telegram|lettre|réponse|rapport|procès|protokoll|bericht|brief|"
    r"antwort|schreiben|sitzung)",
    re.IGNORECASE,
)
_BARE = frozenset(word.strip(".") for word in _SMALL)
_DATE_LIKE = expression(
    r"\d|\b[IVX]+\b|day\b|tag\b|abend\b|früh\b|d[iì]\b|manche\b|dag\b|(?:lun|mart|jueve|vierne)es\b|s[áa]bado\b|sabato\b|domen?i",
    re.IGNORECASE,
)
_WEEKDAY_LINE = expression(
    # with a place before it or not: "Seaham, Tuesday."
    r"(?-i:(?!(?:On|Am|Last|Next|Le|Every|This|Until|Till)\b)[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,3},?\s+)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night|noon))?|"
    r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)s?(?:[\s–-]+(?:früh|Mittag|Abend|Nachmittag|"
    r"Vormittag|Nacht|Morgen|abends?|morgens?|nachts?|mittags?|nachmittags?|vormittags?|[\d½¼¾ ]+(?:Uhr)?|Abends))*|"
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:\s+(?:matin|soir|midi))?|"
    r"(?:luned|marted|mercoled|gioved|venerd)[iì]|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|sabato|domenica)|"
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:morgen|middag|avond|nacht)?)[.,]?",
    re.IGNORECASE,
)


def score(rows: Sequence[Row], index: int, tags: Sequence[str], known: Known) -> Scored:
    """Weigh one line for each function it could have."""
    row = rows[index]
    result = Scored(_plain(row, rows[index - 1] if index else None, index))
    result.evidence["afterword"] = Evidence(AFTERWORD_RULE, "medium")
    _by_rules(row, tags, result)
    _by_date(rows, index, tags, known, result)
    _by_shape(rows, index, known, result)
    weigh_several(rows, index, known.listed, result.scores, result.evidence)
    weigh_handed(rows, index, tags, known.dated, result.scores, result.evidence)
    if "footfield" in result.scores and "enclosure" in result.scores:
        # "Enclosure" heads what follows, and counts what was sent where nothing does
        result.scores.pop("enclosure" if index + 1 == len(rows) else "footfield")
    if 0 < known.greeted < index and result.scores.get("field") and read_field(row.text).subtype in _ABOVE:
        del result.scores["field"]
    if index < known.greeted and len(row.text) <= 110:
        result.scores["subject"] = max(0.3, result.scores.get("subject", 0.3))
    if index + 1 < len(rows) and rows[index + 1].runs_on and result.scores.get("valediction", -9.0) < 4:
        # a sentence of several lines is rather the last of the letter's than a close
        result.scores["valediction"] = result.scores.get("valediction", -9.0) - 2.0
    if row.runs_on:
        result.scores["valediction"] = result.scores.get("valediction", -9.0) - 3.0
        for state in ("salute", "dateline", "subject", "number", "label", "address", "letterhead"):
            result.scores.pop(state, None)
    return result


def _plain(row: Row, above: Row | None, index: int) -> dict[str, float]:
    """What a line weighs by its length and ending alone."""
    text, length = row.text, len(row.text)
    scores = {"p": 0.0, "more": 0.0, "psmore": -0.1, "afterword": -1.3}
    ended = text[-1] in ".!?:;,"
    if length <= 45 and not ended and not row.runs_on:
        scores["p"] = -0.7
    if row.right:
        scores["p"] -= 2.0
    if length <= _LINE and index < 12:
        scores["subject"] = (
            -1.2 + (0.9 if text.isupper() else 0.0) - (1.5 if text[-1] in ".!?;," and length > 40 else 0.0)
        )
    if length <= 2 * _LINE and index < 3:
        scores["series"] = -1.5 - (2.0 if text[-1] in ".!?;" and length > _SHORT else 0.0)
        scores["main"] = -3.0
    if length <= 90 and any(character.isalpha() for character in text):
        scores["valediction"] = -2.5 if not row.before_blank or row.right else -4.0
    if length <= 40 and text[0].isupper() and text[-1] not in ":?!;" and not any(c.isdigit() for c in text):
        last_of_block = row.before_blank and not row.after_blank
        scores["signed"] = -3.0 if row.right else (-2.0 if last_of_block else -5.0)
    office = length <= 70 and (text[0].isupper() or text.startswith(("von ", "zu "))) and text[-1] not in ":?!;"
    if office and above is not None and not row.after_blank and abs(above.indent - row.indent) <= 8:
        scores["role"] = 0.9
    return scores


@cache
def _rules(tags: tuple[str, ...]) -> tuple[formulas.LineRule, ...]:
    """The rules of the document's languages, and of all languages those for what an archive writes above it."""
    own = [rule for tag in ("und", *tags) for rule in formulas.rules(tag)]
    others = [rule for tag in formulas.languages() if tag not in ("und", *tags) for rule in formulas.rules(tag)]
    return (*own, *(rule for rule in others if STAGE[rule.zone] == FRONT))


def _by_rules(row: Row, tags: Sequence[str], result: Scored) -> None:
    for rule in _rules(tuple(tags)):
        if rule.score <= result.scores.get(rule.zone, -9.0):
            continue
        match = rule.pattern.match(row.text)
        if match:
            result.scores[rule.zone] = rule.score - (_sentence(row, rule.score) if rule.zone == "valediction" else 0)
            result.evidence[rule.zone] = Evidence(f"zone.{rule.id}", rule.cert)
            if rule.zone == "runin":
                result.salute_end = match.end()
    if "address" in result.evidence:
        result.scores["footaddress"] = result.scores["address"]
        result.evidence["footaddress"] = result.evidence["address"]


def _sentence(row: Row, score: float) -> float:
    """A long line, or a paragraph of its own, with the words of a close is more likely the last of the letter's."""
    alone = row.spaced and row.after_blank and row.before_blank
    return (1.5 if len(row.text) > 110 else 0.0) + (3.0 if alone and score < 4 and len(row.text) > 45 else 0.0)


_SENTENCE = expression(
    r"(?:I|We|Accept|With\s+(?:the\s+)?(?:high|great|assur|sentiment)\w*|[A-Z]\w+ing,|Ich|Wir|Genehmigen|Empfangen|Indem|"
    r"Agréez|Veuillez|Recevez|Croyez|Daignez|Je|J['’])\b"
)


_SERVANT = expression(
    r"\b(?:servant|servants|serviteur|Diener|Yours|yours|truly|faithfully|sincerely|(?:Dios|Señor)\b.*guarde|servitore|servidor|dienaar|[Vv]ale)\b"
)


# "Je suis avec respect," flows into "Monsieur, votre très humble serviteur".
_FLOWS = expression(r"(?:J['’]a[iy]\s+l['’]honneur\s+d['’]|Je\s+(?:suis|demeure|reste)\b).*,$", re.DOTALL)


def is_sentence(row: Row) -> bool:
    """Say whether a close is a sentence that stands by itself: "Accept, Sir, the assurance of my esteem.".

    Such a courtesy belongs to the letter's last sentence and is a paragraph; a phrase ("Yours sincerely,") is not.
    """
    alone = row.after_blank and row.before_blank if row.spaced else row.indent > 0 and not row.right
    if _SERVANT.search(row.text) or _FLOWS.match(row.text):
        return False
    return alone and (bool(_SENTENCE.match(row.text)) or (len(row.text) > 25 and row.text[-1] in ".!"))


def _takes_leave(text: str, tags: Sequence[str]) -> bool:
    rules = (rule for rule in _rules(tuple(tags)) if rule.zone in ("valediction", "signed") and rule.score > _WEAK)
    return any(rule.pattern.match(text) for rule in rules)


def _by_date(rows: Sequence[Row], index: int, tags: Sequence[str], known: Known, result: Scored) -> None:
    ruled = result.evidence.get("dateline")
    if known.dated[index] or ruled is not None:
        result.scores["dateline"] = result.scores["footdate"] = 4.0 + (0.5 if rows[index].right else 0.0)
        result.evidence["dateline"] = result.evidence["footdate"] = ruled or Evidence(DATELINE_RULE, "high")
        if index + 1 < len(rows) and _takes_leave(rows[index + 1].text, tags):
            result.scores["middate"] = result.scores["footdate"]
            result.evidence["middate"] = result.evidence["footdate"]
        return
    row = rows[index]
    for other in (index - 1, index + 1):
        if 0 <= other < len(rows) and known.dated[other] and _beside(rows[min(index, other)], rows[max(index, other)]):
            capital = row.text[:1].isupper() or row.text[:1] in "([0123456789"
            if len(row.text) <= 90 and capital:
                value = _joined(row.text, rows[other].text) if other > index else _appended(row.text)
                # a letter without heading begins with its place and date
                first = index == 0 and other == 1 and row.spaced and not (row.text.isupper() or is_name(row.text))
                value = max(value, 1.2) if first and len(row.text) <= _PLACE else value
                result.scores["dateline"] = result.scores["footdate"] = value
    if _above_date(rows, index, known):
        result.scores["dateline"] = max(1.7, result.scores.get("dateline", -9.0))


def _above_date(rows: Sequence[Row], index: int, known: Known) -> bool:
    """Say whether a line near the top leads through others like it to a date.

    Such lines are set to the right, or end with a comma above a salutation: "The Old Mill," "Leeds," "3 May".
    """
    for at in range(index, min(index + 4, len(rows))):
        row = rows[at]
        listed = row.spaced and known.greeted > at and (row.text[-1] == "," or known.dated[at])
        if not (row.right or listed) or len(row.text) > 45 or row.text.isupper() or (at > index and row.after_blank):
            return False
        if known.dated[at]:
            return at > index and index < 6
    return False


def _joined(text: str, below: str) -> float:
    """Weigh a line above a dated one as its place: "Legation of Spain,", or "Winterthur" above "den 14. Juli"."""
    if text[-1] == "," or below[0].islower() or re.match(r"(?:den|d\.|le|the|am)\s", below, re.IGNORECASE):
        return 2.2
    return 1.2 if len(text.split()) <= 2 and text[-1] != "." else -1.0


def _appended(text: str) -> float:
    """Weigh a line below a dated one as more of it: "[Received 7 p.m.]", "(Sunday)", a street and number."""
    return 1.0 if text[0] in "([0123456789" or _WEEKDAY_LINE.match(text) else -1.0


def _beside(first: Row, second: Row) -> bool:
    """Say whether two lines belong together: in one block, or both set to the right."""
    if second.after_blank or second.runs_on:
        return False
    return first.spaced or (first.right and second.right)


def _by_shape(rows: Sequence[Row], index: int, known: Known, result: Scored) -> None:
    row = rows[index]
    if heading_like(row, known, index):
        result.scores["main"] = 4.0
    named = _words(row.text)
    if is_name(row.text):
        value = (
            1.0
            + (1.5 if row.right else 0.0)
            + (1.0 if index + 1 == len(rows) else 0.0)
            + (0.7 if row.text.rstrip(_TRAIL).isupper() else 0.0)
        )
        value += 2.5 if named & known.sender else 0.0
        value -= 1.0 if index < 4 else 0.0
        value -= 2.0 if _TITLED.match(row.text) else 0.0
        if value > result.scores.get("signed", -9.0):
            result.scores["signed"] = value
            result.evidence.setdefault("signed", Evidence(SHAPE_RULE, "medium"))
    if len(row.text) <= 70 and index < 14 and "salute" not in result.evidence:
        end = {"!": 0.5, ":": 0.5, ",": 0.0}.get(row.text[-1])
        shaped = end is not None and row.text[0].isalpha() and not row.right and len(row.text.split()) <= 6
        if end is not None and shaped and not _above_date(rows, index, known):
            result.scores["salute"] = end + (2.5 if named & known.addressee else 0.0)
            result.evidence["salute"] = Evidence(SALUTE_RULE, "medium")
    if "salute" in result.evidence and result.evidence["salute"].rule != SALUTE_RULE:
        result.scores.pop("signed", None)
    elif "valediction" in result.evidence and result.evidence.get("signed", _NONE).rule == SHAPE_RULE:
        result.scores["signed"] -= 2.5
    _beside_address(rows, index, known, result)


_NONE = Evidence("", "low")


# Nobody signs so, but lists and addresses name people so.
_TITLED = expression(
    r"(?:Mr|Mrs|Miss|Messrs|Sir|Lord|Gen|General|Col|Colonel|Herrn?|Frau|Monsieur|M|Mme|Madame)\b\.?\s"
)


def heading_like(row: Row, known: Known, index: int) -> bool:
    """Say whether the line is the heading that the first look found."""
    return index < 8 and bool(known.sender or known.addressee) and _words(row.text) >= known.sender | known.addressee


def _beside_address(rows: Sequence[Row], index: int, known: Known, result: Scored) -> None:
    """A line below an address is more of it, and so is the next."""
    row = rows[index]
    if not index or row.after_blank or row.runs_on or len(row.text) > 80 or "address" in result.scores:
        return
    near = [i for i in (index - 1, index - 2) if i >= 0 and rows[i].block == row.block and known.addressed[i]]
    value = 2.0 if near else -2.5
    result.scores.setdefault("address", value)
    result.scores.setdefault("footaddress", value)


def is_name(text: str) -> bool:
    """Say whether a line has the shape of a name: "John F. Kennedy", "d'Estournelles de Constant", "Th. H."."""
    bare = text.rstrip(_TRAIL)
    words = bare.split()
    if not 1 <= len(words) <= 7 or len(bare) > 55 or text[-1] in ":?!;" or any(c.isdigit() for c in bare):
        return False
    capital = any(word[0].isupper() or word[:2].lower() in ("d'", "l'", "d’", "l’") for word in words)
    return capital and all(_NAME.fullmatch(word) for word in words)
