"""Latin dates of the modern era: die 27 Octobris 1562; 3. Maii; 5. huius; prima Ianuarii."""

from __future__ import annotations

from teiedit.recognise.dates._lexicon import Lexicon

LEXICON = Lexicon(
    name="a Latin",
    months=(
        "januarii ianuarii januarius ianuarius jan ian januarij ianuarij",
        "februarii februarius febr feb februarij",
        "martii martius mart martij",
        "aprilis apr aprilem",
        "maii maius maj maij",
        "junii iunii junius iunius jun iun junij iunij",
        "julii iulii julius iulius jul iul julij iulij",
        "augusti augustus aug",
        "septembris september sept septemb 7bris",
        "octobris october oct octob 8bris",
        "novembris november nov novemb 9bris",
        "decembris december dec decemb xbris 10bris",
    ),
    weekdays=("", "", "", "", "", "", ""),
    words={
        "l": "die a ad dat datum datae dabam",
        "f": "mensis",
        "&": "et",
        "R": "usque",
        "B": "ante",
        "G": "post",
        "C": "circa ca",
        "#": "num n pag p cap lib fol art",
    },
    values={
        "t": {"huius": 0, "hujus": 0, "currentis": 0, "ejusdem": 0, "eiusdem": 0, "elapsi": -1, "proximi": 1},
        "o": {"prima": 1, "calendis": 1, "kalendis": 1},
    },
    phrases={
        "anno domini": ("Y", 0),
        "anno": ("Y", 0),
        "A. D.": ("Y", 0),
        "stylo veteri": ("N", 0),
        "st. v.": ("N", 0),
        "s. v.": ("N", 0),
        "stylo novo": ("E", 0),
        "st. n.": ("E", 0),
        "s. n.": ("E", 0),
    },
    ordinals="a",
    small=True,
    examples={
        "day-month-year": (
            ("27 Octobris 1562", "1562-10-27"),
            ("3. Maii anno 1590", "1590-05-03"),
            ("5 Octobris 1582 stylo veteri", "1582-10-15"),
            ("1. 7bris 1640", "1640-09-01"),
            ("pridie Calendas Iunii 1544", "1544-05-31"),
            ("X. Cal. Iunii 1544", "1544-05-23"),
            ("3 Nonas Octobris 1533", "1533-10-05"),
            ("IIII. Idus Maias, anno 1560", "1560-05-12"),
        ),
        "day-month": (
            ("24 Augusti", "--08-24"),
            ("Idibus Martiis", "--03-15"),
        ),
        "month-year": (("Julii 1640", "1640-07"),),
        "away": (("5 huius", ""), ("12. elapsi", "")),
        "year": (("anno 1548", "1548"),),
    },
    counterexamples=("lib. 3. cap. 5", "fol. 3. 4. 12", "Maii dies", "3. non. dixit"),
)
