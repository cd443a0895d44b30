"""What a browser keeps of a site, so that it opens with no network: the manifest, and the service worker of an edition.

The worker knows the digest of every file. So it never serves files of two editions together, and a new edition costs
the reader only what has changed.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from ...content.library import Library
from .late_scripts import is_for_files

MANIFEST = "manifest.json"
WORKER = "worker.js"
_SOURCE = Path(__file__).with_name("worker.js")
# What a reader may never ask for is kept once it was asked for.
_LATE = ("plotly.min.js", ".csv", ".png")
_DIGITS = 32  # of a SHA-256 in hexadecimal: it tells files apart, and protects nothing


def write_edition(library: Library, out: Path) -> None:
    """Write the manifest and the worker into the site `out`, whose other files all stand."""
    import rjsmin  # here, since only who builds a site needs it

    (out / MANIFEST).write_text(json.dumps(_manifest(library), ensure_ascii=False), encoding="utf-8")
    digests = {path.relative_to(out).as_posix(): _digest(path) for path in sorted(_kept(out))}
    late = {name: digest for name, digest in digests.items() if name.endswith(_LATE)}
    edition = {
        "course": library.course.id,
        "core": {name: digest for name, digest in digests.items() if name not in late},
        "late": late,
    }
    code = rjsmin.jsmin(_SOURCE.read_text(encoding="utf-8"))
    told = json.dumps(edition, ensure_ascii=False, separators=(",", ":"))
    (out / WORKER).write_text(f"globalThis.edition={told};\n{code}\n", encoding="utf-8")


def _kept(out: Path) -> list[Path]:
    """Return the files that pages on a server load."""
    folders = ("site", "parts", "figures")
    files = [*out.glob("*.*"), *(path for folder in folders for path in (out / folder).rglob("*.*"))]
    own = (WORKER, MANIFEST)
    return [path for path in files if path.is_file() and path.name not in own and not is_for_files(path)]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:_DIGITS]


def _manifest(library: Library) -> dict[str, object]:
    """Return what a system shows of the course where a reader installs it."""
    about = library.course
    return {
        "name": f"{about.name}: {about.subtitle}",
        "short_name": about.name,
        "description": about.description,
        "lang": "en-GB",
        "start_url": "index.html",
        "scope": "./",
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],
        "background_color": "#fffdf8",
        "theme_color": "#7a1f2b",
        "icons": [{"src": "site/icon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
