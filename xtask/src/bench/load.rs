//! One load, made by wrk. Never posts the same response twice.

use std::fmt;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use effortlet_core::edition::EXPLAINED;
use effortlet_core::source::{is_selector, parse_json};
use effortlet_core::time::Timestamp;
use effortlet_core::{definition, template};
use serde_json::{Value, json};

use crate::{paths, run};

const SECONDS: u32 = 10;

/// The survey of `www/effortlet.json` that everybody is asked.
const SURVEY: &str = "help-center";

pub(super) struct Load {
    connections: u32,
    /// Posts a second whatever becomes of them, 0 for as many as are answered.
    rate: f64,
}

/// What wrk says of a load, and how much of the processor it took itself.
pub(super) struct Measured {
    said: Value,
    pub(super) took: Duration,
}

impl Load {
    /// Each connection posts as soon as it has its answer.
    pub(super) fn closed(connections: u32) -> Self {
        Self { connections, rate: 0.0 }
    }

    /// So many posts a second, as long as there is a connection that waits for nothing.
    pub(super) fn open(connections: u32, rate: f64) -> Self {
        Self { connections, rate }
    }

    pub(super) fn post(&self, address: SocketAddr, folder: &Path) -> Result<Measured> {
        let document = folder.join("response.json");
        fs::write(&document, response()?)?;
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH)?;
        let wrk = format!(
            "ulimit -n 16384 && wrk --threads 2 --connections {} --duration {SECONDS}s --timeout 15s --script {} http://{address} -- {} {:08x} {} 2 && times",
            self.connections,
            paths::root().join("bench/collector.lua").display(),
            document.display(),
            since_1970.as_millis() & 0xffff_ffff,
            self.rate,
        );
        let told = run::output(run::program("sh", ["-c", &wrk]))?;
        let mut lines = told.lines().rev();
        let (took, _, line) = (lines.next().unwrap_or_default(), lines.next(), lines.next().unwrap_or_default());
        let said = serde_json::from_str(line).with_context(|| format!("wrk: expected a line of JSON, got {told}"))?;
        Ok(Measured { said, took: processor_time(took) })
    }
}

/// Says how to get wrk where it is missing.
pub(super) fn require_tool() -> Result<()> {
    let found = Command::new("wrk").arg("-v").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if found.is_err() {
        bail!("wrk: expected to be there, which makes the load; on Debian, apt-get install wrk");
    }
    Ok(())
}

/// Of `0m1.250s 0m0.500s`, the user's and the system's, as the shell's `times` has it.
fn processor_time(line: &str) -> Duration {
    let part = |text: &str| -> Option<f64> {
        let (minutes, seconds) = text.strip_suffix('s')?.split_once('m')?;
        Some(60.0 * minutes.parse::<f64>().ok()? + seconds.parse::<f64>().ok()?)
    };
    Duration::from_secs_f64(line.split_whitespace().filter_map(part).sum())
}

impl Measured {
    fn number(&self, name: &str) -> f64 {
        self.said.get(name).and_then(Value::as_f64).unwrap_or_default()
    }

    pub(super) fn stored(&self) -> u64 {
        (self.number("replies") - self.number("refused")) as u64
    }

    /// Stored a second.
    pub(super) fn rate(&self) -> f64 {
        self.stored() as f64 / self.number("seconds").max(1.0)
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let refused = self.number("refused") / self.number("seconds").max(1.0);
        let (p50, p99, max) = (self.number("p50"), self.number("p99"), self.number("max"));
        write!(out, "{:>8.0} {p50:>8.1} {p99:>8.1} {max:>8.1} {refused:>11.0} {:>5}", self.rate(), self.number("lost"))
    }
}

/// The first revision of a response to the demo's survey, `ID` in the place of its id.
fn response() -> Result<String> {
    let text = fs::read_to_string(paths::root().join("www/effortlet.json"))?;
    let Ok(document) = parse_json(&text) else { bail!("www/effortlet.json: expected JSON") };
    let (definition, _) = definition::read(&document, &template::ALL, &EXPLAINED, is_selector);
    let survey = definition.surveys.iter().find(|it| it.id == SURVEY).context("www/effortlet.json: expected the survey")?;
    let now = Timestamp(i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis())?).rfc3339();
    Ok(json!({
        "schema": 1, "id": "ID", "rev": 1, "state": "partial",
        "survey": SURVEY, "surveyVersion": survey.version, "trigger": "scroll", "locale": "en",
        "answers": [{ "question": "found", "kind": "yesNo", "value": "yes" }],
        "page": { "url": "https://acme.example/help/billing/refunds", "title": "Refunds" },
        "timing": { "shownAt": now, "answeredAt": now },
        "context": {},
    })
    .to_string())
}
