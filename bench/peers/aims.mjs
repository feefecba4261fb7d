/** What the project wants of itself, held against one run. */

/** In milliseconds, microseconds and times the survey written by hand; an aim of a share is met up to it. */
export function aimsOf({ figures, alone }) {
  const of = (name) => figures.find(({ id }) => id === name);
  const [ours, hand, sprig] = [of("effortlet"), of("reference"), of("sprig")];
  const times = (speed, name) => ours[speed]?.[name] / hand[speed]?.[name];
  return [
    aim("Load and arm, script", ours[1].loadScript, 2, "ms"),
    aim("Trigger to painted", times(1, "painted"), 1.5, "times that by hand"),
    aim("Trigger to painted, processor 4x slower", times(4, "painted"), 1.5, "times that by hand"),
    aim("Press to next paint", ours[1].press, 8, "ms"),
    aim("Press to next paint, processor 4x slower", times(4, "press"), 1.6, "times that by hand"),
    aim("Load and arm, main-thread tasks, processor 4x slower: at most Sprig’s", ours[4].loadTasks, sprig[4].loadTasks, "ms"),
    aim("Tasks over 50 ms, processor 4x slower: beside the page’s own", ours[4].longTasks - alone.longTasks, 0, ""),
    aim("A scroll event", ours.scroll, 3, "µs"),
  ];
}

const aim = (title, measured, atMost, unit) => ({ title, measured, atMost, unit, isMet: measured <= atMost });
