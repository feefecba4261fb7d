//! A sequence of numbers that is the same for the same seed (splitmix64).

use effortlet_core::time::Duration;

#[derive(Clone, Debug)]
pub(super) struct Numbers(u64);

impl Numbers {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        it ^ (it >> 31)
    }

    pub(super) fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }

    pub(super) fn of<T: Copy>(&mut self, all: &[T], default: T) -> T {
        let at = self.below(all.len() as u64);
        usize::try_from(at).ok().and_then(|at| all.get(at)).copied().unwrap_or(default)
    }

    /// How long after a day began one of `of` that are spread over so many days is there, in milliseconds: one after
    /// the other, each at a moment of its own share of the day.
    pub(super) fn within_day(&mut self, (number, of): (u64, u64), days: u64) -> i64 {
        let day = Duration::hours(23).0.unsigned_abs();
        let of = of.max(1);
        let from = day * (number * days % of) / of;
        let share = (day * days / of).min(day - from).max(1);
        (from + self.below(day) % share).cast_signed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_of_a_day_come_one_after_the_other_within_it() {
        for (of, days) in [(50_000, 182), (365, 365), (7, 182), (1, 1)] {
            let mut before = (0, 0);
            for number in 0..of {
                let at = (number * days / of, Numbers::new(number).within_day((number, of), days));
                assert!(at >= before && (0..Duration::hours(23).0).contains(&at.1), "{number} of {of}: {at:?} after {before:?}");
                before = at;
            }
        }
    }
}
