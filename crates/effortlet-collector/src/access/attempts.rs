//! How often passwords may be tried: by one address, and by all together.
//!
//! Each try takes a token before the password is looked at, so that tries at once count as well.
//! Never says whether a password was right.

use governor::clock::{Clock, DefaultClock, Reference};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::state::{InMemoryState, NotKeyed};
use governor::{NotUntil, Quota, RateLimiter};
use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZero;
use std::time::Duration;

/// Ten tries at once, then one in half a minute: 2,880 a day.
const BY_ADDRESS: (u32, Duration) = (10, Duration::from_secs(30));

/// A hundred at once, then one a second: 86,400 a day, of some 10¹⁶ passwords of ten letters and digits.
const IN_ALL: (u32, Duration) = (100, Duration::from_secs(1));

/// So many addresses are kept at most before those that have waited long enough are forgotten.
const SWEEP_FROM: usize = 1_024;

pub(crate) struct Attempts<Time: Clock = DefaultClock> {
    by_address: RateLimiter<IpAddr, DashMapStateStore<IpAddr>, Time, NoOpMiddleware<Time::Instant>>,
    in_all: RateLimiter<NotKeyed, InMemoryState, Time, NoOpMiddleware<Time::Instant>>,
    time: Time,
}

impl Default for Attempts {
    fn default() -> Self {
        Self::timed_by(DefaultClock::default())
    }
}

impl<Time: Clock + Clone> Attempts<Time> {
    fn timed_by(time: Time) -> Self {
        Self {
            by_address: RateLimiter::new(quota(BY_ADDRESS), DashMapStateStore::default(), time.clone()),
            in_all: RateLimiter::new(quota(IN_ALL), InMemoryState::default(), time.clone()),
            time,
        }
    }

    /// Takes one try, or says how long it is until there is one.
    pub(crate) fn take(&self, client: Option<IpAddr>) -> Result<(), Duration> {
        if self.by_address.len() >= SWEEP_FROM {
            self.by_address.retain_recent();
        }
        let key = neighbourhood(client.unwrap_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED)));
        self.by_address.check_key(&key).map_err(|until| self.wait(&until))?;
        self.in_all.check().map_err(|until| self.wait(&until))
    }

    fn wait(&self, until: &NotUntil<Time::Instant>) -> Duration {
        until.earliest_possible().duration_since(self.time.now()).into()
    }
}

fn quota((burst, period): (u32, Duration)) -> Quota {
    let burst = NonZero::new(burst).unwrap_or(NonZero::<u32>::MIN);
    Quota::with_period(period).unwrap_or(Quota::per_second(NonZero::<u32>::MIN)).allow_burst(burst)
}

/// Whoever has one address of IPv6 has all of its last 64 bits.
fn neighbourhood(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
    }
}

impl<Time: Clock> fmt::Debug for Attempts<Time> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Attempts").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use governor::clock::FakeRelativeClock;
    use std::net::Ipv4Addr;

    fn address(number: u32) -> Option<IpAddr> {
        Some(IpAddr::V4(Ipv4Addr::from_bits(number)))
    }

    #[test]
    fn one_address_is_slowed_and_others_are_not() {
        let time = FakeRelativeClock::default();
        let attempts = Attempts::timed_by(time.clone());
        for attempt in 0..10 {
            assert_eq!(attempts.take(address(1)), Ok(()), "{attempt}");
        }
        assert_eq!(attempts.take(address(1)), Err(Duration::from_secs(30)));
        assert_eq!(attempts.take(address(2)), Ok(()));
        time.advance(Duration::from_secs(30));
        assert_eq!(attempts.take(address(1)), Ok(()));
        assert_eq!(attempts.take(address(1)), Err(Duration::from_secs(30)));
    }

    #[test]
    fn many_addresses_are_slowed_together_and_forgotten_later() {
        let time = FakeRelativeClock::default();
        let attempts = Attempts::timed_by(time.clone());
        let passed = (0..1_000).filter(|number| attempts.take(address(*number)).is_ok()).count();
        assert_eq!(passed, 100);
        for number in 0..10_000 {
            time.advance(Duration::from_secs(1));
            let _ = attempts.take(address(number));
        }
        assert!(attempts.by_address.len() <= SWEEP_FROM, "{}", attempts.by_address.len());
    }

    #[test]
    fn the_last_half_of_an_ipv6_address_is_nobody_else() {
        let attempts = Attempts::timed_by(FakeRelativeClock::default());
        let passed = (0..100_u128).filter(|last| {
            let address = Ipv6Addr::from_bits(0x2001_0db8 << 96 | last);
            attempts.take(Some(IpAddr::V6(address))).is_ok()
        });
        assert_eq!(passed.count(), 10);
    }
}
