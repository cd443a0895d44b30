"""A stand-in for the article, made of the course's own gists, and what happens to a text on its way to a learner."""

from __future__ import annotations

import random
import textwrap

HEADS = ("{page}  \N{BULLET}  THE MONTHLY REVIEW  \N{BULLET}  May 1999", "Of Maps and Rivers  \N{BULLET}  {page}")


def article(library) -> dict[str, str]:
    """Return the stand-in: for each paragraph id its words."""
    return {p.id: " ".join(library.text(p.gist).split()) for p in library.paragraphs.values()}


def as_source(paragraphs: dict[str, str]) -> str:
    """Return the text from which fingerprints are made."""
    return "".join(
        f"[{name}] (¶{number})\n{body}\n\n" for number, (name, body) in enumerate(paragraphs.items(), start=1)
    )


def plain(paragraphs: dict[str, str]) -> str:
    """A text file with an empty line between paragraphs."""
    return "\n\n".join(paragraphs.values())


def printed(
    paragraphs: dict[str, str],
    width: int = 45,
    lines: int = 40,
    without: frozenset[int] = frozenset(),
    pull_quotes: bool = False,
    heads: bool = True,
) -> list[list[str]]:
    """Pages as a journal prints them: narrow lines, broken words (over page ends too), running heads, page numbers."""
    body: list[str] = []
    for number, text in enumerate(paragraphs.values()):
        set_lines = ["  " + line if at == 0 else line for at, line in enumerate(_hyphenated(text, width - 2))]
        if pull_quotes and number % 7 == 3:
            sentence = max(text.split(". ")[1:] or [text], key=len)
            set_lines[4:4] = textwrap.wrap(sentence, 28)
        body += set_lines
    pages = [body[at : at + lines] for at in range(0, len(body), lines)]
    return [
        [
            *([HEADS[number % 2].format(page=318 + number)] if heads else []),
            *page,
            *([str(318 + number)] if heads else []),
        ]
        for number, page in enumerate(pages)
        if number not in without
    ]


def _hyphenated(text: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        room = width - len(line) - 2
        if len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
        elif len(word) > 6 and room >= 3 and word.isalpha():
            cut = min(room, len(word) - 3)
            lines.append(f"{line} {word[:cut]}-".strip())
            line = word[cut:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def paged(pages: list[list[str]], mark: str = "\f") -> str:
    return mark.join("\n".join(page) for page in pages)


def side_by_side(pages: list[list[str]], width: int = 45) -> str:
    """Two columns on each line, as text tools print them."""
    text = []
    for page in pages:
        half = (len(page) + 1) // 2
        right = [*page[half:], ""]
        text.append("\n".join(f"{left:<{width + 5}}{right[at]}" for at, left in enumerate(page[:half])))
    return "\f".join(text)


def typeset(text: str) -> str:
    """Ligatures and curly quotes."""
    for plain_letters, set_letters in (
        ("ffi", "\ufb03"),
        ("ff", "\ufb00"),
        ("fi", "\ufb01"),
        ("fl", "\ufb02"),
        ("'", "\u2019"),
        (' "', " \u201c"),
        ('"', "\u201d"),
    ):
        text = text.replace(plain_letters, set_letters)
    return text


def misread(text: str, seed: int, share: float = 0.03) -> str:
    """What poor character recognition makes of a text: letters taken for others, lost, or added."""
    chance = random.Random(seed)

    def read(sign: str) -> str:
        if sign in "\n\f" or chance.random() >= share:
            return sign
        how = chance.random()
        other = chance.choice("abcdefghijklmnopqrstuvwxyz")
        return other if how < 0.7 else "" if how < 0.85 else sign + other

    return "".join(map(read, text))


def pdf(pages: list[list[str]], columns: int = 1, by_rows: bool = False) -> bytes:
    """A small PDF, drawn column by column, or by rows across the columns, as some typesetters do."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        height = -(-len(page) // columns)
        cells = [(at // height, at % height, line) for at, line in enumerate(page)]
        drawn = sorted(cells, key=lambda cell: (cell[1], cell[0])) if by_rows else cells
        signs = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})
        stream = "\n".join(
            f"BT /F1 9 Tf {45 + column * 270} {740 - row * 11} Td ({line.translate(signs)}) Tj ET"
            for column, row, line in drawn
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252', 'replace'))} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252", "replace")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        out
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
            f"startxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def misplaced(found, paragraphs: dict[str, str]) -> float:
    """How many words of six characters the paragraphs found have too many or too few, all together."""
    return sum(abs(len(p.words) - len(paragraphs[p.paragraph])) for p in found.placed) / 6
