"""The lists of what is installed: every package that is asked for, every file by its sum, no address."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from readingroom.cli.locked import BASE, list_of, project, wanted
from readingroom.cli.own_wheel import _ROOT

EXTRAS = [extra for extra in project(_ROOT)["optional-dependencies"] if extra not in BASE]
BLOCK = re.compile(r"([\w.-]+)==(\S+)( ; .+?)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n")


def versions(path) -> dict[str, set[str]]:
    """The versions in which a list names each package; several where systems differ."""
    found: dict[str, set[str]] = {}
    for name, version, _, _ in BLOCK.findall(path.read_text(encoding="utf-8")):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


@pytest.mark.parametrize("extra", ["", *EXTRAS])
def test_every_line_of_a_list_names_one_version_and_the_sums_of_its_files(extra):
    text = list_of(_ROOT, extra).read_text(encoding="utf-8")

    assert BLOCK.sub("", text).splitlines() == text.splitlines()[:1]
    assert text.startswith("# Written by python3 -m readingroom lock")


@pytest.mark.parametrize("extra", ["", *EXTRAS])
def test_a_list_covers_what_pyproject_asks_for_in_a_version_that_fits(extra):
    listed = versions(list_of(_ROOT, extra))
    if extra not in ("live", "installer", "browser"):
        listed = versions(list_of(_ROOT)) | listed
    asked = [
        Requirement(need) for need in (project(_ROOT)["optional-dependencies"][extra] if extra else wanted(_ROOT)[:-1])
    ]

    assert [
        str(need)
        for need in asked
        if not any(need.specifier.contains(version) for version in listed.get(canonicalize_name(need.name), ()))
    ] == []


@pytest.mark.parametrize("extra", [extra for extra in EXTRAS if extra not in ("live", "installer", "browser")])
def test_an_extra_changes_no_package_of_the_course(extra):
    assert not set(versions(list_of(_ROOT, extra))) & set(versions(list_of(_ROOT)))


@pytest.mark.parametrize("extra", ["", *EXTRAS])
def test_a_list_names_no_index(extra):
    text = list_of(_ROOT, extra).read_text(encoding="utf-8")

    assert "://" not in text and "--index" not in text and "--find-links" not in text


def test_nothing_is_fetched_to_build_the_course():
    assert tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"] == []


def test_the_browsers_python_has_a_sum():
    settings = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["readingroom"]

    assert re.fullmatch(r"sha512-[\w+/]{86}==", settings["pyodide-sum"])


def test_every_action_of_a_workflow_is_held_to_a_commit():
    workflows = sorted((_ROOT / ".github/workflows").glob("*.yml"))
    uses = re.findall(r"uses: (.*)", "".join(path.read_text(encoding="utf-8") for path in workflows))

    assert uses and [use for use in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []
