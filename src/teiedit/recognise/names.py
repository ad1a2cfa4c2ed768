"""Names of people and bodies: their family name, the identifier of their record, and who is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from teiedit.model.document import Person
from teiedit.recognise import forms
from teiedit.tools.expressions import expression
from teiedit.tools.tei import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady dame the rev reverend hon general colonel captain president "
    "chairman premier prime minister secretary ambassador senator king queen count baron herr frau m mme mlle "
    "monsieur madame".split()
)
_FORMS = frozenset(
    (
        "sirs sir madam gentlemen ladies excellency majesty highness grace friend friends governor consul "
        "commissioner colleague colleagues comrade your my dear freund freundin freunde vater mutter sohn tochter "
        "bruder schwester onkel tante großmama großmutter kollege collega collegen kind kinder eltern herr herren "
        "herrn frau fräulein damen präsident president praesident bürgermeister schultheiß professor doktor doctor "
        "hofrat hofrätin geheimrat regierungsrat regierungspräsident nationalrat ständerat bundesrat direktor "
        "minister exzellenz excellenz durchlaucht hoheit geliebter geliebte lieber liebe liebster liebste "
        "hochwohlgeboren hochgeachtete hochgeachteter und ami amie amis amies père mère fils fille frère soeur sœur "
        "maître docteur monsieur messieurs madame mesdames mademoiselle monseigneur ministre président baron comte "
        "marquis excellence sire le la les collègue confrère directeur conseiller sénateur député ambassadeur préfet "
        "maire "
    ).split()
)
_CALLED = _TITLES | _FORMS | forms.WORDS
_SUFFIXES = frozenset("jr sr esq esquire phd md kt bt ii iii iv".split())
# A body, or an office that stands for one: "the Foreign Office", "Embassy in Moscow", "The Secretary of State".
_BODY = expression(
    r"\b(?:Office|Ministry|Department|Embassy|Legation|Consulate|Committee|Council|Cabinet|Government|Board|Bureau|"
    r"Agency|Society|Company|Bank|Parliament|Senate|Congress|Commission|Mission|Admiralty|Treasury|Ltd|Inc|GmbH|"
    r"Ministerium|Amt|Auswärtiges|Botschaft|Gesandtschaft|Konsulat|Ausschuss|Ausschuß|Direktion|Firma|Referat|Abteilung|"
    r"Banque|Banca|Banco|Società|Sociedad|Ministero|Ministerio|Ministère|Ambassade|Consulat|Comité|Conseil|Société|Direction)\b|&\s(?:Co|Cie|Sons?|Söhne|Fils)\b|\w(?:ministerium|amt|rat|verwaltung)$"
)
_WORD = expression(r"[^\W\d_][\w’'-]*\.?")


def family_name(name: str) -> str:
    """Return the word by which a person is filed: "Kennedy" of "President John F. Kennedy", or the whole name."""
    words = [w.rstrip(".") for w in _WORD.findall(name)]
    plain = [w for w in words if w.lower() not in _SUFFIXES]
    named = [w for w in plain if w.lower() not in _TITLES]
    return str((named or plain or [name])[-1])


def is_title(word: str) -> bool:
    """Say whether a word is a title or a form of address, such as "Mr", "Lady" or "Freund"."""
    return word.lower() in _TITLES or word.lower() in _FORMS


def same_family(one: str, other: str) -> bool:
    """Say whether two names end in the same family name."""
    return family_name(one).casefold() == family_name(other).casefold()


def may_be(name: str, signature: str) -> bool:
    """Say whether somebody called `name` may have signed so: by surname, forename, initials, or shortened."""
    called = [word.rstrip(".").casefold() for word in _WORD.findall(name)]
    signed = [word.rstrip(".").casefold() for word in _WORD.findall(signature)]
    signed = [word for word in signed if word not in _TITLES | _SUFFIXES]
    return not signed or any(
        word.startswith(short) or short.startswith(word) for short in signed for word in called if word not in _TITLES
    )


# What begins an address that was taken for a signature; "Der Präsident" has an article and no name.
_NO_NAME = frozenset("herrn hrn sr an den der die das the le la les il el to monsieur messrs señor".split())
_YOURS = frozenset("dein deine ihr ihre euer eure your yours votre ton ta uw je tuo tua suo sua su tu".split())
_DEGREE = expression(r"[^\W\d_]{2,}\.")
_PART = expression(r"[^\W\d_A-ZÀ-ÖØ-Þ]*[A-ZÀ-ÖØ-Þ][^\W\d_A-ZÀ-ÖØ-Þ]*")


def is_signed_name(signature: str) -> bool:
    """Say whether a signature is somebody's name: not an address, an office, or a row of abbreviated degrees."""
    words = signature.split()
    if not words or (words[0].rstrip(".").casefold() in _NO_NAME):
        return False
    degrees = [word for word in words if _DEGREE.fullmatch(word) and not is_title(word.rstrip("."))]
    if len(degrees) > 1 and len(degrees) >= len(words) - 1:
        return False
    if words[0].casefold() in _YOURS and not any(word[0].isupper() for word in words[1:]):
        return False
    return names_somebody(signature) or len(words) == 1 or not any(is_title(word.rstrip(".,")) for word in words)


def contracted(name: str, signature: str) -> bool:
    """Say whether a signature in one word is made of the beginnings of a name's words: "ArthSch", "JFK"."""
    parts = [part.casefold() for part in _PART.findall(signature.rstrip("."))]
    called = [word.rstrip(".").casefold() for word in _WORD.findall(name)]
    return (
        len(parts) > 1
        and not any(character.isspace() for character in signature)
        and all(any(word.startswith(part) for word in called) for part in parts)
    )


def is_body(name: str) -> bool:
    """Say whether `name` is that of a body and not of a person."""
    return bool(_BODY.search(name.title() if name.isupper() else name))


def fuller(name: str, signature: str) -> str:
    """Return the fuller of two forms of one person's name, in mixed case if there is a choice."""
    known, signed = name.casefold().split(), signature.casefold().split()
    if len(signed) <= len(known) or not set(known) <= set(signed):
        return name
    return signature.title() if signature.isupper() and not name.isupper() else signature


def people(names: Iterable[tuple[str, str]]) -> dict[str, Person]:
    """Return a record for each name, with identifiers that are stable and do not collide.

    Args:
        names: the fullest known form of each name, and the form by which somebody is called.
    """
    taken: set[str] = set()
    records: dict[str, Person] = {}
    for name, called in names:
        if name in records:
            continue
        body = is_body(name)
        stem = ("o-" if body else "p-") + (slug(name if body else family_name(name)) or "1")
        identifier, number = stem, 2
        while identifier in taken:
            identifier, number = f"{stem}-{number}", number + 1
        taken.add(identifier)
        records[name] = Person(identifier, name, "orgName" if body else "persName", called)
    return records


def names_somebody(address: str) -> bool:
    """Say whether a form of address holds a name: "Mr. Smith" does, "Mr. Chairman" and "Sir" do not."""
    words = [word.rstrip(".") for word in _WORD.findall(address)]
    return any(len(word) > 1 and word[0].isupper() and word.lower() not in _CALLED for word in words)


# Words of an address that name nobody: what comes before the name in "Mein lieber Herr Weber", "Mon cher ami".
_DEAR = expression(
    r"(?:o|du|my|mein\w*|unser\w*|mon|ma|mes|notre|dear\w*|dearest|beloved|honou?red|sehr|very|très|bien|hoch\w*|viel\w*|innig\w*|"
    r"lieb\w*|teuer\w*|theu\w*|ge?ehrt\w*|geachtet\w*|gesch[äa]tzt\w*|verehrt\w*|wohlgebor\w*|werth?\w*|gelieb?t\w*|herz\w*|s[üu](?:ß|ss)\w*|"
    r"best\w*|gut\w*|alt\w*|gn[äa]dig\w*|chère?s?|honorée?s?|vieux|vieil|bon|and|und|u|et|ferne)",
    re.IGNORECASE,
)


def _is_dear(word: str) -> bool:
    return bool(_DEAR.fullmatch(word) or forms.DEAR.fullmatch(word))


def addressed(salute: str) -> tuple[int, int] | None:
    """Return where in a salutation the person stands: "Herr Weber" in "Lieber Herr Weber!"; None if nobody does."""
    words = list(_WORD.finditer(salute))
    while words and _is_dear(words[0].group().rstrip(".")):
        words = words[1:]
    if not words or not words[0].group()[0].isupper():
        return None
    end = words[-1].end() - (1 if words[-1].group().endswith(".") and len(words[-1].group()) > 4 else 0)
    return words[0].start(), end
