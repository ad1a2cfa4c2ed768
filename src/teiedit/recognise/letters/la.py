"""Latin letters as letters name them: litteras tuas die 3. Maii datas; epistola mea 5. Iunii scripta."""

from __future__ import annotations

from teiedit.recognise.letters._words import Letters

LETTERS = Letters(
    letter="epistola",
    title="Epistola a {sender} ad {addressee}",
    yours=r"tu(?:a|ae|am|as|is|arum)|vestr(?:a|ae|am|as|is|arum)",
    ours=r"me(?:a|ae|am|as|is|arum)|nostr(?:a|ae|am|as|is|arum)",
    nouns=r"epistol(?:a|ae|am|as|is)|litt?er(?:ae|as|is)|schedul(?:a|am)",
    links=r"(?:dat(?:a|ae|am|as|is)|script(?:a|ae|am|as|is))(?:\s+(?:die|ad\s+diem))?|(?:de|a\s+)?\s*die",
    behind=r"[a-z]{4,}",
    follows=True,
    examples=(
        ("Accepi litteras tuas datas 3. Maii 1548.", "yours", "3. Maii 1548"),
        ("epistolam tuam die 5. Iunii 1549 accepi", "yours", "5. Iunii 1549"),
        ("ex litteris meis datis 3. Maii 1548", "ours", "3. Maii 1548"),
    ),
    counterexamples=("litteras tuas accepi 3. Maii 1548",),
)
