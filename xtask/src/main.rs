//! `cargo xtask …`: all automation, on Cargo and Node alone.
//!
//! Each command is one file. Never uses the root crate, and but for `docs/reference/` never changes a
//! file outside `dist/` and the target folder.

mod paths;
mod plain;
mod fresh;
mod run;
mod words;
mod build;
mod builder;
mod glue;
mod panics;
mod budget;
mod size;
mod site;
mod serve;
mod check;
mod reference;
mod dist;
mod test;
mod bench;

use std::process::ExitCode;

use serve::Answers;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask build          the widget, in dist/
cargo xtask size [--json]  brotli bytes of what a visitor loads, against budget.toml
cargo xtask site           the local site, with the documentation, in target/site/
cargo xtask serve [--demo] the local site, the collector and the report on 127.0.0.1:$PORT (8787);
                           with --demo the report has half a year of made-up answers
cargo xtask check FILE     what is wrong with a definition, or seems to be, a line each
cargo xtask reference      docs/reference, from the definition's schema and the reader
cargo xtask dist           the npm package: builds it and checks what it would hold
cargo xtask test           every test
cargo xtask test-browsers  those of the view, in Chromium, Firefox and WebKit
cargo xtask bench [--json] what the widget costs a page, in real Chromium
cargo xtask bench collector
                           how many responses a second the collector stores, by wrk
cargo xtask bench reports [RESPONSES …]
                           how long figures take, over 1,000,000 and 10,000,000 responses";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<ExitCode> {
    match words {
        ["help"] | [.., "--help"] | [] => println!("{USAGE}"),
        ["build"] => build::build()?,
        ["size"] => size::print_table()?,
        ["size", "--json"] => size::print_json()?,
        ["site"] => site::site()?,
        ["serve"] => serve::serve(Answers::Own)?,
        ["serve", "--demo"] => serve::serve(Answers::MadeUp)?,
        ["check", file] => return Ok(check::check(file)),
        ["reference"] => reference::reference()?,
        ["dist"] => dist::dist()?,
        ["test"] => return test::test(),
        ["test-browsers"] => test::test_browsers()?,
        ["bench", "collector"] => bench::collector()?,
        ["bench", rest @ ..] => bench::bench(rest)?,
        _ => bail!("expected one of\n{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}
