// Run in a page that shows charts: every text of a figure that lies on another text or on a line, as sentences.
() => {
  const STEP = 2; // pixels between two points of a line that are looked at
  const words = (text) => text.textContent.replace(/\s+/g, " ").trim();
  const box = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left: left + 1, right: right - 1, top: top + 2, bottom: bottom - 2 }; // a letter's own white is not counted
  };
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const points = (path) => {
    const matrix = path.getScreenCTM();
    const length = path.getTotalLength();
    const found = [];
    for (let at = 0; at <= length; at += STEP) {
      const { x, y } = path.getPointAtLength(at).matrixTransform(matrix);
      found.push({ left: x - 1, right: x + 1, top: y - 1, bottom: y + 1 });
    }
    return found;
  };
  const faults = [];
  const figures = [...document.querySelectorAll(".js-plotly-plot, .rr-still")].filter((each) => each.getClientRects().length);
  for (const figure of figures) {
    const edge = figure.getBoundingClientRect();
    const rows = (text) => (text.querySelector("tspan.line") ? [...text.querySelectorAll("tspan.line")] : [text]);
    const texts = [...figure.querySelectorAll("text")].flatMap((text) =>
      rows(text)
        .filter((row) => words(row) && row.getBoundingClientRect().width)
        .map((row) => ({ says: words(row), text, ...box(row) })),
    );
    const lines = [...figure.querySelectorAll(".scatterlayer path.js-line, .shapelayer path, .rr-drawn-line, .rr-level")].flatMap(points);
    const signs = [...figure.querySelectorAll(".scatterlayer .points path, .rr-point")].map(box);
    texts.forEach((text, i) => {
      for (const other of texts.slice(i + 1)) {
        if (other.text !== text.text && meet(text, other))
          faults.push(`${figure.id}: "${text.says}" lies on "${other.says}"`);
      }
      if (lines.some((point) => meet(text, point))) faults.push(`${figure.id}: "${text.says}" lies on a line`);
      if (signs.some((sign) => meet(text, sign))) faults.push(`${figure.id}: "${text.says}" lies on a point`);
      if (text.left < edge.left - 2 || text.right > edge.right + 2)
        faults.push(`${figure.id}: "${text.says}" is cut off`);
    });
  }
  return { figures: figures.length, faults };
};
