//! What the widget never does to the page it is a guest of.

use crate::code::Language::{Css, JavaScript};
use crate::code::Part::{Code, CodeAndTexts};
use crate::rules::{Never, Rule};

/// All that runs in the page but the wasm, which cannot touch it.
const EDGE: &[&str] = &["/src/**/*.js", "/loader/*.js"];

pub(crate) const RULES: &[Rule] = &[
    Rule {
        rooms: EDGE,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&[
            "preventDefault", "stopPropagation", "stopImmediatePropagation", "returnValue", "cancelBubble",
            "beforeunload", "onbeforeunload", "unload",
        ]),
        because: "the product never prevents, stops or delays a host's event",
        sample: (JavaScript, &["event.preventDefault();", "event[\"stopPropagation\"]()", "listen(window, \"beforeunload\")"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&[
            "innerHTML", "outerHTML", "insertAdjacentHTML", "setHTML*", "document.write*", "DOMParser", "srcdoc",
            "createContextualFragment", "parseHTML*",
        ]),
        because: "text from a definition reaches the page as text only",
        sample: (JavaScript, &["host.innerHTML = text;", "host[\"outerHTML\"] = text;", "document.writeln(text)"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["eval", "Function(*", "javascript:*"]),
        because: "nothing is ever evaluated as code, so that a strict content policy holds",
        sample: (JavaScript, &["eval(text)", "new Function(text)", "Function(text)()", "window[\"eval\"](text)"]),
    },
    Rule {
        rooms: EDGE,
        // The name of SVG looks like an address.
        except: &["/src/dom.js"],
        part: CodeAndTexts,
        never: Never::Words(&["http://*", "https://*"]),
        because: "nothing is loaded from, or sent to, an address that the team did not write",
        sample: (JavaScript, &["load(\"https://cdn.example/font.woff2\")"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: Code,
        never: Never::Words(&[
            "pushState(*", "replaceState(*", "history.back", "history.go", "history.forward", "location.href =",
            "location.hash =", "location.assign", "location.replace", "location =", "window.open",
        ]),
        because: "the widget writes no history and takes nobody anywhere",
        sample: (JavaScript, &["history.pushState({}, \"\", it)", "history.replaceState({})", "location.href = it;"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/sensor/history.js"],
        part: CodeAndTexts,
        never: Never::Words(&["pushState", "replaceState"]),
        because: "only the sensor of routes wraps what writes history",
        sample: (JavaScript, &["history[\"pushState\"] = own;"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["scrollTo", "scrollBy", "scrollIntoView", "alert(*", "confirm(*", "prompt(*"]),
        because: "where the page stands is the visitor's, and nothing blocks it",
        sample: (JavaScript, &["window.scrollTo(0, 0)", "card.scrollIntoView()", "alert(text)"]),
    },
    Rule {
        rooms: &["/src/**/*.js"],
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["console", "throw", "debugger"]),
        because: "the widget says nothing in the page's console but through module.js, and throws nothing into it",
        sample: (JavaScript, &["console.log(it);", "throw new Error(it);"]),
    },
    Rule {
        rooms: &["/loader/*.js"],
        except: &[],
        part: Code,
        never: Never::Words(&["console.log", "console.info", "console.debug", "console.error", "console.table", "debugger"]),
        because: "one warning for each problem, and nothing else is said in the console",
        sample: (JavaScript, &["console.log(it);", "console.error(it);"]),
    },
    Rule {
        rooms: &["/src/**/*.css", "/src/view.js", "/src/view/*.js", "/src/debug/*.js", "/src/dom.js"],
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["\"style\"", ".style", "cssText", "@import", "url("]),
        because: "one adopted style sheet, no style elements or attributes: nothing to allow in a content policy",
        sample: (Css, &["@import \"fonts.css\";", "background: url(icon.svg);"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: Code,
        never: Never::Line(other_global),
        because: "the only global is effortlet",
        sample: (JavaScript, &["window.effortletQueue = [];", "globalThis.survey ??= {};", "self.x = 1;", "window[name] = it;"]),
    },
];

/// An assignment to a property of the global object that is not `effortlet`.
fn other_global(line: &str) -> Option<String> {
    ["window", "globalThis", "self"].iter().find_map(|global| {
        line.match_indices(global).find_map(|(at, _)| {
            let after = line.get(at + global.len()..)?;
            let name = match after.strip_prefix('.') {
                Some(rest) => rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()?,
                None => after.strip_prefix('[')?.split(']').next()?,
            };
            let rest = after.trim_start_matches(['.', '[']).strip_prefix(name)?.trim_start_matches(']').trim_start();
            let assigns = ["=", "??=", "||=", "&&="].iter().any(|sign| {
                rest.strip_prefix(sign).is_some_and(|rest| !rest.starts_with(['=', '>']))
            });
            (assigns && name != "effortlet").then(|| format!("{global}.{name}"))
        })
    })
}
