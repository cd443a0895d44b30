// Makes a lesson's hand-in as a page does, from a file with [about, lines]. test_lesson_hand_in.py runs it:
// node tests/javascript/make-lesson-file.mjs FILE

import { readFileSync } from "node:fs";

import { lessonFile } from "../../readingroom/parts/hand_in/lesson-file.js";

const [about, lines] = JSON.parse(readFileSync(process.argv[2], "utf8"));
process.stdout.write(JSON.stringify(lessonFile(about, lines)));
