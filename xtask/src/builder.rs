//! The builder's pages, in `dist/builder/`: the collector serves them beside the widget's files.

use anyhow::Result;

use crate::{fresh, paths, run};

const FILES: [&str; 6] = ["index.html", "builder.js", "builder.css", "preview.html", "preview.js", "preview.css"];

const INPUTS: [&str; 6] =
    ["www/builder", "loader/definition.schema.json", "src/locale", "src/templates.json", "src/templates-more.json", "package-lock.json"];

pub(crate) fn build() -> Result<()> {
    let out = paths::dist().join("builder");
    let outputs = FILES.map(|file| out.join(file));
    let inputs = INPUTS.map(|path| paths::root().join(path));
    if fresh::is_fresh(&outputs, &inputs) {
        return Ok(());
    }
    run::step("building the builder", || {
        let script = paths::root().join("www/builder/build.mjs");
        run::run(run::node([&script, &out]))
    })
}
