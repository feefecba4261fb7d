//! Whom a survey is for.

use crate::help_center::read_patterns;
use crate::pattern::Pattern;
use crate::signal::Page;
use crate::source::{Node, Problems, Source};
use crate::tree::{self, Leaves, Tree, Truth};
use alloc::vec::Vec;

/// Without conditions: everyone.
pub type Audience = Tree<Condition>;

#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// The page's path matches one of these.
    Page(Vec<Pattern>),
    /// A share of all visitors, the same ones every time; 0 shows to nobody, 100 to everyone.
    Sample(f64),
}

/// What conditions are asked about.
pub struct Visitor<'a> {
    pub page: Option<&'a Page>,
    /// Drawn once for each visitor, evenly over all numbers; nobody is in a sample before that.
    pub number: Option<u32>,
    /// The survey's id: one visitor is in different samples for different surveys.
    pub survey: &'a str,
}

pub fn read<S: Source>(node: Node<S>, problems: &mut Problems) -> Option<Audience> {
    let Some(node) = node.given() else { return Some(Tree::All(Vec::new())) };
    let mut leaves = Leaves {
        keys: &["all", "any", "not", "page", "sample"],
        read: &mut |key, node: Node<S>, problems: &mut Problems| match key {
            "page" => {
                node.only(&["path"], problems)?;
                let before = problems.len();
                let path = node.field("path");
                let patterns = read_patterns(node.field("path"), problems);
                if patterns.is_empty() && problems.len() == before {
                    return path.expect("a path pattern such as \"/help/**\"", problems);
                }
                (problems.len() == before).then_some(Condition::Page(patterns))
            }
            _ => {
                node.only(&["percent"], problems)?;
                let percent = node.field("percent");
                percent.number(0.0, 100.0, "a number from 0 to 100", problems).map(Condition::Sample)
            }
        },
    };
    tree::read(&node, &mut leaves, problems)
}

impl Condition {
    pub fn holds(&self, visitor: &Visitor<'_>) -> Truth {
        match self {
            Self::Page(patterns) => match visitor.page {
                Some(page) => patterns.iter().any(|pattern| pattern.capture(&page.path).is_some()).into(),
                None => Truth::Unknown,
            },
            Self::Sample(percent) => match visitor.number {
                Some(number) => (place(number, visitor.survey) < *percent).into(),
                None => Truth::Unknown,
            },
        }
    }
}

/// Where in 0 to below 100 a visitor stands for a survey. Raising a sample only adds people,
/// because the place does not depend on the percentage.
fn place(number: u32, survey: &str) -> f64 {
    let mut mixed = fnv(survey) ^ number;
    // The finalizer of MurmurHash3 spreads every bit of the input over the whole.
    mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x85eb_ca6b);
    mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35);
    mixed ^= mixed >> 16;
    f64::from(mixed) / 4_294_967_296.0 * 100.0
}

/// FNV-1a, 32 bits.
pub(crate) fn fnv(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_even_and_only_grows() {
        let visitors = || (0..20_000_u32).map(|number| number.wrapping_mul(0x9e37_79b9));
        let mut before = 0;
        for percent in [0.0, 1.0, 25.0, 50.0, 99.0, 100.0] {
            let sampled = visitors().filter(|number| place(*number, "help-center") < percent).count();
            let share = sampled as f64 / 200.0;
            assert!((share - percent).abs() < 1.0, "{percent} gave {share}");
            assert!(sampled >= before);
            before = sampled;
        }
        assert_eq!(before, 20_000);
    }

    #[test]
    fn samples_of_two_surveys_are_independent() {
        let both = (0..20_000_u32)
            .map(|number| number.wrapping_mul(0x9e37_79b9))
            .filter(|number| place(*number, "one") < 50.0 && place(*number, "two") < 50.0);
        let share = both.count() as f64 / 200.0;
        assert!((share - 25.0).abs() < 1.5, "{share}");
    }
}
