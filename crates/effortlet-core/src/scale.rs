//! Rating scales and what their points mean. Never asks anybody to rate.

use crate::text::Text;
use alloc::vec::Vec;

/// How many points a scale has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Points {
    Five = 5,
    #[default]
    Seven = 7,
    Ten = 10,
}

impl Points {
    pub const ALL: [Self; 3] = [Self::Five, Self::Seven, Self::Ten];

    pub fn new(count: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|points| u32::from(points.count()) == count)
    }

    /// 5, 7 or 10.
    pub fn count(self) -> u8 {
        self as u8
    }
}

/// Which end of a scale means little effort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EasyIs {
    #[default]
    High,
    Low,
}

impl EasyIs {
    /// As a definition and a response have it.
    pub fn word(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Low => "low",
        }
    }
}

/// The three parts of a scale, as Customer Effort Score is practised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    Difficult,
    Neutral,
    Easy,
}

/// A rating from 1 to `points`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scale<'a> {
    pub points: Points,
    pub easy_is: EasyIs,
    /// What the lowest and the highest point mean; absent when the scale says nothing.
    pub low: Text<'a>,
    pub high: Text<'a>,
        pub look: Look,
    /// What each point means, from the lowest; empty where only the ends say it.
        pub labels: Vec<Text<'a>>,
    /// Whether the lowest point is the left one in every language, not where reading begins.
        pub left_to_right: bool,
}

/// What the points of a scale look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    #[default]
    Numbers,
    Faces,
    Stars,
    /// A button with its label for each point.
    Labels,
}

impl Look {
    pub(crate) const ALL: [Self; 4] = [Self::Numbers, Self::Faces, Self::Stars, Self::Labels];

    /// The words for them in definitions, in the order of `ALL`.
    pub const WORDS: [&str; 4] = ["numbers", "faces", "stars", "labels"];
}

impl Points {
    /// The band of a rating from 1 to `points`.
    ///
    /// Easy is the upper band when `easy_is` is high: 5–7 of 7, 4–5 of 5, 7–10 of 10.
    /// Difficult is as wide as what lies below the middle: 1–3 of 7, 1–2 of 5, 1–4 of 10.
    pub fn band(self, easy_is: EasyIs, rating: u8) -> Band {
        let upward = match easy_is {
            EasyIs::High => rating,
            EasyIs::Low => self.count() + 1 - rating.min(self.count()),
        };
        let width = (self.count() - 1) / 2;
        if upward <= width {
            Band::Difficult
        } else if upward > self.count() - width {
            Band::Easy
        } else {
            Band::Neutral
        }
    }
}

impl Scale<'_> {
    /// Adds the points and their direction to the hash of a survey's version.
    pub fn fingerprint(&self, hash: u32) -> u32 {
        hash.wrapping_mul(31) ^ (u32::from(self.points.count()) * 2 + self.easy_is as u32)
    }
}
