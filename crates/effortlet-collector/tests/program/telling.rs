//! What others are told survives the death of the collector.

use crate::client::post;
use crate::document::{LAST_REV, id, revision};
use crate::program::{Program, program, serve, url};
use effortlet_core::response::Random;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, RwLock};
use std::thread;
use std::time::{Duration, Instant};

const VISITORS: u64 = 8;

/// The shortest and the longest life of a collector, in milliseconds.
const LIFE: (u64, u64) = (40, 200);

/// What was under way when the collector died is taken up again after 4 s.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn what_was_acknowledged_is_told_after_3_kills_and_a_repeat_has_the_same_id() {
    kill(3);
}

#[test]
#[ignore = "a minute; cargo test -p effortlet-collector --test program -- --ignored --nocapture telling"]
fn what_was_acknowledged_is_told_after_50_kills_and_a_repeat_has_the_same_id() {
    kill(50);
}

/// By response, under which ids it came, and how often.
type Came = Arc<Mutex<BTreeMap<String, Vec<String>>>>;

fn kill(times: u32) {
    let folder = tempfile::tempdir().unwrap();
    let (receiver, came) = receive();
    // A database is made by a collector alone.
    let mut first = Program::start(telling(folder.path()));
    first.child.kill().unwrap();
    first.child.wait().unwrap();
    add(folder.path(), receiver);
    let mut random = Random::new(times.into());
    let mut collector = Program::start(telling(folder.path()));
    let address = RwLock::new(collector.address);
    let (acknowledged, is_over) = (Mutex::new(BTreeSet::new()), AtomicBool::new(false));
    thread::scope(|scope| {
        for visitor in 0..VISITORS {
            let (address, acknowledged, is_over) = (&address, &acknowledged, &is_over);
            scope.spawn(move || answer(visitor, address, acknowledged, is_over));
        }
        for _ in 0..times {
            thread::sleep(Duration::from_millis(LIFE.0 + random.draw() % (LIFE.1 - LIFE.0)));
            collector.child.kill().unwrap();
            collector.child.wait().unwrap();
            collector = Program::start(telling(folder.path()));
            *address.write().unwrap() = collector.address;
        }
        is_over.store(true, Ordering::Relaxed);
    });
    let acknowledged = acknowledged.into_inner().unwrap();
    let latest = Instant::now() + PATIENCE;
    let missing = loop {
        let told = came.lock().unwrap();
        let missing = acknowledged.iter().filter(|it| !told.contains_key(*it)).count();
        drop(told);
        if missing == 0 || Instant::now() > latest {
            break missing;
        }
        thread::sleep(Duration::from_millis(20));
    };
    let came = came.lock().unwrap();
    let repeats: usize = came.values().map(|ids| ids.len() - 1).sum();
    println!("{times} kills, {} comments acknowledged, {missing} lost, {} told, {repeats} repeats", acknowledged.len(), came.len());
    assert_eq!(missing, 0, "lost");
    assert!(acknowledged.len() > times as usize, "hardly any load");
    let mut ids = BTreeSet::new();
    for (response, of_one) in came.iter() {
        assert!(of_one.iter().all(|it| *it == of_one[0]), "{response} under several ids: {of_one:?}");
        assert!(ids.insert(&of_one[0]), "two events under one id");
    }
}

fn telling(folder: &Path) -> Command {
    let mut command = serve(folder);
    command.args(["--allow-private-webhooks", "--allow-http-webhooks", "--webhook-timeout", "1"]);
    command
}

fn add(folder: &Path, receiver: SocketAddr) {
    let mut command = program();
    let to = format!("http://{receiver}/hook");
    command.args(["webhook", "--database", &url(folder), "add", &to, "--wants", "comment.created"]);
    let ended = command.args(["--allow-private-webhooks", "--allow-http-webhooks"]).output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

/// Responses one after the other, each until it is acknowledged; the last revision has a comment.
fn answer(visitor: u64, address: &RwLock<SocketAddr>, acknowledged: &Mutex<BTreeSet<String>>, is_over: &AtomicBool) {
    for number in (visitor..).step_by(VISITORS as usize) {
        for rev in 1..=LAST_REV {
            let document = revision(number, rev);
            while !post(*address.read().unwrap(), &document).is_ok_and(|status| status == 200) {
                thread::sleep(Duration::from_millis(2));
            }
        }
        acknowledged.lock().unwrap().insert(id(number));
        if is_over.load(Ordering::Relaxed) {
            return;
        }
    }
}

fn receive() -> (SocketAddr, Came) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let (address, came) = (listener.local_addr().unwrap(), Came::default());
    let kept = Arc::clone(&came);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let kept = Arc::clone(&kept);
            thread::spawn(move || take(stream, &kept));
        }
    });
    (address, came)
}

/// Nothing counts that did not come whole.
fn take(stream: TcpStream, came: &Came) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let (mut id, mut length) = (None, 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
        match line.trim().split_once(": ") {
            Some(("webhook-id", value)) => id = Some(value.to_owned()),
            Some(("content-length", value)) => length = value.parse().unwrap(),
            None if line.trim().is_empty() => break,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let event: serde_json::Value = serde_json::from_slice(&body).unwrap();
    let response = event["data"]["response"].as_str().unwrap().to_owned();
    came.lock().unwrap().entry(response).or_default().push(id?);
    reader.get_mut().write_all(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n").ok()
}
