//! Exports as LibreOffice opens them; skipped, and said so, where there is none.

use crate::commands::run;
use crate::support::{Collector, effort, response, text, url};
use std::fs;
use std::path::Path;
use std::process::Command;

const TEXTS: [&str; 13] = [
    "=1+1", "+1+1", "-1+1", "@SUM(1;1)", "＝1+1", "＋1", "－1", "＠A1", "Это трудно найти", "Mai puțin text, ăâîșț",
    "النص طويل جدا", "say \"yes\", or; no", "two\nlines",
];

/// Converts a file; false where LibreOffice is not installed.
fn converted(folder: &Path, to: &str, file: &str) -> bool {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let ran = Command::new("soffice").current_dir(folder).args(["--headless", &profile, "--convert-to", to, file]).output();
    ran.is_ok()
}

#[tokio::test]
async fn a_spreadsheet_shows_what_was_written_and_reckons_nothing() {
    let collector = Collector::start().await;
    for (number, written) in (0..).zip(TEXTS) {
        collector.take(&response(number, &[effort(6), text(written)])).await;
    }
    let (folder, database) = (collector.folder(), url(collector.folder()));
    for format in ["csv", "xlsx"] {
        let out = format!("responses.{format}");
        let ran = run(folder, &["export", "--database", &database, "--format", format, "--out", &out], "");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    }
    // UTF-8, every cell as it is shown.
    if !converted(folder, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "responses.xlsx") {
        eprintln!("skipped: soffice is not installed, so that no spreadsheet was opened");
        return;
    }
    let shown = fs::read_to_string(folder.join("responses.csv")).unwrap();
    assert_eq!(shown.matches("2026-11-22 09:05:00.000").count(), 3 * TEXTS.len(), "dates are dates: {shown}");
    for text in TEXTS {
        let cell = text.replace('"', "\"\"");
        let ending = [format!(",6,{cell}\n"), format!(",6,\"{cell}\"\n")];
        assert!(ending.iter().any(|it| shown.contains(it)), "{text}: {shown}");
    }
}
