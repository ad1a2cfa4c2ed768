"""The languages of a transcript, by its commonest words and by letters that few languages have.

Function words make up about a third of running text and are rarely shared by two languages with the same
frequency; the words in which letters greet and take leave tell the language of a letter of two lines. A word that
several languages have counts less for each. Spellings of earlier centuries ("vnd", "haue", "ende", "moy") count too.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from teiedit.model.evidence import Evidence
from teiedit.tools.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORDS = {
    "en": "the of and to in that is was for it with as be on by at this have from are which not you my your we he his "
    "i a an but or if so they them their there were had has been will would shall should can could may might do did "
    "any all some no when what who how me us our she her him its more very only one up out about into upon than then "
    "am yours dear sir sincerely truly love letter here write haue vpon vnto hath doth ye yr wch wth soe bee",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es ich sie wir ihr "
    "an er so daß dass wie aber oder nur noch nach bei aus um am bin hat habe haben sind war wird werden wurde kann mir "
    "mich dir dich uns euch mein meine dein deine sein seine einen einem einer eines wenn was hier zum zur über vor bis "
    "durch sehr schon nun wieder lieber liebe herr gruß grüße herzlichen dank brief ihre ihren ihnen vnd vff vnnd dz "
    "daz nit wol ewer ewr herren seyn bey sey üwer üch wir vns füg zuo dero",
    "fr": "de la le et les des en un une du que est pour dans qui par sur au je vous nous pas ce il ne se mon votre "
    "à aux avec mais ou où ma mes vos notre nos son sa ses leur leurs cette ces tout tous plus bien très si me te moi "
    "on lui elle ils elles être avoir ai suis êtes sont avons avez était fait ici comme même sans monsieur madame cher "
    "chère ami lettre amitiés vostre nostre moy luy ung estre ay c d l j n s qu y",
    "it": "di che e la il un a per in una sono mi non si ho ma lo della con le del io gli ha alla nel dei più "
    "i al da dal dalla delle degli sua suo suoi sue mio mia miei tuo tua vostra vostro questo questa quello "
    "quella come se è ne ci vi ti ed anche essere stato fu era hanno abbiamo così molto qui quanto sempre caro cara signor "
    "signore lettera saluti addio et hora havere ho hà gia già delli alli dell dall all nell",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ha me usted "
    "mi te tu si ya muy qué he han hay este esta esto ese esa o sin sobre también todo todos cuando donde hasta desde "
    "yo él ella nos señor señora querido querida carta ustedes vuestra merced dios guarde fué á é dello dél e "
    "estoy está están ser son fue era aquí nuestro nuestra sr vd",
    "nl": "de en van het een in is dat op te zijn voor met die niet aan er om ook als maar bij nog uit naar ik wij "
    "je jij u uw hij zij ze we mij me hem haar ons onze hun dit deze dan wel zeer zoo zo geen wat wordt worden heb "
    "hebben heeft was waren kan zal zou door over tot beste waarde heer vriend groet groeten brief mijn den der des "
    "ende ick ghij haer syn sijn niet mits doch weder hebbe dese ue ul gij t k m",
    "la": "et in est non ad quod cum ut si qui sed ex quam aut per sunt esse ab enim etiam nec autem ac quae me mihi "
    "te tibi tuus tuum tua tuae tuas tui meus mea meum de a e se sibi nos nobis vos hoc haec hic quem quos quas id "
    "ego tu ne an vel nisi iam jam nunc sic ita tam atque neque nihil vale salutem s p d litteras literas tuis tuas "
    "domino dominus quidem ante post apud inter pro omnes omnia ubi unde quoque eius ejus erat fuit",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou "
    "quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos meus minha meu minhas tua teu "
    "foi ser está tem são às há é lhe me te v vossa senhor amigo caro cara carta abraço",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när "
    "nu då skulle hade mig dig du min mitt mina din ditt dina ej icke af hvad är vara blir här där efter också mycket "
    "bror broder vän käre kära bäste brev bref eder ni er hos eller än",
    "da": "og i at det som en på er af for med til den har de ikke om et han men var jeg sig fra vi så kan når nu da "
    "skulle havde mig dig du min mit mine din dit dine ej hvad være bliver her der efter også meget broder ven kjære "
    "kære bedste brev dem dette paa saa naar deres eders hos eller end",
    "pl": "i w na z do się nie że to jest jak ale za od po co o u przez dla przy bo już tylko ja mi mnie ty ci twój "
    "twoja mój moja jego jej ich tego tym który która które był była być pan pani list drogi kochany bracie panie "
    "bardzo tu tak czy gdy może a ze moje twoje jestem",
    "cs": "a v na se je že to s z do o i jako za ale by který jsem jsme jsi ve k po si tak už co od pro ze mi mně ti "
    "tě můj moje tvůj tvoje váš vaše byl byla bylo být má pan paní dopis milý milá drahý příteli velmi tu ten ta jen "
    "při nebo když u jsou není",
}
# Letters that few languages have; each counts like half a word.
_LETTERS_OF = {
    "de": "ß",
    "es": "ñ",
    "fr": "œêùëï",
    "it": "ìòù",
    "pt": "ãõ",
    "sv": "åäö",
    "da": "øæå",
    "pl": "łążśźćńę",
    "cs": "ěřůčšž",
}
_TOKEN = expression(r"[^\W\d_]+")
_LOOKED_AT = 20_000
# Below this, what few words there are may be names or borrowed.
_ENOUGH = 2.0
# A second language of this share of the first is one of the letter's too.
_ALSO = 0.45
RULE = "language.function-words"
WHAT = "the language whose commonest short words make up most of the text"


def _weights(words: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """Return word to language to weight: one word is shared out among the languages that have it."""
    having: dict[str, set[str]] = {}
    for tag, listed in words.items():
        for word in listed.split():
            having.setdefault(word, set()).add(tag)
    return {word: dict.fromkeys(sorted(tags), 1 / len(tags) ** 0.5) for word, tags in having.items()}


_WEIGHTS = _weights(_WORDS)


def find_languages(text: str, expected: Sequence[str]) -> tuple[tuple[str, ...], Evidence | None]:
    """Return the BCP 47 tags of the languages of `text`, the main one first, and why that is taken as the main one.

    Args:
        text: the whole transcript; the first 20,000 characters are looked at.
        expected: the languages that the edition says its transcripts are in; if it is one, that is taken.
    """
    if len(expected) == 1:
        return (expected[0],), None
    start = text[:_LOOKED_AT].lower()
    words = _TOKEN.findall(start)
    totals = _count(words, start)
    candidates = tuple(expected) or tuple(_WORDS)
    ranked = sorted(((-totals.get(primary(tag), 0.0), at, tag) for at, tag in enumerate(candidates)))
    best = -ranked[0][0]
    if best < _ENOUGH:
        return ((expected[0] if expected else "und"),), None
    second = -ranked[1][0] if len(ranked) > 1 else 0.0
    note = f"the commonest words of this language weigh {best:.0f} in {len(words)} words, of the next {second:.0f}"
    also = [tag for total, _, tag in ranked[1:3] if -total >= _ALSO * best and -total > _ENOUGH]
    evidence = Evidence(RULE, "high" if best >= 1.6 * second + 3 else "medium", note)
    return (ranked[0][2], *also), evidence


def primary(tag: str) -> str:
    """Return the language of a BCP 47 tag (RFC 5646, 2.2.1) in small letters: "de" of "de-AT"."""
    return tag.partition("-")[0].lower()


def _count(words: Sequence[str], text: str) -> dict[str, float]:
    totals = dict.fromkeys(_WORDS, 0.0)
    for word, count in Counter(words).items():
        for tag, weight in _WEIGHTS.get(word, {}).items():
            totals[tag] += weight * count
    if not text.isascii():
        for tag, letters in _LETTERS_OF.items():
            totals[tag] += 0.5 * sum(text.count(letter) for letter in letters)
    return totals
