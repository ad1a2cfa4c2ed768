"""`teiedit init`: a new edition that builds at once."""

from __future__ import annotations

import json
from pathlib import Path

import click

from teiedit.cli import _files
from teiedit.cli._main import CONTEXT
from teiedit.model.formats import FORMATS

_LETTER = """\
Sample letters

Transcript: Letter 1

Letter from Clara Wendt to Professor Adler, 3 March 1894
(Catalogue ref: SAMPLE 1/1)

Bremen, 3 March 1894

Dear Professor Adler,

Your letter of 26 February reached me this morning, and I thank you for the trouble you have taken over my drawings. You ask “whether the coast was measured twice”; it was, on February 11th and again on the 14th.

Before the plates go to the engraver I should like to propose:

1) You would return the two sheets of the estuary, which I mean to draw again.

2) I, for my part, would send (a) the fair copy of the soundings and (b) a list of the stations. Neither is urgent.

I hope to be in Hamburg before Easter and to call on you then.

Yours sincerely,

(s) Clara Wendt

P.S. The parcel with the compass came safely.
"""

_PERSONS = """\
id;name;variants;dates;office;gnd;note
# People whom the letters name, one on a line; what this file can hold: docs/registers.md of the program.;;;;;;
wendt;Clara Wendt;C. Wendt|Miss Wendt;;;;An invented person.
adler;Wilhelm Adler;Professor Adler|Prof. Adler;1832–1901;Professor of Geography;;An invented person.
"""

_README = """\
# {title}

A digital edition made with teiedit.

- `edition.toml` says what the edition is called and what is made of it; each line is explained there.
- `letters/` holds the transcripts: one plain text file (.txt, in UTF-8) for each document, a blank line between
  paragraphs. Add yours beside `letter-1.txt`, and remove it when you no longer need the example.
- `introduction.md`, if you write one, is the introduction on the home page, and `pages/*.md` are pages of your own, in
  Markdown; colours, a logo and more: docs/house-style.md of the program.
- `register/persons.csv` says who the people in the letters are; `places.csv` and `organisations.csv` may stand
  beside it. Delete it if you do not want a register.
- `ledger.tsv` is written by the program: when each document was published, changed or withdrawn, for libraries that
  harvest the edition. Keep it with the transcripts.
- `output/` is made by the program; nothing in it needs to be kept or corrected by hand.

In this folder:

    teiedit check            what an editor should look at
    teiedit build            make the edition; then open output/index.html
    teiedit explain D012     more on a finding, by its code
"""


@click.command("init", short_help="Make a new edition that builds at once.", context_settings=CONTEXT)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> int:
    """Make a new edition in FOLDER: edition.toml with explanations, a sample transcript, a register, a README.

    FOLDER must be new or empty. Then: teiedit build FOLDER
    """
    try:
        if folder.exists() and any(folder.iterdir()):
            raise click.ClickException(f'"{folder.as_posix()}" is not empty; nothing was touched')
    except OSError as error:
        raise click.ClickException(f'cannot use "{folder.as_posix()}": {(error.strerror or "").lower()}') from error
    title = folder.resolve().name.replace("-", " ").replace("_", " ").strip().capitalize() or "Letters"
    _files.write(folder / "edition.toml", settings(title).encode())
    _files.write(folder / "letters" / "letter-1.txt", _LETTER.encode())
    _files.write(folder / "register" / "persons.csv", _PERSONS.encode())
    _files.write(folder / "README.md", _README.format(title=title).encode())
    click.echo(f"{folder.as_posix()}: a new edition with one sample letter")
    click.echo(f"next: teiedit build {folder.as_posix()}")
    return 0


def settings(title: str) -> str:
    """Return an edition.toml that names every key: those in use, and the others as comments."""
    from teiedit.read.edition import KEYS  # noqa: PLC0415 - loads lxml, and is not needed for --help

    used = {"title": json.dumps(title, ensure_ascii=False), "languages": '["en"]'}
    examples = {
        "subtitle": '"Letters of the years 1890 to 1899"',
        "description": '"The letters of …, edited from transcripts."',
        "publisher": '"City Archive"',
        "place": '"Bremen"',
        "date": '"2026"',
        "editors": '["Your Name"]',
        "contact": '"letters@example.org"',
        "transcriber": '"Volunteers of the City Archive"',
        "language": '"en"',
        "interface": '["de"]',
        "base_url": '"https://example.org/letters/"',
        "licence": '{ name = "CC BY 4.0", url = "https://creativecommons.org/licenses/by/4.0/" }',
        "transcript_licence": '{ name = "CC0 1.0", url = "https://creativecommons.org/publicdomain/zero/1.0/" }',
        "formats": json.dumps(list(FORMATS)),
        "style": '{ accent = "#1d5572", font = "serif", footer = "Questions: [City Archive](https://example.org/)" }',
        "pdf": '{ paper = "letter", large_print = false, numbers = "paragraphs" }',
        "harvest": '{ provider = "City Archive", rights = "https://rightsstatements.org/vocab/NoC-OKLR/1.0/" }',
        "text": '{ braille = "paragraphs" }',
        "volume": '{ chapters = "correspondent" }',
        "review": '{ below = "medium" }',
        "conventions": '{ "xxx" = "illegible", "⟨ … ⟩" = "supplied" }',
        "fail_on": '"error"',
        "strict": "false",
    }
    lines = ["# The settings of this edition. A line that begins with # is not in force.", ""]
    for name, key in KEYS.items():
        choices = f" ({', '.join(key.choices)})" if key.choices else ""
        lines.append(f"# {key.what[0].upper()}{key.what[1:]}{choices}.")
        lines += [f"{name} = {used[name]}" if name in used else f"# {name} = {examples[name]}", ""]
    return "\n".join(lines[:-1]) + "\n"
