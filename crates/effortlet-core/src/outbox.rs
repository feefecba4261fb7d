//! What happens to a response until somebody has acknowledged it.
//!
//! A response is written down before it is sent and removed only when it was taken, so a retry is
//! always harmless: the id is the same and the receiver keeps the highest `rev`.
//! Never sends and never stores.

mod reply;

pub use reply::Reply;

use crate::response::{Random, State};
use crate::source::{Node, Source};
use crate::time::{Duration, Timestamp};
use alloc::{string::String, vec::Vec};
use serde::Serialize;

/// As many responses as are kept, and how much of them (256 KiB), and for how long.
const MOST_ITEMS: usize = 50;
const MOST_BYTES: usize = 256 * 1_024;
const OLDEST: Duration = Duration::days(7);
/// The first wait before a retry, and the longest.
const FIRST_WAIT: Duration = Duration::seconds(1);
const LONGEST_WAIT: Duration = Duration::seconds(300);
/// A response that was refused this often is set aside.
const MOST_REFUSALS: u32 = 3;

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Outbox {
    pub items: Vec<Item>,
}

/// One response that nobody has acknowledged yet.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    pub id: String,
    pub rev: u32,
    /// The response as JSON text.
    pub body: String,
    partial: bool,
    since: Timestamp,
    due: Timestamp,
    tries: u32,
    refusals: u32,
}

impl Outbox {
    /// Reads what was written down. What cannot be read is left out.
    pub fn read<S: Source>(source: S) -> Self {
        let items = Node::root(source).field("items").items("", &mut Vec::new()).unwrap_or_default();
        Self { items: items.iter().filter_map(read_item).collect() }
    }

    /// Takes a response in, in place of an earlier revision, and makes room for it.
    pub fn put(&mut self, at: Timestamp, id: &str, rev: u32, state: State, body: String) {
        self.items.retain(|item| item.id != id && at - item.since < OLDEST);
        self.items.push(Item {
            id: id.into(),
            rev,
            body,
            partial: state != State::Complete,
            since: at,
            due: at,
            tries: 0,
            refusals: 0,
        });
        while self.is_too_full() {
            let newest = self.items.len() - 1;
            let partial = self.items.iter().take(newest).position(|item| item.partial);
            self.items.remove(partial.unwrap_or(0));
        }
    }

    fn is_too_full(&self) -> bool {
        let bytes: usize = self.items.iter().map(|item| item.body.len()).sum();
        self.items.len() > 1 && (self.items.len() > MOST_ITEMS || bytes > MOST_BYTES)
    }

    /// What is to be sent now.
    pub fn due(&self, at: Timestamp) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.due <= at)
    }

    pub fn next_due(&self) -> Option<Timestamp> {
        self.items.iter().map(|item| item.due).min()
    }

    /// The way may be free again: everything that nobody asked us to hold is due.
    pub fn hurry(&mut self, at: Timestamp) {
        for item in &mut self.items {
            item.due = item.due.min(at);
        }
    }

    /// Somebody answered, or nobody did, to this revision.
    pub fn settle(&mut self, at: Timestamp, id: &str, rev: u32, reply: Reply, random: &mut Random) {
        if reply == Reply::Taken {
            self.items.retain(|item| item.id != id || item.rev > rev);
            return;
        }
        let Some(item) = self.items.iter_mut().find(|item| item.id == id) else { return };
        item.tries += 1;
        let wait = match reply {
            Reply::Later(Some(wait)) => wait,
            _ => jitter(item.tries, random),
        };
        item.due = at + wait;
        if reply == Reply::Refused {
            item.refusals += 1;
            self.items.retain(|item| item.refusals < MOST_REFUSALS);
        }
    }
}

/// Exponential backoff with full jitter (AWS Architecture Blog, 2015): anything from nothing to
/// the wait, which doubles from `FIRST_WAIT` to `LONGEST_WAIT`.
fn jitter(tries: u32, random: &mut Random) -> Duration {
    let wait = FIRST_WAIT.0.saturating_mul(1 << tries.saturating_sub(1).min(16)).min(LONGEST_WAIT.0);
    Duration((random.draw() % wait as u64) as i64)
}

fn read_item<S: Source>(node: &Node<S>) -> Option<Item> {
    let number = |name: &str| node.field(name).peek_number();
    Some(Item {
        id: node.field("id").peek_text()?,
        rev: number("rev")? as u32,
        body: node.field("body").peek_text()?,
        partial: node.field("partial").peek_flag()?,
        since: Timestamp(number("since")? as i64),
        due: Timestamp(number("due")? as i64),
        tries: number("tries")? as u32,
        refusals: number("refusals")? as u32,
    })
}
