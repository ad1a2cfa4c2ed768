"""Spanish letters as letters name them: su carta del 3 del corriente; mi oficio n.º 12 de 5 de mayo; la suya del 9."""

from __future__ import annotations

from teiedit.recognise.letters._words import Letters

LETTERS = Letters(
    letter="carta",
    title="{genre} de {sender} a {addressee}",
    yours=r"sus?|tus?|vuestras?",
    ours=r"mis?|nuestras?",
    nouns=(r"carta|tarjeta|telegrama|oficio|despacho|nota|comunicaci[óo]n|esquela|billete|escrito"),
    endings=r"(?:e?s)?",
    links=r"(?:(?:de|con)\s+fecha\s+)?del?(?:\s+día)?|de\s+fecha|fecha|fechad[ao]s?(?:\s+(?:el|en))?",
    yours_alone=r"las?\s+(?:suyas?|tuyas?)|su\s+(?:muy\s+)?(?:grata|estimada|atenta|apreciable|última)",
    ours_alone=r"las?\s+mías?|mi\s+última",
    behind=r"(?:(?:tan|muy)\s+)?[a-záéíóúñ]{4,}",
    day=r"(?P<day>\d{1,2})\b(?!\s?(?:[.,/-]\s?\d|%|por\s|de\s+(?!los\s+corrientes)))",
    examples=(
        ("Recibí su carta del 5 del corriente.", "yours", "5 del corriente"),
        ("su muy estimada carta de 3 de mayo de 1862", "yours", "3 de mayo de 1862"),
        ("Contesto a su carta del 9, que recibí ayer", "yours", "9"),
        ("la suya de 28 de diciembre", "yours", "28 de diciembre"),
        ("en mi oficio de fecha 3 de mayo", "ours", "3 de mayo"),
        ("la carta de 3 de mayo", "", "3 de mayo"),
    ),
    counterexamples=("su carta llegó el 3 de mayo", "su nota del 3 por ciento", "sus asuntos de 3 de mayo"),
)
