//! `cargo xtask bench`: what the widget costs a page, measured in real Chromium; `bench collector`, how much
//! the collector takes, measured by wrk; `bench reports`, how long its figures take.

mod collector;
mod load;
mod reports;
mod running;

pub(crate) use collector::collector;

use anyhow::Result;

use crate::{build, paths, run};

pub(crate) fn bench(arguments: &[&str]) -> Result<()> {
    if let ["reports", sizes @ ..] = arguments {
        return reports::reports(sizes);
    }
    build::build()?;
    let script = paths::root().join("bench/bench.mjs");
    let mut command = run::node([script]);
    command.args(arguments);
    run::run(command)
}
