//! The name of a question's column, which says what kind of answers it has.
//!
//! Never knows what was asked.

use effortlet_core::survey::{EasyIs, Points};

/// A question together with the scale of its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// `yes` or `no`.
    YesNo(String),
    /// A rating.
    Effort(String, Points, EasyIs),
    /// A list of options as JSON, since one may choose several.
    Choice(String),
}

/// The column of who wrote something: `1` for each.
pub const SAID: &str = "said";

impl Question {
    /// `effort 7 high effort`: kind, scale, then the id, which may hold any sign.
    pub fn name(&self) -> String {
        match self {
            Self::YesNo(id) => format!("yesNo {id}"),
            Self::Effort(id, points, easy_is) => {
                let direction = if *easy_is == EasyIs::Low { "low" } else { "high" };
                format!("effort {} {direction} {id}", points.count())
            }
            Self::Choice(id) => format!("choice {id}"),
        }
    }

    /// `None` for the columns that are no questions.
    pub fn read(name: &str) -> Option<Self> {
        let (kind, id) = name.split_once(' ')?;
        match kind {
            "yesNo" => Some(Self::YesNo(id.to_owned())),
            "choice" => Some(Self::Choice(id.to_owned())),
            "effort" => {
                let mut words = id.splitn(3, ' ');
                let points = Points::new(words.next()?.parse().ok()?)?;
                let easy_is = if words.next()? == "low" { EasyIs::Low } else { EasyIs::High };
                Some(Self::Effort(words.next()?.to_owned(), points, easy_is))
            }
            _ => None,
        }
    }

    pub fn id(&self) -> &str {
        match self {
            Self::YesNo(id) | Self::Effort(id, ..) | Self::Choice(id) => id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_was_written() {
        let points = Points::new(7).unwrap();
        for id in ["found", "how easy was it", "", " "] {
            let id = || id.to_owned();
            for it in [
                Question::YesNo(id()),
                Question::Effort(id(), points, EasyIs::Low),
                Question::Effort(id(), points, EasyIs::High),
                Question::Choice(id()),
            ] {
                assert_eq!(Question::read(&it.name()), Some(it));
            }
        }
        assert_eq!(Question::read("day"), None);
    }
}
