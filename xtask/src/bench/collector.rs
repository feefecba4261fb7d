//! `cargo xtask bench collector`: durable responses a second, what they wait, and what is left of that
//! when twice as many come.
//!
//! The tool shares the machine with the collector, and so does its database. Never keeps what it stored.

use std::fs;

use anyhow::Result;

use super::load::{Load, Measured, require_tool};
use super::running::Running;
use crate::{build, paths, run};

/// More than the 2,048 requests that may be under way, fewer than the 4,096 connections.
const CROWD: u32 = 3_000;

const HEADER: &str = "                                     stored/s   p50 ms   p99 ms   max ms   refused/s  lost   RSS MB  µs each  tool's";

pub(crate) fn collector() -> Result<()> {
    require_tool()?;
    let program = match std::env::var_os("EFFORTLET_PROGRAM") {
        Some(program) => program.into(),
        None => {
            build::build()?;
            run::run(run::cargo(["build", "--profile", "product", "--package", "effortlet-collector"]))?;
            paths::target().join("product").join(format!("effortlet{}", std::env::consts::EXE_SUFFIX))
        }
    };
    let folder = paths::target().join("bench-collector");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let running = Running::start(&program, &folder)?;
    println!("{HEADER}");
    let measure = |title: &str, load: Load| -> Result<Measured> {
        let (before, measured, after) = (running.processor_time()?, load.post(running.address(), &folder)?, running.processor_time()?);
        let each = (after - before).as_micros() / u128::from(measured.stored().max(1));
        let tools = measured.took.as_micros() / u128::from(measured.stored().max(1));
        println!("{title:<36} {measured} {:>8} {each:>8} {tools:>7}", running.memory()?);
        Ok(measured)
    };
    measure("warming up, 64 connections", Load::closed(64))?;
    measure("64 connections", Load::closed(64))?;
    let first = measure("256 connections", Load::closed(256))?;
    let twice = measure("twice that, open loop", Load::open(CROWD, 2.0 * first.rate()))?;
    let second = measure("256 connections", Load::closed(256))?;
    let at_once = measure("3,000 that come back at once", Load::closed(CROWD))?;
    let third = measure("256 connections", Load::closed(256))?;
    measure("64 connections, afterwards", Load::closed(64))?;
    // What a machine can do drifts within a minute, and a database grows: the peak is that on either side.
    for (title, before, under, after) in [("twice the peak", &first, &twice, &second), ("coming back at once", &second, &at_once, &third)] {
        let peak = before.rate().midpoint(after.rate());
        println!("{title}: {:.0} % of the peak, {peak:.0}/s before and after", 100.0 * under.rate() / peak);
    }
    drop(running);
    fs::remove_dir_all(&folder)?;
    Ok(())
}
