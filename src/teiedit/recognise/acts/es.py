"""Spanish treaties and minutes: the words of their frame."""

from __future__ import annotations

from teiedit.recognise.acts._words import Words

WORDS = Words(
    articles=("artículo", "articulo", "art."),
    sections={"part": ("parte",), "title": ("título",), "chapter": ("capítulo",), "section": ("sección",)},
    ordinals=(
        ("primero", "primera"),
        ("segundo", "segunda"),
        ("tercero", "tercera"),
        ("cuarto", "cuarta"),
        ("quinto", "quinta"),
    ),
    sole=("artículo único",),
    preambles=("preámbulo",),
    testimonium=("en fe de lo cual", "en testimonio de lo cual", "en fe de ello"),
    done=("hecho", "dado", "firmado en"),
    places=("en la ciudad de", "en"),
    parties=("por el", "por la", "por", "en nombre"),
    witnesses=("testigos", "testigo"),
    annexes=("anexo", "apéndice", "artículo adicional", "protocolo final"),
    treaties=("tratado", "convención", "convenio", "acuerdo", "protocolo", "pacto", "armisticio", "concordato"),
    rolls={
        "presentes": "present",
        "asistentes": "present",
        "asisten": "present",
        "ausentes": "absent",
        "presidente": "chair",
        "preside": "chair",
        "secretario": "secretary",
    },
    agendas=("orden del día",),
    items=("punto",),
    minutes=(
        "acta de la sesión",
        "acta de la reunión",
        "acta de la",
        "entrevista con",
        "conversación entre",
        "acta del",
    ),
    titles=("sr.", "sra.", "señor", "señora", "don", "doña", "dr.", "general", "conde", "marqués", "coronel"),
    offices=(
        "el presidente",
        "presidente",
        "el señor presidente",
        "el ministro",
        "el secretario",
        "pregunta",
        "respuesta",
        "una voz",
    ),
    labels=("decisión", "nota", "asunto", "fecha", "lugar", "hora", "votación", "acuerdo", "anexo", "resolución"),
    events=("risas", "aplausos", "rumores", "interrupci*", "murmullos", "muy bien", "protestas", "silencio"),
    speakers=("yo", "nosotros", "mi", "nuestro", "nuestra"),
    examples=(
        ("ARTÍCULO 1.", "article 1"),
        ("Artículo segundo", "article 2"),
        ("En fe de lo cual firmaron.", "testimonium"),
        ("Hecho en Madrid, el 3 de mayo de 1921", "done Madrid"),
        ("Presentes: A. Ruiz, B. Soto", "roll present"),
        ("Artículo 4 fue leído.", ""),
    ),
)
