"""Files that somebody unkind, or a broken program, might give a reader as a copy of the text: small, and generated."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Callable

import copies

Maker = Callable[[], tuple[str, bytes]]
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def raw_pdf(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, of which the first is its catalogue."""
    out, places = b"%PDF-1.7\n", {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    size = max(objects) + 1
    table = b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n" for number in range(size)
    )
    end = b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(out))
    return out + b"xref\n0 %d\n" % size + table + end


def stream(content: bytes, filters: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (filters, len(content), content)


def packed(content: bytes) -> bytes:
    return stream(zlib.compress(content, 9), b"/Filter/FlateDecode")


def one_page(content: bytes, font: bytes = FONT, more: dict[int, bytes] | None = None, trailer: bytes = b"") -> bytes:
    """A PDF of one page with this stream and this font."""
    return raw_pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
            4: font,
            5: content,
        }
        | (more or {}),
        trailer,
    )


def deep_pages(depth: int) -> bytes:
    nodes = {number: b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (number + 1) for number in range(2, depth)}
    return raw_pdf({1: b"<</Type/Catalog/Pages 2 0 R>>"} | nodes | {depth: b"<</Type/Page/MediaBox[0 0 9 9]>>"})


def doubled_pages(depth: int) -> bytes:
    """Each node has the next twice: 2 ** depth pages in a kilobyte."""
    nodes = {n: b"<</Type/Pages/Count 2/Kids[%d 0 R %d 0 R]>>" % (n + 1, n + 1) for n in range(2, depth)}
    return raw_pdf({1: b"<</Type/Catalog/Pages 2 0 R>>"} | nodes | {depth: b"<</Type/Page/MediaBox[0 0 9 9]>>"})


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 4) for number in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F1 4 0 R>>>>/Contents 3 0 R>>"
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids),
        3: stream(b"BT /F1 9 Tf 9 9 Td (Some words of a page.) Tj ET"),
    }
    return raw_pdf(objects | {number + 4: page for number in range(count)})


def locked(password: str) -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(io.BytesIO(copies.pdf([["A line."]])))
    writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def mutated(seed: int) -> bytes:
    """A sound PDF with some of its bytes changed, moved or cut off."""
    chance = random.Random(seed)
    content = bytearray(copies.pdf([["A line of words."] * 20] * 3, columns=2))
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(content))
        how = chance.randrange(3)
        if how == 0:
            content[at] = chance.randrange(256)
        elif how == 1:
            content[at:at] = content[: chance.randrange(200)]
        else:
            del content[at : at + chance.randrange(40)]
    return bytes(content)


SHOWN = b"BT /F1 9 Tf 9 9 Td (words) Tj ET\n"
MAP = b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffffffff> <0041> endbfrange"


def pdfs(size: int) -> dict[str, Maker]:
    """PDFs by kind; `size` is about how often each repeats what it repeats."""
    self_pages = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"}
    outline = {6: b"<</First 7 0 R/Last 7 0 R/Count 1>>", 7: b"<</Title(a)/Parent 6 0 R/Next 7 0 R/First 6 0 R>>"}
    makers: dict[str, Callable[[], bytes]] = {
        "a page tree without a bottom": lambda: deep_pages(size),
        "a page tree in a circle": lambda: raw_pdf(self_pages),
        "a page tree that doubles": lambda: doubled_pages(40),
        "thousands of pages": lambda: many_pages(size),
        "a stream of blanks that unpacks a thousandfold": lambda: one_page(packed(b" " * (size * 20_000))),
        "a stream packed twice": lambda: one_page(
            stream(zlib.compress(zlib.compress(bytes(size * 20_000), 9), 9), b"/Filter[/FlateDecode/FlateDecode]")
        ),
        "a stream of operators": lambda: one_page(packed(SHOWN * size * 20)),
        "a stream of brackets": lambda: one_page(stream(b"[" * size * 20)),
        "a stream of open strings": lambda: one_page(stream(b"(" * size * 20)),
        "words far outside the page": lambda: one_page(
            stream(b"BT /F1 9 Tf 900000000 9 Td (far) Tj -9e15 9e15 Td (x) Tj ET")
        ),
        "letters of no size": lambda: one_page(stream(b"BT /F1 0 Tf 0 0 0 0 0 0 Tm (none) Tj ET")),
        "no such filter": lambda: one_page(stream(b"xx", b"/Filter/NoSuchDecode")),
        "a stream as long as itself": lambda: one_page(b"<</Length 5 0 R>>\nstream\nBT ET\nendstream"),
        "another kind of lock": lambda: one_page(
            stream(SHOWN), trailer=b"/Encrypt<</Filter/FopN_foweb/V 1>>/ID[(a)(b)]"
        ),
        "a password": lambda: locked("secret"),
        "an outline in a circle": lambda: one_page(stream(SHOWN), more=outline),
        "a table of places that names itself": lambda: one_page(stream(SHOWN), trailer=b"/Prev 9"),
        "a font without a map": lambda: one_page(
            stream(b"BT /F1 9 Tf 9 9 Td <00010002> Tj ET"), b"<</Type/Font/Subtype/Type0/Encoding/Identity-H>>"
        ),
        "a font whose map has no end": lambda: one_page(
            stream(b"BT /F1 9 Tf 9 9 Td <00010002> Tj ET"),
            b"<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 6 0 R>>",
            {6: stream(MAP)},
        ),
        "a font of itself": lambda: one_page(
            stream(SHOWN), b"<</Type/Font/Subtype/Type0/DescendantFonts[4 0 R]/Encoding 4 0 R>>"
        ),
        "a name and nothing more": lambda: b"%PDF-1.7\n",
        "an end that is not there": lambda: copies.pdf([["A line."] * 50])[:900],
    }
    return {name: lambda make=make: ("copy.pdf", make()) for name, make in makers.items()}


def texts(size: int) -> dict[str, Maker]:
    """Texts and web pages by kind, each of about `size` signs."""

    def of(part: str, end: str = "", name: str = "copy.txt") -> Maker:
        return lambda: (name, (part * (size // len(part)) + end).encode("utf-8", "surrogatepass"))

    return {
        "zero bytes after the beginning": lambda: ("copy.txt", b"word " * 500 + b"a\0b " * (size // 4)),
        "letters without a space": of("abcdefghij"),
        "one letter": of("a"),
        "blanks": of(" ", "x"),
        "empty lines": of("\n", "x"),
        "blank lines": of(" \n", "x"),
        "page ends": of("\f", "x"),
        "a word, then page ends": of("\f", "", "copy.txt"),
        "words and page ends": of("word\f"),
        "hyphens at line ends": of("co-\n"),
        "hyphens at page ends": of("co-\f"),
        "hyphens": of("-"),
        "full stops": of("."),
        "accents": of("\u0301\u0316"),
        "ligatures of many letters": of("\ufdfa "),
        "one word": of("word "),
        "one line over and over": of("A line that comes again\n"),
        "columns": of("left     right\n"),
        "gaps": of("a  "),
        "digits": of("1"),
        "numbers on lines": of("12\n"),
        "halves of characters": of("\ud83d "),
        "open elements": of("<div>", name="copy.html"),
        "silent elements": of("<svg><form></p>", name="copy.html"),
        "an open comment": of("<!--", name="copy.html"),
        "open tags": of("<a ", name="copy.html"),
        "a declaration that is none": of("<![x[", name="copy.html"),
        "numbers of characters": of("&#99999999999;", name="copy.html"),
        "half of UTF-16": lambda: ("copy.txt", b"\xff\xfe" + b"a\0" * (size // 2) + b"\0\xd8a"),
    }
