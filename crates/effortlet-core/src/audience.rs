//! Whom a survey is for.

use crate::pattern::Patterns;
use crate::source::{Node, Problems};
use crate::tree::{self, Tree, Truth};
use alloc::vec::Vec;

#[derive(Clone, Debug, PartialEq)]
pub struct Audience<'a> {
    tree: Tree,
    conditions: Vec<Condition<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Condition<'a> {
    /// The page's path matches one of these.
    Page(Patterns<'a>),
    /// A share of all visitors, the same ones every time; 0 shows to nobody, 100 to everyone.
    Sample(f64),
}

/// What conditions are asked about.
pub struct Visitor<'v> {
    /// The path of the page, once there is one.
    pub path: Option<&'v str>,
    /// Drawn once for each visitor, evenly over all numbers; nobody is in a sample before that.
    pub number: Option<u32>,
    /// The survey's id: one visitor is in different samples for different surveys.
    pub survey: &'v str,
}

const KEYS: [&str; 5] = ["all", "any", "not", "page", "sample"];

impl<'a> Audience<'a> {
    /// Reads `audience` of a survey. Without it: everyone.
    pub fn read(survey: &Node<'a>, problems: &mut Problems) -> Option<Self> {
        let mut conditions = Vec::new();
        let tree = match survey.given("audience") {
            None => Tree::All(Vec::new()),
            Some(node) => tree::read(
                &node,
                &KEYS,
                &mut |key, node, problems| {
                    conditions.push(read_condition(key, node, problems)?);
                    Some(())
                },
                problems,
            )?,
        };
        Some(Self { tree, conditions })
    }

    pub fn includes(&self, visitor: &Visitor<'_>) -> Truth {
        self.tree.value(&|leaf| {
            self.conditions.get(leaf).map_or(Truth::Unknown, |condition| condition.holds(visitor))
        })
    }

    /// Whether a visitor needs a number for it.
    pub fn samples(&self) -> bool {
        self.conditions.iter().any(|condition| matches!(condition, Condition::Sample(_)))
    }
}

fn read_condition<'a>(key: &str, node: &Node<'a>, problems: &mut Problems) -> Option<Condition<'a>> {
    if key == "sample" {
        node.only(&["percent"], problems)?;
        let percent = node.field("percent");
        return percent.number(0.0, 100.0, "a number from 0 to 100", problems).map(Condition::Sample);
    }
    node.only(&["path"], problems)?;
    let path = node.field("path");
    let patterns = Patterns::read(&path, problems);
    if patterns.is_empty() {
        return path.expect("a path pattern such as \"/help/**\"", problems);
    }
    Some(Condition::Page(patterns))
}

impl Condition<'_> {
    fn holds(&self, visitor: &Visitor<'_>) -> Truth {
        match self {
            Self::Page(patterns) => match visitor.path {
                Some(path) => patterns.capture(path).is_some().into(),
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
    let mut mixed = fnv(FNV, survey) ^ number;
    // The finalizer of MurmurHash3 spreads every bit of the input over the whole.
    mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x85eb_ca6b);
    mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35);
    mixed ^= mixed >> 16;
    f64::from(mixed) / 4_294_967_296.0 * 100.0
}

/// FNV-1a, 32 bits: the hash of nothing, and how a text adds to a hash.
pub(crate) const FNV: u32 = 0x811c_9dc5;
pub(crate) fn fnv(hash: u32, text: &str) -> u32 {
    text.bytes().fold(hash, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
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
