"""The words of the invented editions (`editions.py`), in three languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

SYLLABLES = "ba con dell fi gu hal kor lem mi nar os per qui ro sta tur ul ver wen zo brin tav sel mor".split()


@dataclass(frozen=True)
class Wording:
    """How one language writes what a document needs."""

    months: tuple[str, ...]
    date: str
    first_names: tuple[str, ...]
    heading: str
    telegram: str
    memorandum: str
    salute: str
    answer: str
    closes: tuple[str, ...]
    enclosure: str
    to: str
    sender: str
    subject: str
    lead: str
    minutes: str
    present: str
    treaty: str
    agreed: str
    article: str
    done: str
    things: tuple[str, ...]
    sentences: tuple[str, ...]

    def day(self, day: datetime.date) -> str:
        return self.date.format(day.day, self.months[day.month - 1], day.year)


ENGLISH = Wording(
    months=tuple(
        "January February March April May June July August September October November December".split(),
    ),
    date="{} {} {}",
    first_names=tuple("Ada Basil Cora Denis Edwin Flora Giles Hester Ivo Judith".split()),
    heading="Letter from {} to {}, {}",
    telegram="Telegram from {} to {}, {}",
    memorandum="Memorandum from {} to {}, {}",
    salute="Dear Mr. {},",
    answer="I thank you for your letter of {}, which came this morning.",
    closes=("Yours sincerely,", "I am, Sir, your obedient servant,", "Yours faithfully,"),
    enclosure="Enclosure",
    to="To:",
    sender="From:",
    subject="Subject:",
    lead="The following points are for decision:",
    minutes="Minutes of the Committee on Moorings",
    present="Present:",
    treaty="CONVENTION BETWEEN THE GOVERNMENTS OF {} AND {}",
    agreed="The two Governments have agreed as follows:",
    article="Article",
    done="Done at {}, {}.",
    things=tuple(
        "the lamp,the ferry,our ledger,the lower weir,a crate of slate,the clock in the hall,the new pump,the toll,"
        "the harvest,the school,the eastern gate,two barrels of pitch,the survey,the orchard wall".split(",")
    ),
    sentences=(
        "I have spoken with {person} about {thing}, and we are of one mind.",
        "On {day} there came from {place} some {n} sacks, of which half were wet.",
        "It would be a kindness if you could send {other} before the roads close.",
        "Nobody here believes that {thing} can be repaired for less than {n} crowns.",
        "As to the {odd}, I can only say that it was never in my hands.",
        "{person} writes from {place} that {other} has been sold, and at a poor price.",
        "You ask whether {thing} will bear the weight; I think that it will not.",
        "We waited at {place} until dark, and saw neither the boat nor {person}.",
        "He said, “We shall keep {thing}, whatever it costs,” and closed the door.",
        "The sum is {n} crowns, and paragraph 2 of our agreement leaves no doubt of it.",
    ),
)
GERMAN = Wording(
    months=tuple(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    ),
    date="{}. {} {}",
    first_names=tuple("Anton Berta Clemens Dora Emil Frieda Georg Hedwig Ignaz Jutta".split()),
    heading="Brief von {} an {}, {}",
    telegram="Telegramm von {} an {}, {}",
    memorandum="Aufzeichnung von {} für {}, {}",
    salute="Sehr geehrter Herr {}!",
    answer="Für Ihren Brief vom {} danke ich Ihnen bestens.",
    closes=("Mit vorzüglicher Hochachtung", "Ihr ergebener", "Mit herzlichen Grüßen"),
    enclosure="Anlage",
    to="An:",
    sender="Von:",
    subject="Betreff:",
    lead="Über folgende Punkte ist zu entscheiden:",
    minutes="Protokoll der Sitzung des Ausschusses für das Wehr",
    present="Anwesend:",
    treaty="VERTRAG ZWISCHEN {} UND {}",
    agreed="Die beiden Regierungen sind wie folgt übereingekommen:",
    article="Artikel",
    done="Geschehen zu {} am {}.",
    things=tuple(
        "die Lampe,die Fähre,unser Hauptbuch,das untere Wehr,eine Kiste Schiefer,die Uhr im Flur,die neue Pumpe,"
        "der Zoll,die Ernte,die Schule,das östliche Tor,zwei Fässer Pech,die Vermessung,die Gartenmauer".split(",")
    ),
    sentences=(
        "Über {thing} habe ich mit {person} gesprochen, und wir sind einer Meinung.",
        "Am {day} kamen aus {place} etwa {n} Säcke, von denen die Hälfte naß war.",
        "Es wäre sehr freundlich, wenn Sie noch vor dem Winter schreiben könnten, was {other} kostet.",
        "Niemand hier glaubt, daß {thing} für weniger als {n} Kronen zu haben ist.",
        "Was {odd} betrifft, so kann ich nur sagen, daß ich davon nichts wußte.",
        "{person} schreibt aus {place}, daß {other} verkauft worden ist, und zwar schlecht.",
        "Sie fragen, ob {thing} die Last tragen wird; ich denke nicht.",
        "Wir warteten in {place}, bis es dunkel war, und sahen weder das Boot noch {person}.",
        "Er sagte: „Wir behalten {thing}, koste es, was es wolle“, und schloß die Tür.",
        "Es sind {n} Kronen, und Ziffer 2 unserer Abmachung läßt daran keinen Zweifel.",
    ),
)
FRENCH = Wording(
    months=tuple(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    ),
    date="{} {} {}",
    first_names=tuple("Aline Bastien Claire Didier Estelle Fabrice Gaston Hélène Ismène Jules".split()),
    heading="Lettre de {} à {}, {}",
    telegram="Télégramme de {} à {}, {}",
    memorandum="Note de {} pour {}, {}",
    salute="Monsieur {},",
    answer="Je vous remercie de votre lettre du {}.",
    closes=("Veuillez agréer, Monsieur, mes salutations distinguées.", "Votre tout dévoué,", "Bien à vous,"),
    enclosure="Annexe",
    to="À :",
    sender="De :",
    subject="Objet :",
    lead="Les points suivants restent à décider :",
    minutes="Procès-verbal de la séance du comité du barrage",
    present="Présents :",
    treaty="CONVENTION ENTRE {} ET {}",
    agreed="Les deux gouvernements sont convenus de ce qui suit :",
    article="Article",
    done="Fait à {}, le {}.",
    things=tuple(
        "la lampe,le bac,notre registre,le barrage du bas,une caisse d'ardoises,l'horloge du couloir,la pompe neuve,"
        "le péage,la récolte,l'école,la porte de l'est,deux barils de poix,le relevé,le mur du verger".split(",")
    ),
    sentences=(
        "J'ai parlé à {person} au sujet de l'affaire, et {thing} ne nous divise plus.",
        "Le {day} sont arrivés de {place} quelque {n} sacs, dont la moitié était mouillée.",
        "Vous seriez bien aimable de m'écrire avant l'hiver ce que coûte {other}.",
        "Personne ici ne croit que {thing} se vendra moins de {n} couronnes.",
        "Quant à {odd}, je puis seulement dire que je n'en savais rien.",
        "{person} écrit de {place} que {other} est vendu, et mal vendu.",
        "Vous demandez si {thing} portera la charge ; je ne le pense pas.",
        "Nous avons attendu à {place} jusqu'à la nuit, sans voir ni le bateau ni {person}.",
        "Il dit : « Nous garderons {thing}, quoi qu'il en coûte », et ferma la porte.",
        "La somme est de {n} couronnes, et le paragraphe 2 de notre accord n'en laisse pas douter.",
    ),
)
LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH}
