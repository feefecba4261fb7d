//! The rules of the core, and those of all that becomes wasm.

use crate::code::Language::Rust;
use crate::code::Part::{Code, CodeAndTexts};
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
        rooms: CORE,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["feature = \"full\"", "feature = \"debug\""]),
        because: "the rules never ask which edition they are in: what one can do is the table that it names",
        sample: (Rust, &["#[cfg(feature = \"full\")]\nmod choice;", "let all = cfg!(feature = \"full\");"]),
    },
    Rule {
        rooms: WASM,
        except: NATIVE,
        part: Code,
        never: Never::Words(&[
            "HashMap", "HashSet", "format!", "println!", "eprintln!", "print!", "dbg!", "write!", "writeln!",
            "format_args!", "parse::<f64>", "parse::<f32>",
        ]),
        because: "each byte of the wasm is the visitor's: any HashMap is 1.8 KB, any format! 1.9 KB, reading a fraction 13.7",
        sample: (Rust, &["let number = text.parse::<f64>();", "let seen = HashMap::new();", "let text = format!(\"{it}\");"]),
    },
    Rule {
        rooms: WASM,
        except: &["/src/lib.rs"],
        part: Code,
        never: Never::Words(&["unsafe", "process::abort", "panic!", "todo!", "unimplemented!", "unreachable!", "assert!", "assert_eq!"]),
        because: "the engine never panics, and the widget never throws into its host",
        sample: (Rust, &["unsafe { it }", "_ => unreachable!(),", "panic!()", "std::process::abort()"]),
    },
    Rule {
        rooms: WASM,
        // To forget is what the panel's button is for.
        except: &["/src/preview/calls.rs"],
        part: Code,
        never: Never::Words(&[".forget()", "mem::forget", "ManuallyDrop", "into_js_value", "once_into_js"]),
        because: "what is taken is given back: it lives in what is dropped",
        sample: (Rust, &["closure.forget();", "std::mem::forget(listener);", "Closure::once_into_js(call)"]),
    },
    Rule {
        rooms: WASM,
        except: &["/src/source/reading.rs"],
        part: Code,
        never: Never::Words(&["Box::leak", ".leak()"]),
        because: "only a definition lives as long as the page: what runs borrows its texts",
        sample: (Rust, &["Box::leak(it)", "text.leak()"]),
    },
];
