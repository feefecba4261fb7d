//! Counts segments: by the sums that are kept of each where they are enough, else by its responses.

use super::pass::{Room, add_rows};
use super::plan::Plan;
use super::segment::Segment;
use super::summing::sums;
use super::tally::Tally;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread::{self, available_parallelism};

/// A thread is not worth fewer: some milliseconds.
pub(super) const FEWEST_SEGMENTS: usize = 8;

/// Counts states, questions and who wrote something, by as many threads as there are processors.
pub fn scan(segments: &[&Segment], plan: &Plan) -> Tally {
    let mut shares = in_shares(segments, FEWEST_SEGMENTS, |share| scan_all(share, plan)).into_iter();
    let mut tally = shares.next().unwrap_or_default();
    shares.for_each(|other| tally.add(&other));
    tally
}

/// Work of which each processor has a share, none with fewer than are worth a thread.
pub(super) fn in_shares<Item: Sync, Done: Send>(items: &[Item], fewest: usize, work: impl Fn(&[Item]) -> Done + Sync) -> Vec<Done> {
    let threads = available_parallelism().map_or(1, NonZero::get).min(items.len() / fewest).max(1);
    let mut shares = items.chunks(items.len().div_ceil(threads).max(1));
    let Some(first) = shares.next() else { return Vec::new() };
    thread::scope(|scope| {
        let others: Vec<_> = shares.map(|share| scope.spawn(|| work(share))).collect();
        let mut done = vec![work(first)];
        for other in others {
            done.push(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    })
}

pub(super) fn scan_all(segments: &[&Segment], plan: &Plan) -> Tally {
    let mut tally = Tally::default();
    let mut room = Room::default();
    for segment in segments {
        match sums(segment, plan, &mut room) {
            Some(sums) => sums.add_to(&mut tally, segment, plan),
            None => add_rows(segment, plan, &mut tally, &mut room),
        }
    }
    tally
}

#[cfg(test)]
mod tests;
