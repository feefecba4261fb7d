//! What may not stand where, and why.

use crate::code::Language::{Css, JavaScript, Other, Rust, Sql};
use crate::code::Part::{Code, CodeAndTexts, Everything};
use crate::rules::{Never, Rule};

const CORE: &[&str] = &["/crates/effortlet-core/src/**/*.rs"];
/// Files of the core that are not in the widget: they read JSON text, answers that arrived, or
/// add up scores.
const NATIVE: &[&str] = &[
    "/crates/effortlet-core/src/source/native.rs",
    "/crates/effortlet-core/src/source/selector.rs",
    "/crates/effortlet-core/src/response/read.rs",
    "/crates/effortlet-core/src/response/read/**",
];
/// All that runs in the page beside the core, in either language.
const EDGE: &[&str] = &["/src/**", "/loader/loader.js", "/loader/module.js"];
const COLLECTOR: &[&str] = &["/crates/effortlet-collector/src/**/*.rs"];
const COLLECTOR_STORE: &[&str] =
    &["/crates/effortlet-collector/src/store.rs", "/crates/effortlet-collector/src/store/**"];
const TIDY: &[&str] = &["/xtask/tests/tidy/**"];

pub(crate) const RULES: &[Rule] = &[
    Rule {
        rooms: CORE,
        except: &[],
        part: Code,
        never: Never::Words(&[
            "web_sys", "js_sys", "wasm_bindgen", "gloo_timers", "std::time", "SystemTime", "Instant", "rand",
            "getrandom", "std::fs", "std::net", "std::env", "std::io", "std::process", "std::thread",
        ]),
        because: "the core has no browser, clock, randomness or I/O: they are arguments",
        sample: (Rust, &["use web_sys::Window;", "let at = std::time::now();", "let seed = rand::random();", "fs(std::fs::read(it))"]),
    },
    Rule {
        rooms: &["/crates/effortlet-core/src/**/*.rs", "/src/**/*.rs"],
        except: NATIVE,
        part: Code,
        never: Never::Words(&["HashMap", "HashSet", "format!", "println!", "eprintln!", "print!", "dbg!", "write!", "writeln!", "format_args!"]),
        because: "each byte of the wasm is the visitor's: any HashMap is 1.8 KB, any format! 1.9 KB",
        sample: (Rust, &["let seen = HashMap::new();", "let text = format!(\"{it}\");"]),
    },
    Rule {
        rooms: &["/crates/effortlet-core/src/**/*.rs", "/src/**/*.rs"],
        except: &[],
        part: Code,
        never: Never::Words(&["unsafe", "panic!", "todo!", "unimplemented!", "unreachable!", "assert!", "assert_eq!"]),
        because: "the engine never panics, and the widget never throws into its host",
        sample: (Rust, &["unsafe { it }", "_ => unreachable!(),", "panic!()"]),
    },
    Rule {
        rooms: &["/src/sensor.*", "/src/sensor/**"],
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&[
            "view::", "store::", "outbox::", "transport::", "runtime::", "dom::", "Engine", "/view.js", "/view/*",
            "/store.js", "/outbox.js", "/transport.js", "/runtime.js", "/dom.js", "glue",
        ]),
        because: "a sensor observes and tells; what follows is decided elsewhere",
        sample: (JavaScript, &["import { render } from \"../view.js\";", "use crate::view::View;", "fn listen(engine: &Engine)"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/view.*", "/src/view/**"],
        part: CodeAndTexts,
        never: Never::Words(&[
            "prevent_default", "preventDefault", "stop_propagation", "stopPropagation",
            "stop_immediate_propagation", "stopImmediatePropagation", "returnValue", "set_return_value",
            "beforeunload", "set_onbeforeunload",
        ]),
        because: "the product never prevents, stops or delays a host's event",
        sample: (Rust, &["event.prevent_default();", "call(&event, \"stopPropagation\")", "listen(window, \"beforeunload\")"]),
    },
    Rule {
        rooms: &["/src/view.*", "/src/view/**"],
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&[
            "sensor::", "store::", "outbox::", "transport::", "runtime::", "Engine", "/sensor.js", "/sensor/*",
            "/store.js", "/outbox.js", "/transport.js", "/runtime.js", "glue",
        ]),
        because: "a view shows a Screen and tells Acts; it knows neither why nor what becomes of them",
        sample: (JavaScript, &["import { remember } from \"../store.js\";", "use crate::store::Store;", "fn render(engine: &Engine)"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&[
            "set_inner_html", "inner_html", "innerHTML", "set_outer_html", "outerHTML", "insert_adjacent_html",
            "insertAdjacentHTML", "set_html_unsafe", "setHTMLUnsafe", "document.write", "DomParser", "DOMParser",
        ]),
        because: "text from a definition reaches the page as text only",
        sample: (Rust, &["host.set_inner_html(text);", "Reflect::set(&host, &\"innerHTML\".into(), text)"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/dom.*"],
        part: CodeAndTexts,
        never: Never::Words(&["create_element*", "createElement*", "create_text_node", "createTextNode", "clone_node*"]),
        because: "dom is the only file that creates elements",
        sample: (Rust, &["document.create_element(\"p\")", "document.create_element_ns(SVG, \"g\")"]),
    },
    Rule {
        rooms: &["/src/**", "/loader/loader.js"],
        except: &["/src/transport.*"],
        part: CodeAndTexts,
        never: Never::Words(&[
            "fetch*", "Request::new*", "XmlHttpRequest", "XMLHttpRequest", "send_beacon*", "sendBeacon", "WebSocket",
            "EventSource", "set_src", "import_scripts",
        ]),
        because: "transport is the only file that touches the network, and module.js fetches the definition",
        sample: (Rust, &["window.fetch_with_str(url)", "navigator.send_beacon(url)", "Reflect::get(&window, &\"fetch\".into())"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["http://*", "https://*"]),
        because: "nothing is loaded from, or sent to, an address that the team did not write",
        sample: (Rust, &["load(\"https://cdn.example/font.woff2\")"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/store.*", "/src/shelf.*"],
        part: CodeAndTexts,
        never: Never::Words(&["local_storage", "localStorage", "session_storage", "sessionStorage", "indexed_db", "indexedDB", "set_cookie", "cookie"]),
        because: "what is kept on the visitor's device goes through the one file that may fail at it",
        sample: (Rust, &["window.local_storage()", "Reflect::get(&window, &\"sessionStorage\".into())", "document.set_cookie(it)"]),
    },
    Rule {
        rooms: &["/src/store.*"],
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&[
            "crate::outbox", "/outbox.js", "crate::transport", "/transport.js", "crate::clock", "/clock.js",
            "crate::source", "/source.js", "crate::view", "/view.js", "crate::sensor", "/sensor.js",
            "crate::runtime", "/runtime.js",
        ]),
        because: "the store uses core's values and none of its neighbours",
        sample: (Rust, &["use crate::transport::post;"]),
    },
    Rule {
        rooms: &["/src/outbox.*"],
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&[
            "crate::store", "/store.js", "crate::transport", "/transport.js", "crate::clock", "/clock.js",
            "crate::source", "/source.js", "crate::view", "/view.js", "crate::sensor", "/sensor.js",
            "crate::runtime", "/runtime.js",
        ]),
        because: "the outbox uses core's values and none of its neighbours",
        sample: (Rust, &["use crate::store::Store;"]),
    },
    Rule {
        rooms: &["/src/transport.*"],
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&[
            "crate::store", "/store.js", "crate::outbox", "/outbox.js", "crate::clock", "/clock.js",
            "crate::source", "/source.js", "crate::view", "/view.js", "crate::sensor", "/sensor.js",
            "crate::runtime", "/runtime.js",
        ]),
        because: "transport uses core's values and none of its neighbours",
        sample: (Rust, &["use crate::clock::now;"]),
    },
    Rule {
        rooms: &["/src/clock.*", "/src/source.*", "/src/shelf.*", "/src/lock.*", "/src/listener.*"],
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&[
            "crate::store", "/store.js", "crate::outbox", "/outbox.js", "crate::transport", "/transport.js",
            "crate::view", "/view.js", "crate::sensor", "/sensor.js", "crate::runtime", "/runtime.js",
        ]),
        because: "what everybody stands on stands on nobody",
        sample: (Rust, &["use crate::runtime::Runtime;"]),
    },
    Rule {
        rooms: &["/src/runtime.*"],
        except: &[],
        part: Code,
        never: Never::Words(&[" < ", " > ", " <= ", " >= ", "Duration", "Points", "Band", "elapsed", "saturating_sub", "checked_sub", "cmp", "partial_cmp", "max", "min"]),
        because: "the runtime carries out and decides nothing: it compares no times, scores or counts",
        sample: (Rust, &["if at > self.due {", "let due = due.min(at);"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: Code,
        never: Never::Words(&["push_state*", "pushState(", "replace_state*", "replaceState(", ".back()", "set_href", "set_hash", "location.assign"]),
        because: "the widget writes no history and takes nobody anywhere",
        sample: (Rust, &["history.push_state_with_url(&it, \"\", None)", "history.replaceState({})"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/lib.rs"],
        part: Code,
        never: Never::Words(&[".forget()", "mem::forget", "ManuallyDrop", "Box::leak"]),
        because: "whatever is registered is owned, and dropping it takes it back",
        sample: (Rust, &["closure.forget();", "std::mem::forget(listener);"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: Code,
        never: Never::Words(&["eval", "Function::new_*", "new Function", "set_timeout_with_str*"]),
        because: "nothing is ever evaluated as code, so that a strict content policy holds",
        sample: (Rust, &["js_sys::eval(text)", "Function::new_no_args(text)"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: Code,
        never: Never::Words(&["log_*", "error_*", "console.log", "console.info", "console.debug", "console.error", "console.table"]),
        because: "one warning for each problem, and nothing else is said in the console",
        sample: (JavaScript, &["console.log(it);", "web_sys::console::log_1(&it);"]),
    },
    Rule {
        rooms: &["/src/**/*.css", "/src/view.*", "/src/view/**", "/src/dom.*"],
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["\"style\"", "set_css_text", "cssText", "@import", "url("]),
        because: "one adopted style sheet, no style elements or attributes: nothing to allow in a content policy",
        sample: (Css, &["@import \"fonts.css\";", "background: url(icon.svg);"]),
    },
    Rule {
        rooms: &["/src/**/*.js", "/loader/loader.js", "/loader/module.js"],
        except: &[],
        part: Code,
        never: Never::Line(other_global),
        because: "the only global is effortlet",
        sample: (JavaScript, &["window.effortletQueue = [];", "globalThis.survey ??= {};", "self.x = 1;", "window[name] = it;"]),
    },
    Rule {
        rooms: &["/loader/loader.js"],
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["survey*", "question*", "trigger*", "nudge*", "answer*", "frequency", "audience"]),
        because: "the loader knows nothing of surveys",
        sample: (JavaScript, &["if (definition.surveys) start();", "const triggers = [];"]),
    },
    Rule {
        rooms: COLLECTOR,
        except: COLLECTOR_STORE,
        part: Code,
        never: Never::Words(&["sqlx"]),
        because: "SQL stays inside the collector's store",
        sample: (Rust, &["sqlx::query(TEXT).execute(pool)"]),
    },
    Rule {
        rooms: COLLECTOR_STORE,
        except: &[],
        part: Code,
        never: Never::Words(&["axum", "tower_http", "maud", "StatusCode"]),
        because: "the collector's store knows nothing of HTTP",
        sample: (Rust, &["use axum::Json;"]),
    },
    Rule {
        rooms: &["/crates/effortlet-collector/**/*.sql", "/crates/effortlet-collector/src/store.rs", "/crates/effortlet-collector/src/store/**"],
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&[
            "SELECT", "INSERT", "UPDATE", "DELETE", "FROM", "WHERE", "JOIN", "ORDER BY", "GROUP BY", "CREATE",
            "ALTER", "DROP", "TABLE", "INDEX", "VALUES", "PRIMARY", "NOT NULL",
        ]),
        because: "SQL is in lower case",
        sample: (Sql, &["SELECT id\nfrom response", "create TABLE response (id text)"]),
    },
    Rule {
        rooms: &["/**"],
        except: &["/.ci/run", "/tests/**", "/xtask/tests/tidy/**"],
        part: Everything,
        never: Never::Words(&["../shared", "/work/main", "/work/shared", "/root/"]),
        because: "the repository stands alone, wherever it is cloned",
        sample: (Other, &["see ../shared/DESIGN.md", "cd /work/main"]),
    },
    Rule {
        rooms: &["/**/*.rs", "/**/*.js", "/**/*.mjs", "/**/*.ts", "/**/*.css", "/**/*.sql", "/**/*.md", "/**/*.toml"],
        except: TIDY,
        part: Everything,
        never: Never::Words(&["TODO", "FIXME", "XXX", "HACK"]),
        because: "what is not done is an issue, not a mark in a file",
        sample: (Rust, &["// TODO: the other half"]),
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
