"""The packages that `export scorm` writes: a lesson's page from the site, in a package of teaching."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from ..content.errors import CourseError
from ..content.library import Library, find
from ..content.output_file import output_file

_MEGABYTE = 1_000_000


def export_scorm(library: Library, lessons: Sequence[str], version: str, out: Path) -> list[str]:
    """Write a package of each of `lessons`, or of all, and return a line about each."""
    from ..content.lessons import lesson_names

    known = lesson_names(library)
    names = list(dict.fromkeys(find(known, name, "lesson") for name in lessons or dict.fromkeys(known.values())))
    if not names:
        raise CourseError(f"no lesson stands in {library.root / 'notebooks'}, so there is nothing to export.")
    if len(names) > 1 and out.suffix == ".zip":
        raise CourseError(f"each of the {len(names)} lessons is a package of its own: name a folder with --out.")
    if out.suffix != ".zip":
        out.mkdir(parents=True, exist_ok=True)
    return [_write(library, name, version, out) for name in names]


def _write(library: Library, name: str, version: str, out: Path) -> str:
    from ..site.scorm_page import write_scorm_page
    from ..teaching.export.scorm import Package, written

    with TemporaryDirectory() as folder:
        page = write_scorm_page(library, name, version, Path(folder))
        files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(Path(folder))}
    course = library.course
    package = Package(course.id, course.name, page.name, page.title, page.address, files)
    path = out / f"{course.id}-{page.name}-scorm-{version}.zip" if out.is_dir() else out
    with output_file(path) as fresh:
        fresh.write_bytes(written(package, version))
    return f"{path}: {page.title}, SCORM {version}, {path.stat().st_size / _MEGABYTE:.1f} MB."


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
