"""Whether installed packages are whole: run as a program, by the Python that they were installed for.

Each word is a requirement. What it needs must be installed, in a version that fits, with all its files at their full
size; and what the word itself names must import. Says a line for each fault; the exit status is 1 if there is one.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from importlib import metadata

try:
    from packaging.requirements import Requirement
except ImportError:  # pip brings one
    from pip._vendor.packaging.requirements import Requirement  # type: ignore[assignment]


def faults(words: list[str]) -> Iterator[str]:
    """Yield what is wrong with the packages that `words` ask for."""
    asked = [Requirement(word) for word in words]
    waiting, seen = [(want, frozenset({""})) for want in asked], set()
    whole: set[str] = set()  # each package is looked at once, however many need it
    wrong = False
    while waiting:
        want, extras = waiting.pop()
        if want.marker and not any(want.marker.evaluate({"extra": extra}) for extra in extras):
            continue
        key = (want.name.lower(), str(want.specifier), *sorted(want.extras))
        if key in seen:
            continue
        seen.add(key)
        try:
            found = metadata.distribution(want.name)
        except metadata.PackageNotFoundError:
            wrong = True
            yield f"{want.name} is missing"
            continue
        if not want.specifier.contains(found.version, prereleases=True):
            yield f"{want.name} is {found.version}, and should be {want.specifier}"
        cut = [] if key[0] in whole else _cut_off(found)
        whole.add(key[0])
        wrong |= bool(cut)
        yield from cut
        waiting += [(Requirement(text), frozenset({"", *want.extras})) for text in found.requires or []]
    if not wrong:  # else each import would only say it again
        for want in asked:
            if want.marker is None or want.marker.evaluate({"extra": ""}):
                yield from _not_imported(metadata.distribution(want.name))


def _cut_off(found: metadata.Distribution) -> list[str]:
    """The first file of a package that is missing or shorter than its maker said."""
    for file in found.files or []:
        if file.size is None:
            continue
        try:
            size = os.stat(file.locate()).st_size
        except OSError:
            return [f"{found.name}: {file} is missing"]
        if size < file.size:
            return [f"{found.name}: {file} has {size} bytes of {file.size}"]
    return []


def _not_imported(found: metadata.Distribution) -> Iterator[str]:
    tops = {file.parts[0] for file in found.files or [] if len(file.parts) == 2 and file.name == "__init__.py"}
    tops |= {file.stem for file in found.files or [] if len(file.parts) == 1 and file.suffix == ".py"}
    for top in sorted(tops or {found.name.replace("-", "_")}):  # the course itself: a path to it is installed
        if top.isidentifier() and not top.startswith("_"):
            try:
                importlib.import_module(top)
            except BaseException as trouble:
                yield f"{found.name}: import {top} fails: {type(trouble).__name__}: {trouble}"[:300]


if __name__ == "__main__":
    words = sys.argv[1:]
    if words[:1] == ["--in"]:  # a folder with packages apart
        sys.path.insert(0, words[1])
        words = words[2:]
    told = list(faults(words))
    sys.exit("\n".join(told) if told else 0)
