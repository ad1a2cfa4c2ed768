"""A catalogue in memory, made by the real stylesheets, for tests of what is made from catalogues."""

from __future__ import annotations

import json
from dataclasses import replace

from pages import letter
from teiedit.catalogue.reader import Catalogue
from teiedit.catalogue.store import Store
from teiedit.model.edition import Edition, Licence
from teiedit.model.formats import METADATA
from teiedit.publish import metadata
from teiedit.publish.harvest import Harvest

NOW = "2026-03-01T12:00:00Z"
HARVESTED = Edition(
    id="letters",
    title="Letters of the North",
    subtitle="A selection",
    publisher="Field Press",
    place="Oxford",
    date="2026",
    editors=("Jane Roe", "Clara von Wendt"),
    contact="letters@example.org",
    base_url="https://example.org/letters/",
    licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    formats=("tei", "html", "pdf", METADATA),
)
# Signs that end a value, a line or an element somewhere: in XML, HTML, CSV, JSON, headers and servers' settings.
HOSTILE = "A \"B\" 'C' <b>&amp; $x %y {id} :id ${z} ]]> --> \\ ; \u2028 \u0085 é 🜨"

PEOPLE = """<standOff><listPerson>
<person xml:id="p-ada"><persName>Berg, Ada</persName><idno type="URI">https://example.org/people/ada</idno>
  <idno type="VIAF">http://viaf.org/viaf/24602065</idno><idno type="GND">https://d-nb.info/gnd/118540238</idno></person>
<person xml:id="p-ben"><persName>Ben Cole</persName></person>
<person xml:id="p-cy"><persName>Cy Dean</persName><idno type="LC">http://id.loc.gov/authorities/names/n79003362</idno></person>
<person xml:id="p-di"><persName>Di Eve</persName></person></listPerson>
<listOrg><org xml:id="o-fo"><orgName>Foreign Office</orgName><idno type="GND">https://d-nb.info/gnd/2117601-4</idno></org></listOrg>
<listPlace><place xml:id="pl-lyon"><placeName>Lyon</placeName><idno type="GND">https://d-nb.info/gnd/4036770-1</idno>
  <idno type="GeoNames">https://www.geonames.org/2996944</idno></place>
<place xml:id="pl-graz"><placeName>Graz</placeName><idno type="GeoNames">https://www.geonames.org/2778067</idno></place></listPlace>
</standOff>"""


def correspondence(
    date='<date when="1871-10-05">5 October 1871</date>', cert="", recipient='ref="#p-ben">Mr. Chairman'
):
    """A correspDesc whose parties and places have records in PEOPLE."""
    return (
        f'<correspDesc><correspAction type="sent"{cert}><persName ref="#p-ada">Ada</persName>'
        f'<placeName ref="#pl-lyon">Lyons</placeName>{date}</correspAction>'
        f'<correspAction type="received"><persName {recipient}</persName></correspAction>'
        '<correspAction type="received" subtype="cc"><persName>Zed</persName></correspAction></correspDesc>'
    )


def written(name="letter-1", profile=None, people=PEOPLE, **more):
    """A letter with records of people."""
    tei = letter(name=name, profile=correspondence() if profile is None else profile, **more)
    licence = (
        '<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY</licence></availability>'
    )
    tei = tei.replace("</publicationStmt>", f"{licence}</publicationStmt>")
    return tei.replace("<text>", f"{people}<text>")


def catalogue(folder, documents, edition=HARVESTED, now=NOW, ledger=None):
    """The catalogue of documents; `now` may be a moment of each, by its identifier."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{len(list(folder.iterdir()))}.sqlite"
    store = Store(path, ledger or {}, None)
    for tei in documents:
        files = metadata.document(tei, edition).files
        records = {name.split("/")[1]: content for name, content in files.items()}
        facts = records.pop("json")
        store.add(json.loads(facts)["id"], facts, {**records, "tei": tei.encode()}, kept=("tei",))
    store.finish(now)
    return Catalogue(path)


def harvested(folder, documents, edition=HARVESTED, **settings):
    """The files for harvesters, and what was found."""
    edition = replace(edition, **settings)
    harvest = Harvest(catalogue(folder, documents, edition), edition)
    files = dict(harvest.files())
    return files, list(harvest.findings())
