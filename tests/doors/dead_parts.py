"""What is dead on a plain page, asked of any engine: parts that never came, figures not drawn, items with no control."""

DEAD_PARTS = """async () => {
    const later = (ms) => new Promise((done) => setTimeout(done, ms));
    const unready = () => [...document.querySelectorAll(".rr-prose, .rr-waiting")];
    const end = performance.now() + 25_000;
    for (const part of document.querySelectorAll(".rr-part")) {
        part.scrollIntoView({ behavior: "instant" });
        await later(20);
    }
    while (unready().length && performance.now() < end) {
        unready()[0].scrollIntoView({ block: "center", behavior: "instant" });
        await later(50);
    }
    const name = (element) => element.closest("[data-module]")?.dataset.module ?? element.className;
    const isFree = (control) => !control.disabled;
    const isMute = (item) => ![...item.querySelectorAll("input, textarea, select, button")].some(isFree);
    const isUndrawn = (figure) => /could not be drawn/.test(figure.textContent);
    return [
        ...unready().map((each) => `not ready: ${name(each)}`),
        ...[...document.querySelectorAll("[data-failed]")].map((each) => `failed: ${each.textContent}`),
        ...[...document.querySelectorAll(".rr-figure")].filter(isUndrawn).map((each) => each.textContent),
        ...[...document.querySelectorAll("[id^='rr-item-']")].filter(isMute).map((each) => `mute: ${each.id}`),
        ...[...document.querySelectorAll(".rr-part")].filter((each) => !each.textContent.trim()).map(name),
    ];
}"""
"""Scrolls through a page as a reader does, and returns a line about each dead part."""
