//! What a screen asks for, and what of it was given before.

use crate::interview::Interview;
use crate::response::Value;
use crate::survey::{EasyIs, Kind, Look, Question};
use crate::text::Text;
use alloc::{string::String, vec::Vec};

/// One shape for each kind of question, and the end. What was given before, or is to be confirmed,
/// stands in it.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    Thanks,
    YesNo {
        chosen: Option<bool>,
    },
    Scale {
        /// 5, 7 or 10.
        points: u8,
        /// From 1 to `points`.
        chosen: Option<u8>,
        /// What the ends mean; empty where the scale says nothing.
        low: String,
        high: String,
        look: Look,
        /// Whether its highest point means little effort.
        upward: bool,
        /// Whether its lowest point is the left one in every language.
        left_to_right: bool,
        /// What each point means, from the lowest; empty where only the ends say it.
        labels: Vec<String>,
    },
    Text {
        /// Empty where nothing was written.
        text: String,
        /// The most characters, 1 to 5,000.
        limit: u32,
    },
    Choice {
        labels: Vec<String>,
        /// A bit for each option in their order.
        chosen: u32,
        /// What was written of something else.
        written: String,
        /// Whether several may be chosen.
        many: bool,
        /// Whether the last option is for something else.
        other: bool,
        /// The most characters of what is written.
        limit: u32,
    },
    /// Nothing is asked for.
    Message,
}

impl Body {
    pub(super) fn of(question: &Question<'_>, interview: &Interview<'_>, fill: &dyn Fn(&Text<'_>) -> String) -> Self {
        let given = interview.given();
        match question.kind {
            Kind::YesNo => Self::YesNo { chosen: given.map(|given| given == Value::Text("yes")) },
            Kind::Effort => {
                let scale = &question.scale;
                Self::Scale {
                    points: scale.points.count(),
                    chosen: given.and_then(|given| if let Value::Rating(rating) = given { Some(rating) } else { None }),
                    low: fill(&scale.low),
                    high: fill(&scale.high),
                    look: scale.look,
                    upward: scale.easy_is == EasyIs::High,
                    left_to_right: scale.left_to_right,
                    labels: scale.labels.iter().map(fill).collect(),
                }
            }
            Kind::Text => {
                let text = if let Some(Value::Text(text)) = given { text } else { "" };
                Self::Text { text: text.into(), limit: question.limit }
            }
            Kind::Choice => {
                let choice = &question.choice;
                let options = (0..choice.count()).filter_map(|index| choice.get(index));
                let (chosen, written) = interview.chosen();
                Self::Choice {
                    labels: options.map(|(_, text)| fill(&text)).collect(),
                    chosen,
                    written: written.into(),
                    many: choice.many,
                    other: choice.other.is_some(),
                    limit: question.limit,
                }
            }
            Kind::Message => Self::Message,
        }
    }
}
