//! `cargo xtask bench reports [RESPONSES …]`: how long figures take, over made-up responses.
//!
//! The collector is that of `--profile product`, or the one that `EFFORTLET_PROGRAM` names; its database
//! is `DATABASE_URL` where there is one, else a file in the target folder. Never measures the widget.

mod http;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use effortlet_core::response::Random;
use effortlet_core::time::Timestamp;

use crate::{paths, run};
use http::{get, post, wait_for};

const SIZES: [&str; 2] = ["1000000", "10000000"];

/// Asked for one after the other, so that each has the machine for itself.
const ASKED: u64 = 40;

/// So often the collector is started to ask for its first page.
const STARTS: usize = 5;

/// What can be filtered by.
const DIMENSIONS: u64 = 5;

const AT_ONCE: u64 = 24;
const TOGETHER_FOR: Duration = Duration::from_secs(10);

/// The last day of what is made up.
const UNTIL: &str = "2026-11-01";

pub(crate) fn reports(sizes: &[&str]) -> Result<()> {
    let program = program()?;
    for size in if sizes.is_empty() { &SIZES } else { sizes } {
        measure(&program, size)?;
    }
    Ok(())
}

fn program() -> Result<PathBuf> {
    if let Some(program) = std::env::var_os("EFFORTLET_PROGRAM") {
        return Ok(program.into());
    }
    run::step("building the collector", || {
        run::run(run::cargo(["build", "--profile", "product", "--package", "effortlet-collector"]))
    })?;
    Ok(paths::target().join("product").join(format!("effortlet{}", std::env::consts::EXE_SUFFIX)))
}

fn measure(program: &Path, size: &str) -> Result<()> {
    println!("\n== {size} responses ==");
    let folder = paths::target().join("bench");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(format!("reports-{size}.db"));
    let database = std::env::var("DATABASE_URL").unwrap_or_else(|_| format!("sqlite://{}", file.display()));
    if database.starts_with("sqlite:") && !file.exists() {
        let began = Instant::now();
        run::run(run::program(program, ["sample", size, "--until", UNTIL, "--database", &database]))?;
        println!("made up in {:.1} s", began.elapsed().as_secs_f64());
    }
    first_pages(program, &database)?;
    let collector = Collector::start(program, &database)?;
    let address = collector.address;
    let (first, _) = asked(address, "")?;
    println!("the first report, from the disk   {:7.1} ms", milliseconds(first));
    let mut draw = Random::new(7);
    let mut pick = move |most: u64| draw.draw() % most;
    print("all responses", &(0..5).map(|_| Ok(asked(address, "")?.0)).collect::<Result<Vec<_>>>()?);
    let first: Result<Vec<_>> = (0..DIMENSIONS).map(|number| Ok(asked(address, &query(&mut pick, number, 1))?.0)).collect();
    print("the first by each filter", &first?);
    collector.rest()?;
    let (mut one, mut several) = (Vec::new(), Vec::new());
    for number in 0..ASKED {
        one.push(asked(address, &query(&mut pick, number, 1))?.0);
        several.push(asked(address, &query(&mut pick, number, 2 + number % 4))?.0);
    }
    print("a period and one filter", &one);
    print("a period and two to five filters", &several);
    together(address)?;
    println!("memory at most                    {:7} MiB", collector.peak()? / 1_024);
    Ok(())
}

/// How long the page takes as soon as the collector answers anything, and a second after that.
fn first_pages(program: &Path, database: &str) -> Result<()> {
    for (what, pause) in [("the first page, at once", Duration::ZERO), ("the first page, a second later", Duration::from_secs(1))] {
        let mut first = Vec::new();
        for _ in 0..STARTS {
            let collector = Collector::start(program, database)?;
            thread::sleep(pause);
            let began = Instant::now();
            let (status, body) = get(collector.address, "/report/help-center")?;
            ensure!(status == 200, "the page: {status} {body}");
            first.push(began.elapsed());
        }
        print(what, &first);
    }
    Ok(())
}

/// A period of 1 to 200 days and so many conditions.
fn query(pick: &mut dyn FnMut(u64) -> u64, number: u64, conditions: u64) -> String {
    let from = Timestamp::from_js(1_762_300_800_000.0).0 + (pick(150) as i64) * 86_400_000;
    let to = from + (pick(200) as i64) * 86_400_000;
    let day = |at: i64| Timestamp(at).rfc3339().chars().take(10).collect::<String>();
    let article = pick(200);
    let all = [
        format!("article=article-{article}"),
        format!("locale={}", if pick(2) == 0 { "en" } else { "ro" }),
        format!("trigger={}", if pick(2) == 0 { "scroll" } else { "click" }),
        format!("device={}", if pick(2) == 0 { "phone" } else { "desktop" }),
        format!("section=section-{}", article / 20),
    ];
    let chosen = all.iter().cycle().skip(usize::try_from(number % 5).unwrap_or(0));
    let chosen: Vec<&str> = chosen.take(usize::try_from(conditions).unwrap_or(1)).map(String::as_str).collect();
    format!("from={}&to={}&{}", day(from), day(to), chosen.join("&"))
}

fn asked(address: SocketAddr, query: &str) -> Result<(Duration, String)> {
    let began = Instant::now();
    let (status, body) = get(address, &format!("/v1/surveys/help-center/report?{query}"))?;
    ensure!(status == 200, "{query}: {status} {body}");
    Ok((began.elapsed(), body))
}

/// Reports without a pause while somebody answers each 5 ms.
fn together(address: SocketAddr) -> Result<()> {
    let is_over = AtomicBool::new(false);
    let (reports, posts) = thread::scope(|scope| {
        let visitor = scope.spawn(|| answering(address, &is_over));
        let readers: Vec<_> = (0..AT_ONCE).map(|reader| scope.spawn(move || reading(address, reader))).collect();
        let reports: Result<Vec<_>> = readers.into_iter().map(|it| it.join().unwrap_or_else(|_| Ok(Vec::new()))).collect();
        is_over.store(true, Ordering::Relaxed);
        (reports, visitor.join().unwrap_or_else(|_| Ok(Vec::new())))
    });
    print("24 reports at once", &reports?.concat());
    print("an answer meanwhile", &posts?);
    Ok(())
}

fn reading(address: SocketAddr, reader: u64) -> Result<Vec<Duration>> {
    let mut draw = Random::new(reader + 100);
    let mut pick = move |most: u64| draw.draw() % most;
    let (began, mut took) = (Instant::now(), Vec::new());
    while began.elapsed() < TOGETHER_FOR {
        let number = took.len() as u64 + reader;
        took.push(asked(address, &query(&mut pick, number, 1))?.0);
    }
    Ok(took)
}

fn answering(address: SocketAddr, is_over: &AtomicBool) -> Result<Vec<Duration>> {
    let mut took = Vec::new();
    let seed = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_nanos();
    let mut draw = Random::new(u64::try_from(seed).unwrap_or(1));
    while !is_over.load(Ordering::Relaxed) {
        let id = draw.uuid(Timestamp(1_795_338_300_000));
        let body = format!(
            r#"{{ "schema": 1, "id": "{id}", "rev": 1, "state": "partial", "survey": "help-center", "surveyVersion": "2",
                "trigger": "scroll", "locale": "en", "page": {{ "url": "https://help.acme.example/", "title": "Help" }},
                "answers": [{{ "question": "found", "kind": "yesNo", "value": "yes" }}],
                "timing": {{ "shownAt": "2026-11-29T08:00:00.000Z", "answeredAt": "2026-11-29T08:00:00.000Z" }}, "context": {{}} }}"#
        );
        let began = Instant::now();
        let (status, said) = post(address, "/v1/responses", &body)?;
        ensure!(status == 200, "{status} {said}");
        took.push(began.elapsed());
        thread::sleep(Duration::from_millis(5));
    }
    Ok(took)
}

fn print(what: &str, took: &[Duration]) {
    let mut sorted = took.to_vec();
    sorted.sort_unstable();
    let at = |share: usize| sorted.get((sorted.len() * share / 100).min(sorted.len().saturating_sub(1))).copied().unwrap_or_default();
    let (half, most) = (milliseconds(at(50)), milliseconds(at(100)));
    println!("{what:33} {half:7.1} ms p50 {:7.1} ms p99 {most:7.1} ms max of {}", milliseconds(at(99)), took.len());
}

fn milliseconds(it: Duration) -> f64 {
    it.as_secs_f64() * 1_000.0
}

/// Ended when it is dropped.
struct Collector {
    process: Child,
    address: SocketAddr,
}

impl Collector {
    fn start(program: &Path, database: &str) -> Result<Self> {
        let address = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut command = run::program(program, ["serve", "--public-report", "--database", database]);
        command.arg("--listen").arg(address.to_string()).stdout(Stdio::null()).stderr(Stdio::null());
        for name in ["ADDRESS_RATE", "ADDRESS_BURST", "SITE_RATE", "SITE_BURST"] {
            command.env(format!("EFFORTLET_{name}"), "1000000");
        }
        let process = command.spawn().context("the collector: expected to run")?;
        let collector = Self { process, address };
        wait_for(address)?;
        Ok(collector)
    }

    /// Waits until it has made ready what is asked for next.
    fn rest(&self) -> Result<()> {
        let mut before = self.ticks()?;
        loop {
            thread::sleep(Duration::from_millis(500));
            let now = self.ticks()?;
            if now <= before + 1 {
                return Ok(());
            }
            before = now;
        }
    }

    /// Hundredths of a second for which it has had a processor.
    fn ticks(&self) -> Result<u64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.process.id()))?;
        let after = stat.rsplit(')').next().unwrap_or_default();
        let of = |at: usize| after.split_whitespace().nth(at).and_then(|it| it.parse::<u64>().ok());
        of(11).zip(of(12)).map(|(user, system)| user + system).context("utime and stime: expected in /proc")
    }

    /// KiB of memory.
    fn peak(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        peak.and_then(|it| it.trim().trim_end_matches(" kB").parse().ok()).context("VmHWM: expected in /proc")
    }
}

impl Drop for Collector {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
