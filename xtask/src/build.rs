//! `cargo xtask build`: Rust and the loader in, the files of `dist/` out.
//!
//! Cargo makes the wasm, wasm-bindgen its glue, binaryen's wasm-opt shrinks the one, esbuild and
//! terser the other. Does nothing while nothing that goes in is newer than what came out.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

use crate::glue::{self, Names};
use crate::{builder, fresh, panics, paths, plain, run, words};

/// The files of `dist/`, all of them.
pub(crate) const FILES: [&str; 34] = [
    "effortlet.js",
    "module.js",
    "history.js",
    "lease.js",
    "locale-ar.js",
    "locale-de.js",
    "locale-es.js",
    "locale-fr.js",
    "locale-he.js",
    "locale-it.js",
    "locale-pl.js",
    "locale-pt.js",
    "locale-ro.js",
    "locale-ru.js",
    "locale-uk.js",
    "templates-more.js",
    "effortlet.wasm",
    "full.js",
    "full.wasm",
    "debug.js",
    "debug.wasm",
    "kept.js",
    "check.js",
    "check.wasm",
    "plain.js",
    "integrity.json",
    "cli.mjs",
    "program.mjs",
    "effortlet.d.ts",
    "definition.d.ts",
    "audience.d.ts",
    "trigger.d.ts",
    "shape.d.ts",
    "definition.schema.json",
];

const INPUTS: [&str; 13] = [
    "Cargo.toml",
    "Cargo.lock",
    "crates/effortlet-core/Cargo.toml",
    "crates/effortlet-core/src",
    "crates/effortlet-check",
    "loader",
    "package-lock.json",
    "src",
    "xtask/src/build.rs",
    "xtask/src/glue.rs",
    "xtask/src/panics.rs",
    "xtask/src/plain.rs",
    "xtask/src/words.rs",
];

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "widget";

/// The wasm files: what most visitors load, the edition that knows everything, the one for a team that
/// looks on, and what names the mistakes of a definition.
const PARTS: [Part; 5] = [
    Part { name: "effortlet", package: "effortlet", features: &[], is_writing: false, is_plain: false },
    Part { name: "full", package: "effortlet", features: &["--features", "full"], is_writing: true, is_plain: false },
    Part { name: "debug", package: "effortlet", features: &["--features", "debug"], is_writing: true, is_plain: false },
    Part { name: "check", package: "effortlet-check", features: &[], is_writing: true, is_plain: false },
    Part { name: "plain", package: "effortlet", features: &["--features", "full"], is_writing: true, is_plain: true },
];

struct Part {
    name: &'static str,
    package: &'static str,
    features: &'static [&'static str],
    /// Whether it has a number in it that Rust writes by `Display`: most are whole, and none of the
    /// ordinary edition's has a fraction.
    is_writing: bool,
    /// Whether it becomes JavaScript, for pages that let no wasm run.
    is_plain: bool,
}

/// Found by trying: the passes of binaryen in the order that leaves the fewest bytes after brotli.
/// Flat code with its loops found anew compresses better, and so do loads and stores that all
/// claim the same alignment, of which engines make nothing. `--low-memory-unused` takes for granted
/// that the first kilobyte of memory is not pointed to: it is the far end of the stack.
///
/// A large function stays one of its own, though it is called from one place only: browsers compile each
/// when it is called first, and what a visit never comes to is then never compiled. A small one does not, since
/// each costs as much again beside its own code: a limit of 60 instead of 12 leaves a fifth fewer to compile until a
/// nudge is shown, for 0.2 KB, and one of 6 for those called from anywhere, instead of 2, an eighth fewer for nothing.
///
/// No feature flags: the module says itself which it uses, and `--all-features` would let in imports
/// that browsers refuse.
const SHRINK: [&str; 19] = [
    "--low-memory-unused",
    "--always-inline-max-function-size",
    "6",
    "--one-caller-inline-max-function-size",
    "60",
    "-O2",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "-Oz",
    "--dealign",
    "--coalesce-locals",
    "--reorder-functions",
    "--reorder-locals",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--minify-imports-and-exports-and-modules",
];

/// What is inlined although `opt-level = "z"` would not; found by trying, as `SHRINK` was.
const INLINING: &str = "-Cllvm-args=--inline-threshold=15";

/// The widget, and the builder that shows it.
pub(crate) fn build() -> Result<()> {
    widget()?;
    builder::build()
}

fn widget() -> Result<()> {
    let dist = paths::dist();
    let outputs = FILES.map(|file| dist.join(file));
    let inputs = INPUTS.map(|path| paths::root().join(path));
    if fresh::is_fresh(&outputs, &inputs) {
        eprintln!("· dist/ is up to date");
        return Ok(());
    }
    fs::create_dir_all(&dist)?;
    // Binaryen has one processor, the compiler another.
    thread::scope(|at_once| -> Result<()> {
        let mut shrinking = Vec::new();
        for part in &PARTS {
            let compiled = run::step(&format!("compiling {} to wasm", part.name), || compile(part))?;
            let bound = run::step(&format!("binding {}", part.name), || bind(&compiled, part))?;
            let shrunk = if part.is_plain { bound.with_file_name("engine.wasm") } else { dist.join(part.name).with_extension("wasm") };
            let before = bound.with_extension("shrunk");
            if !is_same(&bound, &before) || !fresh::is_fresh(&[&shrunk], &[paths::root().join("xtask/src/build.rs")]) {
                shrinking.push(at_once.spawn(move || -> Result<()> {
                    run::step(&format!("shrinking {}", part.name), || shrink(&bound, &shrunk, part))?;
                    if part.is_plain {
                        run::step("writing it as JavaScript", || plain::write(&shrunk))?;
                    }
                    fs::copy(&bound, &before)?;
                    Ok(())
                }));
            }
        }
        shrinking.into_iter().try_for_each(|it| it.join().map_err(|_| anyhow!("shrinking a wasm file panicked"))?)
    })?;
    run::step("bundling the loader and the modules", || bundle(&dist))?;
    outputs.iter().try_for_each(|file| touch(file))
}

fn compile(part: &Part) -> Result<PathBuf> {
    let mut command = run::cargo(["build", "--package", part.package, "--lib"]);
    command.args(["--target", WASM_TARGET, "--profile", PROFILE]).args(part.features);
    // Each with a folder of its own: other flags would compile everything anew each time.
    let (flags, target) = if part.is_plain { (plain::FLAGS, paths::target().join("plain")) } else { ("", paths::target()) };
    command.env("RUSTFLAGS", [INLINING, flags].join(" ").trim()).env("CARGO_TARGET_DIR", &target);
    run::run(command)?;
    let folder = target.join(WASM_TARGET).join(PROFILE);
    let compiled = folder.join(part.package.replace('-', "_")).with_extension("wasm");
    if part.is_plain { plain::lower(&compiled) } else { Ok(compiled) }
}

/// Writes the wasm as wasm-bindgen leaves it, and its glue beside it.
fn bind(compiled: &Path, part: &Part) -> Result<PathBuf> {
    let folder = paths::target().join("glue").join(part.name);
    let mut output = Bindgen::new()
        .input_path(compiled)
        .out_name("effortlet")
        .bundler(true)?
        .typescript(false)
        // Three lines of glue instead of thirty; the texts that pass are short.
        .encode_into(EncodeInto::Never)
        .remove_producers_section(true)
        .generate_output()
        .context("wasm-bindgen: expected wasm made with the same version of the wasm-bindgen crate")?;
    panics::silence(&mut output, part.is_writing)?;
    output.emit(&folder)?;
    Ok(folder.join("effortlet_bg.wasm"))
}

/// Most changes are of JavaScript alone, and to shrink takes longest.
fn is_same(one: &Path, other: &Path) -> bool {
    matches!((fs::read(one), fs::read(other)), (Ok(one), Ok(other)) if one == other)
}

/// The glue is written anew with the short names that binaryen gives.
fn shrink(from: &Path, to: &Path, part: &Part) -> Result<()> {
    let wasm_opt = paths::installed("binaryen/bin/wasm-opt")?;
    let mut command = run::node([&wasm_opt, from]);
    command.args(if part.is_plain { &plain::SHRINK[..] } else { &SHRINK }).arg("--output").arg(to);
    let names = Names::read(&run::output(command)?)?;
    let glue = from.with_extension("js");
    let text = fs::read_to_string(&glue).with_context(|| glue.display().to_string())?;
    Ok(fs::write(from.with_file_name("glue.js"), glue::rename(&text, &names)?)?)
}

fn bundle(dist: &PathBuf) -> Result<()> {
    paths::installed("esbuild")?;
    paths::installed("terser")?;
    let script = paths::root().join("loader/bundle.mjs");
    let glue = paths::target().join("glue");
    words::write(&glue.join("words.json"))?;
    run::run(run::node([&script, dist, &glue]))
}

/// Marks a file as made now, also where its content was copied with an older date.
fn touch(path: &Path) -> Result<()> {
    let file = fs::File::options()
        .append(true)
        .open(path)
        .with_context(|| format!("{}: expected to have been built", path.display()))?;
    Ok(file.set_modified(std::time::SystemTime::now())?)
}
