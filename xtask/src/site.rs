//! `cargo xtask site`: the demo help center and the documentation, as plain files. The collector brings the
//! widget.

use anyhow::Result;

use crate::{build, paths, run};

pub(crate) fn site() -> Result<()> {
    build::build()?;
    let site = paths::site();
    run::step("building the demo", || {
        let script = paths::root().join("www/build.mjs");
        run::run(run::node([&script, &site]))
    })?;
    // After the demo, whose folder is made anew.
    run::step("building the documentation", || {
        let script = paths::root().join("docs/build/site.mjs");
        run::run(run::node([&script, &site.join("docs")]))
    })
}
