/** The help center's survey as a visitor answers it with the mouse, in any browser. */
import { FOUND, HELPED, IMPROVE, THANKS } from "./stage.mjs";
import { asked, click, keys, part, point, press } from "./visitor.mjs";

/** Once it is asked. */
export async function answerAll(page) {
  await asked(page, FOUND);
  await press(page, "Yes");
  await asked(page, HELPED);
  await click(page, await point(page, 6));
  await asked(page, IMPROVE);
  await click(page, await part(page, "textarea"));
  await keys(page, "Shorter words");
  await press(page, "Send");
  await asked(page, THANKS);
}
