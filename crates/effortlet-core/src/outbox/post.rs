//! What is posted, and when. Never more than two posts at once, so that an endpoint that never answers
//! does not take the page's own connections (a browser has six for a host). For the same reason none goes on after
//! its page where what pages before have posted was not acknowledged either: each would hold one more.

use super::state::{Flight, Outbox, Turn};
use super::{Ack, Errand, Item, Posted};
use crate::time::{Duration, Timestamp};
use alloc::vec::Vec;

/// A post takes this long at most; whoever posts ends it then.
pub const LONGEST_POST: Duration = Duration::seconds(20);
/// One that not even then has come to something is as good as lost.
const LOST: Duration = Duration::seconds(30);
/// At once, of the tab whose turn it is, and of a page that is left. Any other has one for its own.
const MOST_POSTS: usize = 2;
/// As large as a list gets: below what the collector takes (64 KiB) and what browsers keep alive after a
/// page, which is as much for all of its posts together.
const LARGEST_LIST: usize = 48 * 1_024;

impl Outbox {
    /// Posts what is due, and asks for this tab's turn or lets go of it.
    pub fn go_on(&mut self, at: Timestamp, run: &mut dyn FnMut(Errand<'_>)) {
        self.flights.retain(|flight| flight.lost > at);
        while self.held <= at
            && let Some(posts) = self.next_list(at)
        {
            let is_own = || self.items.iter().any(|item| item.is_own && posts.iter().any(|it| it.id == item.id));
            let outlives = !self.is_unheard && (self.is_leaving || is_own());
            run(Errand::Post { posts: &posts, outlives });
            self.flights.push(Flight { posts, lost: at + LOST });
        }
        self.is_leaving = false;
        self.take_turns(run);
    }

    /// When something is to be posted again.
    pub fn next_due(&self) -> Timestamp {
        let mut next = self.flights.iter().fold(Timestamp::NEVER, |next, flight| next.min(flight.lost));
        if self.flights.len() < self.most_posts() {
            for item in self.items.iter().filter(|item| self.is_ours(item) && self.flown(item).is_none()) {
                next = next.min(item.due.max(self.held));
            }
        }
        next
    }

    fn most_posts(&self) -> usize {
        if self.turn == Turn::Ours || self.is_leaving { MOST_POSTS } else { 1 }
    }

    /// Answers of this page never wait for another tab, which may be frozen.
    fn is_ours(&self, item: &Item) -> bool {
        item.is_own || self.turn == Turn::Ours
    }

    /// The revision that is under way.
    pub(super) fn flown(&self, item: &Item) -> Option<u32> {
        let posts = self.flights.iter().flat_map(|flight| &flight.posts);
        posts.filter(|it| it.id == item.id).map(|it| it.rev).max()
    }

    /// What goes out now, together; the newest first. Nothing where nothing does.
    fn next_list(&self, at: Timestamp) -> Option<Vec<Posted>> {
        if self.flights.len() >= self.most_posts() {
            return None;
        }
        let mut posts = Vec::new();
        let mut bytes = 0;
        for item in self.items.iter().rev() {
            // Where the page is left, what was answered since does not wait for an earlier revision.
            let is_free = self.flown(item).is_none_or(|rev| self.is_leaving && rev < item.rev);
            let is_single = item.is_alone || self.ack == Ack::Status;
            let fits = posts.is_empty() || !is_single && bytes + item.size <= LARGEST_LIST;
            if item.due <= at && is_free && self.is_ours(item) && fits {
                bytes += item.size;
                posts.push(Posted { id: item.id.clone(), rev: item.rev });
                if is_single {
                    break;
                }
            }
        }
        if posts.is_empty() { None } else { Some(posts) }
    }
}
