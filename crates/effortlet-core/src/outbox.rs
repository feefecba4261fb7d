//! What happens to a response until somebody has acknowledged it.
//!
//! A response is kept before it is posted and discarded only when it was taken, so a retry is
//! always harmless: the id is the same and the receiver keeps the highest `rev`.
//! Knows when, never what: the responses themselves are kept and posted elsewhere.

mod reply;

pub use reply::Reply;

use crate::response::{Random, State};
use crate::time::{Duration, Timestamp};
use alloc::{string::String, vec::Vec};

/// As many responses as are kept, and how much of them (256 KiB), and for how long.
const MOST_ITEMS: usize = 50;
const MOST_BYTES: usize = 256 * 1_024;
const OLDEST: Duration = Duration::days(7);
/// The first wait before a retry, and the longest.
const FIRST_WAIT: Duration = Duration::seconds(1);
const LONGEST_WAIT: Duration = Duration::seconds(300);
/// A post without a reply for this long is as good as lost.
const LOST: Duration = Duration::seconds(30);
/// A response that was refused this often is set aside.
const MOST_REFUSALS: u32 = 3;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outbox {
    /// Oldest first.
    items: Vec<Item>,
}

/// One response that nobody has acknowledged yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub id: String,
    pub rev: u32,
    pub state: State,
    /// Bytes of its JSON.
    pub size: usize,
    pub since: Timestamp,
    due: Timestamp,
    tries: u32,
    refusals: u32,
}

impl Item {
    /// Due at once.
    pub fn new(id: String, rev: u32, state: State, size: usize, since: Timestamp) -> Self {
        Self { id, rev, state, size, since, due: since, tries: 0, refusals: 0 }
    }
}

impl Outbox {
    /// Takes a response in, in place of an earlier revision. Others may have to go for it, by their
    /// ids: what is too old, then the oldest that are incomplete.
    ///
    /// It is due at once, also when it was kept by a clock that was ahead.
    pub fn put(&mut self, at: Timestamp, mut item: Item, gone: &mut dyn FnMut(&str)) {
        item.due = at;
        self.discard(&item.id);
        self.items.push(item);
        while let Some(index) = self.surplus(at) {
            gone(&self.items.remove(index).id);
        }
    }

    fn discard(&mut self, id: &str) {
        self.items.retain(|item| item.id != id);
    }

    /// The position of whatever must go: never the newest.
    fn surplus(&self, at: Timestamp) -> Option<usize> {
        let (newest, older) = self.items.split_last()?;
        let mut bytes = newest.size;
        let mut partial = None;
        for (index, item) in older.iter().enumerate() {
            if at - item.since >= OLDEST {
                return Some(index);
            }
            bytes += item.size;
            if item.state != State::Complete {
                partial = partial.or(Some(index));
            }
        }
        let full = older.len() >= MOST_ITEMS || bytes > MOST_BYTES;
        if full && !older.is_empty() { partial.or(Some(0)) } else { None }
    }

    /// What is to be posted now, by id and revision. It is due again when no reply comes.
    pub fn take_due(&mut self, at: Timestamp, post: &mut dyn FnMut(&str, u32)) {
        for item in &mut self.items {
            if item.due <= at {
                item.due = at + LOST;
                post(&item.id, item.rev);
            }
        }
    }

    /// When something is to be posted again.
    pub fn next_due(&self) -> Timestamp {
        self.items.iter().fold(Timestamp::NEVER, |next, item| next.min(item.due))
    }

    /// The way may be free again: everything is due.
    pub fn hurry(&mut self, at: Timestamp) {
        for item in &mut self.items {
            item.due = item.due.min(at);
        }
    }

    /// What came of posting a revision. True when the response is no longer needed: it was taken,
    /// or refused too often.
    pub fn settle(&mut self, at: Timestamp, id: &str, rev: u32, reply: Reply, random: &mut Random) -> bool {
        let Some(item) = self.items.iter_mut().find(|item| item.id == id) else { return false };
        let (taken, refused) = (matches!(reply, Reply::Taken), matches!(reply, Reply::Refused));
        if taken && item.rev > rev {
            return false;
        }
        item.tries += 1;
        item.refusals += u32::from(refused);
        item.due = at
            + match reply {
                Reply::Later(Some(wait)) => wait,
                _ => jitter(item.tries, random),
            };
        let done = taken || item.refusals >= MOST_REFUSALS;
        if done {
            self.discard(id);
        }
        done
    }
}

/// Exponential backoff with full jitter (AWS Architecture Blog, 2015): anything from nothing to
/// the wait, which doubles from `FIRST_WAIT` to `LONGEST_WAIT`.
fn jitter(tries: u32, random: &mut Random) -> Duration {
    let wait = (FIRST_WAIT.0 << tries.saturating_sub(1).min(16)).clamp(1, LONGEST_WAIT.0);
    Duration((random.draw() % wait as u64) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(id: &str, rev: u32, state: State, size: usize, since: i64) -> Item {
        Item::new(id.into(), rev, state, size, Timestamp(since))
    }

    fn due(outbox: &mut Outbox, at: i64) -> Vec<String> {
        let mut posted = Vec::new();
        outbox.take_due(Timestamp(at), &mut |id, rev| posted.push(format!("{id}{rev}")));
        posted
    }

    /// The ids that had to go.
    fn put(outbox: &mut Outbox, at: i64, item: Item) -> Vec<String> {
        let mut gone = Vec::new();
        outbox.put(Timestamp(at), item, &mut |id| gone.push(id.to_owned()));
        gone
    }

    #[test]
    fn a_response_is_posted_until_it_is_taken() {
        let (mut outbox, mut random) = (Outbox::default(), Random::new(5));
        put(&mut outbox, 0, item("a", 1, State::Partial, 100, 0));
        assert_eq!(due(&mut outbox, 0), ["a1"]);
        assert_eq!(due(&mut outbox, 29_999), [""; 0], "nobody has replied yet");
        assert_eq!(due(&mut outbox, 30_000), ["a1"], "the reply is as good as lost");
        assert!(!outbox.settle(Timestamp(31_000), "a", 1, Reply::Later(None), &mut random));
        assert!(outbox.next_due() < Timestamp(32_000), "the first wait is at most a second");
        assert_eq!(due(&mut outbox, 32_000), ["a1"]);
        assert!(outbox.settle(Timestamp(32_100), "a", 1, Reply::Taken, &mut random));
        assert_eq!(outbox, Outbox::default());
    }

    #[test]
    fn a_reply_to_an_older_revision_leaves_the_newer_one() {
        let (mut outbox, mut random) = (Outbox::default(), Random::new(5));
        put(&mut outbox, 0, item("a", 1, State::Partial, 100, 0));
        due(&mut outbox, 0);
        put(&mut outbox, 50, item("a", 2, State::Complete, 100, 50));
        assert!(!outbox.settle(Timestamp(60), "a", 1, Reply::Taken, &mut random));
        assert_eq!(due(&mut outbox, 60), ["a2"]);
        assert!(outbox.settle(Timestamp(70), "a", 2, Reply::Taken, &mut random));
    }

    #[test]
    fn an_endpoint_that_asks_for_time_gets_it_unless_the_way_is_free_again() {
        let (mut outbox, mut random) = (Outbox::default(), Random::new(5));
        put(&mut outbox, 0, item("a", 1, State::Complete, 100, 0));
        due(&mut outbox, 0);
        outbox.settle(Timestamp(10), "a", 1, Reply::of(503, Some(Duration::seconds(90))), &mut random);
        assert_eq!(outbox.next_due(), Timestamp(90_010));
        outbox.hurry(Timestamp(500));
        assert_eq!(due(&mut outbox, 500), ["a1"]);
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

    #[test]
    fn what_is_refused_three_times_is_set_aside_and_blocks_nothing() {
        let (mut outbox, mut random) = (Outbox::default(), Random::new(5));
        put(&mut outbox, 0, item("bad", 1, State::Complete, 100, 0));
        put(&mut outbox, 0, item("good", 1, State::Complete, 100, 0));
        for expected in [false, false, true] {
            assert_eq!(outbox.settle(Timestamp(0), "bad", 1, Reply::Refused, &mut random), expected);
        }
        assert_eq!(due(&mut outbox, 0), ["good1"]);
    }

    #[test]
    fn a_full_outbox_lets_the_oldest_incomplete_go_first() {
        let mut outbox = Outbox::default();
        for number in 0..50 {
            let state = if number == 7 { State::Partial } else { State::Complete };
            put(&mut outbox, 0, item(&number.to_string(), 1, state, 100, 0));
        }
        assert_eq!(put(&mut outbox, 1, item("x", 1, State::Complete, 100, 1)), ["7"]);
        assert_eq!(put(&mut outbox, 1, item("y", 1, State::Complete, 100, 1)), ["0"]);
        assert_eq!(put(&mut outbox, 2, item("z", 1, State::Complete, 400_000, 2)).len(), 50);
        assert_eq!(put(&mut outbox, 2, item("w", 1, State::Complete, 1, 2)), ["z"]);
        assert_eq!(put(&mut outbox, 700_000_000, item("v", 1, State::Complete, 1, 700_000_000)), ["w"]);
    }
}
