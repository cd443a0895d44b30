"""The plain pages as files: what a cell may call, what a page weighs, where its links lead, that nothing comes from elsewhere."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

from readingroom.content.errors import CourseError
from readingroom.content.prose import inline
from readingroom.site import build as building
from readingroom.site.build import build
from readingroom.site.cell_calls import Call, Names
from readingroom.site.components import CALLS
from readingroom.site.page_wording import as_on_a_page, pattern
from readingroom.site.pages import in_page, lesson_page, packed, plain_texts

TINY = Path(__file__).parents[1] / "tiny"
# With the style of all pages, fetched once for all of them, and few scripts, in fifty requests fewer.
LESSON_BYTES = 345_000
WIRE_BYTES = 200_000


@pytest.fixture(scope="module")
def site(root, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("site")
    build(root, out)
    return out


@pytest.fixture(scope="module")
def pages(site):
    return {path.name: Seen(path.read_text(encoding="utf-8")) for path in sorted(site.glob("*.html"))}


class Seen(HTMLParser):
    """What a page holds: ids, links, and what the browser loads for it."""

    def __init__(self, text: str):
        super().__init__()
        self.ids, self.links, self.loads, self.later, self.text = [], [], [], [], text
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.ids += [attrs["id"]] if "id" in attrs else []
        if tag == "a":
            self.links.append(attrs.get("href", ""))
        elif address := attrs.get("src") or attrs.get("href"):
            self.loads.append(address)
        self.later += attrs.get("data-shared", "").split()


def calls_of(*sources: str) -> list[Call]:
    names = Names("01-x.ipynb", ["quiz", "chart", "read"])
    return [call for source in sources for call in names.calls("cell c", source)]


# --- cells ---------------------------------------------------------------------------------------------------------------


def test_a_call_on_a_section_is_recognised():
    assert calls_of('from readingroom.notebook import open_section\nx = open_section("opening")', "x.read()") == [
        Call("opening", "read")
    ]


def test_an_opening_cell_may_say_that_the_course_is_missing():
    opening = """try: from readingroom.notebook import open_section
except ImportError: raise SystemExit("It is not here.") from None
x = open_section("opening")"""

    assert calls_of(opening, "x.read()") == [Call("opening", "read")]


def test_a_call_on_the_whole_course_is_recognised_with_its_words():
    assert calls_of("c = open_course()", 'c.chart("growth", predict=True)') == [
        Call(None, "chart", ("growth",), {"predict": True})
    ]


@pytest.mark.parametrize(
    "source",
    [
        "c.dance()",
        "import os",
        "try: import os\nexcept ImportError: pass",
        "print(1)",
        "x.read()",
        "c.quiz(name)",
        "c.read(",
        "c.quiz",
        "c = open_course",
    ],
)
def test_any_other_code_is_an_error_that_names_notebook_and_cell(source):
    with pytest.raises(CourseError, match=r"01-x\.ipynb, cell c: .* cannot stand on a plain page"):
        calls_of("c = open_course()", source)


@pytest.mark.parametrize(
    "source, says",
    [
        ("opening.read(1)", "it has no such .read"),
        ('opening.chart("no-such")', "no chart 'no-such'"),
        ("opening.copy(2)", "it has no such .copy"),
    ],
)
def test_a_call_that_names_nothing_is_an_error_that_names_notebook_and_cell(course, tmp_path, source, says):
    (course / "notebooks").mkdir()
    cells = [
        nbformat.v4.new_code_cell(text)
        for text in ('from readingroom.notebook import open_section\nopening = open_section("opening")', source)
    ]
    cells[1].id = "there"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), course / "notebooks" / "01-x.ipynb")

    with pytest.raises(CourseError, match=rf"01-x\.ipynb, cell there: .*{re.escape(says)}"):
        build(course, tmp_path / "out")


def test_a_part_that_fails_is_told_with_its_cell_and_keeps_its_cause(library, monkeypatch):
    def broken(library, section):
        return {}["no such"]

    monkeypatch.setitem(CALLS, "ways", broken)
    lesson = next(
        path for path in sorted((library.root / "notebooks").glob("0*.ipynb")) if "ways()" in path.read_text()
    )

    with pytest.raises(CourseError, match=r"cannot stand on a plain page; it fails with KeyError: 'no such'") as told:
        lesson_page(library, lesson)

    assert isinstance(told.value.__cause__, KeyError)


def test_a_link_that_leads_to_no_page_is_an_error_that_names_notebook_and_cell(course, tmp_path):
    (course / "notebooks").mkdir()
    cell = nbformat.v4.new_markdown_cell("[there](no-such.ipynb)", id="there")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), course / "notebooks" / "01-x.ipynb")

    with pytest.raises(CourseError, match=r"01-x\.ipynb, cell there: the link 'no-such\.ipynb' leads to no page"):
        build(course, tmp_path / "out")


# --- words ---------------------------------------------------------------------------------------------------------------


def test_what_is_said_otherwise_on_a_page_still_stands_in_a_notebook(root, library):
    texts = [
        cell.source for path in (root / "notebooks").glob("*.ipynb") for cell in nbformat.read(path, as_version=4).cells
    ]

    sentences = [sentence.notebook for sentence in library.page_sentences]
    assert sentences
    assert [said for said in sentences if not any(pattern(said).search(text) for text in texts)] == []


def test_the_way_to_the_next_notebook_is_left_to_the_page(library):
    assert as_on_a_page(library, "One.\n\n**Next:** [2](02.ipynb). **Back:** [0](00.ipynb).") == "One."


@pytest.mark.slow
def test_no_page_speaks_of_running_cells(pages):
    # Where a step needs Python, a page says where to have it.
    texts = {name: page.text.replace("on your own machine or on Binder", "") for name, page in pages.items()}

    assert [name for name, text in texts.items() if re.search(r"Run All|every cell|my-record|Binder", text)] == []


# --- contents ------------------------------------------------------------------------------------------------------------


def test_a_source_that_is_cited_twice_comes_once():
    made = json.loads(packed({"a": {"sources": ["one", "two"]}, "b": [{"sources": ["two"]}]}))

    assert made == {"content": {"a": {"sources": [0, 1]}, "b": [{"sources": [1]}]}, "sources": ["one", "two"]}


def test_no_text_ends_the_element_that_holds_it():
    held = in_page(json.dumps({"text": "</script><!-- <script>"}))

    assert "</script" not in held and "<!--" not in held
    assert json.loads(held) == {"text": "</script><!-- <script>"}


def test_every_lesson_is_a_page_with_its_neighbours(root, pages):
    lessons = [f"{path.stem}.html" for path in sorted((root / "notebooks").glob("*.ipynb"))]

    assert sorted(pages) == sorted(["index.html", "accessibility.html", *lessons])
    for before, after in pairwise(lessons):
        assert (
            f'<a rel="next" href="{after}">' in pages[before].text
            and f'<a rel="prev" href="{before}">' in pages[after].text
        )


def test_a_page_sent_to_a_friend_shows_its_own_title_and_description(pages):
    shown = re.compile(r'<meta property="og:(title|description)" content="([^"]+)">')
    told = {name: shown.findall(page.text) for name, page in pages.items()}

    assert [name for name, found in told.items() if [field for field, _ in found] != ["title", "description"]] == []
    assert len({tuple(found) for found in told.values()}) == len(pages)


def test_the_gists_and_notes_stand_on_the_page_without_a_script(library, pages):
    for section in library.sections.values():
        text = pages[f"{section.lesson}.html"].text
        assert text.count('<p class="rr-gist">') == len(library.of_section(section.id))
        assert text.count('<aside class="rr-note"') == len(library.notes(section.id))


def test_every_link_of_every_page_leads_somewhere(site, pages):
    def leads(name: str, link: str) -> bool:
        if re.match(r"https?://", link):
            return True
        address, _, anchor = link.partition("#")
        page = pages.get(address or name)
        return anchor in page.ids if page and anchor else (site / (address or name)).is_file()

    assert [(name, link) for name, page in pages.items() for link in page.links if not leads(name, link)] == []


def test_every_place_of_the_search_is_there(site, pages):
    # Words, people, charts, claims, documents and events get their address from the script that goes there.
    told = " ".join(
        [
            *(page.text for page in pages.values()),
            *(path.read_text(encoding="utf-8") for path in site.glob("parts/*.json")),
        ]
    )
    known = {
        f"rr-{kind}-{name}"
        for kind in ("entry", "claim", "document", "event")
        for name in re.findall(r'"id":"([a-z0-9-]+)"', told)
    }
    known |= {f"rr-chart-{name}" for name in re.findall(r'"chart":"([a-z0-9-]+)"', told)}
    for entry in json.loads((site / "search.json").read_text(encoding="utf-8")):
        address, anchor = entry["place"].split("#")
        assert anchor in pages[address].ids or anchor in known, entry["place"]


def test_the_search_holds_every_kind_of_text(site, library):
    kinds = [entry["kind"] for entry in json.loads((site / "search.json").read_text(encoding="utf-8"))]

    assert set(kinds) == {"lesson", "reading", "note", "chart", "claim", "document", "event", "word", "person"}
    assert (kinds.count("claim"), kinds.count("event")) == (len(library.claims), len(library.events))
    assert kinds.count("reading") == len(library.paragraphs) and kinds.count("word") == len(library.terms)


def test_the_search_gives_no_verdict_and_no_answer_to_a_guess_away(site, library):
    found = {
        entry["place"].split("#")[1]: entry["text"]
        for entry in json.loads((site / "search.json").read_text(encoding="utf-8"))
    }

    assert all(
        found[f"rr-claim-{claim.id}"] == plain_texts([inline(library, claim.claim)])
        for claim in library.claims.values()
    )
    assert found["rr-chart-oil-rank"] == plain_texts([inline(library, library.charts["oil-rank"].claim)])


# --- nothing from elsewhere ----------------------------------------------------------------------------------------------


def test_nothing_that_a_page_loads_comes_from_elsewhere(site, pages):
    loads = [(name, address) for name, page in pages.items() for address in page.loads + page.later]

    assert [(name, address) for name, address in loads if not (site / address).is_file()] == []
    assert all("default-src 'none'" in page.text for page in pages.values())


def test_no_script_or_style_of_ours_names_another_host(site):
    scripts = [path for path in site.rglob("*") if path.suffix in (".js", ".css", ".svg")]
    # A late file's script is the content of the course, whose sources are elsewhere.
    ours = [path for path in scripts if path.name != "plotly.min.js" and not path.name.endswith(".json.js")]

    assert [
        (path.name, found)
        for path in ours
        for found in re.findall(
            r"https?://(?!www\.w3\.org/)\S+|url\((?!#)[^)]*\)|@import.*", path.read_text(encoding="utf-8")
        )
    ] == []


def test_the_module_of_every_part_comes_with_a_script_of_the_site(site, pages):
    modules = {name for page in pages.values() for name in re.findall(r'data-module="([^"]+)"', page.text)}
    scripts = "".join(path.read_text(encoding="utf-8") for path in site.glob("parts/*.js"))

    assert len(modules) > 10 and [name for name in modules if f'"parts/{name}":(' not in scripts] == []


def test_a_page_waits_for_one_style_sheet(pages):
    assert {tuple(re.findall(r'<link rel="stylesheet" href="([^"]+)"', page.text)) for page in pages.values()} == {
        ("site/pages.css",)
    }


def test_the_script_that_runs_the_page_comes_after_those_that_it_begins_with(pages):
    for page in pages.values():
        scripts = re.findall(r'<script defer src="([^"]+)"', page.text)
        assert scripts[-1] == "site/page.js" and len(set(scripts)) == len(scripts)
        assert page.text.count("data-start=") == 1


def test_without_a_public_address_no_page_offers_a_door(pages):
    assert not any('class="doors"' in page.text for page in pages.values())


@pytest.mark.slow
def test_with_an_address_each_lesson_offers_its_own_notebook(root, tmp_path):
    build(root, tmp_path, lambda notebook: {"Binder": f"https://live.example/?labpath={notebook}"})

    assert 'href="https://live.example/?labpath=notebooks/03-pillars.ipynb"' in (
        tmp_path / "03-pillars.html"
    ).read_text(encoding="utf-8")


# --- weight --------------------------------------------------------------------------------------------------------------


def test_a_lesson_is_light_before_its_figures(site, pages, capsys):
    """What opening a lesson brings at most, as files and as a server that compresses sends them; figures, timeline and ledger come later."""
    lazy = ["site/mount-chart.js", "site/guess-mark.js", "site/progress-line.js", "site/search.js"]
    weighed = {}
    for name, page in pages.items():
        loads = [site / address for address in dict.fromkeys([name, *page.loads, *lazy])]
        later = [site / address for address in dict.fromkeys(page.later) if address.startswith("parts/claims")]
        weighed[name] = (
            sum(path.stat().st_size for path in loads),
            sum(len(gzip.compress(path.read_bytes())) for path in loads + later),
        )
    with capsys.disabled():
        print(
            "".join(
                f"\n{name:24}{opened:9,} bytes; compressed, with what comes later {wire:9,}"
                for name, (opened, wire) in weighed.items()
            )
        )

    assert {name: opened for name, (opened, _) in weighed.items() if opened >= LESSON_BYTES} == {}
    assert {name: wire for name, (_, wire) in weighed.items() if wire >= WIRE_BYTES} == {}


# --- the folder ----------------------------------------------------------------------------------------------------------


def test_a_site_whose_making_was_broken_off_says_so_and_can_be_made_again(tmp_path, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(building, "write_late_scripts", interrupted)
        with pytest.raises(KeyboardInterrupt):
            build(TINY, tmp_path)
    assert "Make them again" in (tmp_path / "index.html").read_text(encoding="utf-8")

    build(TINY, tmp_path)

    assert "Make them again" not in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_a_lesson_that_is_called_otherwise_now_leaves_no_page_behind_and_other_files_stay(tmp_path):
    build(TINY, tmp_path)
    page = min(tmp_path.glob("0*.html"))
    page.rename(tmp_path / "99-gone.html")
    (tmp_path / "mine.html").write_text("<p>Not made here.</p>")

    build(TINY, tmp_path)

    assert not (tmp_path / "99-gone.html").exists() and page.exists()
    assert "99-gone" not in (tmp_path / "worker.js").read_text(encoding="utf-8")
    assert (tmp_path / "mine.html").exists()


def test_a_folder_whose_first_page_is_no_text_is_left_alone(tmp_path):
    (tmp_path / "index.html").write_bytes(b"\xff\xfe<\x00")

    with pytest.raises(CourseError, match="holds other things than a site"):
        build(TINY, tmp_path)


def interrupted(*_):
    raise KeyboardInterrupt


@pytest.mark.slow
def test_a_folder_with_other_things_in_it_is_left_alone(root, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")

    with pytest.raises(CourseError, match="holds other things"):
        build(root, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_site_can_be_built_again_over_itself(course, root, tmp_path):
    (course / "notebooks").mkdir()
    cell = nbformat.v4.new_markdown_cell("# 1. One")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), course / "notebooks" / "01-x.ipynb")
    build(course, tmp_path / "out")

    assert [path.name for path in build(course, tmp_path / "out")] == ["index.html", "01-x.html", "accessibility.html"]


@pytest.mark.door
def test_two_builds_are_the_same_to_the_byte(root, tmp_path):
    built = []
    for seed in ("1", "2"):  # the order of a set differs with it
        command = [sys.executable, "-m", "readingroom", "site", "--out", tmp_path / seed]
        subprocess.run(command, cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        built.append({path.name: path.read_bytes() for path in (tmp_path / seed).glob("*.html")})

    assert len(built[0]) > 8
    assert [name for name in built[0] if built[0][name] != built[1][name]] == []


# --- a learner's own cells -----------------------------------------------------------------------------------------------


@pytest.fixture
def own(course, tmp_path):
    """Builds a page of one learner's own cell and returns its HTML."""

    def own(source: str, marked: str = "growth-1993") -> str:
        (course / "notebooks").mkdir()
        opens = nbformat.v4.new_code_cell('from readingroom.notebook import open_section\nx = open_section("opening")')
        cell = nbformat.v4.new_code_cell(source, metadata={"readingroom": {"your_turn": marked}})
        title = nbformat.v4.new_markdown_cell("# 1. One")
        nbformat.write(nbformat.v4.new_notebook(cells=[title, opens, cell]), course / "notebooks" / "01-x.ipynb")
        build(course, tmp_path / "out")
        return (tmp_path / "out" / "01-x.html").read_text(encoding="utf-8")

    return own


def test_a_learners_own_cell_is_a_small_table_and_a_question_on_a_page(own):
    page = own('growth = x.data("growth")\nanswer = growth.loc[...]\nx.check("growth-1993", answer)')

    assert 'data-module="turns/turns.js"' in page
    assert '<th scope="row">1993</th><td>−8.67</td>' in page.replace("\N{MINUS SIGN}", "−")


def test_a_learners_own_cell_without_a_check_is_shown_as_its_code(own):
    assert "<code>y = 1 &lt; 2\ny</code>" in own("y = 1 < 2\ny", "")


@pytest.mark.parametrize("source", ["x.check(", 'z.check("growth-1993", 1)'])
def test_a_learners_own_cell_that_cannot_be_read_is_an_error_that_names_it(own, source):
    with pytest.raises(CourseError, match=r"01-x\.ipynb, cell .* cannot stand on a plain page"):
        own(source)
