//! `kill -9` in the middle of everything: what was acknowledged is there, and nothing twice.

use crate::client::Client;
use crate::document::{LAST_REV, id, revision};
use crate::program::{Program, program, serve_at, url};
use crate::server::server;
use effortlet_core::response::Random;
use sqlx::{AnyConnection, Connection};
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, RwLock};
use std::thread;
use std::time::{Duration, Instant};

/// Visitors who post side by side.
const VISITORS: u64 = 16;

/// The shortest and the longest life of a collector, in milliseconds.
const LIFE: (u64, u64) = (20, 120);

#[test]
fn what_was_acknowledged_is_there_exactly_once_after_5_kills_under_load() {
    kill_on_sqlite(5);
}

#[test]
#[ignore = "a minute; cargo test -p effortlet-collector --test program -- --ignored --nocapture kills"]
fn what_was_acknowledged_is_there_exactly_once_after_200_kills_under_load() {
    kill_on_sqlite(200);
}

#[test]
fn in_postgresql_it_is_there_exactly_once_after_3_kills_under_load() {
    kill_on_postgresql(3);
}

#[test]
#[ignore = "a minute; cargo test -p effortlet-collector --test program -- --ignored --nocapture kills"]
fn in_postgresql_it_is_there_exactly_once_after_50_kills_under_load() {
    kill_on_postgresql(50);
}

#[test]
fn two_collectors_lose_nothing_while_4_restarts_roll_over_them() {
    roll(4);
}

#[test]
#[ignore = "a minute; cargo test -p effortlet-collector --test program -- --ignored --nocapture restarts"]
fn two_collectors_lose_nothing_while_50_restarts_roll_over_them() {
    roll(50);
}

/// What the visitors know: where collectors are, and which revision of which response one has said yes to.
struct Load {
    addresses: RwLock<Vec<SocketAddr>>,
    acknowledged: Mutex<BTreeMap<u64, u32>>,
    is_over: AtomicBool,
}

impl Load {
    fn on(programs: &[Program]) -> Self {
        let addresses = RwLock::new(programs.iter().map(|it| it.address).collect());
        Self { addresses, acknowledged: Mutex::default(), is_over: AtomicBool::new(false) }
    }

    /// Posts while `happens` does.
    fn during(&self, happens: impl FnOnce()) {
        thread::scope(|scope| {
            for visitor in 0..VISITORS {
                scope.spawn(move || post_one_after_the_other(self, visitor));
            }
            // However a check fails, visitors go home.
            let _over = Over(&self.is_over);
            happens();
        });
    }
}

fn kill_on_sqlite(times: u32) {
    let folder = tempfile::tempdir().unwrap();
    kill(times, &url(folder.path()));
}

/// On a server that writes to the disk.
fn kill_on_postgresql(times: u32) {
    let folder = tempfile::tempdir().unwrap();
    if let Some(server) = server(true) {
        kill(times, &server.url(folder.path()));
    }
}

fn kill(times: u32, url: &str) {
    let mut random = Random::new(times.into());
    let mut program = Program::start(at_any_rate(url));
    let load = Load::on(std::slice::from_ref(&program));
    load.during(|| {
        for number in 1..=times {
            thread::sleep(Duration::from_millis(LIFE.0 + random.draw() % (LIFE.1 - LIFE.0)));
            program.child.kill().unwrap();
            program.child.wait().unwrap();
            let acknowledged = load.acknowledged.lock().unwrap().clone();
            let lost = missing(&acknowledged, &stored(url));
            assert!(lost.is_empty(), "lost by kill {number}: {lost:?}");
            program = Program::start(at_any_rate(url));
            *load.addresses.write().unwrap() = vec![program.address];
        }
    });
    program.child.kill().unwrap();
    program.child.wait().unwrap();
    all_is_there_once(&format!("{times} kills"), times, load, url);
}

/// One of two collectors is always there, and stops as a service manager stops it.
fn roll(times: u32) {
    let folder = tempfile::tempdir().unwrap();
    let Some(server) = server(true) else { return };
    let url = server.url(folder.path());
    let mut random = Random::new(times.into());
    let mut programs = [(); 2].map(|()| Program::start(at_any_rate(&url)));
    let load = Load::on(&programs);
    load.during(|| {
        for number in 0..times as usize {
            thread::sleep(Duration::from_millis(LIFE.0 + random.draw() % (LIFE.1 - LIFE.0)));
            let program = &mut programs[number % 2];
            program.signal("-TERM");
            assert!(program.ended_within(Duration::from_secs(9)).is_some_and(|it| it.success()), "restart {number}");
            *program = Program::start(at_any_rate(&url));
            *load.addresses.write().unwrap() = programs.iter().map(|it| it.address).collect();
        }
    });
    drop(programs);
    all_is_there_once(&format!("{times} restarts of two collectors"), times, load, &url);
}

/// All visitors of a test have one address.
fn at_any_rate(url: &str) -> Command {
    let mut command = serve_at(url);
    command.args(["--address-burst", "1000000", "--address-rate", "1000000", "--site-burst", "1000000", "--site-rate", "1000000"]);
    command
}

/// Every response that was acknowledged, no other, and figures that agree with them.
fn all_is_there_once(what: &str, times: u32, load: Load, url: &str) {
    let acknowledged = load.acknowledged.into_inner().unwrap();
    let stored = stored(url);
    let posts: u32 = acknowledged.values().sum();
    println!("{what}, {posts} posts acknowledged, {} responses, {} rows", acknowledged.len(), stored.len());
    assert!(acknowledged.len() > times as usize, "hardly any load: {} responses", acknowledged.len());
    assert_eq!(acknowledged.len(), stored.len());
    for number in acknowledged.keys() {
        assert_eq!(stored.get(&id(*number)), Some(&Row { rev: LAST_REV, answers: LAST_REV }), "response {number}");
    }
    let recount = program().args(["recount", "--database", url]).output().unwrap();
    let said = String::from_utf8_lossy(&recount.stdout).into_owned() + &String::from_utf8_lossy(&recount.stderr);
    println!("{}", said.trim_end());
    assert!(recount.status.success(), "{said}");
}

struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Each response by its revisions, each of which is posted until it is acknowledged, as widgets do.
fn post_one_after_the_other(load: &Load, visitor: u64) {
    for number in (visitor..).step_by(VISITORS as usize) {
        for rev in 1..=LAST_REV {
            if !post_until_acknowledged(load, &revision(number, rev)) {
                return;
            }
            load.acknowledged.lock().unwrap().insert(number, rev);
        }
        if load.is_over.load(Ordering::Relaxed) {
            return;
        }
    }
}

/// False when nobody has answered for long after the end.
fn post_until_acknowledged(load: &Load, document: &str) -> bool {
    let latest = Instant::now() + Duration::from_secs(20);
    for attempt in 0.. {
        let addresses = load.addresses.read().unwrap().clone();
        let address = addresses[(document.len() + attempt) % addresses.len()];
        match Client::connect(address).and_then(|mut client| client.post(document)) {
            Ok(reply) if reply.status == 200 => return true,
            Ok(reply) => assert_eq!(reply.status, 503, "{}", reply.text),
            Err(_) => thread::sleep(Duration::from_millis(2)),
        }
        if load.is_over.load(Ordering::Relaxed) && Instant::now() > latest {
            return false;
        }
    }
    false
}

#[derive(Debug, PartialEq)]
struct Row {
    rev: u32,
    answers: u32,
}

fn missing(acknowledged: &BTreeMap<u64, u32>, stored: &BTreeMap<String, Row>) -> Vec<u64> {
    let is_missing = |number: &u64, rev: &u32| stored.get(&id(*number)).is_none_or(|row| row.rev < *rev || row.answers != row.rev);
    acknowledged.iter().filter(|(number, rev)| is_missing(number, rev)).map(|(number, _)| *number).collect()
}

/// All rows, in a database that is whole: no number is given twice, or taken back while its row is there.
fn stored(url: &str) -> BTreeMap<String, Row> {
    sqlx::any::install_default_drivers();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let mut connection = AnyConnection::connect(url).await.unwrap();
        if url.starts_with("sqlite:") {
            let whole: String = sqlx::query_scalar("pragma quick_check").fetch_one(&mut connection).await.unwrap();
            assert_eq!(whole, "ok");
        }
        let all = "select id, rev, (select count(*) from answer where response = response.id), seq,
            (select count(*) from void where void.seq = response.seq) from response";
        let rows: Vec<(String, i64, i64, i64, i64)> = sqlx::query_as(all).fetch_all(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        let numbers: BTreeSet<i64> = rows.iter().map(|it| it.3).collect();
        assert_eq!(numbers.len(), rows.len(), "a number is given twice");
        assert!(rows.iter().all(|it| it.4 == 0), "what counts is taken back");
        let count = rows.len();
        let row = |(id, rev, answers, ..): (String, i64, i64, i64, i64)| (id, Row { rev: rev as u32, answers: answers as u32 });
        let stored: BTreeMap<_, _> = rows.into_iter().map(row).collect();
        assert_eq!(stored.len(), count, "an id is there twice");
        stored
    })
}
