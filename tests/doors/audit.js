// What a page shows, asked of the browser itself. Each check returns its faults in words and how many things it looked at, so that
// silence over an empty page is no success. `scope` says what is ours: on a plain page all of it, in a notebook the course's parts.
window.audit = (() => {
  const CONTROL = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  let scope = "body";

  const all = (selector) => [...new Set([...document.querySelectorAll(scope)].flatMap((root) => [...root.querySelectorAll(selector)]))].filter(shown);
  // What stands for screen readers alone, or moves out of sight until it has the focus, is not looked at.
  const shown = (each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest(".rr-hidden, .skip, .lm-mod-hidden") && each.getClientRects().length > 0;
  const named = (each) => {
    const name = (each.getAttribute("aria-label") ?? each.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `${each.localName}.${(each.getAttribute("class") ?? "").replace(/ /g, ".")}${name ? ` (${name})` : ""}`;
  };
  const result = (looked, faults) => ({ looked, faults: [...new Set(faults)] });

  // --- colours

  const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  function rgba(colour) {
    if (!known.has(colour)) {
      pixel.clearRect(0, 0, 1, 1);
      pixel.fillStyle = colour;
      pixel.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  }
  // The colour that the system gives to pages, which only the page itself can tell.
  function ofThePage() {
    const probe = document.createElement("div");
    probe.style.cssText = "background-color: Canvas; position: absolute";
    document.body.append(probe);
    const colour = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return rgba(colour).slice(0, 3);
  }
  const over = ([r, g, b, a], under) => [r, g, b].map((value, i) => value * a + under[i] * (1 - a));
  const faded = (colour, opacity) => { const [r, g, b, a] = rgba(colour); return [r, g, b, a * opacity]; };
  function behind(element) {
    const layers = [];
    for (let each = element; each; each = each.parentElement) {
      const colour = rgba(getComputedStyle(each).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reverse().reduce((under, layer) => over(layer, under), ofThePage());
  }
  const light = (colour) => colour.map((value) => value / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  function contrast(one, other) { const [a, b] = [light(one), light(other)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); }
  const opacity = (element) => { let product = 1; for (let each = element; each; each = each.parentElement) product *= Number(getComputedStyle(each).opacity); return product; };
  const seenOn = (colour, ground, fade = 1) => contrast(over(faded(colour, fade), ground), ground);

  // 1.4.11: what shows where a control is: its edge or its ground against what surrounds it; a control that is text alone is read as text.
  function edges() {
    const controls = all("button, select, textarea, input").filter((each) => !each.disabled && !each.readOnly && each.type !== "file");
    return result(controls.length, controls.flatMap((each) => {
      const style = getComputedStyle(each), ground = behind(each.parentElement), fade = opacity(each);
      if (["checkbox", "radio", "range"].includes(each.type)) {
        const ratio = style.accentColor === "auto" ? 3 : seenOn(style.accentColor, ground, fade);
        return ratio < 3 ? [`${named(each)} ${each.type}: ${ratio.toFixed(2)}`] : [];
      }
      const bordered = ["Top", "Left"].filter((side) => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none" && rgba(style[`border${side}Color`])[3] > 0);
      const ratios = [seenOn(style.backgroundColor, ground, fade), ...bordered.map((side) => seenOn(style[`border${side}Color`], ground, fade))];
      if (!bordered.length && ratios[0] < 1.05 && each.localName === "button") return [];
      return Math.max(...ratios) < 3 ? [`${named(each)}: ${Math.max(...ratios).toFixed(2)}`] : [];
    }));
  }

  // 1.4.3: text on its ground. In forced colours the browser lays the ground of the page behind every line of text.
  function texts() {
    const forced = matchMedia("(forced-colors: active)").matches, paper = ofThePage();
    const holders = new Set(textBoxes().map(({ holder }) => holder).filter((each) => !each.closest(":disabled, [aria-disabled=true], label:has(:disabled)")));
    return result(holders.size, [...holders].flatMap((each) => {
      const style = getComputedStyle(each), size = parseFloat(style.fontSize);
      const ratio = seenOn(style.color, forced && style.forcedColorAdjust !== "none" ? paper : behind(each), opacity(each)), least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
      return ratio < least ? [`${named(each)}: ${ratio.toFixed(2)}`] : [];
    }));
  }

  // 1.4.3 and 1.4.11 where axe is blind: the text and the marks of drawn figures, and bars made of boxes.
  const MARKS = ".rr-shape, .rr-ring, .rr-marker-line line, .rr-links path, .scatterlayer .js-line, .scatterlayer .point, .barlayer .point path, .rr-drawn-line, .rr-point, .rr-drawn-bar";
  const BARS = ".rr-bar > span:not([data-kind=open]), .rr-score-bar, .rr-swatch, .bar:not(.off)";
  function figures() {
    const texts = all("svg text").filter((each) => each.textContent.trim());
    const marks = all(MARKS), bars = all(BARS).filter((each) => each.getBoundingClientRect().width >= 1);
    return result(texts.length + marks.length, [...texts.flatMap(textOfFigure), ...marks.flatMap(markOfFigure), ...bars.flatMap(bar)]);
  }
  function textOfFigure(each) {
    const style = getComputedStyle(each), ratio = seenOn(style.fill, groundOf(each), opacity(each) * Number(style.fillOpacity));
    return ratio < 4.5 ? [`text ${named(each)}: ${ratio.toFixed(2)}`] : [];
  }
  // The number of one of the article's dates stands on a box of its own.
  function groundOf(text) {
    const box = text.closest(".rr-marker-line") && text.parentElement.querySelector("rect");
    return box ? over(rgba(getComputedStyle(box).fill), behind(text.ownerSVGElement)) : behind(text.ownerSVGElement);
  }
  function markOfFigure(each) {
    const ground = behind(each.ownerSVGElement), fade = opacity(each), style = getComputedStyle(each);
    const inks = [[style.fill, style.fillOpacity], [style.stroke, style.strokeOpacity]].flatMap(([ink, thick]) => patterned(ink).map((colour) => [colour, Number(thick)]));
    const ratio = Math.max(...inks.map(([colour, thick]) => seenOn(colour, ground, fade * thick)), 0);
    return ratio < 3 ? [`mark ${named(each)} ${style.stroke} ${style.fill}: ${ratio.toFixed(2)}`] : [];
  }
  function patterned(ink) {
    if (ink === "none") return [];
    const url = ink.match(/url\(["']?[^#]*#([^"')]+)/);
    if (!url) return [ink];
    return [...(document.getElementById(url[1])?.children ?? [])].flatMap((each) => [getComputedStyle(each).stroke, getComputedStyle(each).fill]).filter((each) => each !== "none");
  }
  function bar(each) {
    const style = getComputedStyle(each), ground = behind(each.parentElement);
    const inks = [style.backgroundColor, ...(style.backgroundImage.match(/(?:rgba?|color)\([^()]*\)/g) ?? []), ...(style.borderTopWidth === "0px" ? [] : [style.borderTopColor])];
    const ratio = Math.max(...inks.map((ink) => seenOn(ink, ground)));
    return ratio < 3 ? [`bar ${named(each)} ${each.dataset.kind ?? ""}: ${ratio.toFixed(2)}`] : [];
  }

  // --- 2.5.8: 24 by 24 pixels; or in a line of text; or with room for a circle that wide; a mark in the timeline has its entry in the list.
  function targets() {
    const boxes = all(CONTROL).filter((each) => each.tabIndex >= 0 && !each.disabled && !each.closest("svg")).map((each) => ({ each, box: boxOf(each) }));
    const small = boxes.filter(({ each, box }) => (box.width < 23.9 || box.height < 23.9) && !inText(each));
    const near = ({ each, box }) => boxes.find((other) => other.each !== each && !other.each.contains(each) && !each.contains(other.each) && !sameLabel(each, other.each)
      && distance(middle(box), small.includes(other) ? centred(other.box) : other.box) < 12);
    return result(boxes.length, small.flatMap((one) => { const other = near(one); return other ? [`${named(one.each)} ${Math.round(one.box.width)}\u00D7${Math.round(one.box.height)} beside ${named(other.each)}`] : []; }));
  }
  function boxOf(each) {
    const parts = [each, ...(each.labels ?? [])].map((part) => part.getBoundingClientRect()).filter((box) => box.width);
    const [left, top] = ["left", "top"].map((side) => Math.min(...parts.map((box) => box[side])));
    const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...parts.map((box) => box[side])));
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  }
  const sameLabel = (one, other) => [...(one.labels ?? [])].some((label) => label.contains(other) || [...(other.labels ?? [])].includes(label));
  const middle = (box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  function centred(box) { const [x, y] = middle(box); return { left: x - 12, right: x + 12, top: y - 12, bottom: y + 12 }; }
  function distance([x, y], box) { return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)); }
  function inText(each) {
    if (!getComputedStyle(each).display.startsWith("inline") || !["a", "button"].includes(each.localName)) return false;
    const block = each.parentElement.closest("p, li, dd, dt, figcaption, caption, legend, blockquote, td, th, span, div");
    return Boolean(block) && block.textContent.trim().length > each.textContent.trim().length;
  }

  // --- 1.3.1: headings
  function headings(first = 1) {
    const found = all("h1, h2, h3, h4, h5, h6").filter((each) => !each.closest("[aria-hidden=true]"));
    let last = first - 1;
    const faults = found.flatMap((each) => {
      const level = Number(each.localName[1]), jump = level > last + 1, empty = !each.textContent.trim();
      const was = last;
      last = level;
      return [...(jump ? [`h${level} after h${was}: ${each.textContent.slice(0, 50)}`] : []), ...(empty ? [`an empty h${level}`] : [])];
    });
    const ones = found.filter((each) => each.localName === "h1").length;
    return result(found.length, first === 1 && ones !== 1 ? [...faults, `${ones} headings of the first level`] : faults);
  }

  // --- 4.1.2: a name that something refers to is borne by one thing alone, and radios of one name stand in one group
  function shared() {
    const named = document.querySelectorAll(":is([for], [aria-labelledby], [aria-describedby], [aria-controls])");
    const wanted = [...named].flatMap((each) => ["for", "aria-labelledby", "aria-describedby", "aria-controls"].flatMap((attribute) => (each.getAttribute(attribute) ?? "").split(/\s+/))).filter((id) => id.startsWith("rr-"));
    const twice = [...new Set(wanted)].filter((id) => document.querySelectorAll(`[id="${CSS.escape(id)}"]`).length > 1);
    const radios = all("input[type=radio]"), groups = new Map();
    radios.forEach((each) => groups.set(each.name, new Set([...(groups.get(each.name) ?? []), each.closest("fieldset, [role=radiogroup]")])));
    const apart = [...groups].filter(([, holders]) => holders.size > 1).map(([name]) => name);
    return result(wanted.length, [...twice.map((id) => `two things have the id ${id}`), ...apart.map((name) => `radios named ${name} stand in two groups`)]);
  }

  // --- 1.4.10: nothing reaches beyond the window, or in a notebook beyond its part, but tables and figures in a box that scrolls by itself and takes the focus
  function reflow() {
    const page = scope === "body", faults = [];
    const things = all("*").filter((each) => !each.closest("svg, dialog:not([open])"));
    for (const each of things) {
      const box = each.getBoundingClientRect();
      const edge = page ? innerWidth : Math.min(innerWidth, each.closest(scope).getBoundingClientRect().right);
      if (box.width && box.height && (box.right > edge + 1.5 || box.left < -1.5) && !scroller(each.parentElement)) faults.push(`${named(each)} reaches to ${Math.round(box.right)} of ${Math.round(edge)}`);
      if (scrolls(each) && each.scrollWidth > each.clientWidth + 1) {
        if (!each.querySelector("table, svg, pre, .js-plotly-plot")) faults.push(`${named(each)} scrolls sideways and holds no table or figure`);
        if (each.tabIndex < 0 || !each.hasAttribute("tabindex")) faults.push(`${named(each)} scrolls and takes no focus`);
      }
    }
    if (page && document.documentElement.scrollWidth > innerWidth) faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
    return result(things.length, faults);
  }
  const scrolls = (each) => ["auto", "scroll"].includes(getComputedStyle(each).overflowX);
  function scroller(element) { for (let each = element; each && each !== document.body; each = each.parentElement) if (each.matches(scope) ) return scrolls(each); else if (scrolls(each)) return true; return false; }

  // --- 1.4.4 and 1.4.12: text enlarged or set wide is neither cut off nor laid over other text
  function clipped() {
    const texts = textBoxes();
    return result(texts.length, [...texts.flatMap(cutOff), ...laidOver(texts)]);
  }
  function textBoxes() {
    const boxes = [];
    for (const root of document.querySelectorAll(scope)) {
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const holder = node.parentElement;
        if (!node.data.trim() || !shown(holder) || holder.closest("svg, script, style, select, textarea, [aria-hidden=true]")) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) boxes.push({ node, holder, box });
      }
    }
    return boxes;
  }
  function cutOff({ node, holder, box }) {
    const slack = 0.35 * parseFloat(getComputedStyle(holder).fontSize);
    for (let each = holder; each && each !== document.documentElement; each = each.parentElement) {
      const style = getComputedStyle(each), frame = each.getBoundingClientRect();
      const cuts = (axis) => ["hidden", "clip"].includes(style[`overflow${axis}`]) || each.matches("button, select");
      if (cuts("X") && (box.right > frame.right + 1.5 || box.left < frame.left - 1.5)) return [`"${node.data.trim().slice(0, 40)}" is cut at the side by ${named(each)}`];
      if (cuts("Y") && (box.bottom > frame.bottom + slack || box.top < frame.top - slack)) return [`"${node.data.trim().slice(0, 40)}" is cut below or above by ${named(each)}`];
      if (["auto", "scroll"].includes(style.overflowX) || each.matches(scope)) break;
    }
    return [];
  }
  function laidOver(texts) {
    const faults = [], sorted = texts.filter(({ holder }) => !insideScroller(holder)).sort((a, b) => a.box.top - b.box.top);
    sorted.forEach((one, i) => {
      for (let j = i + 1; j < sorted.length && sorted[j].box.top < one.box.bottom; j += 1) {
        const other = sorted[j];
        if (other.node === one.node) continue;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left), high = one.box.bottom - other.box.top;
        const least = Math.min(one.box.height, other.box.height, other.box.bottom - other.box.top);
        if (wide > 3 && Math.min(high, other.box.height) > 0.5 * least) faults.push(`"${one.node.data.trim().slice(0, 30)}" and "${other.node.data.trim().slice(0, 30)}" lie over one another`);
      }
    });
    return faults;
  }
  const insideScroller = (element) => { for (let each = element; each && each !== document.body; each = each.parentElement) if (["auto", "scroll"].includes(getComputedStyle(each).overflowY) && each.scrollHeight > each.clientHeight + 2 && !each.matches(":has(.rr)")) return true; return false; };

  // Text alone twice as large, everything else as it is.
  function enlarge() {
    const sizes = all("*").filter((each) => !each.closest("svg")).map((each) => [each, parseFloat(getComputedStyle(each).fontSize)]);
    sizes.forEach(([each, size]) => each.style.setProperty("font-size", `${2 * size}px`, "important"));
    return sizes.length;
  }
  const shrink = () => all("*").forEach((each) => each.style.removeProperty("font-size"));
  const words = () => [...document.querySelectorAll(scope)].map((each) => each.innerText).join("\n").replace(/\s+/g, " ");

  // --- 2.3.3: nothing moves for those who asked for stillness
  function motion() {
    const things = all("*");
    const faults = things.flatMap((each) => {
      const style = getComputedStyle(each);
      const moves = style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
      return moves ? [`${named(each)}: ${style.animationName} ${style.transitionDuration} ${style.scrollBehavior}`] : [];
    });
    if (scope === "body" && getComputedStyle(document.documentElement).scrollBehavior === "smooth") faults.push("the page scrolls smoothly");
    return result(things.length, faults);
  }

  // --- 1.4.1 and forced colours: what is on differs from what is off in something other than the colour of its ground
  function states() {
    const stateful = all("[aria-pressed], [aria-selected]");
    return result(stateful.length, stateful.flatMap((each) => {
      const attribute = each.hasAttribute("aria-pressed") ? "aria-pressed" : "aria-selected";
      const was = each.getAttribute(attribute);
      const looks = ["true", "false"].map((value) => { each.setAttribute(attribute, value); return look(each); });
      each.setAttribute(attribute, was);
      return looks[0] === looks[1] ? [`${named(each)} looks the same on and off`] : [];
    }));
  }
  function look(each) {
    const style = getComputedStyle(each), before = getComputedStyle(each, "::before");
    const halo = each.querySelector(".rr-halo");
    const drawn = halo ? seenOn(getComputedStyle(halo).stroke, behind(halo.ownerSVGElement)) >= 3 : "";
    return JSON.stringify([before.content, style.borderWidth, style.borderStyle, style.textDecorationLine, style.outlineStyle, style.outlineWidth, drawn]);
  }

  // --- 2.1.1, 2.4.3, 2.4.7, 2.4.11: where Tab has been, and how the focus is seen
  const visited = new Set();
  function stop() {
    const on = document.activeElement;
    if (!on || on === document.body) return { over: true };
    const seen = visited.has(on);
    visited.add(on);
    return { over: false, seen, ours: Boolean(on.closest(scope)), fault: focusFault(on) };
  }
  function focusFault(on) {
    const style = getComputedStyle(on), box = on.getClientRects()[0], halo = on.querySelector(".rr-halo");
    const ring = halo ? seenOn(getComputedStyle(halo).stroke, behind(halo.ownerSVGElement)) >= 3
      : style.outlineStyle === "auto" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && seenOn(style.outlineColor, behind(on.parentElement)) >= 3);
    const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9, 0.02].map((y) => [box.left + x * box.width, box.top + y * box.height]));
    const free = points.some(([x, y]) => { const top = document.elementFromPoint(x, y); return top && (on.contains(top) || [...(on.labels ?? [])].some((label) => label.contains(top))); });
    return ring && free ? "" : `${named(on)}: ${ring ? "covered or out of sight" : "the focus is not seen"}`;
  }
  function unreached() {
    const groups = new Set([...visited].filter((each) => each.type === "radio").map((each) => each.name));
    return all(CONTROL).filter((each) => each.tabIndex >= 0 && !each.disabled && !visited.has(each) && !(each.type === "radio" && groups.has(each.name))).map(named);
  }

  // --- 2.4.3: one of each kind of control is filled in or pressed, in the order of the page; the focus must not fall out of it
  const kindOf = (each) => [each.localName, each.type, each.className, each.localName === "button" ? named(each).replace(/[\d\W]+/g, " ") : ""].join(" ");
  const leadsAway = (each) => each.matches("a, [type=file], #search, #print, [role=option]") || /^Go to|Download/.test(each.getAttribute("aria-label") ?? each.textContent);
  const pressed = new Set();
  let waiting = [];
  // Puts the focus on the next control of a kind that was not tried yet, and says what to press.
  function next() {
    const control = untried() ?? untried(all(CONTROL));
    if (!control) return null;
    pressed.add(kindOf(control));
    control.scrollIntoView({ block: "center" });
    control.focus();
    const key = { number: "ArrowUp", range: "ArrowRight", "select-one": "ArrowDown", text: "a", textarea: "a", radio: "Space", checkbox: "Space" }[control.type] ?? "Enter";
    return { name: named(control), key, held: document.activeElement === control };
  }
  function untried(fresh) {
    waiting = fresh ?? waiting;
    while (waiting.length) {
      const each = waiting.shift();
      if (each.isConnected && shown(each) && each.tabIndex >= 0 && !each.disabled && !leadsAway(each) && !pressed.has(kindOf(each))) return each;
    }
    return null;
  }
  function held() { const on = document.activeElement; return Boolean(on && on !== document.body && on.isConnected && on.checkVisibility() && on.closest(scope)); }

  // --- print: what is cut off by a box, and what would be pressed in vain
  function printed() {
    const things = all("*").filter((each) => !each.closest("svg, .js-plotly-plot"));
    const cut = things.filter((each) => {
      const style = getComputedStyle(each);
      return !each.matches("textarea, input, select") && ["hidden", "auto", "scroll", "clip"].includes(style.overflowY) && each.scrollHeight > each.clientHeight + 3 && each.clientHeight > 0;
    }).map((each) => `${named(each)} is cut`);
    return result(things.length, [...cut, ...all("button:not(.rr-term, .rr-link, .rr-event)").map((each) => `${named(each)} is printed`)]);
  }

  return { texts, edges, figures, targets, headings, shared, reflow, clipped, enlarge, shrink, words, motion, states, stop, unreached, next, held, printed,
    of(selector) { scope = selector; visited.clear(); pressed.clear(); } };
})();
