// A section's paragraphs and notes, read back from the prose on the page (as_prose.py wrote it), so that they come over the wire once.

export function paragraphsOf(prose) {
  return [...prose.querySelectorAll(".rr-paragraph")].map((paragraph) => ({
    id: paragraph.id.replace("rr-p-", ""),
    number: Number(paragraph.querySelector(".rr-number").textContent.replace(/\D+/g, "")),
    role: paragraph.querySelector(".rr-role").textContent,
    gist: paragraph.querySelector(".rr-gist").innerHTML,
    notes: [...paragraph.querySelectorAll(".rr-note")].map((note) => ({
      kind: note.dataset.kind,
      level: note.dataset.level,
      habit: note.dataset.habit,
      html: note.querySelector("p:not(.rr-note-head)").innerHTML,
      sources: [...note.querySelectorAll(".rr-sources li")].map((source) => source.innerHTML),
    })),
  }));
}
