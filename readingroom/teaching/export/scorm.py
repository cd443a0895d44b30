"""A package for a learning system: the files of a lesson and a manifest in the words of SCORM 1.2 or 2004."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from .xml import add, document

MANIFEST = "imsmanifest.xml"
DEFAULT = "1.2"
_LONGEST_TITLE = 200


@dataclass(frozen=True)
class _Edition:
    """What a version of SCORM writes differently."""

    schemaversion: str
    spaces: Mapping[str, str]  # prefix -> namespace
    type_attribute: str


_EDITIONS = {
    "1.2": _Edition(
        "1.2",
        {
            "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
            "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        },
        "adlcp:scormtype",
    ),
    "2004": _Edition(
        "2004 4th Edition",
        {
            "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
            "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
            "xmlns:imsss": "http://www.imsglobal.org/xsd/imsss",
        },
        "adlcp:scormType",
    ),
}
VERSIONS = tuple(_EDITIONS)


@dataclass(frozen=True)
class Package:
    """A lesson on its way into a learning system; `files` are its contents by their paths, `start` is the page."""

    course: str
    course_title: str
    name: str
    title: str
    start: str
    files: Mapping[str, bytes]


def written(package: Package, version: str) -> bytes:
    """Return the package as a zip file, the same bytes every time."""
    contents = {MANIFEST: manifest(package, version), **dict(sorted(package.files.items()))}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in contents.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return made.getvalue()


def manifest(package: Package, version: str) -> bytes:
    """Return imsmanifest.xml: one course with one lesson, whose page and files are one resource."""
    edition = _EDITIONS[version]
    ident = f"{package.course}-{package.name}"
    root = ET.Element("manifest", {"identifier": f"manifest-{ident}", "version": "1", **edition.spaces})
    metadata = add(root, "metadata")
    add(metadata, "schema", "ADL SCORM")
    add(metadata, "schemaversion", edition.schemaversion)
    organizations = add(root, "organizations", default=f"course-{ident}")
    organization = add(organizations, "organization", identifier=f"course-{ident}")
    add(organization, "title", _short(package.course_title))
    item = add(organization, "item", identifier=f"item-{ident}", identifierref=f"lesson-{ident}", isvisible="true")
    add(item, "title", _short(package.title))
    if version == "2004":
        _sequencing(item)
    _resource(add(root, "resources"), f"lesson-{ident}", edition, package.start, sorted(package.files))
    return document(root)


def _sequencing(item: ET.Element) -> None:
    """Say that the lesson itself tells whether it is complete: else a system may count it as soon as it is opened."""
    sequencing = add(item, "imsss:sequencing")
    add(sequencing, "imsss:deliveryControls", completionSetByContent="true", objectiveSetByContent="true")


def _resource(resources: ET.Element, ident: str, edition: _Edition, start: str, files: Sequence[str]) -> None:
    kind = {edition.type_attribute: "sco"}
    resource = add(resources, "resource", identifier=ident, type="webcontent", href=start, **kind)
    for name in files:
        add(resource, "file", href=name)


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}\N{HORIZONTAL ELLIPSIS}"
