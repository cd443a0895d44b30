"""The bank in other programs' formats says what the bank says, and what a format cannot carry is named."""

from __future__ import annotations

import html
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import item_types as i
import pytest

from readingroom.content import exercise as x
from readingroom.content import models as m
from readingroom.content.errors import CourseError
from readingroom.content.library import Library
from readingroom.content.parameters import first_values, key_for
from readingroom.content.prose import blocks, inline
from readingroom.learning.kinds import answer_key
from readingroom.learning.ordering import opening_sentence
from readingroom.learning.scoring import fraction
from readingroom.teaching.export import gift, moodle, qti
from readingroom.teaching.export.bank import exercise_part, quiz_parts
from readingroom.teaching.export.export import export
from readingroom.teaching.export.limitations import ALWAYS, CERTAINTY, TAGS
from readingroom.teaching.export.questions import (
    Card,
    Criterion,
    Decoy,
    Essay,
    Figure,
    Option,
    Ordering,
    Part,
    Pick,
    Placing,
    Question,
    Words,
    WrongNumber,
    WrongWords,
    losses,
)
from readingroom.teaching.export.solutions import solution

GIFT_PARSER = "gift-pegjs@1.0.2"
AWKWARD = r"a~b =c #d {e} :f \g //h -> i \n [html] 100% &amp; <b>j</b> k::l ####m"
EXERCISE = "01-trade-shares"
FORMS = ("gift", "moodle", "qti", "paper")


def asked(shape, **more) -> Question:
    return Question("q-one", "What?", shape, **more)


def one_part(*questions: Question) -> list[Part]:
    return [Part("small", "A small/quiz", questions)]


def plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


@pytest.fixture(scope="module")
def parts(library):
    return quiz_parts(library)


@pytest.fixture(scope="module")
def items(library):
    return {item.id: item for quiz in library.quizzes for item in library.items(quiz)}


@pytest.fixture(scope="module")
def shapes(parts):
    return {question.id: question.shape for part in parts for question in part.questions}


# --- what is exported ----------------------------------------------------------------------------------------------


def test_the_export_of_the_bank_holds_every_item_once(library, parts):
    names = [question.id for part in parts for question in part.questions]
    assert names == [item.id for quiz in library.quizzes for item in library.items(quiz)]


def test_a_quiz_is_exported_alone(library):
    assert [part.name for part in quiz_parts(library, ["realism"])] == ["realism"]


def test_an_unknown_quiz_or_exercise_is_answered_with_the_right_name(library):
    with pytest.raises(CourseError, match="did you mean 'realism'"):
        quiz_parts(library, ["relism"])
    with pytest.raises(CourseError, match=f"did you mean '{EXERCISE}'"):
        exercise_part(library, "1-trade-share")


def test_an_exercise_takes_answers_and_points_from_its_key(library, root):
    tasks = x.assignment(root, EXERCISE).tasks
    keys = {key.task: key_for(key, first_values(tasks[key.task])) for key in x.key(root, EXERCISE)}
    part = exercise_part(library, EXERCISE)
    assert {question.id: question.points for question in part.questions} == {
        task: key.points for task, key in keys.items()
    }
    assert {q.id: q.shape.answer for q in part.questions if isinstance(q.shape, Figure)} == {
        task: round(library.evaluate(key.answer), tasks[task].decimals)
        for task, key in keys.items()
        if tasks[task].kind == "number"
    }
    for question in part.questions:
        if isinstance(question.shape, Pick):
            key = keys[question.id]
            assert {o.why for o in question.shape.options} == {inline(library, o.why) for o in key.option}
            assert [o.why for o in question.shape.options if o.weight == 100] == [
                inline(library, o.why) for o in key.option if o.id == key.answer
            ]
            assert inline(library, key.why) in question.to_all


@pytest.mark.parametrize("name", x.names(Path(__file__).resolve().parents[2]))
def test_every_exercise_goes_out_with_all_its_points(library, root, name):
    keys = {key.task: key for key in x.key(root, name)}

    part = exercise_part(library, name)

    assert sum(question.points for question in part.questions) == pytest.approx(
        sum(key.points for key in keys.values())
    )
    assert {task for task in keys if any(q.id == task or q.id.startswith(f"{task}-") for q in part.questions)} == set(
        keys
    )


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_the_same_files_give_the_same_bytes(library, tmp_path, form):
    for name in ("one", "two"):
        export(Library(library.root), form, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


# --- GIFT: escaping by literals ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a~b", r"a\~b"),
        ("a=b", r"a\=b"),
        ("a#b", r"a\#b"),
        ("{a}", r"\{a\}"),
        ("a:b", r"a\:b"),
        ("a\\b", r"a\\b"),
        ("a\n\nb", "a b"),
        (r"\=", r"\\\="),
        ("50%", "50%"),
    ],
)
def test_gift_escapes_what_it_keeps_for_itself(text, escaped):
    assert gift.escaped(text) == escaped


def test_gift_weighs_the_options_of_which_several_are_right():
    third = 100 / 3
    text = gift.question_text(asked(Pick((Option("a", third, "A."), Option("b", -third, "")), many=True)))
    assert "\t~%33.33333%[html]a#[html]A.\n\t~%-33.33333%[html]b\n" in text


def test_gift_writes_a_number_with_its_tolerance_its_mistakes_and_the_rest():
    text = gift.question_text(asked(Figure(4.5, 0.15, "", "Yes.", "No.", (WrongNumber(0.00001, 0, "Too small."),))))
    assert "{#\n\t=4.5:0.15#[html]Yes.\n\t=%0%0.00001:0#[html]Too small.\n\t~#[html]No.\n}" in text


def test_an_asterisk_in_a_short_answer_stands_for_itself():
    assert "\t=5 \\\\* 3\n" in gift.question_text(asked(Words(("5 * 3",), "", "")))


# --- GIFT: read by gift-pegjs --------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def parse_gift(tmp_path_factory):
    """Reads GIFT with the parser of the GIFT editor, fetched with npm."""

    def without(reason: str):
        (pytest.fail if os.environ.get("READINGROOM_NODE") == "required" else pytest.skip)(
            f"{GIFT_PARSER} cannot read along: {reason}"
        )

    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        without("there is no node or no npm here")
    folder = tmp_path_factory.mktemp("gift")
    fetched = subprocess.run(
        [npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), GIFT_PARSER],
        capture_output=True,
        text=True,
    )
    if fetched.returncode:
        without(f"npm could not fetch it ({fetched.stderr.strip()[-300:]})")
    code = "let t=''; process.stdin.on('data',d=>t+=d).on('end',()=>console.log(JSON.stringify(require('gift-pegjs').parse(t))))"

    def parse(text: bytes) -> list[dict]:
        done = subprocess.run([node, "-e", code], input=text, capture_output=True, cwd=folder)
        assert not done.returncode, done.stderr.decode()[-2000:]
        return json.loads(done.stdout)

    return parse


def unescaped(text: str) -> str:
    """The plain right side of a pair as gift-pegjs hands it out, with its own placeholders still in it."""
    return re.sub(r"&&(\d{3});", lambda found: chr(int(found[1])), text)


@pytest.fixture(scope="module")
def read_gift(parse_gift, parts):
    return {q["id"]: q for q in parse_gift(gift.written(parts, "Reading Room")) if q["type"] != "Category"}


@pytest.mark.slow
def test_awkward_text_comes_back_from_gift_as_it_went(parse_gift):
    rich, form = AWKWARD.replace("->", "-&gt;"), AWKWARD.replace("->", "")
    shapes = (
        Pick((Option(AWKWARD, 100, AWKWARD), Option("b", 0, ""))),
        Placing((Card(AWKWARD, AWKWARD, ""), Card("b", "c", "")), (AWKWARD, "c")),
        Words((form,), AWKWARD, AWKWARD),
    )
    questions = [
        Question(f"q-{i}", AWKWARD, shape, to_all=AWKWARD, tags=("close reading",)) for i, shape in enumerate(shapes)
    ]
    category, pick, pairs, words = parse_gift(gift.written(one_part(*questions), "Reading Room"))
    assert category == {"type": "Category", "title": "Reading Room/A small//quiz"}
    assert (
        pick["stem"]["text"] == f"<p>{rich}</p>"
        and pick["globalFeedback"]["text"] == rich
        and pick["tags"] == ["close reading"]
    )
    assert (pick["choices"][0]["text"]["text"], pick["choices"][0]["feedback"]["text"]) == (rich, rich)
    assert (pairs["matchPairs"][0]["subquestion"]["text"], unescaped(pairs["matchPairs"][0]["subanswer"])) == (
        rich,
        AWKWARD,
    )
    assert words["choices"][0]["text"]["text"] == " ".join(form.split())


@pytest.mark.slow
def test_gift_pegjs_reads_every_item_as_the_right_kind(read_gift, items):
    kinds = {
        i.Choice: "MC",
        i.Choices: "MC",
        i.PassageItem: "MC",
        i.Order: "Matching",
        i.Match: "Matching",
        i.Sort: "Matching",
        i.Number: "Numerical",
        i.Short: "Short",
        i.Written: "Essay",
    }
    assert {name: q["type"] for name, q in read_gift.items()} == {
        name: kinds[type(item)] for name, item in items.items()
    }


@pytest.mark.slow
def test_gift_pegjs_finds_the_right_options_their_weights_and_feedback(library, read_gift, items):
    for name, item in items.items():
        if isinstance(item, (i.Choice, i.Choices)):
            right = {item.answer} if isinstance(item, i.Choice) else set(item.answer)
            weight = 100 if isinstance(item, i.Choice) else 100 / len(right)
            penalty = 0 if isinstance(item, i.Choice) else -weight
            expected = {
                inline(library, o.text): (weight if o.id in right else penalty, inline(library, o.why))
                for o in item.option
            }
            found = {
                c["text"]["text"]: (
                    c["weight"] if c["weight"] is not None else 100 * c["isCorrect"],
                    c["feedback"]["text"],
                )
                for c in read_gift[name]["choices"]
            }
            assert {text: (pytest.approx(worth, abs=1e-5), why) for text, (worth, why) in expected.items()} == found, (
                name
            )
        if isinstance(item, i.PassageItem):
            right = [inline(library, o.why) for o in item.option if o.id in item.answer]
            assert [c["feedback"]["text"] for c in read_gift[name]["choices"] if c["isCorrect"]] == right


@pytest.mark.slow
def test_gift_pegjs_finds_pairs_orders_and_boxes(library, read_gift, items):
    for name, item in items.items():
        match item:
            case i.Order():
                expected = [(inline(library, o.text), str(place)) for place, o in enumerate(item.option, start=1)]
            case i.Match():
                expected = pairs_of(library, item)
            case i.Sort():
                boxes = {box.id: library.text(box.text) for box in item.bin}
                expected = [(inline(library, card.text), boxes[card.bin]) for card in item.card]
            case _:
                continue
        found = [(pair["subquestion"]["text"], unescaped(pair["subanswer"])) for pair in read_gift[name]["matchPairs"]]
        assert sorted(found) == sorted(expected), name
        told = plain(read_gift[name]["globalFeedback"]["text"])
        for why in whys(item):
            assert plain(inline(library, why)) in told, name


def test_gift_pegjs_finds_numbers_words_and_what_is_said_to_mistakes(library, read_gift, items):
    for name, item in items.items():
        if not isinstance(item, (i.Number, i.Short)):
            continue
        choices = read_gift[name]["choices"]
        said = [plain(choice["feedback"]["text"]) for choice in choices]
        assert {plain(inline(library, why)) for why in (*whys(item), item.why, item.otherwise)} == set(said), name
        worth = {json.dumps(c["text"].get("number", c["text"].get("text"))): c["weight"] for c in choices}
        if isinstance(item, i.Number):
            assert choices[0]["text"] == {
                "type": "range",
                "number": library.number(item.answer),
                "range": item.tolerance,
            }
            assert [c["weight"] for c in choices] == [None, *[0] * len(item.mistake), None] and not choices[-1][
                "isCorrect"
            ]
        else:
            wrong = {json.dumps(form): 0 for mistake in item.mistake for form in mistake.answers}
            assert worth == {json.dumps(form): None for form in item.answer} | wrong | {'"*"': 0}


def pairs_of(library, item: i.Match) -> list[tuple[str, str]]:
    """Left and right of each pair, and each decoy with nothing on its left."""
    return [
        *((inline(library, p.left), library.text(p.right)) for p in item.pair),
        *(("", library.text(d.right)) for d in item.decoy),
    ]


def whys(item: m.Item) -> list[str]:
    """Every sentence said to one part of an item."""
    return [part.why for name in ("option", "pair", "decoy", "card", "mistake") for part in getattr(item, name, [])]


# --- Moodle XML ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def read_moodle(parts):
    root = ET.fromstring(moodle.written(parts, "Reading Room"))
    return {node.findtext("idnumber"): node for node in root.findall("question") if node.get("type") != "category"}


def rights(node: ET.Element) -> dict[str, tuple[float, str]]:
    return {
        a.findtext("text"): (float(a.get("fraction")), a.findtext("feedback/text") or "")
        for a in node.findall("answer")
    }


def test_awkward_text_comes_back_from_moodle_xml_as_it_went():
    text = AWKWARD + " ]]> \N{PILCROW SIGN} \" '"
    node = ET.fromstring(
        moodle.written(one_part(asked(Pick((Option(text, 100, text),)), to_all=text)), "Reading Room")
    ).findall("question")[1]
    assert rights(node) == {text: (100, text)} and node.findtext("generalfeedback/text") == text


def test_moodle_xml_holds_every_item_as_the_right_kind(read_moodle, items):
    kinds = {
        i.Choice: "multichoice",
        i.Choices: "multichoice",
        i.PassageItem: "multichoice",
        i.Order: "ordering",
        i.Match: "matching",
        i.Sort: "matching",
        i.Number: "numerical",
        i.Short: "shortanswer",
        i.Written: "essay",
    }
    assert {name: node.get("type") for name, node in read_moodle.items()} == {
        name: kinds[type(item)] for name, item in items.items()
    }


def test_moodle_xml_gives_each_answer_its_weight_and_its_own_feedback(library, read_moodle, items):
    for name, item in items.items():
        found, said = rights(read_moodle[name]), {why for _, why in rights(read_moodle[name]).values()}
        match item:
            case i.Choice() | i.Choices():
                key = answer_key(item, library.number)
                lone = {o.id: fraction(key, o.id if isinstance(item, i.Choice) else [o.id]) for o in item.option}
                assert {text: max(weight, 0) for text, (weight, _) in found.items()} == {
                    inline(library, o.text): pytest.approx(100 * lone[o.id], abs=1e-4) for o in item.option
                }, name
                assert {text: why for text, (_, why) in found.items()} == {
                    inline(library, o.text): inline(library, o.why) for o in item.option
                }
                assert read_moodle[name].findtext("single") == str(isinstance(item, i.Choice)).lower()
            case i.PassageItem():
                assert sorted(weight for weight, _ in found.values()) == [0] * (len(item.option) - len(item.answer)) + [
                    100
                ] * len(item.answer)
            case i.Order():
                assert [text for text, _ in sorted(found.items(), key=lambda row: row[1])] == [
                    inline(library, o.text) for o in item.option
                ]
            case i.Number():
                first = read_moodle[name].find("answer")
                assert (float(first.findtext("text")), float(first.findtext("tolerance"))) == (
                    library.number(item.answer),
                    item.tolerance,
                )
            case i.Short():
                assert [text for text, (weight, _) in found.items() if weight == 100] == item.answer
        if isinstance(item, (i.Number, i.Short)):
            assert said == {inline(library, why) for why in (*whys(item), item.why, item.otherwise)}, name


def test_choosing_all_right_options_in_moodle_earns_everything_and_all_options_nothing(read_moodle, items):
    for name, item in items.items():
        if isinstance(item, i.Choices):
            weights = [weight for weight, _ in rights(read_moodle[name]).values()]
            assert sum(w for w in weights if w > 0) == pytest.approx(100, abs=1e-3)
            assert all(w == pytest.approx(-100 / len(item.answer), abs=1e-3) for w in weights if w <= 0)


def test_moodle_xml_pairs_cards_with_places_and_tells_their_reasons(library, read_moodle, items):
    for name, item in items.items():
        if isinstance(item, (i.Match, i.Sort)):
            shown = [
                (pair.findtext("text") or "", pair.findtext("answer/text"))
                for pair in read_moodle[name].findall("subquestion")
            ]
            if isinstance(item, i.Match):
                assert shown == pairs_of(library, item)
            else:
                boxes = {box.id: library.text(box.text) for box in item.bin}
                assert dict(shown) == {inline(library, card.text): boxes[card.bin] for card in item.card}
        if isinstance(item, (i.Match, i.Sort, i.Order)):
            told = read_moodle[name].findtext("generalfeedback/text")
            assert all(inline(library, why) in told for why in whys(item)), name


def test_moodle_graders_see_the_rubric_and_students_only_the_model(library, read_moodle, items):
    for name, item in items.items():
        if isinstance(item, i.Written):
            grader, told = (
                read_moodle[name].findtext("graderinfo/text"),
                read_moodle[name].findtext("generalfeedback/text"),
            )
            levels = [inline(library, level.text) for criterion in item.criterion for level in criterion.level]
            assert (
                all(level in grader and level not in told for level in levels) and blocks(library, item.model) in told
            )


def test_an_independent_reader_of_moodle_xml_finds_the_same_choices(parts, shapes):
    """The package moodle-xml-parser reads the multiple-choice questions, more than half of the bank."""
    parser = pytest.importorskip("moodle_xml_parser.parser", reason="the package moodle-xml-parser is not installed")
    read = {q.name: q for q in parser.parse_bytes(moodle.written(parts, "Reading Room"))["multichoice"]}
    assert set(read) == {name for name, shape in shapes.items() if isinstance(shape, Pick)}
    for name, question in read.items():
        assert question.single != shapes[name].many
        assert [(o.answer, o.score_fraction, o.feedback) for o in question.options] == [
            (html.unescape(o.text), pytest.approx(o.weight, abs=1e-5), html.unescape(o.why))
            for o in shapes[name].options
        ]


# --- QTI 1.2 -------------------------------------------------------------------------------------------------------

NS = {"q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2", "p": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"}


@pytest.fixture(scope="module")
def package(parts):
    return zipfile.ZipFile(io.BytesIO(qti.written(parts, "Reading Room")))


@pytest.fixture(scope="module")
def read_qti(package):
    nodes = [
        node
        for name in package.namelist()
        if name.endswith(".xml")
        for node in ET.fromstring(package.read(name)).iterfind(".//q:item", NS)
    ]
    return {node.get("title"): node for node in nodes}


def entry(item: ET.Element, label: str) -> str:
    fields = item.iterfind(".//q:qtimetadatafield", NS)
    return next(f.findtext("q:fieldentry", None, NS) for f in fields if f.findtext("q:fieldlabel", None, NS) == label)


def options(item: ET.Element) -> dict[str, str]:
    return {
        label.get("ident"): label.findtext("q:material/q:mattext", "", NS)
        for label in item.iterfind(".//q:response_label", NS)
    }


def marked(item: ET.Element, answers: dict[str, list[str]]) -> tuple[float, list[str]]:
    """Mark as the specification says: the score, and the sentences shown."""

    def holds(test: ET.Element) -> bool:
        given, kind, value = answers.get(test.get("respident", ""), []), test.tag.partition("}")[2], test.text
        match kind:
            case "and" | "conditionvar":
                # Several tests side by side are an "or" in Canvas's short answers, which alone write them so.
                return (all if kind == "and" else any)(map(holds, test))
            case "or":
                return any(map(holds, test))
            case "not":
                return not holds(test[0])
            case "other":
                return True
            case "varequal":
                return any(one == value or one.lower() == value.lower() for one in given)
            case "vargte":
                return any(float(one) >= float(value) for one in given)
            case "varlte":
                return any(float(one) <= float(value) for one in given)
        raise AssertionError(kind)

    score, shown = 0.0, []
    for condition in item.iterfind("q:resprocessing/q:respcondition", NS):
        if holds(condition.find("q:conditionvar", NS)):
            setvar = condition.find("q:setvar", NS)
            if setvar is not None:
                score = float(setvar.text) + (score if setvar.get("action") == "Add" else 0)
            shown += [f.get("linkrefid") for f in condition.iterfind("q:displayfeedback", NS)]
            if condition.get("continue") == "No":
                break
    said = {f.get("ident"): f.findtext(".//q:mattext", "", NS) for f in item.iterfind("q:itemfeedback", NS)}
    return score, [said[name] for name in shown]


def test_the_manifest_names_every_file_of_the_package_and_no_other(package, parts):
    manifest = ET.fromstring(package.read("imsmanifest.xml"))
    assert {f.get("href") for f in manifest.iterfind(".//p:file", NS)} | {"imsmanifest.xml"} == set(package.namelist())
    kinds = [r.get("type") for r in manifest.iterfind(".//p:resource", NS)]
    assert kinds.count("imsqti_xmlv1p2") == len(parts)
    known = {r.get("identifier") for r in manifest.iterfind(".//p:resource", NS)}
    assert {d.get("identifierref") for d in manifest.iterfind(".//p:dependency", NS)} <= known


def test_an_independent_reader_of_qti_finds_the_same_questions_options_and_right_ones(library, package, items):
    """The package qti2latex reads what Canvas exports: kind, question, options, the right ones, what else is accepted."""
    reader = pytest.importorskip("qti2latex", reason="the package qti2latex is not installed")
    read = [
        node
        for name in package.namelist()
        if name.endswith(".xml") and name != "imsmanifest.xml"
        for node in reader.findall_anyns(ET.fromstring(package.read(name)), "item")
    ]
    assert len(read) == len(items)
    for node in read:
        without_feedback(node)
        item, meta = items[node.get("title")], reader.get_qti_metadata(node)
        assert (
            plain(inline(library, item.prompt)) in plain(reader.get_item_stem(node))
            and float(meta["points_possible"]) > 0
        )
        if isinstance(item, (i.Choice, i.Choices, i.PassageItem)):
            assert reader.guess_type(meta, node) == (
                "multiple_answers_question" if isinstance(item, i.Choices) else "multiple_choice_question"
            )
            offered, right = (
                dict(reader.get_choices(node)),
                [item.answer] if isinstance(item, i.Choice) else item.answer,
            )
            assert sorted(offered[ident] for ident in reader.get_correct_idents(node)) == sorted(
                text_of(library, item, option) for option in item.option if option.id in right
            ), item.id
        if isinstance(item, i.Short):
            assert reader.get_correct_idents(node) >= set(item.answer)


def without_feedback(node: ET.Element) -> None:
    """Take out the conditions that only show a sentence: qti2latex takes every condition for a mark."""
    processing = node.find("q:resprocessing", NS)
    for condition in processing.findall("q:respcondition", NS):
        if condition.find("q:setvar", NS) is None:
            processing.remove(condition)


def text_of(library, item, option) -> str:
    """How an option stands in an export: a passage by its opening sentence."""
    return inline(library, opening_sentence(library, option.id) if isinstance(item, i.PassageItem) else option.text)


def test_qti_holds_every_item_as_the_right_kind(read_qti, items):
    kinds = {
        i.Choice: "multiple_choice",
        i.Choices: "multiple_answers",
        i.PassageItem: "multiple_choice",
        i.Order: "matching",
        i.Match: "matching",
        i.Sort: "matching",
        i.Number: "numerical",
        i.Short: "short_answer",
        i.Written: "essay",
    }
    assert {name: entry(node, "question_type") for name, node in read_qti.items()} == {
        name: f"{kinds[type(item)]}_question" for name, item in items.items()
    }


def test_no_name_in_a_qti_item_stands_twice_and_every_feedback_is_used(read_qti):
    for name, node in read_qti.items():
        said = [f.get("ident") for f in node.iterfind("q:itemfeedback", NS)]
        assert sorted(said) == sorted({f.get("linkrefid") for f in node.iterfind(".//q:displayfeedback", NS)}), name
    assert len({node.get("ident") for node in read_qti.values()}) == len(read_qti)


def test_qti_marks_each_choice_as_the_course_does_and_says_its_sentence(library, read_qti, items):
    for name, item in items.items():
        if isinstance(item, (i.Choice, i.PassageItem)):
            right = {item.answer} if isinstance(item, i.Choice) else set(item.answer)
            expected = {inline(library, o.why): 100 * (o.id in right) for o in item.option}
            found = {}
            for ident in options(read_qti[name]):
                score, said = marked(read_qti[name], {"response1": [ident]})
                found |= {why: score for why in said if not why.startswith("<p>Read again")}
            assert found == expected, name


def test_qti_marks_all_right_options_and_nothing_else_as_right(library, read_qti, items):
    for name, item in items.items():
        if isinstance(item, i.Choices):
            right = {inline(library, o.text) for o in item.option if o.id in item.answer}
            idents = options(read_qti[name])
            chosen = [ident for ident, text in idents.items() if text in right]
            assert marked(read_qti[name], {"response1": chosen})[0] == 100
            assert (
                marked(read_qti[name], {"response1": chosen[1:]})[0]
                == marked(read_qti[name], {"response1": list(idents)})[0]
                == 0
            )
            said = " ".join(marked(read_qti[name], {"response1": [i for i in idents if i not in chosen]})[1])
            assert all((inline(library, o.why) in said) != (o.id in item.answer) for o in item.option), name


def test_qti_marks_cards_in_their_places_and_tells_the_misplaced_why(library, read_qti, items):
    for name, item in items.items():
        match item:
            case i.Order():
                place = {inline(library, o.text): (str(i), o.why) for i, o in enumerate(item.option, start=1)}
            case i.Match():
                place = {inline(library, p.left): (library.text(p.right), p.why) for p in item.pair}
            case i.Sort():
                boxes = {box.id: library.text(box.text) for box in item.bin}
                place = {inline(library, card.text): (boxes[card.bin], card.why) for card in item.card}
            case _:
                continue
        right = {}
        for response in read_qti[name].iterfind(".//q:response_lid", NS):
            wanted = place[response.findtext("q:material/q:mattext", "", NS)][0]
            right[response.get("ident")] = [ident for ident, text in options(response).items() if text == wanted]
        assert all(len(idents) == 1 for idents in right.values()) and len(right) == len(place)
        assert marked(read_qti[name], right)[0] == pytest.approx(100, abs=0.1), name
        score, said = marked(read_qti[name], {})
        assert score == 0 and {inline(library, why) for _, why in place.values()} <= set(said), name


def test_qti_takes_numbers_within_the_tolerance_and_every_form_of_a_word(library, read_qti, items):
    for name, item in items.items():
        if isinstance(item, i.Number):
            value = library.number(item.answer)
            for off, score in (
                (0, 100),
                (0.99 * item.tolerance, 100),
                (-0.99 * item.tolerance, 100),
                (1.01 * item.tolerance + 1e-6, 0),
            ):
                assert marked(read_qti[name], {"response1": [repr(value + off)]})[0] == score, name
        if isinstance(item, i.Short):
            assert all(marked(read_qti[name], {"response1": [form]})[0] == 100 for form in item.answer), name
        if isinstance(item, (i.Number, i.Short)):
            right = [str(library.number(item.answer))] if isinstance(item, i.Number) else [item.answer[0]]
            assert inline(library, item.why) in marked(read_qti[name], {"response1": right})[1]
            score, said = marked(read_qti[name], {"response1": ["-987654"]})
            assert score == 0 and all(
                inline(library, why) in " ".join(said) for why in (item.otherwise, *whys(item))
            ), name


def test_qti_gives_a_written_task_its_points_its_model_and_its_rubric(library, read_qti, items):
    for name, item in items.items():
        if isinstance(item, i.Written):
            said = " ".join(marked(read_qti[name], {"response1": ["words"]})[1])
            assert blocks(library, item.model) in said
            assert all(inline(library, level.text) in said for criterion in item.criterion for level in criterion.level)
            assert float(entry(read_qti[name], "points_possible")) == sum(
                max(level.points for level in c.level) for c in item.criterion
            )


def test_the_key_of_a_number_says_how_near_is_right():
    assert (
        solution(Figure(0.56, 0.04, "per cent", "Yes.", "")) == "<p><b>0.56 per cent (right within 0.04)</b> Yes.</p>"
    )


# --- exercises and their key ---------------------------------------------------------------------------------------


@pytest.fixture
def keyless(course):
    shutil.rmtree(course / "exercises/key")
    return Library(course)


@pytest.mark.parametrize(("form", "key"), [("gift", False), ("moodle", False), ("qti", False), ("paper", True)])
def test_an_export_that_needs_the_key_is_refused_without_it(keyless, tmp_path, form, key):
    with pytest.raises(CourseError, match="are not in this copy of the course"):
        export(keyless, form, tmp_path / "out", exercise=EXERCISE, key=key)
    assert not (tmp_path / "out").exists()


def test_a_task_the_key_forgot_is_named(course, tmp_path):
    path = course / f"exercises/key/{EXERCISE}.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('task = "share-2003"', 'task = "share-2004"'), encoding="utf-8"
    )
    with pytest.raises(CourseError, match="no answer to share-2003"):
        export(Library(course), "gift", tmp_path / "out", exercise=EXERCISE)


@pytest.mark.parametrize("form", FORMS)
def test_an_exercise_goes_out_in_every_form(library, tmp_path, form):
    assert "8 questions" in export(library, form, tmp_path, exercise=EXERCISE)[0]


def test_what_an_exercise_loses_on_the_way_is_said(library, tmp_path):
    said = export(library, "gift", tmp_path, exercise="06-bureaucrats")

    assert any(line.startswith("Not carried: what varies from student to student") for line in said)
    assert any(line.startswith("Not carried: the table of three-partners") for line in said)


@pytest.mark.slow
@pytest.mark.parametrize("name", x.names(Path(__file__).resolve().parents[2]))
def test_parsers_that_others_wrote_find_every_question_of_an_exercise_and_its_right_options(library, parse_gift, name):
    part = exercise_part(library, name)
    picks = {
        q.id: {plain(option.text) for option in q.shape.options if option.weight > 0}
        for q in part.questions
        if isinstance(q.shape, Pick)
    }

    gift_ = {q["id"]: q for q in parse_gift(gift.written([part], "Reading Room")) if q["type"] != "Category"}
    assert set(gift_) == {q.id for q in part.questions}
    assert {
        id_: {plain(c["text"]["text"]) for c in gift_[id_]["choices"] if c["isCorrect"] or (c["weight"] or 0) > 0}
        for id_ in picks
    } == picks

    parser = pytest.importorskip("moodle_xml_parser.parser", reason="the package moodle-xml-parser is not installed")
    read = {q.name: q for q in parser.parse_bytes(moodle.written([part], "Reading Room"))["multichoice"]}
    assert {id_: {plain(o.answer) for o in q.options if o.score_fraction > 0} for id_, q in read.items()} == picks

    reader = pytest.importorskip("qti2latex", reason="the package qti2latex is not installed")
    zipped = zipfile.ZipFile(io.BytesIO(qti.written([part], "Reading Room")))
    nodes = [
        node
        for file in zipped.namelist()
        if file.endswith(".xml") and file != "imsmanifest.xml"
        for node in reader.findall_anyns(ET.fromstring(zipped.read(file)), "item")
    ]
    assert {node.get("title") for node in nodes} == {q.id for q in part.questions}
    for node in nodes:
        without_feedback(node)
    assert {
        node.get("title"): {plain(dict(reader.get_choices(node))[ident]) for ident in reader.get_correct_idents(node)}
        for node in nodes
        if node.get("title") in picks
    } == picks


# --- what is said of it --------------------------------------------------------------------------------------------

EVERY_SHAPE = [
    Question(
        "pick",
        "",
        Pick((Option("a", 100, "x"), Option("b", 100, "y"), Option("c", 0, "z")), mixed=False),
        tags=("before",),
    ),
    Question(
        "ticks", "", Pick((Option("a", 50, ""), Option("b", 50, ""), Option("c", -50, "")), many=True), dated=True
    ),
    Question("order", "", Ordering((Card("a", "1", ""), Card("b", "2", "")), (Card("b", "2", ""), Card("a", "1", "")))),
    Question("cards", "", Placing((Card("a", "A", ""),), ("A", "B"), (Decoy("B", "no"),))),
    Question("number", "", Figure(1, 0, "", "", "", (WrongNumber(2, 0, "no"),)), points=2),
    Question("words", "", Words(("a",), "", "", (WrongWords(("b",), "no"),))),
    Question("essay", "", Essay("<p>m</p>", (Criterion("c", ((0, "n"), (1, "y"))),))),
]


@pytest.mark.parametrize(
    ("table", "phrase", "ids"),
    [
        (gift.LOSSES, "certainty", "pick, ticks, order, cards, number, words"),
        (gift.LOSSES, "asked before reading", "pick"),
        (gift.LOSSES, "link from figures", "ticks"),
        (gift.LOSSES, "order by its pairs", "order"),
        (gift.LOSSES, "each card or line alone", "order, cards"),
        (gift.LOSSES, "uses a decoy", "cards"),
        (gift.LOSSES, "the points", "number"),
        (gift.LOSSES, "rubric as a form", "essay"),
        (moodle.LOSSES, "Kendall's tau", "order"),
        (moodle.LOSSES, "overlooking of accents", "words"),
        (qti.LOSSES, "foreseen mistake alone", "number, words"),
        (qti.LOSSES, "more than one option is accepted", "pick"),
        (qti.LOSSES, "half-right choice", "ticks"),
        (qti.LOSSES, "the tags", "pick"),
    ],
)
def test_what_a_format_cannot_carry_is_one_line_with_the_items(table, phrase, ids):
    (line,) = [line for line in losses(one_part(*EVERY_SHAPE), table) if phrase in line]
    assert line.endswith(f": {ids}")


def test_what_is_not_lost_is_not_mentioned():
    assert losses(one_part(asked(Essay("", ()))), [CERTAINTY, *ALWAYS, TAGS]) == []


@pytest.mark.slow
def test_the_command_writes_into_a_folder_and_says_what_is_lost(root, tmp_path):
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "readingroom",
            "export",
            "gift",
            "--out",
            tmp_path,
            "--quiz",
            "realism",
            "--quiz",
            "start",
        ],
        cwd=root,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    first, *rest = done.stdout.splitlines()
    assert first.startswith(f"{tmp_path / 'reading-room-realism-start.gift.txt'}: ")
    assert rest and all(line.startswith("Not carried: ") for line in rest)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["qti", "--key"], "--key is for the paper"),
        (["paper", "--quiz", "start", "--exercise", EXERCISE], "not both"),
        (["gift", "--quiz", "relism"], "did you mean 'realism'"),
    ],
)
def test_a_command_that_asks_for_the_impossible_is_refused_in_a_sentence(root, tmp_path, words, says):
    done = subprocess.run(
        [sys.executable, "-m", "readingroom", "export", *words, "--out", tmp_path],
        cwd=root,
        capture_output=True,
        text=True,
    )
    assert (
        done.returncode == 1 and says in done.stderr and "Traceback" not in done.stderr and not list(tmp_path.iterdir())
    )
