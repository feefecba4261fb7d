/**
 * What the card looks like, to the pixel.
 *
 * Cut out of a picture of the window: of an element that stands above its page WebKitGTK's driver
 * gives a picture with nothing in it.
 */
import { PNG } from "pngjs";
import { rests, run } from "./visitor.mjs";

/** A picture of the window, and where in it the card is, once it has come to rest. */
export async function pictureOfCard(page) {
  await rests(page);
  const place = await run(page, () => window.sides(window.nudge.card));
  return { place, png: await page.takeScreenshot() };
}

/**
 * What nobody sees, of 255: engines round what is blended, and WebKitGTK draws the edge of a line anew
 * over what was there.
 */
const UNSEEN = 16;

/** Red, green, blue and opacity. */
const CHANNELS = 4;

/** Whether the pixels of one card are those of the other. */
export function alike(one, other) {
  if (one.png === other.png) return true;
  const [bytes, others] = [cardOf(one), cardOf(other)];
  return bytes.length === others.length && bytes.every((value, index) => Math.abs(value - others[index]) <= UNSEEN);
}

/** The card's pixels, row by row. */
function cardOf({ place, png }) {
  const { width, data } = PNG.sync.read(Buffer.from(png, "base64"));
  const rows = [];
  for (let y = Math.ceil(place.top); y < Math.floor(place.bottom); y += 1) {
    const at = (x) => (y * width + x) * CHANNELS;
    rows.push(data.subarray(at(Math.ceil(place.left)), at(Math.floor(place.right))));
  }
  return Buffer.concat(rows);
}
