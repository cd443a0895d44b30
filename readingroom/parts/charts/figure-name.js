// A plotly figure has neither role nor name: its place in the page gets both, once the host has made that place.

/**
 * Name the figure of the chart that `el` stands in; returns what stops waiting for it.
 *
 * @param {string} title
 * @param {HTMLElement} el
 */
export function nameFigure(title, el) {
  const name = () => {
    const figure = el.closest(".rr-chart")?.querySelector(".rr-figure");
    figure?.setAttribute("role", "figure");
    figure?.setAttribute("aria-label", `Chart: ${title} (the same figures stand in a table below)`);
    return Boolean(figure);
  };
  const watch = new MutationObserver(() => {
    if (name()) watch.disconnect();
  });
  if (!name()) watch.observe(document.body, { childList: true, subtree: true });
  return () => watch.disconnect();
}
