mod refusals;
mod turns;

use super::*;
use crate::response::State;
use alloc::{format, string::String, string::ToString, vec};

/// An outbox with a recorder in the place of the edge.
struct Stage {
    outbox: Outbox,
    random: Random,
    done: Vec<String>,
}

fn stage(ack: Ack) -> Stage {
    Stage { outbox: Outbox::new(ack), random: Random::new(5), done: Vec::new() }
}

fn item(id: &str, rev: u32, state: State, size: usize) -> Item {
    Item::new(id.into(), rev, state, size, Timestamp(0))
}

fn own(id: &str) -> Item {
    item(id, 1, State::Complete, 100)
}

fn left(id: &str) -> Item {
    Item { is_own: false, ..own(id) }
}

fn reply(status: u16) -> Reply {
    Reply::new(status, false, "application/json", None, "")
}

fn refusal() -> Reply {
    Reply::new(400, false, "application/json", None, r#"{"problems":[{"place":"","expected":""}]}"#)
}

impl Stage {
    fn run(&mut self, at: i64, work: impl FnOnce(&mut Outbox, &mut Random, &mut dyn FnMut(Errand<'_>))) -> Vec<String> {
        let done = &mut self.done;
        let mut run = |errand: Errand<'_>| done.push(words(&errand));
        self.outbox.see(Timestamp(at));
        work(&mut self.outbox, &mut self.random, &mut run);
        self.outbox.go_on(Timestamp(at), &mut run);
        core::mem::take(&mut self.done)
    }

    fn put(&mut self, at: i64, item: Item) -> Vec<String> {
        self.run(at, |outbox, _, run| outbox.put(Timestamp(at), item, run))
    }

    fn wake(&mut self, at: i64) -> Vec<String> {
        self.run(at, |_, _, _| {})
    }

    fn turn(&mut self, at: i64, kept: Vec<Item>) -> Vec<String> {
        self.run(at, |outbox, _, run| outbox.have_turn(Timestamp(at), kept, run))
    }

    fn leave(&mut self, at: i64) -> Vec<String> {
        self.run(at, |outbox, _, _| outbox.leave(Timestamp(at)))
    }

    fn hurry(&mut self, at: i64) -> Vec<String> {
        self.run(at, |outbox, _, _| outbox.hurry(Timestamp(at)))
    }

    fn reply(&mut self, at: i64, posts: &str, reply: &Reply) -> Vec<String> {
        let posts: Vec<Posted> = posts.split(' ').map(posted).collect();
        self.run(at, |outbox, random, run| outbox.settle(Timestamp(at), &posts, reply, random, run))
    }

    /// Somebody echoes these.
    fn taken(&mut self, at: i64, posts: &str) -> Vec<String> {
        let echoes = posts.split(' ').map(posted).map(|it| format!(r#"{{"id":"{}","rev":{}}}"#, it.id, it.rev));
        let body = format!(r#"{{"responses":[{}]}}"#, echoes.collect::<Vec<_>>().join(","));
        self.reply(at, posts, &Reply::new(200, false, "application/json", None, &body))
    }
}

/// As `a1`: the id and the revision.
fn posted(word: &str) -> Posted {
    let (id, rev) = word.split_at(word.find(char::is_numeric).unwrap());
    Posted { id: id.into(), rev: rev.parse().unwrap() }
}

fn words(errand: &Errand<'_>) -> String {
    match errand {
        Errand::Post { posts, outlives } => {
            let all: Vec<String> = posts.iter().map(|it| format!("{}{}", it.id, it.rev)).collect();
            format!("post {}{}", all.join(" "), if *outlives { "" } else { " for now" })
        }
        Errand::Discard(id) => format!("discard {id}"),
        Errand::SetAside { id, reason, status } => format!("set aside {id} {}{}", reason.word(), said(*status)),
        Errand::Doubt { status } => format!("doubt{}", said(*status)),
        Errand::Note { id, age } => format!("note {id} {}", age.days),
        Errand::AwaitTurn => "await".into(),
        Errand::EndTurn => "end".into(),
    }
}

fn said(status: Option<u16>) -> String {
    status.map(|it| format!(" {it}")).unwrap_or_default()
}

const DAY: i64 = 86_400_000;
const NOTHING: [&str; 0] = [];

#[test]
fn a_response_is_posted_until_it_is_taken() {
    let mut it = stage(Ack::Echo);
    assert_eq!(it.put(DAY, own("a")), ["post a1", "await"]);
    assert_eq!(it.outbox.next_due(), Timestamp(DAY + 30_000));
    assert_eq!(it.wake(DAY + 29_999), NOTHING, "it is under way");
    assert_eq!(it.wake(DAY + 30_000), ["post a1"], "the reply is as good as lost");
    assert_eq!(it.reply(DAY + 31_000, "a1", &Reply::default()), ["note a 1"]);
    let due = it.outbox.next_due().0;
    assert!(due <= DAY + 32_000, "the first wait is at most a second");
    assert_eq!(it.wake(due), ["post a1"]);
    assert_eq!(it.taken(due + 100, "a1"), ["discard a", "end"]);
    assert_eq!(it.outbox.next_due(), Timestamp::NEVER);
}

#[test]
fn one_post_of_a_response_is_under_way_and_the_next_revision_waits_for_it() {
    let mut it = stage(Ack::Echo);
    it.put(0, item("a", 1, State::Partial, 100));
    assert_eq!(it.put(50, item("a", 2, State::Partial, 100)), NOTHING);
    assert_eq!(it.put(60, item("a", 3, State::Complete, 100)), NOTHING);
    assert_eq!(it.taken(70, "a1"), ["post a3"]);
    assert_eq!(it.taken(80, "a3"), ["discard a", "end"]);
}

#[test]
fn that_an_older_revision_is_refused_is_not_held_against_a_newer_one() {
    let mut it = stage(Ack::Echo);
    it.put(0, item("a", 0, State::Shown, 100));
    it.put(50, item("a", 1, State::Partial, 100));
    assert_eq!(it.reply(60, "a0", &refusal()), ["post a1"]);
    assert_eq!(it.reply(70, "a0", &refusal()), NOTHING);
    assert_eq!(it.taken(80, "a1"), ["discard a", "end"]);
}

#[test]
fn what_waits_goes_out_in_one_post_below_the_limit_of_a_list() {
    let mut it = stage(Ack::Echo);
    it.put(0, left("a"));
    assert_eq!(it.put(0, item("b", 1, State::Complete, 40_000)), ["post b1 for now"]);
    assert_eq!(it.put(0, item("c", 1, State::Complete, 30_000)), NOTHING);
    assert_eq!(it.put(0, item("d", 1, State::Complete, 18_000)), NOTHING);
    assert_eq!(it.turn(5, vec![left("a"), left("e")]), ["post e1 d1 c1 a1 for now"]);
    assert_eq!(it.taken(9, "e1 d1 c1 a1"), ["discard e", "discard d", "discard c", "discard a"]);
}

#[test]
fn two_posts_are_under_way_at_most_whatever_waits() {
    let mut it = stage(Ack::Echo);
    let large = |id| item(id, 1, State::Complete, 40_000);
    it.put(0, large("a"));
    assert_eq!(it.turn(0, vec![large("b"), large("c")]), ["post c1"]);
    for at in 1..9 {
        assert_eq!(it.leave(at), ["end"]);
        assert_eq!(it.hurry(at), ["await"]);
        assert_eq!(it.turn(at, vec![]), NOTHING);
    }
    assert_eq!(it.reply(20, "a1", &Reply::default()), ["post b1"]);
}

#[test]
fn a_list_that_is_not_taken_is_posted_one_by_one_unless_nobody_has_looked_at_it() {
    let mut it = stage(Ack::Echo);
    it.put(0, left("bad"));
    assert_eq!(it.turn(0, vec![left("good")]), ["post good1 bad1 for now"]);
    it.reply(10, "good1 bad1", &reply(503));
    assert_eq!(it.wake(1_100), ["post good1 bad1 for now"]);
    it.reply(1_200, "good1 bad1", &refusal());
    assert_eq!(it.wake(9_000), ["post good1 for now", "post bad1 for now"]);
    assert_eq!(it.taken(9_100, "good1"), ["discard good"]);
    it.reply(9_100, "bad1", &refusal());
    it.wake(20_000);
    it.reply(20_100, "bad1", &refusal());
    it.wake(40_000);
    assert_eq!(it.reply(40_100, "bad1", &refusal()), ["set aside bad refused 400", "end"]);
}

#[test]
fn where_a_status_is_all_that_is_said_each_response_is_posted_alone() {
    let mut it = stage(Ack::Status);
    it.put(0, left("a"));
    assert_eq!(it.turn(0, vec![left("b"), left("c")]), ["post c1 for now", "post b1 for now"]);
    assert_eq!(it.reply(5, "c1", &reply(204)), ["discard c", "post a1 for now"]);
    assert_eq!(it.reply(6, "b1", &Reply::new(200, false, "text/html", None, "")), NOTHING);
}

#[test]
fn what_is_found_again_is_not_posted_anew() {
    let mut it = stage(Ack::Echo);
    it.put(0, own("a"));
    it.reply(10, "a1", &Reply::default());
    let due = it.outbox.next_due();
    assert_eq!(it.turn(20, vec![left("a")]), NOTHING);
    assert_eq!(it.outbox.next_due(), due);
    assert_eq!(it.run(30, |outbox, _, _| outbox.remove("a")), ["end"], "another tab had it acknowledged");
}

#[test]
fn no_clock_that_is_moved_makes_a_response_wait_or_age() {
    let mut it = stage(Ack::Echo);
    let start = 10_000 * DAY;
    it.put(start, Item { since: Timestamp(start + 5_000 * DAY), ..left("ahead") });
    it.put(start, Item { since: Timestamp(0), ..left("behind") });
    assert_eq!(it.turn(start, vec![]), ["post behind1 ahead1 for now"]);
    it.reply(start + 10, "behind1 ahead1", &reply(503));
    it.outbox.see(Timestamp(start + 10 - 365 * DAY));
    assert!(it.outbox.next_due().0 <= start + 1_010 - 365 * DAY, "the clock was moved back by a year");
    assert_eq!(it.wake(start + 2_000 - 365 * DAY), ["post behind1 ahead1 for now"]);
    let noted = it.reply(start + 3_650 * DAY, "behind1 ahead1", &reply(503));
    assert_eq!(noted, ["note behind 2", "note ahead 2"], "ten years are one day more");
}

#[test]
fn what_is_posted_in_vain_on_more_than_seven_days_is_given_up_and_what_nobody_tried_is_not() {
    let mut it = stage(Ack::Echo);
    it.put(DAY, own("a"));
    for day in 1..=7 {
        let at = day * DAY + 5_000;
        assert_eq!(it.reply(at, "a1", &reply(404)), [format!("note a {day}")]);
        assert_eq!(it.reply(at + 1, "a1", &reply(503)), NOTHING);
        assert_eq!(it.wake(at + DAY - 2), ["post a1"]);
    }
    it.put(8 * DAY, left("tried-by-nobody"));
    assert_eq!(it.reply(8 * DAY + 5_000, "a1", &reply(404)), ["note a 8", "set aside a expired 404"]);
}

#[test]
fn a_full_outbox_lets_go_first_what_says_least_and_only_for_room() {
    let mut it = stage(Ack::Status);
    for number in 0..50 {
        let state = match number {
            7 | 8 => State::Partial,
            9 => State::Shown,
            _ => State::Complete,
        };
        assert_eq!(it.put(0, Item { is_own: false, ..item(&number.to_string(), 1, state, 100) }).len(), usize::from(number == 0));
    }
    let mut put = |id: &str, size| it.put(1, Item { is_own: false, ..item(id, 1, State::Complete, size) });
    assert_eq!(put("u", 100), ["set aside 9 full"]);
    assert_eq!(put("x", 100), ["set aside 7 full"]);
    assert_eq!(put("y", 100), ["set aside 8 full"]);
    assert_eq!(put("y", 100), NOTHING);
    assert_eq!(put("w", 100), ["set aside 0 full"]);
    assert_eq!(put("z", 400_000).len(), 50);
    assert_eq!(put("v", 1), ["set aside z full"]);
}

#[test]
fn what_is_under_way_is_not_given_up() {
    let mut it = stage(Ack::Echo);
    it.put(0, item("a", 0, State::Shown, 200_000));
    assert_eq!(it.put(1, own("b")), NOTHING);
    assert_eq!(it.put(2, item("c", 1, State::Partial, 100_000)), ["set aside b full"]);
    assert_eq!(it.taken(3, "a0"), ["discard a", "post c1"]);
}

#[test]
fn waits_grow_to_five_minutes_and_not_further() {
    let mut random = Random::new(9);
    for tries in 1..40 {
        let most = (1_000_i64 << (tries - 1).min(16)).min(300_000);
        let longest = (0..300).map(|_| jitter(tries, &mut random).0).max().unwrap();
        assert!(longest < most && longest > most * 8 / 10, "{tries}: {longest} of {most}");
    }
}
