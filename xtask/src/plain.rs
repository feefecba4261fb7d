//! The engine as plain JavaScript, by binaryen's wasm2js: for pages whose content security policy lets no
//! wasm run.
//!
//! Never changes what the engine does.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{paths, run};

/// What wasm had when it began: all that wasm2js knows.
pub(crate) const FLAGS: &str = "-Ctarget-cpu=mvp";

/// Rust's own library comes compiled with more; this has binaryen write it in other words, and not say
/// that there was more: wasm-bindgen would go by it. The names of functions stay.
const LOWER: [&str; 5] = [
    "--llvm-nontrapping-fptoint-lowering",
    "--llvm-memory-copy-fill-lowering",
    "--signext-lowering",
    "--strip-target-features",
    "--debuginfo",
];

/// What `build::SHRINK` does beyond this is for brotli and wasm, and is more of JavaScript: flat code, and
/// loads that claim no alignment, which wasm2js would make of single bytes.
pub(crate) const SHRINK: [&str; 8] = [
    "--low-memory-unused",
    "-Oz",
    "--coalesce-locals",
    "--reorder-functions",
    "--reorder-locals",
    "--strip-debug",
    "--strip-producers",
    "--minify-imports-and-exports-and-modules",
];

/// Between these, wasm2js calls its function once and exports what that gives.
const IMPORT: &str = "import * as a from 'a';";
const CALL: &str = "var retasmFunc = asmFunc({";

/// Gives the same with nothing in it that wasm2js does not know.
pub(crate) fn lower(compiled: &Path) -> Result<PathBuf> {
    let lowered = compiled.with_extension("lowered.wasm");
    let mut command = run::node([&paths::installed("binaryen/bin/wasm-opt")?, compiled]);
    command.args(LOWER).arg("--output").arg(&lowered);
    run::run(command)?;
    Ok(lowered)
}

/// Writes `engine.js` beside the wasm: a module whose `instantiate` gives what the wasm would export.
pub(crate) fn write(wasm: &Path) -> Result<()> {
    let wasm2js = paths::installed("binaryen/bin/wasm2js")?;
    let mut command = run::node([&wasm2js, wasm]);
    command.arg("-Oz");
    let text = module(&run::output(command)?)?;
    let to = wasm.with_extension("js");
    fs::write(&to, text).with_context(|| to.display().to_string())
}

fn module(written: &str) -> Result<String> {
    let (before, rest) = written.split_once(IMPORT).with_context(|| format!("wasm2js: expected {IMPORT}"))?;
    let (engine, _) = rest.split_once(CALL).with_context(|| format!("wasm2js: expected {CALL}"))?;
    Ok([before, engine, "export const instantiate = asmFunc;\n"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_wasm2js_calls_at_once_is_handed_out_instead() {
        let written = "import * as a from 'a';\nfunction asmFunc(imports) { return {}; }\nvar retasmFunc = asmFunc({\n  \"a\": a,\n});\nexport var b = retasmFunc.b;\n";
        assert_eq!(module(written).unwrap(), "\nfunction asmFunc(imports) { return {}; }\nexport const instantiate = asmFunc;\n");
        assert!(module("function asmFunc() {}").unwrap_err().to_string().starts_with("wasm2js: expected import"));
    }
}
