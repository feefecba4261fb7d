/**
 * What the card looks like, to the pixel.
 *
 * Cut out of a picture of the window: of an element that stands above its page WebKitGTK's driver
 * gives a picture with nothing in it.
 */
import { inflateSync } from "node:zlib";
import { painted, run } from "./visitor.mjs";

/** A picture of the window, and where in it the card is. */
export async function pictureOfCard(page) {
  await painted(page);
  const place = await run(page, () => window.sides(window.nudge.card));
  return { place, png: await page.takeScreenshot() };
}

/**
 * What nobody sees, of 255: engines round what is blended, and WebKitGTK draws the edge of a line anew
 * over what was there.
 */
const UNSEEN = 16;

/** Whether the pixels of one card are those of the other. */
export function alike(one, other) {
  if (one.png === other.png) return true;
  const [bytes, others] = [cardOf(one), cardOf(other)];
  return bytes.length === others.length && bytes.every((value, index) => Math.abs(value - others[index]) <= UNSEEN);
}

/** The card's pixels, row by row. */
function cardOf({ place, png }) {
  const { width, bytes, channels } = decode(Buffer.from(png, "base64"));
  const rows = [];
  for (let y = Math.ceil(place.top); y < Math.floor(place.bottom); y += 1) {
    const at = (x) => (y * width + x) * channels;
    rows.push(bytes.subarray(at(Math.ceil(place.left)), at(Math.floor(place.right))));
  }
  return Buffer.concat(rows);
}

/** By a PNG's own number for it: how many bytes a pixel has. */
const CHANNELS = { 2: 3, 6: 4 };

/** A PNG of 8 bits a channel and without interlacing, which is what browsers make (W3C PNG, 9 and 10). */
function decode(png) {
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), CHANNELS[png[25]]];
  const filtered = inflateSync(Buffer.concat(chunks(png, "IDAT")));
  const length = width * channels;
  const bytes = Buffer.alloc(height * length);
  for (let row = 0; row < height; row += 1) {
    const from = row * (length + 1);
    const undo = FILTERS[filtered[from]];
    for (let place = 0; place < length; place += 1) {
      const to = row * length + place;
      const left = place < channels ? 0 : bytes[to - channels];
      const above = row === 0 ? 0 : bytes[to - length];
      const corner = place < channels || row === 0 ? 0 : bytes[to - length - channels];
      bytes[to] = filtered[from + 1 + place] + undo(left, above, corner);
    }
  }
  return { width, bytes, channels };
}

function chunks(png, wanted) {
  const found = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === wanted) found.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
}

/** What a row's filter has taken from a byte, by the bytes to the left, above, and both. */
const FILTERS = [() => 0, (left) => left, (left, above) => above, (left, above) => (left + above) >> 1, nearest];

/** Paeth's. */
function nearest(left, above, corner) {
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((it) => Math.abs(left + above - corner - it));
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
