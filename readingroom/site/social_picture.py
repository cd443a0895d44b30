"""The picture that messengers and networks show of a page that somebody sends: they fetch it by its whole address."""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterable
from pathlib import Path

PICTURE = Path("notebooks/pictures/lesson.png")
"""In the course's folder; a course without it has none."""


def add_pictures(root: Path, pages: Iterable[Path], home: str, name: str) -> None:
    """Give each written page the picture of the course called `name`; `home` is where the pages will stand."""
    source = root / PICTURE
    if not home or not source.is_file():
        return
    home = home.rstrip("/") + "/"
    for page in pages:
        shutil.copyfile(source, page.parent / PICTURE.name)
        told = {
            "og:url": home + page.name.removeprefix("index.html"),
            "og:image": home + PICTURE.name,
            "og:image:alt": f"A page of {name}",
        }
        tags = "".join(f'<meta property="{each}" content="{html.escape(says)}">\n' for each, says in told.items())
        whole = page.read_text(encoding="utf-8").replace("</head>", f"{tags}</head>", 1)
        page.write_text(whole.replace('content="summary"', 'content="summary_large_image"', 1), encoding="utf-8")
