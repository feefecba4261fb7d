//! How many people there are of each part, by which conditions hold.

/// Parts and sets of conditions by their numbers; a set has a bit for each condition that holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    sets: usize,
    /// Of each part, by set.
    counts: Vec<u64>,
}

impl People {
    /// Nobody yet, of so many sets of conditions.
    pub(super) fn of(sets: usize) -> Self {
        Self { sets, counts: Vec::new() }
    }

    pub(super) fn add(&mut self, part: usize, holds: usize, count: u64) {
        let at = part * self.sets + holds;
        if count > 0 && self.counts.len() <= at {
            self.counts.resize((part + 1) * self.sets, 0);
        }
        self.counts.get_mut(at).into_iter().for_each(|it| *it += count);
    }

    pub fn is_empty(&self) -> bool {
        self.counts.iter().all(|count| *count == 0)
    }

    /// Of one part, by set; nothing where there is nobody in that part or a later one.
    pub(super) fn of_part(&self, part: usize) -> &[u64] {
        self.counts.get(part * self.sets..(part + 1) * self.sets).unwrap_or_default()
    }

    /// Whoever there is, of any part, whatever holds.
    pub fn by_part(&self) -> impl Iterator<Item = (usize, u64)> {
        let sums = self.counts.chunks(self.sets.max(1)).map(|sets| sets.iter().sum::<u64>());
        sums.enumerate().filter(|(_, count)| *count > 0)
    }
}

#[cfg(test)]
impl People {
    /// By part and set.
    pub(super) fn each(&self) -> impl Iterator<Item = ((usize, usize), u64)> {
        let place = |at| (at / self.sets, at % self.sets);
        self.counts.iter().enumerate().filter(|(_, count)| **count > 0).map(move |(at, count)| (place(at), *count))
    }
}
