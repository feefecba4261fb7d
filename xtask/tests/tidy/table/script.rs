//! The rules of the JavaScript that there is: the loader, the npm module, the panel for teams, the fallbacks for few browsers.

use crate::code::Language::JavaScript;
use crate::code::Part::{Code, CodeAndTexts};
use crate::rules::{Never, Rule};

/// All JavaScript that runs in the page.
const SCRIPTS: &[&str] = &["/src/**/*.js", "/loader/*.js", "/npm/*.js"];
const SOURCE: &[&str] = &["/src/**/*.js"];

pub(crate) const RULES: &[Rule] = &[
    Rule {
        rooms: SCRIPTS,
        // A link is how a browser is told the hash of a module; the npm module adds the script tag.
        except: &["/src/debug/dom.js", "/loader/loader.js", "/loader/parts.js", "/npm/tag.js"],
        part: CodeAndTexts,
        never: Never::Words(&["createElement*", "createTextNode", "cloneNode", "importNode", "new Image", "new Audio"]),
        because: "the panel has one file that creates elements, and no other script any but the script tag, and a link for a moment",
        sample: (JavaScript, &["document.createElement(\"p\")", "document.createElementNS(SVG, \"g\")", "document[\"createElement\"]"]),
    },
    Rule {
        rooms: SCRIPTS,
        // For teams: why a file did not come.
        except: &["/loader/check.js", "/loader/module.js", "/loader/wasm.js"],
        part: CodeAndTexts,
        never: Never::Words(&["fetch"]),
        because: "module.js loads the definition and wasm.js the wasm: no other script asks the network",
        sample: (JavaScript, &["window.fetch(url)", "const { fetch } = window;"]),
    },
    Rule {
        rooms: SCRIPTS,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["XMLHttpRequest", "sendBeacon", "WebSocket", "EventSource", "importScripts", "RTCPeerConnection"]),
        because: "there is one way to the network",
        sample: (JavaScript, &["navigator.sendBeacon(url)", "new WebSocket(url)"]),
    },
    Rule {
        rooms: SCRIPTS,
        except: &["/loader/loader.js", "/loader/module.js", "/loader/words.js"],
        part: CodeAndTexts,
        never: Never::Words(&["import("]),
        because: "only these load what is not in the bundle",
        sample: (JavaScript, &["const module = await import(address);"]),
    },
    Rule {
        rooms: SCRIPTS,
        except: &["/src/fallback/note.js", "/loader/kept.js", "/loader/loader.js", "/loader/looked-at.js", "/src/debug/tab.js"],
        part: CodeAndTexts,
        never: Never::Words(&["localStorage", "sessionStorage", "getItem", "setItem", "removeItem"]),
        because: "only the lease keeps something on the visitor's device, and it has one note; what is kept is shown and erased in one file, the loader reads how long it may sleep, and the panel has its tab",
        sample: (JavaScript, &["localStorage.setItem(name, text)", "window[\"sessionStorage\"]"]),
    },
    Rule {
        rooms: SCRIPTS,
        except: &["/loader/kept.js"],
        part: CodeAndTexts,
        never: Never::Words(&["cookie", "cookieStore", "indexedDB", "caches"]),
        because: "no script reads or keeps anything else on the visitor's device",
        sample: (JavaScript, &["document.cookie = it;", "indexedDB.open(it)"]),
    },
    Rule {
        rooms: SOURCE,
        except: &["/src/fallback/lease.js", "/src/debug/panel.js"],
        part: CodeAndTexts,
        never: Never::Words(&["setTimeout", "Date.now", "performance", "Math.random", "crypto", "requestIdleCallback"]),
        because: "only the lease asks for the time, for later, or for chance, and the panel draws itself later",
        sample: (JavaScript, &["setTimeout(call, 100)", "const at = Date.now();", "Math.random()"]),
    },
    Rule {
        rooms: SCRIPTS,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["setInterval", "requestAnimationFrame"]),
        because: "nothing polls: everything follows from events and from timers for one moment",
        sample: (JavaScript, &["setInterval(look, 100)", "requestAnimationFrame(look)"]),
    },
    Rule {
        rooms: SOURCE,
        except: &[],
        part: Code,
        never: Never::Words(&[".focus*", ".blur(", "dispatchEvent", "CustomEvent"]),
        because: "no script moves the focus or tells the page anything",
        sample: (JavaScript, &["field.focus();", "field.focus?.()", "window.dispatchEvent(event)"]),
    },
    Rule {
        rooms: &["/loader/loader.js"],
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["survey*", "question*", "trigger*", "nudge*", "answer*", "frequency", "audience"]),
        because: "the loader knows nothing of surveys",
        sample: (JavaScript, &["if (definition.surveys) start();", "const triggers = [];"]),
    },
];
