"""XML documents, written in the same bytes every time."""

from __future__ import annotations

from xml.etree import ElementTree as ET


def add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """Append an element with `text` to `parent` and return it."""
    made = ET.SubElement(parent, tag, attributes)
    made.text = text or None
    return made


def document(root: ET.Element) -> bytes:
    """Return the document below `root`, indented; text stands in leaves only, so that indenting changes none."""
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"
