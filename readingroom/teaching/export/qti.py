"""QTI 1.2 in the dialect of Canvas: a zip with a manifest and, for each part, the assessment and its settings.

Canvas knows answers by numbers and feedback by names (general_fb, correct_fb, general_incorrect_fb, NUMBER_fb); both
are kept.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import TypeVar
from xml.etree import ElementTree as ET

from .limitations import ALWAYS, CERTAINTY, DECOYS, ESSAYS, MISTAKES, NUMBERS, PLACES, SEVERAL, TAGS, WORDS
from .questions import Essay, Figure, Loss, Ordering, Part, Pick, Placing, Question, Shape, Words, plain_number
from .solutions import misplaced, not_these, solution
from .xml import add, document

LOSSES: list[Loss] = [
    CERTAINTY,
    *ALWAYS,
    TAGS,
    PLACES,
    DECOYS,
    NUMBERS,
    WORDS,
    MISTAKES,
    ESSAYS,
    SEVERAL,
    (
        "part of the points for a half-right choice: Canvas gives it by its own rule, which is "
        "the course's, other programs may give none",
        lambda q: isinstance(q.shape, Pick) and q.shape.many,
    ),
    (
        "what is said to a card that was put rightly: it is shown only to whoever put it wrongly",
        lambda q: isinstance(q.shape, (Placing, Ordering)),
    ),
]
_XSI = {"xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance"}
_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_SETTINGS = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
_FIRST_ANSWER, _FIRST_PLACE = 1001, 2001


def written(parts: Iterable[Part], _course: str = "") -> bytes:
    """Return the package; everything in it bears one date, so that the same questions give the same bytes."""
    parts = list(parts)
    files = {"imsmanifest.xml": _manifest(parts)}
    for part in parts:
        files[f"{_ident(part)}/{_ident(part)}.xml"] = assessment(part)
        files[f"{_ident(part)}/assessment_meta.xml"] = _settings(part)
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    return package.getvalue()


def _ident(part: Part) -> str:
    return f"{part.course}-{part.name}"


def _root(tag: str, namespace: str, schema: str, **attributes: str) -> ET.Element:
    return ET.Element(tag, {**attributes, "xmlns": namespace, **_XSI, "xsi:schemaLocation": f"{namespace} {schema}"})


def _manifest(parts: list[Part]) -> bytes:
    root = _root(
        "manifest",
        _PACKAGE,
        "http://www.imsglobal.org/xsd/imscp_v1p1.xsd",
        identifier=parts[0].course if parts else "course",
    )
    metadata = add(root, "metadata")
    add(metadata, "schema", "IMS Content")
    add(metadata, "schemaversion", "1.1.3")
    add(root, "organizations")
    resources = add(root, "resources")
    for part in parts:
        name, meta = _ident(part), f"{_ident(part)}-settings"
        questions = add(resources, "resource", identifier=name, type="imsqti_xmlv1p2")
        add(questions, "file", href=f"{name}/{name}.xml")
        add(questions, "dependency", identifierref=meta)
        about = f"{name}/assessment_meta.xml"
        settings = add(resources, "resource", identifier=meta, type=_SETTINGS, href=about)
        add(settings, "file", href=about)
    return document(root)


def _settings(part: Part) -> bytes:
    root = _root("quiz", _CANVAS, "https://canvas.instructure.com/xsd/cccv1p0.xsd", identifier=_ident(part))
    # The options stand in the course's own shuffle, and paragraphs in the order of the text.
    for tag, text in {
        "title": part.title,
        "shuffle_answers": "false",
        "scoring_policy": "keep_highest",
        "quiz_type": "assignment",
        "points_possible": plain_number(sum(question.points for question in part.questions)),
        "allowed_attempts": "1",
        "available": "false",
    }.items():
        add(root, tag, text)
    return document(root)


def assessment(part: Part) -> bytes:
    """Return the questions of one part."""
    root = _root("questestinterop", _QTI, "http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd")
    node = add(root, "assessment", ident=_ident(part), title=part.title)
    _field(add(node, "qtimetadata"), "cc_maxattempts", "1")
    section = add(node, "section", ident="root_section")
    for question in part.questions:
        _item(section, question, f"{_ident(part)}-{question.id}")
    return document(root)


def _item(section: ET.Element, question: Question, ident: str) -> None:
    shape = question.shape
    if isinstance(shape, Ordering):  # QTI 1.2 as Canvas reads it has no ordering
        shape = Placing(shape.offered, tuple(line.place for line in shape.lines))
    item = add(section, "item", ident=ident, title=question.id)
    fields = add(add(item, "itemmetadata"), "qtimetadata")
    _field(fields, "question_type", _type(shape))
    _field(fields, "points_possible", plain_number(question.points))
    _field(fields, "original_answer_ids", ",".join(str(number) for number, _ in _numbered(_answers(shape))))
    presentation = add(item, "presentation")
    place_note = "<p>Give each its place; 1 is the first.</p>" if isinstance(question.shape, Ordering) else ""
    _material(presentation, question.asked + place_note)
    _presented(presentation, shape)
    texts = {name: text for name, text in _said(question, shape).items() if text}
    _processed(item, shape, texts)
    for name, text in texts.items():
        _material(add(add(item, "itemfeedback", ident=name), "flow_mat"), text)


def _type(shape: Pick | Placing | Figure | Words | Essay) -> str:
    match shape:
        case Pick(many=many):
            return "multiple_answers_question" if many else "multiple_choice_question"
        case Placing():
            return "matching_question"
        case Figure():
            return "numerical_question"
        case Words():
            return "short_answer_question"
    return "essay_question"


Answer = TypeVar("Answer")


def _answers(shape: Shape) -> Sequence[object]:
    match shape:
        case Pick(options=answers) | Placing(cards=answers) | Words(forms=answers):
            return answers
    return ()


def _numbered(answers: Iterable[Answer]) -> list[tuple[int, Answer]]:
    return list(enumerate(answers, start=_FIRST_ANSWER))


def _whys(whys: Iterable[str]) -> dict[str, str]:
    return {f"{number}_fb": why for number, why in _numbered(whys)}


def _said(question: Question, shape: Pick | Placing | Figure | Words | Essay) -> dict[str, str]:
    match shape:
        case Pick(options=options):
            return {"general_fb": question.to_all} | _whys(option.why for option in options)
        case Placing(cards=cards, decoys=decoys):
            return {"general_fb": misplaced(decoys) + question.to_all} | _whys(card.why for card in cards)
        case Figure() | Words():
            wrong = f"<p>{shape.otherwise}</p>" if shape.otherwise else ""
            return {
                "general_fb": question.to_all,
                "correct_fb": shape.why,
                "general_incorrect_fb": wrong + not_these(shape),
            }
    return {"general_fb": solution(shape) + question.to_all}


# --- what is shown -------------------------------------------------------------------------------------------------


def _presented(presentation: ET.Element, shape: Pick | Placing | Figure | Words | Essay) -> None:
    match shape:
        case Pick():
            response = add(
                presentation, "response_lid", ident="response1", rcardinality="Multiple" if shape.many else "Single"
            )
            choices = add(response, "render_choice")
            for number, option in _numbered(shape.options):
                _material(add(choices, "response_label", ident=str(number)), option.text)
        case Placing():
            for number, card in _numbered(shape.cards):
                response = add(presentation, "response_lid", ident=f"response_{number}")
                _material(response, card.text)
                choices = add(response, "render_choice")
                for place, text in enumerate(shape.places, start=_FIRST_PLACE):
                    add(add(add(choices, "response_label", ident=str(place)), "material"), "mattext", text)
        case _:
            response = add(presentation, "response_str", ident="response1", rcardinality="Single")
            field = add(response, "render_fib", **({"fibtype": "Decimal"} if isinstance(shape, Figure) else {}))
            add(field, "response_label", ident="answer1", rshuffle="No")


def _material(parent: ET.Element, markup: str) -> None:
    add(add(parent, "material"), "mattext", markup, texttype="text/html")


def _field(fields: ET.Element, label: str, entry: str) -> None:
    field = add(fields, "qtimetadatafield")
    add(field, "fieldlabel", label)
    add(field, "fieldentry", entry)


# --- how it is marked ----------------------------------------------------------------------------------------------


def _processed(item: ET.Element, shape: Pick | Placing | Figure | Words | Essay, texts: dict[str, str]) -> None:
    processing = add(item, "resprocessing")
    add(add(processing, "outcomes"), "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    if "general_fb" in texts:
        add(_condition(processing, "general_fb", "Yes"), "other")
    match shape:
        case Pick():
            _picked(processing, shape, texts)
        case Placing():
            _placed(processing, shape, texts)
        case Figure():
            _figured(_condition(processing, "correct_fb" if "correct_fb" in texts else "", "No", "100"), shape)
        case Words():
            right = _condition(processing, "correct_fb" if "correct_fb" in texts else "", "No", "100")
            for form in shape.forms:
                _is(right, form)
        case Essay():
            add(_condition(processing, "", "No"), "other")
    if "general_incorrect_fb" in texts:
        add(_condition(processing, "general_incorrect_fb", "Yes"), "other")


def _picked(processing: ET.Element, shape: Pick, texts: dict[str, str]) -> None:
    for number, _ in _numbered(shape.options):
        if f"{number}_fb" in texts:
            _is(_condition(processing, f"{number}_fb", "Yes"), str(number))
    if shape.many:
        all_right = add(_condition(processing, "", "No", "100"), "and")
        for number, option in _numbered(shape.options):
            _is(all_right if option.weight > 0 else add(all_right, "not"), str(number))
    else:
        for number, option in _numbered(shape.options):
            if option.weight > 0:
                _is(_condition(processing, "", "No", "100"), str(number))


def _placed(processing: ET.Element, shape: Placing, texts: dict[str, str]) -> None:
    share = f"{100 / len(shape.cards):.2f}"
    for number, card in _numbered(shape.cards):
        place = str(_FIRST_PLACE + shape.places.index(card.place))
        _is(_condition(processing, "", "Yes", share, "Add"), place, f"response_{number}")
        if f"{number}_fb" in texts:
            _is(add(_condition(processing, f"{number}_fb", "Yes"), "not"), place, f"response_{number}")


def _figured(right: ET.Element, shape: Figure) -> None:
    either = add(right, "or")
    _is(either, plain_number(shape.answer))
    between = add(either, "and")
    add(between, "vargte", plain_number(shape.answer - shape.tolerance), respident="response1")
    add(between, "varlte", plain_number(shape.answer + shape.tolerance), respident="response1")


def _condition(processing: ET.Element, feedback: str, goes_on: str, score: str = "", action: str = "Set") -> ET.Element:
    """Append a condition with what follows from it, and return where its test goes."""
    condition = add(processing, "respcondition", **{"continue": goes_on})
    test = add(condition, "conditionvar")
    if score:
        add(condition, "setvar", score, action=action, varname="SCORE")
    if feedback:
        add(condition, "displayfeedback", feedbacktype="Response", linkrefid=feedback)
    return test


def _is(test: ET.Element, value: str, response: str = "response1") -> None:
    add(test, "varequal", value, respident=response)
