"""The site as one file to hand round: a zip with the folder of pages, and beside it a page that leads into it."""

from __future__ import annotations

import html
import zipfile
from pathlib import Path

from ...content.library import Library
from ...content.output_file import output_file

FOLDER = "pages"
OPEN_FIRST = "Open this first.html"
# It stands in the folder, so that it runs only where the whole zip was unpacked.
LEAD_ON = "site/offline/lead-on.js"


def write_zip(library: Library, site: Path, to: Path) -> Path:
    """Write the pages in the folder `site` into the zip `to`, below one folder named after the course; return it."""
    inside = library.course.id
    files = sorted(path for path in site.rglob("*") if path.is_file() and path.resolve() != to.resolve())
    to.parent.mkdir(parents=True, exist_ok=True)
    with output_file(to) as fresh, zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as packed:
        _add(packed, f"{inside}/{OPEN_FIRST}", _first_page(library.course.name).encode(), site / "index.html")
        for path in files:
            name = f"{inside}/{FOLDER}/{path.relative_to(site).as_posix()}"
            _add(packed, name, path.read_bytes(), path)
    return to


def _add(packed: zipfile.ZipFile, name: str, content: bytes, dated: Path) -> None:
    """Add a file with the date of the file `dated`.

    On a server where the zip was unpacked, a browser asks whether a page has changed since the date it has: had two
    editions one date, its reader would stay with the older.
    """
    entry = zipfile.ZipInfo.from_file(dated, name, strict_timestamps=False)
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    packed.writestr(entry, content)


def _first_page(name: str) -> str:
    """Return the page that leads on; whoever sees its words opened it inside the zip."""
    title = html.escape(name)
    return f"""<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<script src="{FOLDER}/{LEAD_ON}"></script>
<body style="font: 1.2rem/1.6 sans-serif; max-width: 34em; margin: 3em auto; padding: 0 1em">
<h1>{title}</h1>
<p>You see this page because the zip is not unpacked yet. Unpack all of it first:</p>
<ul>
<li>Windows: right-click the zip file, choose <b>Extract all</b>, and open this page in the folder that appears.</li>
<li>Mac: double-click the zip file, and open this page in the folder that appears.</li>
<li>Phone or tablet: unpack the zip in the app for files, then open this page in a browser.</li>
</ul>
<p>Is it unpacked already? Then <a href="{FOLDER}/index.html">go to the contents</a>.</p>
</body>
</html>
"""
