// Which cells of a notebook may be run unasked: the course's own plain calls, and nothing else.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

import { OPENERS, courseCells } from "../../readingroom/lab/labextensions/readingroom/static/course-cells.js";

const ROOT = new URL("../../", import.meta.url);
const OPENING = 'from readingroom.notebook import open_section\nlesson = open_section("opening")';
const CALLS = ["lesson.before()", "lesson.read()", 'lesson.chart("growth")', 'lesson.chart("growth", predict=True)'];
/** The places that are run of a lesson with this one cell more. */
const runOf = (cell) => courseCells([OPENING, cell])?.places.includes(1) ?? false;
const isOpening = (cell) => courseCells([cell, "lesson.read()"]) !== null;

test("the opening cell and plain calls of what it opened are the course's own", () => {
  const lesson = courseCells([OPENING, ...CALLS]);

  assert.deepEqual(lesson, { places: [0, 1, 2, 3, 4], names: ["lesson"] });
});

test("an exercise opens the course and itself in one line", () => {
  const opening =
    'from readingroom.notebook import open_course, open_exercise\n\ncourse, exercise = open_course(), open_exercise("01-a")';
  const cells = [opening, 'exercise.task("a")', 'course.quiz("start")', "exercise.hand_in()", 'course.data("trade")'];

  assert.deepEqual(courseCells(cells), { places: [0, 1, 2, 3], names: ["course", "exercise"] });
});

test("the opening cell may say what is missing where the course is", () => {
  const opening = (says) =>
    `try: from readingroom.notebook import open_section\nexcept ImportError: ${says}\nlesson = open_section("opening")`;

  assert.ok(isOpening(opening('raise SystemExit("Not here. It\'s elsewhere.") from None')));
  for (const says of [
    'raise SystemExit("a" + open("x", "w").name) from None',
    'raise SystemExit(f"{open(1)}") from None',
    'raise SystemExit("\\x41") from None',
    'raise SystemExit("a"); print("b") from None',
    "pass",
    'raise SystemExit("a") from None\nimport os',
  ]) {
    assert.equal(isOpening(opening(says)), false, says);
  }
});

const HOSTILE = [
  'lesson.read(); __import__("os").system("touch x")',
  "lesson.read();",
  'lesson.chart(open("x", "w"))',
  'lesson.chart(f"{1}")',
  'lesson.chart("a" "b")',
  'lesson.chart("a".lower())',
  'lesson.chart("growth", predict=print())',
  'lesson.chart("growth", predict=True, x=1)',
  'lesson.chart(*"a")',
  "lesson.chart('growth')",
  'lesson.chart("a\\x27")',
  'getattr(lesson, "read")()',
  "lesson.read.__globals__()",
  "lesson._library()",
  "lesson.__class__()",
  "lesson.constructor()",
  "lesson.hasOwnProperty()",
  "lesson.data()",
  "lesson.read()()",
  "lesson.read().save()",
  "lesson.read() # a comment",
  "lesson.read()\nlesson.read()",
  "lesson.read()\n",
  "lesson.read()\r",
  "lesson.read()\u2028import os",
  " lesson.read()",
  "lesson .read()",
  "lesson.read ()",
  "%lesson.read()",
  "!lesson.read()",
  "lesson.read()?",
  "%%bash\nlesson.read()",
  "await lesson.read()",
  "x = lesson.read()",
  "(lesson.read())",
  "lesson.read(1)",
  'lesson.quiz("start")',
  "lesson.map()",
  "other.read()",
  "ⅼesson.read()",
  "lesson.ｒead()",
  "import os",
  "",
];
for (const cell of HOSTILE) {
  test(`nobody runs ${JSON.stringify(cell)} unasked`, () => assert.equal(runOf(cell), false));
}

const NO_OPENINGS = [
  'from evil import open_section\nlesson = open_section("opening")',
  'from readingroom.notebook.evil import open_section\nlesson = open_section("opening")',
  'from readingroom import open_section\nlesson = open_section("opening")',
  'from readingroom.notebook import open_section as read\nlesson = open_section("opening")',
  'from readingroom.notebook import open_course\nlesson = open_section("opening")',
  'from readingroom.notebook import open_section; import os\nlesson = open_section("opening")',
  'from readingroom.notebook import open_section\nlesson = open_section("opening"); import os',
  "from readingroom.notebook import open_section\nlesson = open_section(input())",
  'from readingroom.notebook import open_section\nlesson = open_section("opening").read()',
  'from readingroom.notebook import open_section\nlesson = open_section("opening")\nimport os',
  'import os\nfrom readingroom.notebook import open_section\nlesson = open_section("opening")',
  'from readingroom.notebook import open_section\nprint = open_section("opening")',
  'from readingroom.notebook import open_section\n__builtins__ = open_section("opening")',
  'from readingroom.notebook import open_section\nlesson.read = open_section("opening")',
  'from readingroom.notebook import open_section\nlesson, lesson = open_section("a"), open_section("b")',
  "from readingroom.notebook import open_everything\nlesson = open_everything()",
  "from readingroom.notebook import *",
  'lesson = open_section("opening")',
];
for (const cell of NO_OPENINGS) {
  test(`${JSON.stringify(cell)} opens no lesson`, () => assert.equal(isOpening(cell), false));
}

test("nothing runs where the opening cell is not the first", () => {
  assert.equal(courseCells(["1 + 1", OPENING, ...CALLS]), null);
});

const TAKEN = [
  'lesson = __import__("os")',
  "x, lesson = 1, 2",
  "lesson: object = 1",
  "lesson += 1",
  "(lesson := 1)",
  "lesson.read = print",
  "from evil import lesson",
  "from evil import nothing as lesson",
  "def lesson(): pass",
  "class lesson: pass",
  "for lesson in []: pass",
  "with x as lesson: pass",
  "del lesson",
  "global lesson",
  "open_section = print",
  "def open_course(): pass",
  OPENING,
];
for (const cell of TAKEN) {
  test(`nothing at all runs beside ${JSON.stringify(cell)}`, () => {
    assert.equal(courseCells([OPENING, ...CALLS, cell]), null);
  });
}

const HARMLESS = [
  'trade = lesson.data("trade")',
  "# the lesson = a comment",
  'print("lesson = nothing")',
  "lesson",
  'for row in lesson.data("trade").itertuples(): print(row)',
  "x == lesson",
  "lessons = 3",
];
for (const cell of HARMLESS) {
  test(`a learner's ${JSON.stringify(cell)} keeps nothing from opening, and is not run`, () => {
    assert.deepEqual(courseCells([OPENING, "lesson.read()", cell])?.places, [0, 1]);
  });
}

// A generator of numbers that is the same at each run.
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

test("of 20,000 calls with one character put in, taken out or changed, none that runs is more than a plain call", () => {
  const plain = /^lesson\.[a-z_]+\((?:"[A-Za-z0-9_-]+"(?:, predict=(?:True|False))?)?\)$/;
  const signs = [..." \t\n\r;:#%!?.,()[]{}'\"\\=*@`~$&|+-_0aZé\u2028\u00a0ⅼ"];
  const below = numbers(12);
  for (let count = 0; count < 20_000; count++) {
    const call = CALLS[below(CALLS.length)];
    const place = below(call.length + 1);
    const cell = call.slice(0, place) + ["", signs[below(signs.length)]][below(2)] + call.slice(place + below(2));
    if (runOf(cell)) assert.match(cell, plain);
  }
});

test("of 5,000 cells made of pieces of code, only whole plain calls run", () => {
  const pieces = [
    "lesson",
    ".read()",
    ".chart(",
    '"growth"',
    ")",
    ";",
    "\n",
    "import os",
    " = ",
    "exec(",
    "f",
    "()",
    ".",
    "[0]",
    "#",
  ];
  const below = numbers(3);
  for (let count = 0; count < 5000; count++) {
    const cell = Array.from({ length: 1 + below(6) }, () => pieces[below(pieces.length)]).join("");
    if (runOf(cell)) assert.match(cell, /^lesson\.(?:read\(\)|chart\("growth"\))$/);
  }
});

const notebooks = ["notebooks", "exercises"].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT))
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => `${folder}/${name}`),
);
for (const name of notebooks) {
  test(`${name} opens ready, its own calls folded away and the learner's cells open`, () => {
    const { cells } = JSON.parse(readFileSync(new URL(name, ROOT), "utf8"));
    const code = cells.filter((cell) => cell.cell_type === "code");
    const folded = code.flatMap((cell, place) => (cell.metadata.jupyter?.source_hidden ? [place] : []));

    const { places } = courseCells(code.map((cell) => cell.source.join("")));
    // A page on Python itself shows all of its code.
    assert.deepEqual(folded, places.length > 1 ? places : []);
  });
}

test("every call that a lesson's cell may have is on the list, but those whose result the learner works with", () => {
  const methods = (file, from) =>
    [
      ...readFileSync(new URL(file, ROOT), "utf8")
        .split(from)[1]
        .split(/^class /m)[0]
        .matchAll(/^ {4}def ([a-z]\w*)\(/gm),
    ].map(([, name]) => name);
  const lesson = "readingroom/parts/lesson.py";
  const part = methods(lesson, "class Part(");
  const theirs = ["data", "rows", "check"];
  const known = Object.values(OPENERS).map(({ calls }) => Object.keys(calls));
  const made = [
    [...part, ...methods(lesson, "class SectionLesson(")],
    [...part, ...methods(lesson, "class WholeCourse(")],
    methods("readingroom/parts/exercise/exercise.py", "class OpenExercise("),
  ];

  for (const [place, calls] of made.entries()) {
    assert.deepEqual(calls.filter((call) => !theirs.includes(call)).sort(), known[place].sort());
  }
});
