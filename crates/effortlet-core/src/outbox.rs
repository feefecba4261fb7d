//! What happens to a response until somebody has acknowledged it.
//!
//! A response is kept before it is posted and discarded only when it was taken, so a retry is
//! always harmless: the id is the same and the receiver keeps the highest `rev`.
//! Knows when, never what: the responses themselves are kept and posted elsewhere. Gives up none
//! without saying so.

mod errand;
mod item;
pub mod kept;
mod reply;
mod state;
mod post;
mod turn;

pub use errand::{Errand, Reason};
pub use item::{Age, Item, Posted};
pub use post::LONGEST_POST;
pub use reply::{Ack, Reply, Verdict};
pub use state::Outbox;

use crate::response::Random;
use crate::time::{Duration, Timestamp};
use alloc::vec::Vec;
use state::Turn;

/// As many responses as are kept, and how much of them (256 KiB), and on how many days they are posted
/// in vain.
const MOST_ITEMS: usize = 50;
const MOST_BYTES: usize = 256 * 1_024;
const MOST_DAYS: u32 = 7;
/// As many as stay on the device that were given up.
const MOST_SET_ASIDE: usize = 10;
/// The first wait before a retry, and the longest.
const FIRST_WAIT: Duration = Duration::seconds(1);
const LONGEST_WAIT: Duration = Duration::seconds(300);
/// `Retry-After` is followed up to this long.
const LONGEST_HOLD: Duration = Duration::hours(1);
/// A response that its receiver refused this often is given up.
const MOST_REFUSALS: u32 = 3;
/// Posted so often in vain, which takes a quarter of a minute, it is no longer a deploy that is under way.
const DOUBTFUL_TRIES: u32 = 6;

impl Outbox {
    pub fn new(ack: Ack) -> Self {
        Self { ack, ..Self::default() }
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// What time it is. Where the clock was moved back, everything that waits moves with it.
    pub fn see(&mut self, at: Timestamp) {
        let back = Duration((at - self.now).0.min(0));
        self.now = at;
        self.held = self.held + back;
        self.items.iter_mut().for_each(|item| item.due = item.due + back);
        self.flights.iter_mut().for_each(|flight| flight.lost = flight.lost + back);
    }

    /// Takes a response in, in place of an earlier revision. It is due at once. Where there is no room,
    /// others go for it: the oldest of those that say least.
    pub fn put(&mut self, at: Timestamp, mut item: Item, run: &mut dyn FnMut(Errand<'_>)) {
        if self.items.iter().any(|known| known.id == item.id && known.rev >= item.rev) {
            return;
        }
        self.is_unheard |= !item.is_own;
        item.due = at;
        self.remove(&item.id);
        self.items.push(item);
        while let Some(index) = self.surplus() {
            run(Errand::SetAside { id: &self.items.remove(index).id, reason: Reason::Full, status: None });
        }
    }

    /// Nobody keeps it any more: another tab has had it acknowledged.
    pub fn remove(&mut self, id: &str) {
        self.items.retain(|item| item.id != id);
    }

    /// It is this tab's turn, and this is what is kept.
    pub fn have_turn(&mut self, at: Timestamp, kept: Vec<Item>, run: &mut dyn FnMut(Errand<'_>)) {
        if self.turn == Turn::Awaited {
            self.turn = Turn::Ours;
            self.has_news = false;
            kept.into_iter().for_each(|item| self.put(at, item, run));
        }
    }

    /// Another page has kept something.
    pub fn stir(&mut self) {
        self.has_news = true;
    }

    /// The way may be free again, or somebody looks at the page: everything is due.
    pub fn hurry(&mut self, at: Timestamp) {
        self.is_hidden = false;
        self.make_due(at);
    }

    /// The page is hidden or left, perhaps for good: everything is due.
    pub fn leave(&mut self, at: Timestamp) {
        (self.is_hidden, self.is_leaving) = (true, true);
        self.make_due(at);
    }

    fn make_due(&mut self, at: Timestamp) {
        self.items.iter_mut().for_each(|item| item.due = item.due.min(at));
    }

    /// The position of whatever must go: never the newest, and nothing that is under way.
    fn surplus(&self) -> Option<usize> {
        let (newest, older) = self.items.split_last()?;
        let bytes = older.iter().fold(newest.size, |bytes, item| bytes + item.size);
        if older.len() < MOST_ITEMS && bytes <= MOST_BYTES {
            return None;
        }
        let waiting = older.iter().enumerate().filter(|(_, item)| self.flown(item).is_none());
        waiting.min_by_key(|(_, item)| item.worth()).map(|(index, _)| index)
    }

    /// What came of a post. Of a later revision than the one that was posted it says nothing.
    pub fn settle(&mut self, at: Timestamp, posts: &[Posted], reply: &Reply, random: &mut Random, run: &mut dyn FnMut(Errand<'_>)) {
        self.flights.retain(|flight| flight.posts != posts);
        if let Some(wait) = reply.retry_after() {
            self.held = self.held.max(at + wait.min(LONGEST_HOLD));
        }
        for posted in posts {
            let Some(item) = self.items.iter_mut().find(|it| it.id == posted.id && it.rev <= posted.rev) else { continue };
            let verdict = reply.verdict(posted, self.ack);
            if verdict == Verdict::Taken {
                self.is_unheard = false;
                run(Errand::Discard(&posted.id));
                self.remove(&posted.id);
                continue;
            }
            let is_list = posts.len() > 1;
            item.is_alone |= is_list && !reply.is_outage();
            item.refusals += u32::from(!is_list && verdict == Verdict::Refused);
            item.tries += 1;
            if item.tries == DOUBTFUL_TRIES && reply.is_spoken() {
                run(Errand::Doubt { status: reply.status() });
            }
            item.due = at + jitter(item.tries, random);
            if item.age.note(at) {
                run(Errand::Note { id: &posted.id, age: item.age });
            }
            let reason = match item.age.days {
                _ if item.refusals >= MOST_REFUSALS => Reason::Refused,
                ..=MOST_DAYS => continue,
                _ => Reason::Expired,
            };
            run(Errand::SetAside { id: &posted.id, reason, status: reply.status() });
            self.remove(&posted.id);
        }
    }
}

/// Exponential backoff with full jitter (AWS Architecture Blog, 2015): anything from nothing to
/// the wait, which doubles from `FIRST_WAIT` to `LONGEST_WAIT`.
fn jitter(tries: u32, random: &mut Random) -> Duration {
    let wait = (FIRST_WAIT.0 << tries.saturating_sub(1).min(16)).clamp(1, LONGEST_WAIT.0);
    Duration((random.draw() % wait as u64) as i64)
}

#[cfg(test)]
mod tests;
