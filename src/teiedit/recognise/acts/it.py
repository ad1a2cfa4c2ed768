"""Italian treaties and minutes: the words of their frame."""

from __future__ import annotations

from teiedit.recognise.acts._words import Words

WORDS = Words(
    articles=("articolo", "art."),
    sections={"part": ("parte",), "title": ("titolo",), "chapter": ("capitolo", "capo"), "section": ("sezione",)},
    ordinals=(("primo", "prima"), ("secondo", "seconda"), ("terzo", "terza"), ("quarto", "quarta"), ("quinto", "quinta")),
    sole=("articolo unico",),
    preambles=("preambolo",),
    testimonium=("in fede di che", "in fede del che", "in fede di quanto"),
    done=("fatto", "dato", "firmato a"),
    places=("a", "in"),
    parties=("per il", "per la", "per l'", "per l’", "per", "in nome"),
    witnesses=("testimoni", "testimone"),
    annexes=("allegato", "annesso", "articolo addizionale", "protocollo finale"),
    treaties=("trattato", "convenzione", "accordo", "protocollo", "patto", "armistizio", "concordato"),
    rolls={
        "presenti": "present",
        "sono presenti": "present",
        "partecipanti": "present",
        "assenti": "absent",
        "presidente": "chair",
        "segretario": "secretary",
    },
    agendas=("ordine del giorno",),
    items=("punto",),
    minutes=("verbale della", "verbale dell'", "verbale dell’", "processo verbale", "colloquio tra", "colloquio con", "resoconto"),
    titles=("sig.", "signor", "signora", "sig.ra", "dott.", "on.", "prof.", "avv.", "conte", "barone", "generale", "principe"),
    offices=("il presidente", "presidente", "il ministro", "il segretario", "domanda", "risposta", "una voce"),
    labels=("decisione", "nota", "oggetto", "data", "luogo", "ora", "votazione", "delibera", "allegato", "proposta"),
    events=("ilarità", "applaus*", "risa", "interruzion*", "rumori", "bravo", "approvazioni", "mormorii"),
    speakers=("io", "noi", "mio", "mia", "nostro", "nostra"),
    examples=(
        ("ARTICOLO I.", "article 1"),
        ("Art. 2", "article 2"),
        ("In fede di che i plenipotenziari hanno firmato.", "testimonium"),
        ("Fatto a Roma, il 3 maggio 1921", "done Roma"),
        ("Presenti: A. Conti, B. Neri", "roll present"),
        ("Articolo 4 fu letto.", ""),
    ),
)
