//! The glue that wasm-bindgen writes, made smaller: what passes between it and the wasm gets short names.
//!
//! Never changes what the glue does, but for one thing: what is called after it is gone does nothing.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// What wasm-bindgen has the wasm begin with; one that knows no references to JavaScript has nothing of it.
const START: &str = "__wbindgen_start";

/// How wasm-bindgen knows that the memory has grown, in two ways of its own: a buffer that was let go. That of
/// an engine in plain JavaScript is only another one then.
const GROWN: [(&str, &str); 2] = [
    ("cachedUint8ArrayMemory0.byteLength === 0", "cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer"),
    (
        "cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && \
         cachedDataViewMemory0.buffer !== wasm.memory.buffer)",
        "cachedDataViewMemory0.buffer !== wasm.memory.buffer",
    ),
];

/// Where wasm-bindgen begins to call a function of ours, and what is put before it. It would throw where that function
/// is gone, into a page that calls it still: one that wraps what listens may not find it again to end it.
const CALLED: &str = "state.cnt++;";
const GUARD: &str = "if (!state.a) return;\n        ";

/// Gives the glue with the names that binaryen has given to imports and exports, and all of it as one
/// object, `glue`: in it are `imports`, `begin`, which takes what the wasm exports, and our own calls.
///
/// Not a namespace: what bundlers make of one reads whatever a page has put on every object.
pub(crate) fn rename(glue: &str, names: &Names) -> Result<String> {
    let start = if names.exports.iter().any(|(name, _)| name == START) { format!("wasm.{START}();") } else { String::new() };
    let mut text = format!("{glue}\nfunction begin(exports) {{\n    wasm = exports;\n    {start}\n}}\n");
    for (written, meant) in GROWN {
        text = text.replace(written, meant);
    }
    ensure!(!text.contains(".byteLength === 0") && !text.contains(".detached"), "the glue: expected memory that grows as {GROWN:?}");
    let calls = text.matches("Closure(arg0, arg1, f) {").count();
    ensure!(text.matches(CALLED).count() == calls, "the glue: expected {calls} times {CALLED}");
    text = text.replace(CALLED, &format!("{GUARD}{CALLED}"));
    let mut imports = String::new();
    for (name, short) in &names.imports {
        let declared = format!("export function {name}(");
        ensure!(text.contains(&declared), "the glue: expected {declared}…)");
        text = text.replace(&declared, &format!("function {name}("));
        imports.push_str(&format!("{short}: {name},\n"));
    }
    for (name, short) in &names.exports {
        text = replace_word(&text, &format!("wasm.{name}"), &format!("wasm.{short}"));
    }
    let calls: Vec<String> = text.split(EXPORTED).skip(1).filter_map(|rest| rest.split('(').next()).map(String::from).collect();
    let text = text.replace(EXPORTED, "function ");
    Ok(format!("{text}\nexport const glue = {{\nimports: {{\n{imports}}},\nbegin, {}\n}};\n", calls.join(", ")))
}

/// Before the name of each function that wasm-bindgen hands out.
const EXPORTED: &str = "export function ";

/// By long name, the short one.
pub(crate) struct Names {
    imports: Vec<(String, String)>,
    exports: Vec<(String, String)>,
}

impl Names {
    /// Of what binaryen prints with `--minify-imports-and-exports-and-modules`.
    pub(crate) fn read(json: &str) -> Result<Self> {
        let all: Value = serde_json::from_str(json).context("wasm-opt: expected the map of names as JSON")?;
        let pairs = |key: &str, from: usize| -> Result<Vec<(String, String)>> {
            let rows = all.get(key).and_then(Value::as_array).with_context(|| format!("wasm-opt: expected {key}"))?;
            let pair = |row: &Value| {
                let text = |at: usize| Some(row.get(at)?.as_str()?.to_owned());
                Some((text(from)?, text(from + 1)?))
            };
            rows.iter().map(|row| pair(row).context("wasm-opt: expected names in pairs")).collect()
        };
        Ok(Self { imports: pairs("imports", 1)?, exports: pairs("exports", 0)? })
    }
}

/// Whole words only: what goes on behind it is another name.
fn replace_word(text: &str, word: &str, with: &str) -> String {
    let mut pieces = text.split(word);
    let mut replaced = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let goes_on = piece.starts_with(|it: char| it.is_alphanumeric() || it == '_' || it == '$');
        replaced.push_str(if goes_on { word } else { with });
        replaced.push_str(piece);
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_become_one_object_and_exports_are_called_by_their_short_names() {
        let names = Names::read(r#"{"imports":[["./x.js","__wbg_now_1","a"]],"exports":[["start","b"],["__wbindgen_start","c"]]}"#);
        let glue = "let wasm;\nexport function __wbg_now_1() { return Date.now(); }\nexport function start() { wasm.start(); wasm.started; }\n";
        let renamed = rename(glue, &names.unwrap()).unwrap();
        assert!(renamed.contains("\nfunction __wbg_now_1() {"));
        assert!(renamed.contains("\nfunction start() { wasm.b(); wasm.started; }"));
        assert!(renamed.contains("    wasm.c();\n"));
        assert!(renamed.ends_with("export const glue = {\nimports: {\na: __wbg_now_1,\n},\nbegin, start\n};\n"));
    }

    #[test]
    fn what_is_called_after_it_is_gone_does_nothing() {
        let names = Names::read(r#"{"imports":[],"exports":[]}"#).unwrap();
        let glue = "let wasm;\nfunction makeClosure(arg0, arg1, f) {\n        state.cnt++;\n}\n";
        assert!(rename(glue, &names).unwrap().contains("\n        if (!state.a) return;\n        state.cnt++;\n"));
        let other = glue.replace("state.cnt++", "state.count++");
        assert_eq!(rename(&other, &names).unwrap_err().to_string(), "the glue: expected 1 times state.cnt++;");
    }

    #[test]
    fn glue_that_lacks_an_import_is_refused() {
        let names = Names::read(r#"{"imports":[["./x.js","gone","a"]],"exports":[]}"#).unwrap();
        assert_eq!(rename("let wasm;", &names).unwrap_err().to_string(), "the glue: expected export function gone(…)");
    }
}
