//! `cargo xtask size`: what a visitor loads, in bytes after brotli 11, against the budget.
//!
//! Which files that are is what the browser loads: `tests/browser/package.test.mjs` holds the lists to it.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use brotli::BrotliCompress;
use brotli::enc::BrotliEncoderParams;
use serde_json::json;

use crate::budget::{self, Budget, Spent};
use crate::{build, paths};

const LOADER: [&str; 1] = ["effortlet.js"];
/// Until a nudge is answered. English comes with the module.
const ORDINARY: [&str; 3] = ["effortlet.js", "module.js", "effortlet.wasm"];
/// Beside the words of a language.
const ANY: [&str; 5] = ["effortlet.js", "module.js", "full.js", "full.wasm", "templates-more.js"];
/// Without Web Locks, without the Navigation API, without wasm; where there are mistakes; for those who look on.
const SELDOM: [&str; 8] = ["lease.js", "history.js", "kept.js", "check.js", "check.wasm", "debug.js", "debug.wasm", "plain.js"];

#[derive(Clone, Copy, Default)]
struct Weight {
    raw: usize,
    brotli: usize,
}

/// The weight of each script and wasm of `dist/`.
struct Weights(BTreeMap<&'static str, Weight>);

impl Weights {
    fn of(&self, name: &str) -> Weight {
        self.0.get(name).copied().unwrap_or_default()
    }

    fn sum(&self, names: &[&str]) -> Weight {
        let weights = names.iter().map(|name| self.of(name));
        weights.fold(Weight::default(), |sum, it| Weight { raw: sum.raw + it.raw, brotli: sum.brotli + it.brotli })
    }

    /// Everything, in the language that weighs most.
    fn any(&self) -> Vec<&'static str> {
        let languages = self.0.iter().filter(|(name, _)| name.starts_with("locale-"));
        let largest = languages.max_by_key(|(_, weight)| weight.brotli).map(|(name, _)| *name);
        ANY.into_iter().chain(largest).collect()
    }

    fn spent(&self) -> Spent {
        Spent {
            loader: self.sum(&LOADER).brotli,
            ordinary: self.sum(&ORDINARY).brotli,
            any: self.sum(&self.any()).brotli,
        }
    }
}

/// Prints a table; fails past the budget.
pub(crate) fn print_table() -> Result<()> {
    build::build()?;
    let (weights, limits) = (weigh()?, budget::read()?);
    let Budget { loader, ordinary, any } = limits;
    row("", ["bytes", "brotli", "limit"]);
    for (title, files, limit) in [
        ("loader", LOADER.to_vec(), Some(loader)),
        ("ordinary", ORDINARY.to_vec(), Some(ordinary)),
        ("any", weights.any(), Some(any)),
        ("seldom", SELDOM.to_vec(), None),
    ] {
        let Weight { raw, brotli } = weights.sum(&files);
        row(title, [&raw.to_string(), &brotli.to_string(), &limit.map_or_else(String::new, |it| it.to_string())]);
        for file in files {
            let Weight { raw, brotli } = weights.of(file);
            row(&format!("  {file}"), [&raw.to_string(), &brotli.to_string(), ""]);
        }
    }
    budget::hold(&weights.spent(), &limits)
}

/// Prints `{"loader":…,"ordinary":…,"any":…,"files":{"effortlet.js":…}}`; fails past the budget.
pub(crate) fn print_json() -> Result<()> {
    build::build()?;
    let weights = weigh()?;
    let Spent { loader, ordinary, any } = weights.spent();
    let files: BTreeMap<_, _> = weights.0.iter().map(|(name, weight)| (name, weight.brotli)).collect();
    println!("{}", json!({ "loader": loader, "ordinary": ordinary, "any": any, "files": files }));
    budget::hold(&weights.spent(), &budget::read()?)
}

fn row(title: &str, [raw, brotli, limit]: [&str; 3]) {
    println!("{title:<22}{raw:>10}{brotli:>10}{limit:>10}");
}

fn weigh() -> Result<Weights> {
    let loaded = build::FILES.into_iter().filter(|name| [".js", ".wasm"].iter().any(|end| name.ends_with(end)));
    loaded.map(|name| Ok((name, weigh_file(name)?))).collect::<Result<_>>().map(Weights)
}

fn weigh_file(name: &str) -> Result<Weight> {
    let path = paths::dist().join(name);
    let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
    Ok(Weight {
        raw: bytes.len(),
        brotli: compressed(&bytes)?,
    })
}

/// Quality 11 with a window of 2^22 bytes: what a server with precompressed files sends.
fn compressed(bytes: &[u8]) -> Result<usize> {
    let settings = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut input = bytes;
    let mut output = Vec::new();
    BrotliCompress(&mut input, &mut output, &settings)?;
    Ok(output.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_definition_is_weighed_in_the_language_with_the_most_words() {
        let weight = |brotli| Weight { raw: 0, brotli };
        let languages = [("locale-ar.js", 5), ("locale-ru.js", 7), ("locale-uk.js", 6)];
        let files = ANY.into_iter().map(|name| (name, 10)).chain(languages).chain([("check.wasm", 100)]);
        let weights = Weights(files.map(|(name, brotli)| (name, weight(brotli))).collect());
        assert_eq!(weights.spent(), Spent { loader: 10, ordinary: 20, any: 57 });
    }

    #[test]
    fn every_file_that_a_browser_loads_is_weighed_somewhere() {
        let loaded = build::FILES.into_iter().filter(|name| name.ends_with(".js") || name.ends_with(".wasm"));
        let others = loaded.filter(|name| !name.starts_with("locale-"));
        for name in others {
            assert!([&ORDINARY[..], &ANY, &SELDOM].iter().any(|it| it.contains(&name)), "{name}");
        }
    }
}
