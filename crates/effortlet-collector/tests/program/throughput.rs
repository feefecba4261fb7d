//! How many posts a second are acknowledged over 64 connections.

use crate::client::Client;
use crate::document::revision;
use crate::program::{Program, built, other_build, serve_by};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

const CONNECTIONS: u64 = 64;

/// Each build has so many turns, one after the other, so that a busy machine slows both.
const TURNS: usize = 15;

const TURN: Duration = Duration::from_secs(2);

#[test]
#[ignore = "for a calm machine; EFFORTLET_PROGRAM=… cargo test --release -p effortlet-collector --test program -- --ignored --nocapture throughput"]
fn throughput_over_64_connections_is_as_high_as_that_of_another_build() {
    let other = other_build();
    let mut rounds = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        rounds.0.push(round(built().as_ref()));
        if let Some(other) = &other {
            rounds.1.push(round(other.as_ref()));
        }
    }
    let this = median("this build", &rounds.0);
    if other.is_some() {
        let other = median("the other one", &rounds.1);
        assert!(this.posts * 100 >= other.posts * 95, "slower, by more than a machine's moods");
    }
}

/// What a turn came to.
struct Round {
    /// Acknowledged, a second.
    posts: u64,
    /// Microseconds of the processor for each, which a busy machine hardly changes.
    effort: u64,
}

fn median(build: &str, rounds: &[Round]) -> Round {
    let middle = |of: fn(&Round) -> u64| {
        let mut sorted: Vec<u64> = rounds.iter().map(of).collect();
        sorted.sort_unstable();
        (sorted[sorted.len() / 2], sorted[0], sorted[sorted.len() - 1])
    };
    let (posts, least, most) = middle(|it| it.posts);
    let (effort, ..) = middle(|it| it.effort);
    println!("{build}: {posts} posts a second ({least} to {most}), {effort} µs of the processor each");
    Round { posts, effort }
}

/// The limits that one address would come to are raised by the environment, which other builds ignore.
fn round(build: &Path) -> Round {
    let folder = tempfile::tempdir().unwrap();
    let mut command = serve_by(build, folder.path());
    for name in ["ADDRESS_RATE", "ADDRESS_BURST", "SITE_RATE", "SITE_BURST"] {
        command.env(format!("EFFORTLET_{name}"), "1000000");
    }
    let program = Program::start(command);
    let address = program.address;
    let began = Instant::now();
    let visitors: Vec<_> = (0..CONNECTIONS).map(|visitor| thread::spawn(move || {
        let mut client = Client::connect(address).unwrap();
        let mut posts = 0;
        while began.elapsed() < TURN {
            assert_eq!(client.post(&revision(visitor + posts * CONNECTIONS, 1)).unwrap().status, 200);
            posts += 1;
        }
        posts
    })).collect();
    let posts: u64 = visitors.into_iter().map(|visitor| visitor.join().unwrap()).sum();
    let effort = u64::try_from(program.processor_time().as_micros()).unwrap() / posts;
    Round { posts: posts * 1_000 / u64::try_from(began.elapsed().as_millis()).unwrap(), effort }
}
