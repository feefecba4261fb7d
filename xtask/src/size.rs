//! `cargo xtask size`: what a visitor loads, in bytes after brotli 11, against the budget.

use std::fs;

use anyhow::{Context, Result, bail};
use brotli::BrotliCompress;
use brotli::enc::BrotliEncoderParams;

use crate::budget::{self, Budget};
use crate::{build, paths};

struct Weight {
    raw: usize,
    brotli: usize,
}

struct Weights {
    loader: Weight,
    glue: Weight,
    wasm: Weight,
}

impl Weights {
    fn total(&self) -> Weight {
        let parts = [&self.loader, &self.glue, &self.wasm];
        Weight {
            raw: parts.iter().map(|it| it.raw).sum(),
            brotli: parts.iter().map(|it| it.brotli).sum(),
        }
    }
}

/// Prints a table; fails past the budget.
pub(crate) fn print_table() -> Result<()> {
    build::build()?;
    let (weights, budget) = (weigh()?, budget::read()?);
    println!("{:<28}{:>10}{:>10}{:>10}", "", "bytes", "brotli", "limit");
    let rows = [
        ("loader  effortlet.js", &weights.loader, budget.loader.to_string()),
        ("glue    module.js", &weights.glue, String::new()),
        ("wasm    effortlet.wasm", &weights.wasm, String::new()),
        ("total", &weights.total(), budget.total.to_string()),
    ];
    for (name, weight, limit) in rows {
        println!("{name:<28}{:>10}{:>10}{limit:>10}", weight.raw, weight.brotli);
    }
    hold(&weights, &budget)
}

/// Prints `{"loader":…,"glue":…,"wasm":…,"total":…}`; fails past the budget.
pub(crate) fn print_json() -> Result<()> {
    build::build()?;
    let weights = weigh()?;
    println!(
        r#"{{"loader":{},"glue":{},"wasm":{},"total":{}}}"#,
        weights.loader.brotli,
        weights.glue.brotli,
        weights.wasm.brotli,
        weights.total().brotli,
    );
    hold(&weights, &budget::read()?)
}

fn weigh() -> Result<Weights> {
    Ok(Weights {
        loader: weigh_file("effortlet.js")?,
        glue: weigh_file("module.js")?,
        wasm: weigh_file("effortlet.wasm")?,
    })
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

fn hold(weights: &Weights, budget: &Budget) -> Result<()> {
    let figures = [
        ("loader", weights.loader.brotli, budget.loader),
        ("total", weights.total().brotli, budget.total),
    ];
    let over: Vec<String> = figures
        .iter()
        .filter(|(_, bytes, limit)| bytes > limit)
        .map(|(name, bytes, limit)| {
            format!("{name}: {bytes} bytes brotli, {} past the limit of {limit}", bytes - limit)
        })
        .collect();
    if !over.is_empty() {
        bail!("past budget.toml: {}", over.join("; "));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(loader: usize, wasm: usize) -> Weights {
        let weight = |brotli| Weight { raw: 0, brotli };
        Weights { loader: weight(loader), glue: weight(0), wasm: weight(wasm) }
    }

    #[test]
    fn each_figure_past_its_limit_is_named() {
        let budget = Budget { loader: 10, total: 100 };
        assert!(hold(&weights(10, 90), &budget).is_ok());
        assert_eq!(
            hold(&weights(11, 90), &budget).unwrap_err().to_string(),
            "past budget.toml: loader: 11 bytes brotli, 1 past the limit of 10; \
             total: 101 bytes brotli, 1 past the limit of 100"
        );
    }
}
