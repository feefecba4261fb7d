//! Whom a survey is for.

use crate::pattern::Patterns;
use crate::source::{Node, Problems, Value};
use crate::tree::{Tree, Truth};

/// Conditions on the page's path and a sample of all visitors, as they were written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Audience<'a>(Tree<'a>);

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
    pub fn read(survey: Node<'a>, problems: &mut Problems) -> Self {
        let tree = survey.given("audience").map(|node| Tree::read(node, &KEYS, &mut read_condition, problems));
        Self(tree.unwrap_or_default())
    }

    pub fn includes(&self, visitor: &Visitor<'_>) -> Truth {
        self.0.value_of(&mut |key, condition| holds(key, condition, visitor).map_or(Truth::Unknown, Truth::from))
    }

}

fn read_condition(leaf: usize, node: Node<'_>, problems: &mut Problems) {
    if leaf == 0 {
        if node.only(&["path"], problems) {
            let path = node.field("path");
            let patterns = Patterns::read(path, problems);
            path.check(!patterns.is_empty(), "a path pattern such as \"/help/**\"", problems);
        }
    } else if node.only(&["percent"], problems) {
        node.field("percent").number(0.0, 100.0, "a number from 0 to 100", problems);
    }
}

/// `page`: the path matches one of these patterns. `sample`: a share of all visitors, the same ones
/// every time; 0 shows to nobody, 100 to everyone. `None` while that is not known.
fn holds(key: &str, condition: &Value, visitor: &Visitor<'_>) -> Option<bool> {
    Some(if key == "sample" {
        place(visitor.number?, visitor.survey) < condition.field("percent").number()?
    } else {
        Patterns::of(condition.field("path")).capture(visitor.path?).is_some()
    })
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
