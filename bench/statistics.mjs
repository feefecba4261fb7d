/** The middle value; between two middle ones, their mean. */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** Runs each of `works` `times` times, one after the other, so that a drift of the machine hits all. */
export async function interleaved(times, works) {
  const results = works.map(() => []);
  for (let round = 0; round < times; round += 1) {
    for (const [index, work] of works.entries()) results[index].push(await work());
  }
  return results;
}
