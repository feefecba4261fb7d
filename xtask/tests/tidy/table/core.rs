//! The rules of the core, and of the Rust that hands it to JavaScript.

use crate::code::Language::Rust;
use crate::code::Part::Code;
use crate::rules::{Never, Rule};

const CORE: &[&str] = &["/crates/effortlet-core/src/**/*.rs"];
/// What is compiled to wasm.
const WASM: &[&str] = &["/crates/effortlet-core/src/**/*.rs", "/src/**/*.rs"];
/// Files of the core that are not in the widget: they read JSON text, answers that arrived, or
/// add up scores.
const NATIVE: &[&str] = &[
    "/crates/effortlet-core/src/source/native.rs",
    "/crates/effortlet-core/src/source/selector.rs",
    "/crates/effortlet-core/src/response/read.rs",
    "/crates/effortlet-core/src/response/read/**",
    "/crates/effortlet-core/src/response/wire.rs",
];

pub(crate) const RULES: &[Rule] = &[
    Rule {
        rooms: CORE,
        except: &[],
        part: Code,
        never: Never::Words(&[
            "web_sys", "js_sys", "wasm_bindgen", "gloo*", "std::time", "SystemTime", "Instant", "rand", "getrandom",
            "std::fs", "std::net", "std::env", "std::io", "std::thread", "process::exit", "process::Command",
        ]),
        because: "the core has no browser, clock, randomness or I/O: they are arguments",
        sample: (Rust, &["use web_sys::Window;", "let at = std::time::now();", "let seed = rand::random();", "fs(std::fs::read(it))"]),
    },
    Rule {
        rooms: &["/src/**/*.rs"],
        except: &[],
        part: Code,
        never: Never::Words(&["web_sys", "js_sys", "gloo*", "JsValue", "std::time", "std::env", "rand", "getrandom"]),
        because: "only texts and numbers go between Rust and JavaScript, and Rust never touches the page",
        sample: (Rust, &["use web_sys::Window;", "fn start(definition: JsValue)"]),
    },
    Rule {
        rooms: WASM,
        except: NATIVE,
        part: Code,
        never: Never::Words(&[
            "HashMap", "HashSet", "format!", "println!", "eprintln!", "print!", "dbg!", "write!", "writeln!",
            "format_args!",
        ]),
        because: "each byte of the wasm is the visitor's: any HashMap is 1.8 KB, any format! 1.9 KB",
        sample: (Rust, &["let seen = HashMap::new();", "let text = format!(\"{it}\");"]),
    },
    Rule {
        rooms: WASM,
        except: &["/src/lib.rs"],
        part: Code,
        never: Never::Words(&["unsafe", "abort*", "panic!", "todo!", "unimplemented!", "unreachable!", "assert!", "assert_eq!"]),
        because: "the engine never panics, and the widget never throws into its host",
        sample: (Rust, &["unsafe { it }", "_ => unreachable!(),", "panic!()", "std::process::abort()"]),
    },
    Rule {
        rooms: WASM,
        except: &["/src/rules.rs"],
        part: Code,
        never: Never::Words(&[".forget()", "mem::forget", "ManuallyDrop", "Box::leak", ".leak()"]),
        because: "what is taken is given back; only the engine and its definition live as long as the page",
        sample: (Rust, &["closure.forget();", "std::mem::forget(listener);", "Box::leak(it)"]),
    },
];
