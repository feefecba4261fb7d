//! `cargo xtask site`: the demo help center with the widget in it, as plain files.

use std::fs;

use anyhow::Result;

use crate::{build, paths, run};

pub(crate) fn site() -> Result<()> {
    build::build()?;
    let site = paths::site();
    run::step("building the demo", || {
        let script = paths::root().join("www/build.mjs");
        run::run(run::node([&script, &site]))
    })?;
    let widget = site.join("effortlet");
    fs::create_dir_all(&widget)?;
    for file in build::FILES {
        fs::copy(paths::dist().join(file), widget.join(file))?;
    }
    Ok(())
}
