"""The typist's conventions: how transcribers mark what they could not read, struck out, added or supplied.

The words are those of the transcription guidelines of archives in English, German, French and a few other
languages. They are the same in all transcripts, whatever the language of the letter: a German archive transcribes
French letters with German remarks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from teiedit.model.evidence import Attributes

# What TEI's gap can say is the reason (https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-gap.html), by a word.
_REASONS = {
    "illegible": "illegible unreadable undecipherable indecipherable undeciphered unclear unleserlich unleserliche "
    "unleserliches unlesbar unentzifferbar unentziffert illisible illisibles indéchiffrable indéchiffrables "
    "illeggibile illeggibili ilegible ilegibles onleesbaar onleesbare xxx xxxx",
    "damage": "torn tear damaged damage hole lacuna missing lost cut stained blotted blot inkblot burnt burned "
    "mutilated abgerissen tintenfleck klecks beschädigt beschädigung loch textverlust riss fehlt fehlen zerstört "
    "déchiré déchirée déchirure trou "
    "lacune tache endommagé endommagée manque manquant manquante strappato gescheurd roto",
    "deleted": "deleted deletion struck crossed scored obliterated erased cancelled canceled gestrichen "
    "durchgestrichen getilgt biffé biffés raturé raturés rayé rayés barré barrés",
    "classified": "declassified classified redacted redaction censored withheld sanitized geschwärzt zensiert caviardé "
    "censuré",
    "omitted": "omitted omission ausgelassen auslassung omis omise omissis printed",
}
REASONS = {word: reason for reason, words in _REASONS.items() for word in words.split()}
UNITS = {
    word: unit
    for unit, words in {
        "word": "word words wort wörter worte mot mots parola parole palabra palabras woord woorden",
        "line": "line lines zeile zeilen ligne lignes riga righe línea líneas regel regels",
        "char": "letter letters character characters buchstabe buchstaben lettre lettres caractère caractères",
        "page": "page pages seite seiten pagina pagine página páginas",
    }.items()
    for word in words.split()
}
NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "a an one ein eine eines un une uno una een",
            "two zwei deux due dos twee",
            "three drei trois tre tres drie",
            "four vier quatre",
            "five fünf cinq",
            "six sechs",
        ),
        1,
    )
    for word in words.split()
}
# Words that may stand beside those above; none of them makes a loss by itself.
FILLERS = frozenset(
    "of the in is are at and by or to not out away off less than more about approximately circa ca c some several few "
    "paper sheet leaf manuscript ms edge corner margin bottom top side text signature name passage section remainder "
    "rest original here with ink "
    "durch am im der die das und papier blatt rand stelle siegel unten oben papier feuille bord coin par le la les du "
    "au de en d'encre encre nicht".split()
)
# With these a number is no count.
ROUGH = frozenset("less more about approximately circa ca c some several few".split())
# "[Here follows a paragraph on expenses.]": the publisher's words for what was left out.
LEFT_OUT = expression(r"(?:Here follows?|Hier folg(?:t|en)|(?:Ici )?Sui(?:t|vent))\b")

SIC = expression(r"sic\.?\s?!?|so!|!", re.IGNORECASE)
UNCERTAIN = expression(r"\?{1,3}")
ELLIPSIS = expression(r"…+|\.{2,}|\.(?: \.)+")

_NUMERAL = r"(?P<n>\d{1,4}|[ivxlc]{1,6})"
_SIDE = r"(?P<side>\s?(?:[rv]|recto|verso))?\.?"
PAGE = expression(
    rf"(?:page|pages?|pp?\.|seite|s\.|side|pag\.|pagina|página|blz\.)\s?{_NUMERAL}\.?"
    rf"|(?P<new>new page|next page|page break|seitenwechsel|seitenumbruch|neue seite|nouvelle page|page suivante)",
    re.IGNORECASE,
)
FOLIO = expression(rf"(?:fol(?:io)?\.?|f\.|ff\.|leaf|bl\.|blatt|feuillet)\s?{_NUMERAL}{_SIDE}", re.IGNORECASE)
FOLIO_ALONE = expression(r"(?P<n>\d{1,3})(?P<side>[rv])")

# Signs of a signature or a seal: other finders know them.
OTHERS = expression(
    r"(?:signed|sgd\.?|s\.?|signé|gez\.?|gezeichnet|l\.\s?s\.?|seal|siegel|sceau|(?:great |official )?seal .*)",
    re.IGNORECASE,
)
# Words that describe what is on the paper: such brackets supply nothing.
DESCRIBING = frozenset(
    "blank blot stamp stamped seal drawing sketch diagram map table photograph picture plan enclosure enclosures "
    "inclosure attachment letterhead printed handwritten typed typewritten pencil ink note notes footnote endorsement "
    "endorsed signature signed see cf end page over verso recto original copy translation extract telegram received "
    "confidential secret unsigned undated postmark envelope address hand hands stain stained water faded tear torn "
    "hole vertically sideways upside inverted text recte crossed laughs laughter name names date unsure unknown "
    "transcriber smudged scribbled margin greek latin hebrew "
    "leer stempel zeichnung skizze karte abbildung beilage beilagen anlage briefkopf gedruckt handschriftlich siehe "
    "vgl ende seite rückseite abschrift übersetzung umschlag adresse undatiert "
    "blanc cachet timbre dessin croquis carte annexe annexes imprimé manuscrit voir fin recto copie traduction "
    "enveloppe adresse".split()
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Signs around words.

    Attributes:
        id: its name in tests.
        kind: the TEI element that the words become.
        attributes: its attributes.
        pattern: the whole; the group "words" is what the signs stand around.
        examples: what it must find, the words it marks after "→".
        counterexamples: where it must find nothing.
        canonical: whether these are the signs that the element alone stands for (`teiedit.model.notation`).
    """

    id: str
    kind: str
    attributes: Attributes
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()
    canonical: bool = False


_STRUCK: Attributes = (("rend", "strikethrough"),)
_DELETED = (
    "deleted|deletion|crossed out|struck out|struck through|strikethrough|cancell?ed|scored out|"
    "gestrichen|durchgestrichen|getilgt|biffé|barré|rayé|raturé"
)
_ADDED = "inserted|insertion|added|addition|eingefügt|hinzugefügt|nachgetragen|ajouté|inséré"
_ABOVE = "interlined|above the line|added above|inserted above|written above|über der zeile|au-dessus"
_MARGIN = (
    "in the margin|in margin|margin|marginal note|marginalia|note in margin|am rand|randbemerkung|randnotiz|"
    "marginalie|en marge|dans la marge|note marginale"
)


def _labelled(words: str) -> re.Pattern[str]:
    """Return the pattern of "[words: …]"; what follows the colon may run over a few lines."""
    return expression(rf"\[(?:{words})\s?:(?P<words>[^\[\]]{{1,400}})\]", re.IGNORECASE)


def _tagged(*names: str) -> re.Pattern[str]:
    """Return the pattern of "<name>…</name>": the names of what editors mark, none that only says how it looks."""
    return expression(rf"<(?P<tag>{'|'.join(names)})>(?P<words>[^<>]{{1,400}})</(?P=tag)>", re.IGNORECASE)


def _doubled(words: str) -> re.Pattern[str]:
    """Return the pattern of "[[words]] … [[/words]]"."""
    return expression(
        rf"\[\[(?P<tag>{words})\]\](?P<words>[^\[\]]{{1,400}})\[\[/(?P=tag)\]\]",
        re.IGNORECASE,
    )


PAIRS: tuple[Pair, ...] = (
    Pair(
        "tildes",
        "del",
        _STRUCK,
        expression(r"(?<!~)~~(?P<words>[^\s~](?:[^~]{0,300}[^\s~])?)~~(?!~)"),
        ("We ~~shall~~ may agree → shall",),
        ("about ~~ 5 miles ~~ off", "~~~~"),
        canonical=True,
    ),
    Pair(
        "slashes",
        "add",
        (("place", "above"),),
        expression(r"(?<![:\\])\\(?P<words>[^\s\\/](?:[^\\/]{0,200}[^\s\\/])?)/(?!/)"),
        (r"We \may/ agree → may",),
        ("and/or", r"C:\letters/a", r"a \ b / c"),
        canonical=True,
    ),
    Pair(
        "underlines",
        "hi",
        (("rend", "underline"),),
        expression(r"(?<![\w_])_(?P<words>[^\s_](?:[^_]{0,200}[^\s_])?)_(?![\w_])"),
        ("We _must_ act → must",),
        ("name ____ date ____", "a_b_c"),
        canonical=True,
    ),
    Pair(
        "deleted-label", "del", _STRUCK, _labelled(_DELETED), ("the [deleted: five] ten → five", "[biffé : dix] → dix")
    ),
    Pair("added-label", "add", (), _labelled(_ADDED), ("the [inserted: ten] days → ten",)),
    Pair("above-label", "add", (("place", "above"),), _labelled(_ABOVE), ("the [interlined: ten] days → ten",)),
    Pair(
        "margin-label",
        "note",
        (("type", "marginal"), ("place", "margin")),
        _labelled(_MARGIN),
        ("attached. [in margin: I agree. P.D.] → I agree. P.D.",),
        ("see the margin: wide",),
    ),
    Pair(
        "left-margin-label",
        "note",
        (("type", "marginal"), ("place", "left")),
        _labelled("(?:in )?(?:the )?left margin|am linken rand"),
        ("attached. [left margin: Yes] → Yes",),
    ),
    Pair(
        "right-margin-label",
        "note",
        (("type", "marginal"), ("place", "right")),
        _labelled("(?:in )?(?:the )?right margin|am rechten rand"),
        ("attached. [in right margin: Yes] → Yes",),
    ),
    Pair("deleted-tag", "del", _STRUCK, _tagged("del"), ("the <del>five</del> ten → five",)),
    Pair("added-tag", "add", (), _tagged("ins", "add"), ("the <ins>ten</ins> days → ten",)),
    Pair("unclear-tag", "unclear", (("cert", "low"),), _tagged("unclear"), ("to <unclear>Ankara</unclear> → Ankara",)),
    Pair(
        "deleted-double",
        "del",
        _STRUCK,
        _doubled("strikethrough|strike through|crossed out|deleted"),
        ("[[strikethrough]]five[[/strikethrough]] ten → five",),
    ),
    Pair("added-double", "add", (), _doubled("insertion|inserted"), ("[[insertion]] ten [[/insertion]] → ten",)),
    Pair(
        "underlined-double",
        "hi",
        (("rend", "underline"),),
        _doubled("underlined?"),
        ("[[underlined]]must[[/underlined]] → must",),
    ),
)
