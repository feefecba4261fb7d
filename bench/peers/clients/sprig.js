/** Sprig's SDK without its session replay, which is a part of its own. Its server decides on each event. */
import { sprig } from "@sprig-technologies/sprig-browser/core";

const Sprig = sprig.configure({ environmentId: "stand-in", _API_URL: location.origin });

window.go = () => Sprig("track", "go");
