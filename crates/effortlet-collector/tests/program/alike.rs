//! The same responses in SQLite and in PostgreSQL: the same figures, to the last digit.

use crate::client::Client;
use crate::program::{Program, program, serve_at, url};
use crate::server::server;
use effortlet_core::response::Random;

/// The last day of what is made up, which is spread over 400 days.
const UNTIL: &str = "2026-11-01";
const FIRST_DAY: i64 = 20_359;
const DAYS: u64 = 400;

const REPORTS: u64 = 40;

#[test]
fn both_databases_give_the_same_figures_of_3_000_responses() {
    give_the_same_figures(3_000);
}

#[test]
#[ignore = "minutes; cargo test --release -p effortlet-collector --test program -- --ignored --nocapture figures"]
fn both_databases_give_the_same_figures_of_1_000_000_responses() {
    give_the_same_figures(1_000_000);
}

fn give_the_same_figures(responses: u32) {
    let folder = tempfile::tempdir().unwrap();
    let Some(server) = server(false) else { return };
    let databases = [url(folder.path()), server.url(folder.path())];
    for database in &databases {
        run(&["sample", &responses.to_string(), "--until", UNTIL, "--database", database]);
    }
    let addresses: Vec<String> = (0..REPORTS).map(report).collect();
    let [sqlite, postgres] = databases.each_ref().map(|database| {
        let mut command = serve_at(database);
        command.arg("--public-report").env_remove("EFFORTLET_DEFINITION");
        let program = Program::start(command);
        let mut client = Client::connect(program.address).unwrap();
        let mut told = |address: &String| {
            let reply = client.get(address).unwrap();
            assert_eq!(reply.status, 200, "{address}: {}", reply.text);
            let (_, body) = reply.text.split_once("\r\n\r\n").unwrap();
            // All but the moment at which it was asked for.
            let (before, after) = body.split_once("\"generatedAt\":\"").unwrap();
            before.to_owned() + after.split_once('"').unwrap().1
        };
        addresses.iter().map(&mut told).collect::<Vec<_>>()
    });
    let mut counted = 0;
    for ((address, sqlite), postgres) in addresses.iter().zip(&sqlite).zip(&postgres) {
        assert_eq!(sqlite, postgres, "{address}");
        counted += usize::from(sqlite.contains("\"mean\":{"));
    }
    assert!(counted > 5, "expected figures in more than {counted} of {REPORTS} reports");
    let recounts = databases.each_ref().map(|database| run(&["recount", "--database", database]));
    assert!(recounts.iter().all(|told| told.contains(&format!("{responses} responses, counts agree"))), "{recounts:?}");
    assert_eq!(recounts[0], recounts[1]);
}

fn run(words: &[&str]) -> String {
    let ran = program().args(words).output().unwrap();
    assert!(ran.status.success(), "{words:?}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

/// All of it first, then more and more conditions over periods of any length.
fn report(number: u64) -> String {
    let mut draw = Random::new(number);
    let mut pick = |most: u64| draw.draw() % most;
    let day = |day: u64| {
        let moment = effortlet_core::time::Timestamp((FIRST_DAY + day as i64) * 86_400_000);
        moment.rfc3339().chars().take(10).collect::<String>()
    };
    let from = pick(DAYS);
    let to = from + pick(DAYS - from);
    let of = |word: &str, values: &[&str], drawn: u64| format!("{word}={}", values[drawn as usize % values.len()]);
    let conditions = [
        format!("from={}&to={}", day(from), day(to)),
        of("locale", &["en", "ro", "ar"], pick(3)),
        of("device", &["desktop", "phone", "tablet"], pick(3)),
        of("trigger", &["scroll", "exitIntent", "click"], pick(3)),
        format!("section=section-{}", pick(25)),
    ];
    let asked = conditions.iter().take(number as usize % 6).map(String::as_str).collect::<Vec<_>>();
    format!("/v1/surveys/help-center/report?{}", asked.join("&"))
}
