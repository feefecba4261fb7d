//! One of what is ranked: an article, say. Never holds fewer people than may be told.

use effortlet_core::score::SUPPRESSED_BELOW;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) name: String,
    /// What it is part of, and is likely to be like: the section of an article.
    pub(crate) within: Option<String>,
    /// People who did not find what they were looking for, or did not find it easy.
    lost: u64,
    /// People of whom that is known.
    answered: u64,
}

impl Group {
    /// `None` where so few people answered that they could be told apart.
    pub(crate) fn new(name: String, within: Option<String>, lost: u64, answered: u64) -> Option<Self> {
        (answered >= SUPPRESSED_BELOW).then(|| Self { name, within, lost: lost.min(answered), answered })
    }

    pub(crate) fn lost(&self) -> u64 {
        self.lost
    }

    pub(crate) fn answered(&self) -> u64 {
        self.answered
    }
}
