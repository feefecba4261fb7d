//! `cargo xtask dist`: the npm package, checked by what npm would put into it.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{paths, run, size};

/// What the package holds, nothing more and nothing less.
const CONTENTS: [&str; 35] = [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "dist/check.js",
    "dist/check.wasm",
    "dist/debug.js",
    "dist/definition.d.ts",
    "dist/audience.d.ts",
    "dist/trigger.d.ts",
    "dist/shape.d.ts",
    "dist/definition.schema.json",
    "dist/effortlet.d.ts",
    "dist/effortlet.js",
    "dist/effortlet.wasm",
    "dist/full.js",
    "dist/full.wasm",
    "dist/history.js",
    "dist/lease.js",
    "dist/locale-ar.js",
    "dist/locale-de.js",
    "dist/locale-es.js",
    "dist/locale-fr.js",
    "dist/locale-he.js",
    "dist/locale-it.js",
    "dist/locale-pl.js",
    "dist/locale-pt.js",
    "dist/locale-ro.js",
    "dist/locale-ru.js",
    "dist/locale-uk.js",
    "dist/templates-more.js",
    "dist/module.js",
    "dist/place.js",
    "dist/rest.js",
    "dist/shown.js",
    "package.json",
];

pub(crate) fn dist() -> Result<()> {
    size::print_table()?;
    let listing = run::output(run::program(npm(), ["pack", "--dry-run", "--json"]))?;
    let packed = files(&listing).context("npm pack --json: expected a list of files")?;
    let expected: BTreeSet<String> = CONTENTS.map(String::from).into();
    let missing: Vec<_> = expected.difference(&packed).cloned().collect();
    let surplus: Vec<_> = packed.difference(&expected).cloned().collect();
    if !missing.is_empty() || !surplus.is_empty() {
        bail!("the package: missing {missing:?}, not expected {surplus:?}");
    }
    println!("the package holds, from {}:", paths::root().display());
    packed.iter().for_each(|file| println!("  {file}"));
    Ok(())
}

/// npm prints an array of packages, from version 12 on an object of them by name.
fn files(listing: &str) -> Option<BTreeSet<String>> {
    let packages: Value = serde_json::from_str(listing).ok()?;
    let package = match &packages {
        Value::Array(items) => items.first(),
        Value::Object(named) => named.values().next(),
        _ => None,
    };
    let files = package?.get("files")?.as_array()?;
    files
        .iter()
        .map(|file| file.get("path")?.as_str().map(String::from))
        .collect()
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}
