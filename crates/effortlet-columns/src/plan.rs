//! What a pass counts, and what it tells apart. Never counts.

use super::filter::Dimension;
use super::question::{Question, SAID};
use super::segment::{DAY, STATE, VERSION};
use std::collections::BTreeMap;

/// What is to be told apart.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The group that each version is counted in; of others nothing is counted.
    pub groups: BTreeMap<String, usize>,
    /// For each group the column of the question of which it matters who said yes.
    pub found: Vec<Option<String>>,
    pub conditions: Vec<(Dimension, String)>,
    pub split: Split,
    /// For each group the days that are counted, where not all are.
    pub within: Vec<Option<(i32, i32)>>,
    /// What is counted: all columns that anybody can count where none is named.
    pub only: Vec<String>,
    /// Whether it matters only who gave any value, and not which.
    pub whoever: bool,
}

/// What parts responses are split into, and what a part is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Split {
    /// All are of one part.
    #[default]
    Nothing,
    /// `20786`: see `day_of`.
    Days,
    /// The value itself; nothing for who has none.
    Values(Dimension),
    /// `20786 ro`.
    DaysAndValues(Dimension),
}

impl Split {
    pub(super) fn dimension(self) -> Option<Dimension> {
        match self {
            Self::Values(dimension) | Self::DaysAndValues(dimension) => Some(dimension),
            Self::Nothing | Self::Days => None,
        }
    }
}

impl Plan {
    /// Whether a column is counted.
    pub(super) fn counts(&self, name: &str) -> bool {
        let is_countable = || name == STATE || name == SAID || Question::read(name).is_some();
        if self.only.is_empty() { is_countable() } else { self.only.iter().any(|it| it == name) }
    }

    /// Whether a column matters to a pass.
    pub fn needs(&self, name: &str) -> bool {
        let mut dimensions = self.conditions.iter().map(|(it, _)| *it).chain(self.split.dimension());
        [DAY, STATE, VERSION].contains(&name)
            || self.counts(name)
            || self.found.iter().flatten().any(|it| it == name)
            || dimensions.any(|it| it.name() == name)
    }

    fn is_by_fact(&self) -> bool {
        let of_conditions = self.conditions.iter().map(|(it, _)| *it);
        of_conditions.chain(self.split.dimension()).any(|it| it == Dimension::Context)
    }

    /// The one dimension that matters, or none; `None` where several do, where it is days by values, which
    /// sums are made of, and where it is a fact, of which there are many.
    pub(super) fn by(&self) -> Option<Option<Dimension>> {
        match (self.conditions.as_slice(), self.split.dimension()) {
            _ if self.is_by_fact() || matches!(self.split, Split::DaysAndValues(_)) => None,
            ([], split) => Some(split),
            ([(one, _)], split) if split.is_none_or(|it| it == *one) => Some(Some(*one)),
            _ => None,
        }
    }
}

/// Whether a day is of a period; every day where there is none.
pub(super) fn is_within(period: Option<(i32, i32)>, day: &str) -> bool {
    period.is_none_or(|(first, last)| day.parse().is_ok_and(|day: i32| (first..=last).contains(&day)))
}
