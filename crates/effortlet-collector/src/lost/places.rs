//! How sure the place of each group is: its places in many worlds that may be true.
//!
//! Never decides the order.

/// Places count from 1, the costliest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) at: usize,
    /// The ends of its 95 % range.
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// How often each group had each place.
#[derive(Debug)]
pub(super) struct Places {
    counts: Vec<Vec<u32>>,
    worlds: u32,
}

impl Places {
    pub(super) fn new(groups: usize) -> Self {
        Self { counts: vec![vec![0; groups]; groups], worlds: 0 }
    }

    /// What each group costs in one world.
    pub(super) fn add(&mut self, costs: &[f64]) {
        let mut order: Vec<(f64, usize)> = costs.iter().copied().zip(0..).collect();
        order.sort_by(|one, other| other.0.total_cmp(&one.0));
        for (place, (_, group)) in order.into_iter().enumerate() {
            let count = self.counts.get_mut(group).and_then(|it| it.get_mut(place));
            count.into_iter().for_each(|it| *it += 1);
        }
        self.worlds += 1;
    }

    /// The range holds its own place, and every place of which more than 2.5 % of worlds are at either side,
    /// where the worlds of the place itself count half to both (the mid-P of Lancaster, "Significance tests
    /// in discrete distributions", JASA 56, 1961): a range of whole ends would hold far more than 95 %.
    pub(super) fn place(&self, group: usize, at: usize) -> Place {
        let tail = f64::from(self.worlds) * 0.025;
        let (mut before, mut range) = (0.0, (at, at));
        for (count, place) in self.counts.get(group).into_iter().flatten().zip(1..) {
            let (middle, after) = (before + f64::from(*count) / 2.0, f64::from(self.worlds) - before - f64::from(*count) / 2.0);
            if middle > tail && after > tail {
                range = (range.0.min(place), range.1.max(place));
            }
            before += f64::from(*count);
        }
        Place { at, from: range.0, to: range.1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_is_sure_has_no_range_and_one_that_is_not_has() {
        let mut places = Places::new(3);
        for world in 0..1_000 {
            places.add(&[9.0, if world % 2 == 0 { 2.0 } else { 1.0 }, 1.5]);
        }
        let of = |group, at| {
            let it = places.place(group, at);
            (it.at, it.from, it.to)
        };
        assert_eq!([of(0, 1), of(1, 2), of(2, 3)], [(1, 1, 1), (2, 2, 3), (3, 2, 3)]);
    }
}
