"""The three styles of citation, in the languages of the interface, for documents of which more or less is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pages import EDITION, letter, parsed, said
from teiedit.model.around import ALONE
from teiedit.publish import _cite, html

WHOLE = replace(
    EDITION,
    title="Letters of the North",
    editors=("Jane Roe",),
    publisher="Field Press",
    place="Oxford",
    base_url="https://example.org/ed/",
)
HELD = (
    "<sourceDesc><msDesc><msIdentifier><settlement>Lyon</settlement><repository>Archives du Nord</repository>"
    "<idno>B 7/12</idno></msIdentifier></msDesc></sourceDesc>"
)
URL = "https://example.org/ed/documents/letter-1.html"


def tei(senders="<persName>Ada Berg</persName>", recipients="<persName>Ben Cole</persName>", date="", kind="letter"):
    """A document with an archive."""
    profile = (
        f'<textClass><catRef scheme="#doctypes" target="#dt-{kind}"/></textClass><correspDesc>'
        f'<correspAction type="sent">{senders}{date}</correspAction>'
        f'<correspAction type="received">{recipients}</correspAction></correspDesc>'
    )
    return letter(title="On the roads", profile=profile).replace(
        "<sourceDesc><bibl>Transcript.</bibl></sourceDesc>", HELD
    )


DAY = '<date when="1871-10-05"/>'


def cited(document, style, edition=WHOLE, around=None):
    files = html.document(document, edition, **({"around": around} if around else {})).files
    page = parsed(next(content for name, content in files.items() if name.startswith("documents/")).decode())
    return said(page.get_element_by_id(f"te-cite-{style}"))


@pytest.mark.parametrize(
    ("language", "chicago", "mla", "apa"),
    [
        (
            "en",
            (
                "Ada Berg to Ben Cole, Køge, 5 October 1871, B 7/12, Archives du Nord, Lyon, in Letters of the North, "
                f"ed. Jane Roe (Oxford: Field Press, 2026), {URL}."
            ),
            (
                "Berg, Ada. Letter to Ben Cole. 5 Oct. 1871. Letters of the North, edited by Jane Roe, Field Press, "
                f"2026, {URL}. Archives du Nord, Lyon, B 7/12."
            ),
            (
                "Berg, A. (1871, October 5). [Letter to Ben Cole]. Archives du Nord (B 7/12), Lyon. In J. Roe (Ed.), "
                f"Letters of the North. Field Press, 2026. {URL}"
            ),
        ),
        (
            "de",
            (
                "Ada Berg an Ben Cole, Køge, 5. Oktober 1871, B 7/12, Archives du Nord, Lyon, in Letters of the North, "
                f"hg. von Jane Roe (Oxford: Field Press, 2026), {URL}."
            ),
            (
                "Berg, Ada. Brief an Ben Cole. 5. Okt. 1871. Letters of the North, herausgegeben von Jane Roe, "
                f"Field Press, 2026, {URL}. Archives du Nord, Lyon, B 7/12."
            ),
            (
                "Berg, A. (1871, 5. Oktober). [Brief an Ben Cole]. Archives du Nord (B 7/12), Lyon. In J. Roe (Hrsg.), "
                f"Letters of the North. Field Press, 2026. {URL}"
            ),
        ),
        (
            "fr",
            (
                "Ada Berg à Ben Cole, Køge, 5 octobre 1871, B 7/12, Archives du Nord, Lyon, dans Letters of the North, "
                f"éd. par Jane Roe (Oxford: Field Press, 2026), {URL}."
            ),
            (
                "Berg, Ada. Lettre à Ben Cole. 5 oct. 1871. Letters of the North, édité par Jane Roe, Field Press, "
                f"2026, {URL}. Archives du Nord, Lyon, B 7/12."
            ),
            (
                "Berg, A. (1871, 5 octobre). [Lettre à Ben Cole]. Archives du Nord (B 7/12), Lyon. Dans J. Roe (éd.), "
                f"Letters of the North. Field Press, 2026. {URL}"
            ),
        ),
    ],
)
def test_a_letter_is_cited_in_the_readers_language(language, chicago, mla, apa):
    document = tei("<persName>Ada Berg</persName><placeName>Køge</placeName>", date=DAY)
    edition = replace(WHOLE, language=language)
    assert cited(document, "chicago", edition) == chicago
    assert cited(document, "mla", edition) == mla
    assert cited(document, "apa", edition) == apa


def starts(document, **options):
    """The citations up to the archive."""
    return {
        "chicago": cited(document, "chicago", **options).partition(", B 7/12")[0],
        "mla": cited(document, "mla", **options).partition(" Letters of the North")[0],
        "apa": cited(document, "apa", **options).partition(" Archives du Nord")[0],
    }


def test_without_a_date_it_says_so():
    assert starts(tei()) == {
        "chicago": "Ada Berg to Ben Cole, n.d.",
        "mla": "Berg, Ada. Letter to Ben Cole. n.d.",
        "apa": "Berg, A. (n.d.). [Letter to Ben Cole].",
    }
    assert starts(tei(), edition=replace(WHOLE, language="de"))["apa"] == "Berg, A. (o. D.). [Brief an Ben Cole]."
    assert starts(tei(), edition=replace(WHOLE, language="fr"))["chicago"] == "Ada Berg à Ben Cole, s. d."


def test_a_date_that_is_worked_out_stands_in_brackets_and_a_doubtful_one_has_its_mark():
    doubtful = starts(tei(date='<date when="1895" cert="low"/>'))
    assert doubtful["chicago"].endswith(", [1895?]")
    assert doubtful["mla"].endswith(" [1895?].")
    assert doubtful["apa"].startswith("Berg, A. (ca. 1895).")
    supplied = starts(tei(date='<date when="1895-03" evidence="internal"/>'))
    assert supplied["chicago"].endswith(", [March 1895]")
    bounded = starts(tei(date='<date notBefore="1895" notAfter="1896"/>'))
    assert bounded["mla"].endswith(" [between 1895 and 1896].")
    assert bounded["apa"].startswith("Berg, A. (between 1895 and 1896).")


def test_several_writers_are_listed_as_each_style_lists_them():
    two = "<persName>Ada Berg</persName><persName>Cole, Ben</persName>"
    assert starts(tei(two, "<orgName>Board of Trade</orgName>", DAY)) == {
        "chicago": "Ada Berg and Ben Cole to Board of Trade, 5 October 1871",
        "mla": "Berg, Ada, and Ben Cole. Letter to Board of Trade. 5 Oct. 1871.",
        "apa": "Berg, A., & Cole, B. (1871, October 5). [Letter to Board of Trade].",
    }
    four = two + "<persName>Jean-Paul Dorn</persName><persName>Eva von Falk</persName>"
    assert starts(tei(four, date=DAY)) == {
        "chicago": "Ada Berg et al. to Ben Cole, 5 October 1871",
        "mla": "Berg, Ada, et al. Letter to Ben Cole. 5 Oct. 1871.",
        "apa": "Berg, A., Cole, B., Dorn, J.-P., & Falk, E. von. (1871, October 5). [Letter to Ben Cole].",
    }


def test_an_unknown_writer_is_left_out_and_the_letter_comes_first():
    assert starts(tei("<persName>Unknown</persName>", date=DAY)) == {
        "chicago": "Letter to Ben Cole, 5 October 1871",
        "mla": "Letter to Ben Cole. 5 Oct. 1871.",
        "apa": "[Letter to Ben Cole]. (1871, October 5).",
    }


def test_without_a_recipient_there_is_the_title():
    assert starts(tei(recipients="<persName>Unknown</persName>", date=DAY)) == {
        "chicago": "Ada Berg, “On the roads,” 5 October 1871",
        "mla": "Berg, Ada. “On the roads.” 5 Oct. 1871.",
        "apa": "Berg, A. (1871, October 5). On the roads [Letter].",
    }


def made_title(document):
    return document.replace('<title type="main">', '<title type="main" resp="#teiedit">')


def test_a_title_that_the_program_made_is_no_title_to_quote():
    memorandum = made_title(tei(kind="memorandum", date=DAY))
    assert starts(memorandum) == {
        "chicago": "Ada Berg to Ben Cole, memorandum, 5 October 1871",
        "mla": "Berg, Ada. Memorandum to Ben Cole. 5 Oct. 1871.",
        "apa": "Berg, A. (1871, October 5). [Memorandum to Ben Cole].",
    }
    unaddressed = made_title(tei(recipients="<persName>Unknown</persName>", date=DAY))
    assert starts(unaddressed) == {
        "chicago": "Ada Berg, letter, 5 October 1871",
        "mla": "Berg, Ada. Letter. 5 Oct. 1871.",
        "apa": "Berg, A. (1871, October 5). [Letter].",
    }


def test_what_is_no_letter_is_named_by_its_title_and_a_telegram_as_one():
    assert starts(tei(kind="memorandum", date=DAY)) == {
        "chicago": "Ada Berg, “On the roads,” 5 October 1871",
        "mla": "Berg, Ada. “On the roads.” 5 Oct. 1871.",
        "apa": "Berg, A. (1871, October 5). On the roads [Memorandum].",
    }
    assert starts(tei(kind="telegram", date=DAY))["chicago"] == "Ada Berg to Ben Cole, telegram, 5 October 1871"
    german = replace(WHOLE, language="de")
    assert cited(tei(kind="report"), "mla", german).startswith("Berg, Ada. „On the roads“. o. D. Letters")


def test_without_archive_editor_publisher_and_address_there_is_no_gap():
    document = tei(date=DAY).replace(HELD, "<sourceDesc><bibl>Transcript.</bibl></sourceDesc>")
    bare = replace(WHOLE, editors=(), publisher="", place="", date="", base_url="")
    assert cited(document, "chicago", bare) == "Ada Berg to Ben Cole, 5 October 1871, in Letters of the North."
    assert cited(document, "mla", bare) == "Berg, Ada. Letter to Ben Cole. 5 Oct. 1871. Letters of the North."
    assert cited(document, "apa", bare) == "Berg, A. (1871, October 5). [Letter to Ben Cole]. In Letters of the North."


def test_a_document_alone_is_cited_by_its_archive():
    bare = replace(WHOLE, title="", editors=(), publisher="", place="", date="", base_url="")
    assert cited(tei(date=DAY), "chicago", bare, ALONE) == (
        "Ada Berg to Ben Cole, 5 October 1871, B 7/12, Archives du Nord, Lyon."
    )
    assert cited(tei(date=DAY), "mla", bare, ALONE) == (
        "Berg, Ada. Letter to Ben Cole. 5 Oct. 1871. Archives du Nord, Lyon, B 7/12."
    )


def test_only_the_title_of_the_edition_is_in_italics():
    page = parsed(html.document(tei(), WHOLE).files["documents/letter-1.html"].decode())
    assert [said(i) for i in page.xpath("//p[@class='citation']/i")] == ["Letters of the North"] * 3


@pytest.mark.parametrize(
    ("language", "editors", "chicago"),
    [
        (
            "en",
            ("Jane Roe",),
            "Jane Roe, ed., Letters of the North (Oxford: Field Press, 2026), https://example.org/ed/.",
        ),
        (
            "de",
            ("Jane Roe", "Udo Falk"),
            "Jane Roe und Udo Falk, Hgg., Letters of the North (Oxford: Field Press, 2026), https://example.org/ed/.",
        ),
        ("fr", (), "Letters of the North (Oxford: Field Press, 2026), https://example.org/ed/."),
    ],
)
def test_the_home_page_says_how_to_cite_the_edition(language, editors, chicago):
    edition = replace(WHOLE, language=language, editors=editors)
    page = parsed(html.volume([tei()], edition).files["index.html"].decode())
    assert said(page.get_element_by_id("te-cite-chicago")) == chicago
    assert page.xpath("//ul[@class='cite-files']//a/@href") == [
        "cite/edition.bib",
        "cite/edition.ris",
        "cite/edition.json",
    ]


def test_the_edition_in_the_other_styles():
    page = parsed(html.volume([], WHOLE).files["index.html"].decode())
    assert said(page.get_element_by_id("te-cite-mla")) == (
        "Roe, Jane, editor. Letters of the North. Field Press, 2026, https://example.org/ed/."
    )
    assert said(page.get_element_by_id("te-cite-apa")) == (
        "Roe, J. (Ed.). (2026). Letters of the North. Field Press. https://example.org/ed/"
    )


def test_a_page_in_a_languages_folder_leads_to_the_same_files_and_the_same_address():
    files = html.document(tei(), replace(WHOLE, interface=("de",))).files
    page = parsed(files["de/documents/letter-1.html"].decode())
    assert page.xpath("//ul[@class='cite-files']//a/@href")[0] == "../../cite/letter-1.bib"
    assert page.xpath("//script/@src")[-1] == "../../assets/cite.js"
    assert URL in said(page.get_element_by_id("te-cite-chicago"))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("John F. Kennedy", ("Kennedy", "John F.")),
        ("Kennedy, John F.", ("Kennedy", "John F.")),
        ("Clara von Wendt", ("Wendt", "Clara von")),
        ("Jan van der Berg", ("Berg", "Jan van der")),
        ("Charles de la Tour", ("Tour", "Charles de la")),
        ("Jean d’Arcy", ("d’Arcy", "Jean")),
        ("Mary O’Neill-Smith", ("O’Neill-Smith", "Mary")),
        ("Émile Zola", ("Zola", "Émile")),
        ("Voltaire", None),
        ("Karl der Große", None),
        ("Pius IX", None),
        ("The President", None),
        ("J. Smith Jr", None),
        ("Secretary of State", None),
        ("Bank & Sons", None),
        ("GENEVA SEMINA", None),
        ("a lady", None),
    ],
)
def test_a_name_is_parted_where_its_form_is_plain_and_otherwise_kept_whole(name, parts):
    document = tei(f"<persName>{name.replace('&', '&amp;')}</persName>")
    made = _cite.files(document, "x", {})["cite/x.ris"].decode()
    assert f"AU  - {', '.join(parts) if parts else name}\r\n" in made


FROM_TELEGRAM = '<persName ref="#p-a">{}</persName>'


def registered(name, more=""):
    return f'<listPerson><person xml:id="p-a"><persName>{name}</persName>{more}</person></listPerson>'


@pytest.mark.parametrize(
    ("kind", "sender", "records", "cited_as"),
    [
        # a telegram's address: name and town
        ("telegram", FROM_TELEGRAM.format("Nordahl, Skagen"), registered("Nordahl, Skagen"), "Nordahl, Skagen to"),
        ("telegram", "<persName>Nordahl, Skagen</persName>", "", "Nordahl, Skagen to"),
        ("letter", "<persName>NORDAHL, SKAGEN</persName>", "", "NORDAHL, SKAGEN to"),
        ("letter", '<persName cert="medium">Nordahl, Skagen</persName>', "", "Nordahl, Skagen to"),
        # the register says who it is, in either order
        ("telegram", FROM_TELEGRAM.format("Nordahl, Skagen"), registered("Ida Nordahl"), "Ida Nordahl to"),
        ("telegram", FROM_TELEGRAM.format("NORDAHL SKAGEN"), registered("Nordahl, Ida"), "Ida Nordahl to"),
        ("telegram", FROM_TELEGRAM.format("Nordahl, Ida"), registered("Nordahl, Ida", "<birth/>"), "Ida Nordahl to"),
        # a name that is turned round
        ("letter", "<persName>Nordahl, Ida</persName>", "", "Ida Nordahl to"),
    ],
)
def test_a_telegrams_address_is_not_parted_as_a_name_is(kind, sender, records, cited_as):
    document = tei(senders=sender, kind=kind)
    if records:
        document = document.replace("<text", f"<standOff>{records}</standOff><text", 1)
    assert cited(document, "chicago").startswith(cited_as)
