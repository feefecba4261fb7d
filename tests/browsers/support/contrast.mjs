/**
 * What cannot be told apart well enough in a nudge, by WCAG 2.2: texts of less than 4.5 to 1
 * (1.4.3), and boundaries and marks of controls of less than 3 to 1 (1.4.11). Computed from the
 * styles that the browser came to, since axe measures neither boundaries nor what is chosen.
 */

/** Runs in the page. Gives a sentence for each finding, and how many pairs of colours were measured. */
export function contrastsIn(section) {
  const TEXT = 4.5;
  const MARK = 3;
  const CLEAR = { r: 0, g: 0, b: 0, a: 0 };
  const findings = [];
  let measured = 0;

  /** `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`, `color(srgb 0.1 0.2 0.3 / 0.5)`. */
  function read(text) {
    const [r, g, b, a = 1] = text.match(/[\d.e-]+/g)?.map(Number) ?? [];
    if (/^rgba?\(/.test(text)) return { r: r / 255, g: g / 255, b: b / 255, a };
    if (text.startsWith("color(srgb ")) return { r, g, b, a };
    throw new Error(`expected a colour in sRGB, found ${text}`);
  }
  const over = (top, below) => {
    const mix = (name) => top[name] * top.a + below[name] * (1 - top.a);
    return { r: mix("r"), g: mix("g"), b: mix("b"), a: 1 };
  };
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = ({ r, g, b }) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const fill = (element) => read(getComputedStyle(element).backgroundColor);
  /** What is behind the contents of an element. */
  const behind = (element) => {
    const own = fill(element);
    if (element === section) {
      if (own.a !== 1) findings.push("the card is not opaque");
      return own;
    }
    return over(own, behind(element.parentElement));
  };
  const need = (what, least, below, ...tops) => {
    const best = Math.max(...tops.map((top) => ratio(over(top, below), below)));
    measured += 1;
    if (best < least) findings.push(`${what}: ${best.toFixed(2)} of ${least}`);
  };
  const shown = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const all = (selector) => [...section.querySelectorAll(selector)].filter(shown);

  for (const element of all("*")) {
    const { color } = getComputedStyle(element);
    const says = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (says || element.matches("textarea, .own")) need(`the text ${element.textContent || element.localName}`, TEXT, behind(element), read(color));
  }
  for (const control of all("button, textarea, .own, label span")) {
    const outside = behind(control.parentElement);
    const { borderTopColor, borderTopWidth } = getComputedStyle(control);
    const border = borderTopWidth === "0px" ? CLEAR : read(borderTopColor);
    const name = control.textContent || control.className || control.localName;
    const drawn = control.querySelector("svg");
    // Without a border it is its text, measured above, or its drawing that tells a control.
    if (border.a > 0) need(`the boundary of ${name}`, MARK, outside, over(border, behind(control)), behind(control));
    else if (!drawn && !control.textContent) findings.push(`${name} has neither border, text nor drawing`);
    if (drawn) need(`the drawing of ${name}`, MARK, behind(control), read(getComputedStyle(drawn).stroke));
    if (control.matches(".one span, .many span")) {
      need(`the mark of ${name}`, MARK, behind(control), read(getComputedStyle(control, "::before").borderTopColor));
    }
  }
  for (const chosen of all("[aria-pressed], :checked + span")) {
    const drawn = chosen.querySelector("svg");
    const inside = drawn && getComputedStyle(drawn).fill !== "none" ? [read(getComputedStyle(drawn).fill)] : [];
    need(`what is chosen, ${chosen.textContent || "a drawing"}`, MARK, behind(chosen.parentElement), fill(chosen), ...inside);
  }
  const focused = section.getRootNode().activeElement;
  const ring = focused?.matches("label input") ? focused.nextElementSibling : focused;
  if (ring?.matches("label span, button, textarea, .own") && focused.matches(":focus-visible")) {
    const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(ring);
    if (outlineStyle === "none" || outlineWidth === "0px") findings.push(`no ring around ${ring.textContent || ring.localName}, which has the focus`);
    need("the ring around what has the focus", MARK, behind(ring.parentElement), read(outlineColor));
  }
  return { findings, measured };
}
