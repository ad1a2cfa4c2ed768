"""French letters as letters name them: votre lettre du 3 courant; ma dépêche n° 12 du 5 mai; la vôtre du 9."""

from __future__ import annotations

from teiedit.recognise.letters._words import Letters

LETTERS = Letters(
    letter="lettre",
    title="{genre} de {sender} à {addressee}",
    yours=r"votre|vos|ta|tes|ton",
    ours=r"ma|mes|mon|notre|nos",
    nouns=(
        r"lettre|télégramme|dépêche|billet|note|carte(?:\s+postale)?|communication|mot|missive|pli|circulaire|rapport|office"
    ),
    endings=r"s?",
    links=r"(?:en\s+date\s+|datée?s?\s+|écrite?s?\s+)?(?:du|des|de)",
    yours_alone=r"l(?:a|es)\s+(?:vôtres?|tiennes?)|(?:votre|l['’])\s?(?:honorée|estimée|dernière)",
    ours_alone=r"l(?:a|es)\s+miennes?|(?:ma|notre)\s+dernière",
    behind=r"(?:(?:si|très|bien|fort)\s+)?[a-zàâçéèêëîïôûü-]{4,}e",
    day=r"(?P<day>1er|\d{1,2})\b(?![.,/-]\d)",
    owned=False,
    to=r"(?:adressée?s?\s+)?(?:à|au|aux)\s+(?!moi\b|nous\b|ce\s|la\s+main\b)(?-i:[A-ZÀ-Þ]|M\.|l['’]|la\b|mon\b|son\b)",
    examples=(
        ("J'ai reçu votre lettre du 3 courant.", "yours", "3 courant"),
        ("Votre si bonne lettre du 5 mai 1862 m'est parvenue.", "yours", "5 mai 1862"),
        ("Je réponds à ta lettre du 9.", "yours", "9"),
        ("La vôtre du 11 du courant", "yours", "11 du courant"),
        ("votre lettre si aimable du 3 mars", "yours", "3 mars"),
        ("votre dépêche n° 12 en date du 3 mai", "yours", "3 mai"),
        ("Par ma lettre du 28 décembre dernier", "ours", "28 décembre dernier"),
        ("sa lettre du 3 mai", "", "3 mai"),
    ),
    counterexamples=(
        "votre lettre est arrivée le 3 mai",
        "votre lettre du 3 mai à Monsieur Bell",
        "vos affaires du 3 mai",
    ),
)
