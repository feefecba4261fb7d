//! `cargo xtask dist`: the npm package, checked by what npm would put into it.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{build, paths, run, size};

/// What the package holds beside `dist/`.
const BESIDE: [&str; 12] = [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "npm/index.d.ts",
    "npm/index.js",
    "npm/mount.js",
    "npm/react.d.ts",
    "npm/react.js",
    "npm/tag.js",
    "npm/vue.d.ts",
    "npm/vue.js",
    "package.json",
];

pub(crate) fn dist() -> Result<()> {
    size::print_table()?;
    let listing = run::output(run::program(npm(), ["pack", "--dry-run", "--json"]))?;
    let packed = files(&listing).context("npm pack --json: expected a list of files")?;
    let built = build::FILES.iter().map(|file| format!("dist/{file}"));
    let expected: BTreeSet<String> = BESIDE.map(String::from).into_iter().chain(built).collect();
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
