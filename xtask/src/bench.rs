//! `cargo xtask bench`: what the widget costs a page, measured in real Chromium.

use anyhow::Result;

use crate::{build, paths, run};

pub(crate) fn bench(arguments: &[&str]) -> Result<()> {
    build::build()?;
    let script = paths::root().join("bench/bench.mjs");
    let mut command = run::node([script]);
    command.args(arguments);
    run::run(command)
}
