// Documents to open elsewhere, each with a question that only its reader can answer; the answer comes after a try.

/** @import { RenderArguments } from "../base/types.js" */
/** @import { DocumentsContent } from "./types.js" */

import { h } from "../base/dom.js";
import { failingInPlace } from "../base/failure.js";
import { createSaver, showSaveStatus } from "../base/save.js";
import { itemCard } from "../quiz/item.js";
import { answeredText } from "./answered-text.js";
import { documentCard } from "./document-card.js";
import { offlineNotice } from "./offline-notice.js";

/** @param {RenderArguments} host */
function renderPart({ model, el }) {
  /** @type {DocumentsContent} */
  const content = model.get("content");
  const saver = createSaver(model);
  const quiz = { quiz: content.quiz, section: content.section, isOpenBook: true };
  const questions = content.documents.map(({ item }) => itemCard(item, 0, quiz, model, saver));
  const offline = offlineNotice();
  const score = h("p", { class: "rr-score" });
  const saved = h("p", { class: "rr-kept" });
  showSaveStatus(saver, saved);

  const refresh = () => {
    questions.forEach((question) => question.refresh());
    score.textContent = answeredText(questions.map((question) => question.answer()));
  };
  model.on("change:state", refresh);
  el.classList.add("rr");
  el.append(
    h(
      "section",
      { class: "rr-documents", "aria-label": content.title },
      h(
        "div",
        { class: "rr-ledger-head" },
        h("h3", {}, content.title),
        h(
          "p",
          {},
          "Do not take our word for it. Open a document, find the place, and answer from what you read there. Each " +
            "answer is explained after your first try.",
        ),
        offline.element,
        h("div", { class: "rr-document-status" }, score, saved),
      ),
      content.documents.map((source, i) => documentCard(source, content.section, questions[i].element)),
    ),
  );
  refresh();
  return () => {
    offline.stop();
    model.off("change:state", refresh);
    saver.stop();
  };
}

const render = failingInPlace(renderPart);

export default { render };
