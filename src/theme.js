/** What a team has the nudge look like, as a style sheet of its own beside the nudge's. */
import { adopt } from "./sheet.js";

const NAMES = ["accent", "on-accent", "surface", "ink"];

/**
 * Gives what takes the theme: whatever is shown from then on has it.
 *
 * @param {{render: (screen: object) => void}} view
 */
export function openTheme(view) {
  const { render } = view;
  let style;
  view.render = (screen) => {
    render(screen);
    if (style) adopt(style);
  };

  /** In the order of `src/output.rs`; the engine has made sure that no text ends a declaration. */
  return ([scheme, radius, font, ...colors]) => {
    if (!colors.length) return;
    const declared = [
      scheme && `color-scheme:${scheme}`,
      radius >= 0 && `--effortlet-radius:${radius}px`,
      font && `--effortlet-font:${font}`,
      ...NAMES.map((name, index) => `--effortlet-${name}:${colors[scheme === "dark" ? index + 4 : index]}`),
    ];
    const both = NAMES.map((name, index) => `--effortlet-${name}:light-dark(${colors[index]},${colors[index + 4]})`);
    style = `:host{${declared.filter(Boolean).join(";")}}@supports (color:light-dark(red,red)){:host{${both.join(";")}}}`;
  };
}
