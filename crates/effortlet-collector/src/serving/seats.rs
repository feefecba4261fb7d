//! Who is connected, and whom we wait for. When all seats are taken, whoever has kept us waiting
//! longest leaves. Never lets somebody go whose request we are working on.

use crate::metrics::{Connected, Metrics};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// All seats; a visitor's connection takes one.
pub(super) struct Seats {
    most: usize,
    free: Arc<Semaphore>,
    taken: Arc<Taken>,
    metrics: Metrics,
}

/// A seat until it is dropped.
pub(super) struct Seat {
    number: u64,
    turn: Arc<Turn>,
    taken: Arc<Taken>,
    _permit: OwnedSemaphorePermit,
    _counted: Connected,
}

struct Taken {
    began: Instant,
    next: AtomicU64,
    turns: Mutex<BTreeMap<u64, Arc<Turn>>>,
}

/// Whose turn it is: the visitor's, to send or to take something, or ours.
pub(super) struct Turn {
    began: Instant,
    /// Microseconds from `began` to when the visitor's turn came, `OURS` while it is ours.
    visitors_since: AtomicU64,
    leave: Notify,
}

const OURS: u64 = u64::MAX;

/// A connection that was told to leave is dropped as soon as its task runs.
const LONGEST_LEAVING: Duration = Duration::from_secs(1);

/// How long a post takes when many are committed together.
const UNTIL_ONE_IS_ANSWERED: Duration = Duration::from_millis(10);

impl Seats {
    pub(super) fn new(most: usize, metrics: Metrics) -> Self {
        let most = most.min(Semaphore::MAX_PERMITS);
        let taken = Taken { began: Instant::now(), next: AtomicU64::new(0), turns: Mutex::default() };
        Self { most, free: Arc::new(Semaphore::new(most)), taken: Arc::new(taken), metrics }
    }

    /// A seat, which somebody else may have to leave for it.
    pub(super) async fn take(&self) -> Seat {
        let permit = loop {
            let free = Arc::clone(&self.free);
            if let Ok(permit) = Arc::clone(&free).try_acquire_owned() {
                break permit;
            }
            let patience = if self.empty_one() { LONGEST_LEAVING } else { UNTIL_ONE_IS_ANSWERED };
            if let Ok(Ok(permit)) = timeout(patience, free.acquire_owned()).await {
                break permit;
            }
        };
        let began = self.taken.began;
        let turn = Arc::new(Turn { began, visitors_since: AtomicU64::new(OURS), leave: Notify::new() });
        turn.is_visitors();
        let number = self.taken.next.fetch_add(1, Ordering::Relaxed);
        self.taken.turns().insert(number, Arc::clone(&turn));
        Seat { number, turn, taken: Arc::clone(&self.taken), _permit: permit, _counted: self.metrics.connected() }
    }

    /// Tells the visitor who has kept us waiting longest to leave; false where we wait for nobody.
    pub(super) fn empty_one(&self) -> bool {
        let mut turns = self.taken.turns();
        let waited_for = turns.iter().map(|(number, turn)| (turn.visitors_since.load(Ordering::Relaxed), *number));
        let longest = waited_for.min().filter(|(since, _)| *since != OURS);
        let leaves = longest.and_then(|(_, number)| turns.remove(&number));
        if let Some(turn) = &leaves {
            turn.leave.notify_one();
            self.metrics.closed_for_others();
        }
        leaves.is_some()
    }

    /// Tells everybody to leave, and waits until they have.
    pub(super) async fn all_empty(&self) {
        for turn in self.taken.turns().values() {
            turn.leave.notify_one();
        }
        let _ = self.free.acquire_many(u32::try_from(self.most).unwrap_or(u32::MAX)).await;
    }
}

impl Taken {
    fn turns(&self) -> MutexGuard<'_, BTreeMap<u64, Arc<Turn>>> {
        self.turns.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seat {
    pub(super) fn turn(&self) -> Arc<Turn> {
        Arc::clone(&self.turn)
    }

    /// Comes when the visitor has to leave.
    pub(super) async fn has_to_leave(&self) {
        self.turn.leave.notified().await;
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.taken.turns().remove(&self.number);
    }
}

impl Turn {
    pub(super) fn is_ours(&self) {
        self.visitors_since.store(OURS, Ordering::Relaxed);
    }

    pub(super) fn is_visitors(&self) {
        let since = u64::try_from(self.began.elapsed().as_micros()).unwrap_or(OURS - 1);
        self.visitors_since.store(since, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn left(seat: &Seat) -> bool {
        timeout(Duration::from_millis(1), seat.has_to_leave()).await.is_ok()
    }

    #[tokio::test]
    async fn whoever_has_kept_us_waiting_longest_leaves_and_nobody_whose_request_is_worked_on() {
        let seats = Seats::new(3, Metrics::default());
        let (first, second, third) = (seats.take().await, seats.take().await, seats.take().await);
        first.turn().is_ours();
        seats.empty_one();
        assert!(left(&second).await && !left(&first).await && !left(&third).await);
        drop(second);
        let fourth = seats.take().await;
        first.turn().is_visitors();
        seats.empty_one();
        assert!(left(&third).await, "the first has answered since");
        for seat in [&first, &fourth] {
            seat.turn().is_ours();
        }
        seats.empty_one();
        assert!(!left(&first).await && !left(&fourth).await);
    }
}
