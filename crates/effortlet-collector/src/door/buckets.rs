//! A bucket of tokens for each key: a post takes one, and they come back at a steady rate.
//!
//! A key whose bucket is full again is as good as unknown, and is forgotten. Never waits.

use governor::clock::{Clock, DefaultClock, Reference};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::fmt;
use std::hash::Hash;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// After so many posts the keys that are full again are forgotten: at most so many are kept in vain.
const SWEEP_EVERY: u32 = 1_024;

pub(super) struct Buckets<Key: Hash + Eq + Clone, Time: Clock = DefaultClock> {
    limiter: RateLimiter<Key, DashMapStateStore<Key>, Time, NoOpMiddleware<Time::Instant>>,
    time: Time,
    taken: AtomicU32,
}

impl<Key: Hash + Eq + Clone> Buckets<Key> {
    /// `burst` tokens at first, `rate` more each second.
    pub(super) fn new(rate: NonZeroU32, burst: NonZeroU32) -> Self {
        Self::timed_by(DefaultClock::default(), rate, burst)
    }
}

impl<Key: Hash + Eq + Clone, Time: Clock + Clone> Buckets<Key, Time> {
    fn timed_by(time: Time, rate: NonZeroU32, burst: NonZeroU32) -> Self {
        let quota = Quota::per_second(rate).allow_burst(burst);
        let limiter = RateLimiter::new(quota, DashMapStateStore::default(), time.clone());
        Self { limiter, time, taken: AtomicU32::new(0) }
    }

    /// Takes one token, or says how long it is until there is one.
    pub(super) fn take(&self, key: &Key) -> Result<(), Duration> {
        if self.taken.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            self.limiter.retain_recent();
        }
        self.limiter.check_key(key).map_err(|until| {
            let now = self.time.now();
            Duration::from(until.earliest_possible().duration_since(now))
        })
    }
}

impl<Key: Hash + Eq + Clone, Time: Clock> fmt::Debug for Buckets<Key, Time> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Buckets").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use governor::clock::FakeRelativeClock;

    fn number(number: u32) -> NonZeroU32 {
        NonZeroU32::new(number).unwrap()
    }

    #[test]
    fn a_bucket_holds_its_burst_and_fills_up_at_its_rate() {
        let time = FakeRelativeClock::default();
        let buckets = Buckets::timed_by(time.clone(), number(20), number(1_000));
        for post in 0..1_000 {
            assert_eq!(buckets.take(&"office"), Ok(()), "post {post}");
        }
        assert_eq!(buckets.take(&"office"), Err(Duration::from_millis(50)));
        assert_eq!(buckets.take(&"home"), Ok(()), "others have buckets of their own");
        time.advance(Duration::from_secs(1));
        let passed = (0..100).filter(|_| buckets.take(&"office").is_ok()).count();
        assert_eq!(passed, 20);
    }

    #[test]
    fn keys_are_forgotten_once_their_buckets_are_full_again() {
        let time = FakeRelativeClock::default();
        let buckets = Buckets::timed_by(time.clone(), number(20), number(1_000));
        for key in 0..100_000_u32 {
            assert_eq!(buckets.take(&key), Ok(()));
            time.advance(Duration::from_millis(1));
        }
        assert!(buckets.limiter.len() <= 2 * SWEEP_EVERY as usize, "{} keys", buckets.limiter.len());
    }
}
