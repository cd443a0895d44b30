"""The text of a PDF."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from .columns import left_column_first
from .errors import CopyError
from .limits import check_letters

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_PRINT_IT = "Print it to a new PDF, or copy its text and paste it."


def pdf_texts(name: str, data: bytes) -> Iterator[str]:
    """Yield a PDF's text in the order it was drawn in, then line by line with the columns taken apart."""
    import logging

    import pypdf

    # What pypdf says about a slightly wrong file is of no use to a learner.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        yield _pages(name, reader, lambda page: page.extract_text())
        yield left_column_first(_pages(name, reader, lambda page: page.extract_text(extraction_mode="layout")))
    except (CopyError, MemoryError):
        raise
    except pypdf.errors.FileNotDecryptedError:
        raise CopyError("this PDF asks for a password. Save it without one, or copy its text and paste it.") from None
    except (pypdf.errors.DependencyError, NotImplementedError):
        raise CopyError(f"this PDF is locked or packed in a way the course cannot open. {_PRINT_IT}") from None
    except Exception as error:  # pypdf raises errors of many kinds over files that are none
        raise CopyError(f"this PDF could not be read ({type(error).__name__}). {_PRINT_IT}") from None


def _pages(name: str, reader: PdfReader, text_of: Callable[[PageObject], str]) -> str:
    texts: list[str] = []
    letters = 0
    for page in reader.pages:
        texts.append(text_of(page))
        letters += len(texts[-1])
        check_letters(name, letters)
    return "\f".join(texts)
