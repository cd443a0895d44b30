"""Building the site: every lesson as a page, and the few files that the pages share."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ..content.errors import CourseError
from ..content.lessons import lesson_files
from ..content.library import Library
from ..parts.base.frontend import lean
from ..parts.base.static_html import StaticPart
from ..parts.charts.content import foot_content
from ..parts.charts.static_html import chart
from ..parts.record.static_html import record
from ..parts.ways.static_html import go_on
from . import template as frame
from .accessibility import Statement
from .bundles import BASE, scripts_of, write_bundles
from .chart_figures import asked_figures, figure
from .offline.edition import MANIFEST, WORKER, write_edition
from .offline.late_scripts import write_late_scripts
from .pages import Page, lesson_page, packed, part_html
from .search_index import entries
from .social_picture import add_pictures
from .statement_page import statement_html
from .style_sheet import STYLE_SHEET, style_of

HERE = Path(__file__).parent
ASSETS = ("theme.js", "print.css", "icon.svg", "offline/lead-on.js")
# What stands far down a lesson has its script when its turn comes: it keeps nothing above waiting.
LATE = {
    "charts/chart.js",
    "claims/claims.js",
    "documents/documents.js",
    "hand_in/hand-in.js",
    "record/record.js",
    "story/story.js",
    "timeline/timeline.js",
    "turns/turns.js",
    "ways/go-on.js",
    "ways/ways.js",
    "weighing/weighing.js",
}


def build(
    root: Path,
    out: Path,
    doors: Callable[[str], Mapping[str, str]] = lambda notebook: {},
    repository: str = "",
    home: str = "",
) -> list[Path]:
    """Write the course below `root` as a site into `out` and return its pages; `doors` names the addresses of a live
    notebook.

    `repository` is the course's public address, where it has one, and `home` that at which the site will stand.
    """
    library = Library(root)
    pages = [lesson_page(library, notebook) for notebook in lesson_files(root)]
    if not pages:
        raise CourseError(f"no lesson stands in {root / 'notebooks'}, so there is nothing to build.")
    _clear(out)
    _write(out / "index.html", frame.UNFINISHED)
    write_needs(library, out, pages, entries(library, pages), _go_on_part(library))
    write_late_scripts(out)
    written = [
        _write_contents(library, out, pages, doors),
        *_write_lessons(library, out, pages, doors),
        *_write_statement(library, out, repository),
    ]
    add_pictures(root, written, home, library.course.name)
    write_edition(library, out)  # last, since it has the digest of every file
    return written


def write_needs(
    library: Library,
    out: Path,
    pages: list[Page],
    found: Iterable[Mapping[str, str]],
    others: Iterable[StaticPart] = (),
    start: str = BASE,
    styles: Iterable[str] = (),
) -> None:
    """Write into `out` all that `pages` load, whose scripts begin with the module `start`.

    `found` is what their search finds, `others` stand on other pages, `styles` are sheets beside those of all pages.
    """
    parts = [*(part for page in pages for part in page.parts), *others]
    parts += _charts_within(library, parts)
    for name in ASSETS:
        lay(HERE / name, out / "site" / name)
    _write(out / STYLE_SHEET, style_of(parts, styles))
    write_bundles(out, {start, *(f"parts/{part.module}" for part in parts if part.module)})
    _write_figures(library, out, parts)
    for part in {part.shared: part for part in parts if part.shared}.values():
        _write(out / "parts" / f"{part.shared}.json", packed(part.shared_content))
    _write(out / "search.json", json.dumps([*found], ensure_ascii=False, separators=(",", ":")))


def _write_lessons(
    library: Library, out: Path, pages: list[Page], doors: Callable[[str], Mapping[str, str]]
) -> Iterable[Path]:
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        live, scripts = doors(f"notebooks/{page.name}.ipynb"), early_scripts(page.parts)
        course = frame.course_data(library, [page])
        yield _write(out / page.address, frame.lesson(library, page, before, after, live, scripts, course))


def _write_contents(library: Library, out: Path, pages: list[Page], doors: Callable[[str], Mapping[str, str]]) -> Path:
    own, back = record(library, None), _go_on_part(library)
    scripts = early_scripts([own, *back])
    course = frame.course_data(library, pages)
    live = doors(f"notebooks/{pages[0].name}.ipynb")
    parts = (part_html(own), "".join(map(part_html, back)))
    return _write(out / "index.html", frame.contents(library, pages, parts, live, scripts, course))


def _go_on_part(library: Library) -> list[StaticPart]:
    """Return what leads back to the step that was touched last; nothing in a course without ways and their steps."""
    return [go_on(library, None)] if library.ways else []


def _write_statement(library: Library, out: Path, repository: str) -> Iterable[Path]:
    if not frame.has_statement(library):
        return
    name = library.course.name
    statement = statement_html(Statement(library.root), name, repository)
    title, description = f"Accessibility · {name}", "What was tested, in which door, and what falls short."
    page = frame.framed(library, title, description, statement, [], frame.course_data(library))
    yield _write(out / frame.ACCESSIBILITY, page)


def early_scripts(parts: Iterable[StaticPart]) -> list[str]:
    """Return the scripts that a page with these parts loads at once beside its own."""
    early = [f"parts/{part.module}" for part in parts if part.module and part.module not in LATE]
    return list(dict.fromkeys(script for module in early for script in scripts_of(module)))


def _charts_within(library: Library, parts: Iterable[StaticPart]) -> list[StaticPart]:
    """Return the charts for which another part leaves room: they need the same files as any other."""
    names = {name for part in parts if part.module == "story/story.js" for name in part.shared_content["charts"]}
    return [chart(library, None, name) for name in sorted(names)]


def _write_figures(library: Library, out: Path, parts: list[StaticPart]) -> None:
    names = {part.content["figure"] for part in parts if part.module == "charts/chart.js"}
    for name in sorted(names):
        about = library.charts[name]
        _write(
            out / "figures" / f"{name}.json",
            json.dumps(figure(library, about), ensure_ascii=False, separators=(",", ":")),
        )
        if about.ask:
            asked = json.dumps(asked_figures(library, about), ensure_ascii=False, separators=(",", ":"))
            _write(out / "figures" / f"{name}-asked.json", asked)
        _write(out / "figures" / f"{name}.csv", foot_content(library, about, "")["csv"])
    if names:
        _copy(_plotly(), out / "site" / "plotly.min.js")


def _plotly() -> Path:
    from importlib.util import find_spec

    # Found, not imported: importing plotly costs a quarter of a second and tells no more.
    found = find_spec("plotly")
    script = Path(found.origin).parent / "package_data" / "plotly.min.js" if found and found.origin else Path()
    if not script.is_file():
        raise CourseError(
            "plotly's script (package_data/plotly.min.js) was not found in the installed package "
            "plotly; install it anew."
        )
    return script


def _clear(out: Path) -> None:
    """Take an older site away; CourseError where the folder holds anything else."""
    if not out.exists() or not any(out.iterdir()):
        return
    index = out / "index.html"
    if not _is_page(index):
        raise CourseError(f"{out} holds other things than a site made by this command; name an empty or a new folder.")
    for name in ("site", "views", "figures", "parts", "live"):
        shutil.rmtree(out / name, ignore_errors=True)
    for name in (MANIFEST, WORKER):
        (out / name).unlink(missing_ok=True)
    for page in filter(_is_page, out.glob("*.html")):
        page.unlink()  # that of a lesson which is called otherwise now would stay for readers to find


def _is_page(path: Path) -> bool:
    return path.is_file() and frame.GENERATOR.encode() in path.read_bytes()


def lay(source: Path, to: Path) -> None:
    """Copy a script or a style without what only those need who have the repository: comments and white space."""
    import rjsmin  # here, since only who builds a site needs it

    text = source.read_text(encoding="utf-8")
    _write(to, rjsmin.jsmin(text) if source.suffix == ".js" else lean(text) if source.suffix == ".css" else text)


def _copy(source: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, to)


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
