"""The house style as docs/house-style.md tells it: the example is built, looked at, and judged by others."""

from __future__ import annotations

import re
import subprocess

import pytest

from editions import edition, teiedit, tree
from letters import sheet
from pages import axe, parsed, said
from support import ROOT, tool

DOCS = (ROOT / "docs/house-style.md").read_text("utf-8")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48"><circle cx="24" cy="24" r="20"/></svg>'
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def example(kind):
    """The first block of a kind in the documentation."""
    return re.search(rf"```{kind}\n(.*?)```", DOCS, re.S)[1]


def write(folder, **files):
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The edition of the documentation with everything that it shows, in two languages, and what was said."""
    folder = tmp_path_factory.mktemp("house") / "letters"
    settings = (
        f'title = "A </style><script>alert(1)</script>"\ninterface = ["de"]\nlanguages = ["en"]\n{example("toml")}'
    )
    letters = {
        f"letter-{n}": sheet(f"Bremen, {n} March 1894\n\nDear Ada,\n\nText.\n\nYours,\n\nBen") for n in range(1, 10)
    }
    edition(folder, settings, **letters)
    write(
        folder,
        introduction_dot_md="# About\n\nThe [first](documents/letter-1.html), the [sources](pages/20-sources.md).\n",
        pages__20_dash_sources_dot_md=example("markdown"),
        images__seal_dot_svg=SVG,
        style_dot_css=example("css"),
        house_dot_xsl=example("xml"),
    )
    (folder / "pages/20_dash_sources.md").rename(folder / "pages/20-sources.md")
    (folder / "pages/10-chronicle.de.md").write_text("# Chronik\n\n![Das Siegel](images/seal.svg)\n", "utf-8")
    run = teiedit("build", folder, "-f", "html", "-f", "tei", "-j", "2")
    return folder, run


def test_the_example_of_the_documentation_is_built_without_a_finding(built):
    _, run = built
    assert run.returncode == 0, run.stderr.decode()
    assert b"[E0" not in run.stdout + run.stderr
    assert b"[X0" not in run.stdout + run.stderr


def test_each_part_of_it_is_in_the_pages(built):
    files = tree(built[0] / "output")
    page = parsed(files["documents/letter-1.html"].decode())
    assert said(page.xpath("//p[@class='salute']/strong")[0]) == "Dear John Doe,"
    assert page.xpath("//p[@class='reference']")
    assert page.xpath("//nav[@class='ways']//a[. = 'Sources']/@href") == ["../sources.html"]
    assert "assets/pictures/images/seal.svg" in files
    assert files["assets/edition.css"].decode() == example("css")
    assert b"#1f6b4a" in files["assets/house.css"]
    home = parsed(files["index.html"].decode())
    assert home.xpath("//div[@class='own-words']//a/@href") == ["documents/letter-1.html", "sources.html"]


def test_a_second_build_changes_nothing(built):
    before = tree(built[0] / "output")
    again = teiedit("build", built[0], "-f", "html", "-f", "tei", "-j", "1")
    assert b"0 files new or changed" in again.stdout
    assert tree(built[0] / "output") == before


def test_what_is_gone_from_the_edition_is_gone_from_the_site(tmp_path):
    folder = edition(tmp_path / "e", 'title = "A"\n[style]\naccent = "#1f6b4a"\n')
    write(folder, pages__a_dot_md="# A\n", style_dot_css="p {}\n")
    teiedit("build", folder, "-f", "html")
    assert {"a.html", "assets/edition.css", "assets/house.css"} <= set(tree(folder / "output"))
    for name in ("pages/a.md", "style.css"):
        (folder / name).unlink()
    (folder / "edition.toml").write_text('title = "A"\n', "utf-8")
    teiedit("build", folder, "-f", "html")
    assert not {"a.html", "assets/edition.css", "assets/house.css"} & set(tree(folder / "output"))


def test_a_stylesheet_that_stops_fails_the_build_and_everything_is_made(tmp_path):
    stops = example("xml").replace("<xsl:next-match/>", "<xsl:sequence select=\"error((), 'No')\"/>")
    folder = edition(tmp_path / "e", 'title = "A"\nlanguages = ["en"]\n')
    write(folder, house_dot_xsl=stops)
    run = teiedit("build", folder, "-f", "html", "-f", "tei", "-f", "text", cwd=tmp_path)
    files = tree(folder / "output")
    assert run.returncode == 1
    assert b"house.xsl:17: error[X005]" in run.stderr + run.stdout
    assert {"documents/letter1.html", "tei/letter1.xml", "text/letter1.txt", "index.html"} <= set(files)
    assert b"Traceback" not in run.stderr


def test_the_nu_checker_finds_neither_errors_nor_warnings(built):
    pages = [str(page) for page in sorted((built[0] / "output").rglob("*.html"))]
    done = subprocess.run([tool("java"), "-jar", tool("vnu"), *pages], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("page", ["index.html", "sources.html", "de/chronicle.html", "documents/letter-1.html"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320)])
def test_axe_finds_nothing_and_nothing_is_wrong_in_a_browser(browser, built, page, scheme, width):
    tab = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    heard, asked = [], []
    tab.on("console", lambda message: heard.append(message.text))
    tab.on("pageerror", lambda error: heard.append(str(error)))
    tab.on("request", lambda request: asked.append(request.url))
    output = built[0] / "output"
    tab.goto((output / page).as_uri())
    over = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    accent = tab.evaluate("getComputedStyle(document.querySelector('footer a')).color")
    logo = tab.evaluate("document.querySelector('img.logo').naturalWidth")
    noise = list(heard)
    found = axe().run(tab, options={"runOnly": RULES}).response["violations"]
    tab.close()
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
    assert (over, noise, logo) == (0, [], 48)
    assert (accent == "rgb(31, 107, 74)") == (scheme == "light")
    assert all(url.startswith(output.as_uri()) for url in asked)


def test_on_paper_the_page_is_black_on_white(browser, built):
    tab = browser.new_page(color_scheme="dark")
    tab.goto((built[0] / "output/index.html").as_uri())
    tab.emulate_media(media="print")
    colours = tab.evaluate("(s => [s.color, s.backgroundColor])(getComputedStyle(document.body))")
    tab.close()
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
