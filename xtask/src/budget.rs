//! `budget.toml`: how many brotli bytes a visitor may be asked to load. It only goes down.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::paths;

/// Limits in bytes after brotli 11.
#[derive(Debug, PartialEq)]
pub(crate) struct Budget {
    pub(crate) loader: usize,
    /// Of a definition as most sites have it.
    pub(crate) ordinary: usize,
    /// Of one that asks for everything.
    pub(crate) any: usize,
}

/// What each of the limits is held against.
pub(crate) type Spent = Budget;

pub(crate) fn read() -> Result<Budget> {
    let path = paths::root().join("budget.toml");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    parse(&text)
}

/// Fails past a limit.
pub(crate) fn hold(spent: &Spent, budget: &Budget) -> Result<()> {
    let figures = [
        ("loader", spent.loader, budget.loader),
        ("ordinary", spent.ordinary, budget.ordinary),
        ("any", spent.any, budget.any),
    ];
    let over = figures.iter().filter(|(_, bytes, limit)| bytes > limit).map(|(name, bytes, limit)| {
        format!("{name}: {bytes} bytes brotli, {} past the limit of {limit}", bytes - limit)
    });
    let over: Vec<String> = over.collect();
    if !over.is_empty() {
        bail!("past budget.toml: {}", over.join("; "));
    }
    Ok(())
}

fn parse(text: &str) -> Result<Budget> {
    Ok(Budget {
        loader: limit(text, "loader")?,
        ordinary: limit(text, "ordinary")?,
        any: limit(text, "any")?,
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

    const BUDGET: Budget = Budget { loader: 600, ordinary: 45_000, any: 75_000 };

    #[test]
    fn limits_are_read_by_name_and_a_missing_one_is_named() {
        let budget = parse("# bytes\nloader = 600 # small\nordinary = 45000\nany = 75000\n").unwrap();
        assert_eq!(budget, BUDGET);

        let error = parse("loader = 600\nany = 75000").unwrap_err().to_string();
        assert_eq!(error, "budget.toml: ordinary: expected a number of bytes");
    }

    #[test]
    fn each_figure_past_its_limit_is_named() {
        assert!(hold(&BUDGET, &BUDGET).is_ok());
        let spent = Spent { loader: 601, ordinary: 45_000, any: 76_000 };
        assert_eq!(
            hold(&spent, &BUDGET).unwrap_err().to_string(),
            "past budget.toml: loader: 601 bytes brotli, 1 past the limit of 600; \
             any: 76000 bytes brotli, 1000 past the limit of 75000"
        );
    }
}
