//! What visits have tried: rules that hardly anything comes up against are proved by nothing.

#[derive(Clone, Copy, Debug)]
pub(crate) enum Tried {
    Shown,
    /// To somebody who has been asked before.
    Again,
    /// Another tab had the lock.
    Refused,
    /// Held by its frequency while the clock was set back.
    Held,
    Sampled,
    /// After a delay.
    Delayed,
    /// On the page after the one that its trigger came on.
    Deferred,
    Linked,
    /// By a link, where a newcomer would have been left alone.
    Invited,
    /// Held back since the visitor was busy.
    Busy,
    /// Asks for the lock once the visitor is not, and has not waited for too long.
    Risen,
    /// To an audience of which something is wished.
    Wished,
    /// A trigger came for an audience that the visitor is not in, and for one that is not known.
    Unwished,
    Unknown,
    /// What an audience wishes was found out while a delay ran.
    Asked,
    /// An audience that had said no when the trigger came says yes while a delay runs.
    Swayed,
}

/// Each at least so often.
const LEAST: [(Tried, usize); 16] = [
    (Tried::Shown, 3_000),
    (Tried::Again, 2_000),
    (Tried::Refused, 300),
    (Tried::Held, 1_000),
    (Tried::Sampled, 3_000),
    (Tried::Delayed, 150),
    (Tried::Deferred, 120),
    (Tried::Linked, 150),
    (Tried::Invited, 30),
    (Tried::Busy, 200),
    (Tried::Risen, 50),
    (Tried::Wished, 300),
    (Tried::Unwished, 1_000),
    (Tried::Unknown, 1_000),
    (Tried::Asked, 1_000),
    (Tried::Swayed, 30),
];

#[derive(Default)]
pub(crate) struct Tally([usize; LEAST.len()]);

impl Tally {
    pub(crate) fn count(&mut self, tried: Tried) {
        self.0[tried as usize] += 1;
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(count, more)| *count += more);
    }

    /// What was tried too seldom, and how often.
    pub(crate) fn lacking(&self) -> Vec<(Tried, usize)> {
        let counted = LEAST.iter().map(|(tried, least)| (*tried, self.0[*tried as usize], *least));
        counted.filter(|(_, count, least)| *count < *least).map(|(tried, count, _)| (tried, count)).collect()
    }
}
