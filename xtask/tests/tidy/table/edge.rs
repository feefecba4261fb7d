//! The rules between the rooms of the edge: what only one file of it may do.
//!
//! Which file may import which is in `imports`.

use crate::code::Language::JavaScript;
use crate::code::Part::{Code, CodeAndTexts};
use crate::rules::{Never, Rule};

/// All JavaScript that runs in the page.
const EDGE: &[&str] = &["/src/**/*.js", "/loader/*.js"];
const SOURCE: &[&str] = &["/src/**/*.js"];

pub(crate) const RULES: &[Rule] = &[
    Rule {
        rooms: EDGE,
        except: &["/src/dom.js"],
        part: CodeAndTexts,
        never: Never::Words(&[
            "createElement*", "createTextNode", "cloneNode", "importNode", "new Image", "new Audio",
        ]),
        because: "dom is the only file that creates elements",
        sample: (JavaScript, &["document.createElement(\"p\")", "document.createElementNS(SVG, \"g\")", "document[\"createElement\"]"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/transport.js", "/src/engine.js", "/loader/module.js"],
        part: CodeAndTexts,
        never: Never::Words(&["fetch"]),
        because: "transport posts, engine loads the wasm and module.js the definition: nobody else asks the network",
        sample: (JavaScript, &["window.fetch(url)", "const { fetch } = window;"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["XMLHttpRequest", "sendBeacon", "WebSocket", "EventSource", "importScripts", "RTCPeerConnection"]),
        because: "there is one way to the network",
        sample: (JavaScript, &["navigator.sendBeacon(url)", "new WebSocket(url)"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/loader/loader.js", "/loader/module.js", "/src/layout.js", "/src/locale.js", "/src/lock.js", "/src/runtime.js", "/src/sensor/route.js", "/src/view.js"],
        part: CodeAndTexts,
        never: Never::Words(&["import("]),
        because: "only these load what is not in the bundle",
        sample: (JavaScript, &["const module = await import(address);"]),
    },
    Rule {
        rooms: SOURCE,
        except: &["/src/store.js", "/src/outbox.js", "/src/lease.js", "/src/shelf.js", "/src/full/recollection.js", "/src/full/facts.js"],
        part: CodeAndTexts,
        never: Never::Words(&["localStorage", "sessionStorage", "openShelf"]),
        because: "only these keep something on the visitor's device or read it there, on a shelf that may fail",
        sample: (JavaScript, &["localStorage.setItem(name, text)", "window[\"sessionStorage\"]", "openShelf(area)"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/shelf.js", "/loader/phrases.js"],
        part: Code,
        never: Never::Words(&["localStorage", "sessionStorage", "getItem", "setItem", "removeItem"]),
        because: "shelf is the only file that touches storage, since each access may fail; phrases says its name",
        sample: (JavaScript, &["localStorage.length", "area.setItem(name, text)"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/full/facts.js", "/loader/phrases.js"],
        part: CodeAndTexts,
        never: Never::Words(&["cookie", "cookieStore", "indexedDB", "caches"]),
        because: "nothing is kept on the visitor's device but in web storage, and only audiences read a cookie",
        sample: (JavaScript, &["document.cookie = it;", "indexedDB.open(it)"]),
    },
    Rule {
        rooms: SOURCE,
        except: &["/src/clock.js", "/src/full/leads.js", "/src/full/recollection.js"],
        part: CodeAndTexts,
        never: Never::Words(&["setTimeout", "Date.now", "performance", "Math.random", "crypto", "requestIdleCallback"]),
        because: "clock is the only file that asks for the time, for later, or for chance; leads asks for a status, recollection whether it is a reload",
        sample: (JavaScript, &["setTimeout(call, 100)", "const at = Date.now();", "Math.random()"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["setInterval", "requestAnimationFrame"]),
        because: "nothing polls: everything follows from events and from timers for one moment",
        sample: (JavaScript, &["setInterval(look, 100)", "requestAnimationFrame(look)"]),
    },
    Rule {
        rooms: SOURCE,
        except: &["/src/listener.js"],
        part: CodeAndTexts,
        never: Never::Words(&["addEventListener", "removeEventListener"]),
        because: "listener is the only file that listens, so that each listener is passive and has its end",
        sample: (JavaScript, &["window.addEventListener(\"click\", call)"]),
    },
    Rule {
        rooms: SOURCE,
        except: &["/src/view/focus.js"],
        part: Code,
        never: Never::Words(&[".focus*", ".blur("]),
        because: "view/focus is the only file that moves the focus",
        sample: (JavaScript, &["field.focus();", "field.focus?.()"]),
    },
    Rule {
        rooms: SOURCE,
        except: &["/src/runtime.js"],
        part: Code,
        never: Never::Words(&["dispatchEvent", "CustomEvent"]),
        because: "the runtime tells the page what the engine announces, and nobody else tells it anything",
        sample: (JavaScript, &["window.dispatchEvent(event)", "new CustomEvent(name)"]),
    },
    Rule {
        rooms: &["/src/runtime.js"],
        except: &[],
        part: Code,
        never: Never::Line(compares),
        because: "the runtime carries out and decides nothing: it compares no times, scores or counts",
        sample: (JavaScript, &["if (at > due) step();", "const due = Math.min(one, other);", "if (queue.length > 1 && at >= due) return;"]),
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

/// An order of two values. The runtime's own queue may be asked whether somebody is at work.
fn compares(line: &str) -> Option<String> {
    let line = line.replace("queue.length > 1", "");
    let signs = [" < ", " > ", " <= ", " >= ", "Math.", ".sort("];
    signs.into_iter().find(|sign| line.contains(sign)).map(|sign| sign.trim().to_owned())
}
