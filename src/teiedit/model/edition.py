"""What edition.toml says, as types."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiedit.model.formats import FORMATS
from teiedit.model.house import NO_HOUSE, NO_STYLE, House, Style
from teiedit.model.register import NO_REGISTER, Register
from teiedit.model.volume import NO_VOLUME, Volume

if TYPE_CHECKING:
    from teiedit.model.evidence import Cert

# The languages that the pages can speak: those with a file in xslt/common/i18n/.
SPOKEN = ("en", "de", "fr")


# What a transcriber's own sign can mean: around words ("⟨ … ⟩"), or alone ("xxx").
AROUND = ("unclear", "supplied", "deleted", "added", "underlined", "marginal", "plain")
ALONE = ("illegible", "damage", "omitted", "editorial", "classified", "uncertain", "plain")


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms under which the edition, or its transcripts, may be used.

    Attributes:
        name: the words that a reader sees, such as "CC BY 4.0".
        url: where the terms stand, or "".
    """

    name: str
    url: str = ""


# The papers of a PDF: two of offices, and the size of a bound book (6 by 9 inches).
PAPERS = ("a4", "letter", "trade")
# What is counted beside the text of a PDF.
NUMBERS = ("none", "paragraphs")


@dataclass(frozen=True, slots=True)
class Pdf:
    """The table [pdf] of edition.toml.

    Attributes:
        paper: one of PAPERS.
        large_print: 18 points, wide lines, no words divided.
        numbers: one of NUMBERS.
    """

    paper: str = "a4"
    large_print: bool = False
    numbers: str = "none"


NO_PDF = Pdf()

BRAILLE = ("none", "paragraphs", "lines")


@dataclass(frozen=True, slots=True)
class Text:
    """The table [text] of edition.toml.

    Attributes:
        braille: one of BRAILLE, the text for translation into braille that is made beside the plain text.
    """

    braille: str = "none"


NO_TEXT = Text()


@dataclass(frozen=True, slots=True)
class Review:
    """The table [review] of edition.toml.

    Attributes:
        below: what is less sure than this is put to the editors.
    """

    below: Cert = "high"


NO_REVIEW = Review()


# The licences under which metadata is given away.
METADATA_LICENCES = ("CC BY 4.0", "CC0 1.0")


@dataclass(frozen=True, slots=True)
class Harvest:
    """The table [harvest] of edition.toml: what libraries are told.

    Attributes:
        oai: where the OAI-PMH server answers; "" for `oai` below the edition's own address.
        repository: the domain in the identifiers of records, oai:DOMAIN:ID; "" for the host of the edition's address.
        provider: whose data a portal shows; "" for the publisher.
        rights: the address of a rights statement or licence that portals know; "" for that of the licence.
        metadata_licence: one of METADATA_LICENCES, of the metadata alone; "" for that of the edition.
        uuid: identifies the edition in CMIF; "" for one made from the edition's address.
    """

    oai: str = ""
    repository: str = ""
    provider: str = ""
    rights: str = ""
    metadata_licence: str = ""
    uuid: str = ""


NO_HARVEST = Harvest()


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition's settings; the defaults are those of a transcript without an edition.toml.

    Attributes:
        id: the edition's identifier, also the name of the volume's files: an XML name in lower case.
        title: the edition's title.
        subtitle: may be "".
        description: a few sentences for the home page, plain text; may be "".
        publisher: who publishes; "" where nobody is named.
        place: where it is published; may be "".
        date: when it was published, as YYYY, YYYY-MM or YYYY-MM-DD; may be "".
        editors: the people who answer for it.
        contact: the e-mail address of whoever answers letters about the edition; may be "".
        transcriber: who made the transcripts; may be "".
        language: BCP 47 tag of the edition's own words (title pages, labels).
        interface: BCP 47 tags of further languages that the site speaks, beside `language`.
        languages: BCP 47 tags of the languages the transcripts may be in, the likeliest first.
        base_url: where the edition will stand on the web, ending in "/", or "".
        licence: of the encoding and the edition as a whole; None where none is stated.
        transcript_licence: of the transcripts, if another.
        formats: which of FORMATS to make.
        conventions: the transcribers' own signs and what they mean: a sign, or an opening and a closing one with
            "…" between them, and one of ALONE or AROUND.
        fail_on: the severity from which the run counts as failed: "error" or "warning".
        strict: refuse transcripts that are not UTF-8.
        register: the people, places and bodies that the editors know.
        style: the colours and the type of the pages, as edition.toml has them.
        pdf: how the PDFs are set.
        harvest: what libraries are told.
        text: what is made beside the plain text.
        volume: how the books of all documents are divided.
        review: what the editors are asked.
        house: the edition's own files for its look, and its own pages.
    """

    id: str = "edition"
    title: str = ""
    subtitle: str = ""
    description: str = ""
    publisher: str = ""
    place: str = ""
    date: str = ""
    editors: tuple[str, ...] = ()
    contact: str = ""
    transcriber: str = ""
    language: str = "en"
    interface: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)
    base_url: str = ""
    licence: Licence | None = None
    transcript_licence: Licence | None = None
    formats: tuple[str, ...] = field(default=FORMATS)
    conventions: tuple[tuple[str, str], ...] = ()
    fail_on: str = "error"
    strict: bool = False
    register: Register = NO_REGISTER
    style: Style = NO_STYLE
    pdf: Pdf = NO_PDF
    harvest: Harvest = NO_HARVEST
    text: Text = NO_TEXT
    volume: Volume = NO_VOLUME
    review: Review = NO_REVIEW
    house: House = NO_HOUSE
