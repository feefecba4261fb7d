//! `budget.toml`: how many brotli bytes a visitor may be asked to load. It only goes down.

use std::fs;

use anyhow::{Context, Result};

use crate::paths;

/// Limits in bytes after brotli 11.
#[derive(Debug, PartialEq)]
pub(crate) struct Budget {
    pub(crate) loader: usize,
    pub(crate) total: usize,
}

pub(crate) fn read() -> Result<Budget> {
    let path = paths::root().join("budget.toml");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    parse(&text)
}

fn parse(text: &str) -> Result<Budget> {
    Ok(Budget {
        loader: limit(text, "loader")?,
        total: limit(text, "total")?,
    })
}

fn limit(text: &str, key: &str) -> Result<usize> {
    text.lines()
        .filter_map(|line| line.split('#').next()?.split_once('='))
        .find(|(name, _)| name.trim() == key)
        .and_then(|(_, value)| value.trim().parse().ok())
        .with_context(|| format!("budget.toml: {key}: expected a number of bytes"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_by_name_and_a_missing_one_is_named() {
        let budget = parse("# bytes\nloader = 1500 # small\ntotal = 25000\n").unwrap();
        assert_eq!(budget, Budget { loader: 1500, total: 25000 });

        let error = parse("loader = 1500").unwrap_err().to_string();
        assert_eq!(error, "budget.toml: total: expected a number of bytes");
    }
}
