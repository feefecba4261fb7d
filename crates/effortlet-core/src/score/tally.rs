//! Counts of answers that may be added up, because they answer the same question.

use crate::scale::{Band, EasyIs, Points};
use alloc::string::String;

/// Which question of which survey, in which of its versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub survey: String,
    pub version: String,
    pub question: String,
}

/// Two counts were to be added up that do not answer the same question on the same scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mixed;

/// How often each point of one scale was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratings {
    asked: Asked,
    points: Points,
    easy_is: EasyIs,
    /// The count of rating 1 first; those past `points` stay 0.
    counts: [u64; 10],
}

impl Ratings {
    pub fn new(asked: Asked, points: Points, easy_is: EasyIs) -> Self {
        Self { asked, points, easy_is, counts: [0; 10] }
    }

    /// Counts `count` more answers of this rating. `None` where the scale has no such point.
    pub fn add(&mut self, rating: u8, count: u64) -> Option<()> {
        let within = rating <= self.points.count();
        let place = usize::from(rating).checked_sub(1).filter(|_| within)?;
        *self.counts.get_mut(place)? += count;
        Some(())
    }

    /// Adds the counts of another part of the same answers.
    pub fn merge(&mut self, other: &Self) -> Result<(), Mixed> {
        if (&self.asked, self.points, self.easy_is) != (&other.asked, other.points, other.easy_is) {
            return Err(Mixed);
        }
        for (sum, count) in self.counts.iter_mut().zip(other.counts) {
            *sum += count;
        }
        Ok(())
    }

    pub fn asked(&self) -> &Asked {
        &self.asked
    }

    pub fn points(&self) -> Points {
        self.points
    }

    pub fn easy_is(&self) -> EasyIs {
        self.easy_is
    }

    /// Every point of the scale with how often it was chosen, from 1 upward.
    pub fn counts(&self) -> impl DoubleEndedIterator<Item = (u8, u64)> {
        (1..=self.points.count()).zip(self.counts)
    }

    /// How many people gave a rating.
    pub fn n(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// All ratings added up.
    pub fn sum(&self) -> u64 {
        self.counts().map(|(rating, count)| u64::from(rating) * count).sum()
    }

    /// How many ratings lie in one band.
    pub fn in_band(&self, band: Band) -> u64 {
        let inside = |(rating, _): &(u8, u64)| self.points.band(self.easy_is, *rating) == band;
        self.counts().filter(inside).map(|(_, count)| count).sum()
    }
}

/// How often yes and how often no was said to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YesNo {
    asked: Asked,
    pub yes: u64,
    pub no: u64,
}

impl YesNo {
    pub fn new(asked: Asked, yes: u64, no: u64) -> Self {
        Self { asked, yes, no }
    }

    pub fn asked(&self) -> &Asked {
        &self.asked
    }

    pub fn n(&self) -> u64 {
        self.yes + self.no
    }

    /// Adds the counts of another part of the same answers.
    pub fn merge(&mut self, other: &Self) -> Result<(), Mixed> {
        if self.asked != other.asked {
            return Err(Mixed);
        }
        self.yes += other.yes;
        self.no += other.no;
        Ok(())
    }
}
