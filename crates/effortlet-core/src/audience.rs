//! Whom a survey is for.

mod known;
mod read;

pub use known::{Fact, AudienceContext, Source};
pub(crate) use read::read_element;

use crate::engine::Observed;
use crate::pattern::Patterns;
use crate::source::{Node, Problems, Value};
use crate::tree::{Tree, Truth};

/// Conditions on the visitor and the page, as they were written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Audience<'a> {
    tree: Tree<'a>,
    /// The element that the nudge stands in, without which there is nowhere to show it; absent for
    /// none. A condition like any other, after those of the tree.
    element: &'a Value,
}

/// What conditions are asked about.
pub struct Visitor<'v> {
    /// The path of the page, once there is one.
    pub path: Option<&'v str>,
    /// Drawn once for each visitor, evenly over all numbers; nobody is in a sample before that.
    pub number: Option<u32>,
    /// The survey's id: one visitor is in different samples for different surveys.
    pub survey: &'v str,
    pub known: AudienceContext<'v>,
}

const KEYS: &[&str] = if cfg!(feature = "full") {
    &[
        "all", "any", "not", "page", "sample", "referrer", "entry", "utm", "visitor", "language", "device", "time",
        "timeZone", "traits", "cookie", "localStorage", "sessionStorage", "global", "element", "answered", "condition",
    ]
} else {
    &["all", "any", "not", "page", "sample"]
};

impl<'a> Audience<'a> {
    /// Reads `audience` of a survey; `is_selector` knows CSS. Without it: everyone.
    pub fn read(survey: Node<'a>, is_selector: fn(&str) -> bool, problems: &mut Problems) -> Self {
        let leaf = &mut |leaf, node, problems: &mut Problems| read_condition(leaf, node, is_selector, problems);
        let tree = survey.given("audience").map(|node| Tree::read(node, KEYS, leaf, problems));
        Self {
            tree: tree.unwrap_or_default(),
            element: <&Value>::default(),
        }
    }

    /// Only where there is this element.
    pub(crate) fn within(self, element: &'a Value) -> Self {
        Self { element, ..self }
    }

    pub fn includes(&self, visitor: &Visitor<'_>) -> Truth {
        self.value_of(&mut |key, condition| holds(key, condition, visitor).map_or(Truth::Unknown, Truth::from))
    }

    fn value_of(&self, leaf: &mut dyn FnMut(&str, &'a Value) -> Truth) -> Truth {
        let value = self.tree.value_of(leaf);
        if *self.element != Value::Absent {
            return value.min(leaf("element", self.element));
        }
        value
    }

    /// Each condition in the order of the definition, with what is known of it and what was found.
    pub fn explain(&self, visitor: &Visitor<'_>, tell: &mut dyn FnMut(Truth, Observed<'_>)) {
        self.value_of(&mut |key, condition| {
            let truth = holds(key, condition, visitor).map_or(Truth::Unknown, Truth::from);
            known::found(key, condition, visitor, &mut |found| tell(truth, found));
            truth
        });
    }

    /// Whether it has a condition of this kind.
    pub fn asks(&self, kind: &str) -> bool {
        let mut asks = false;
        self.needs(&mut |key, _| asks |= key == kind, &mut |_| {});
        asks
    }

    /// Each condition with its kind, and what it has to be told about the page and the visitor.
    pub fn needs(&self, each: &mut dyn FnMut(&str, &Value), need: &mut dyn FnMut(Fact<'a>)) {
        self.value_of(&mut |key, condition| {
            each(key, condition);
            known::needs(key, condition, need);
            Truth::Unknown
        });
    }
}

fn read_condition(leaf: usize, node: Node<'_>, is_selector: fn(&str) -> bool, problems: &mut Problems) {
    if leaf != 1 {
        return read::read(KEYS.get(leaf + 3).copied().unwrap_or_default(), node, is_selector, problems);
    }
    let _ = is_selector;
    if leaf == 0 {
        if node.only(&["path"], problems) {
            read_path(node.field("path"), problems);
        }
    } else if node.only(&["percent"], problems) {
        node.field("percent").number(0.0, 100.0, "a number from 0 to 100", problems);
    }
}

fn read_path(path: Node<'_>, problems: &mut Problems) {
    let patterns = Patterns::read(path, problems);
    path.check(!patterns.is_empty(), "a path pattern such as \"/help/**\"", problems);
}

/// `page`: the path matches one of these patterns. `sample`: a share of all visitors, the same ones
/// every time; 0 shows to nobody, 100 to everyone. `None` while that is not known.
fn holds(key: &str, condition: &Value, visitor: &Visitor<'_>) -> Option<bool> {
    Some(if key == "sample" {
        place(visitor.number?, visitor.survey) < condition.field("percent").number()?
    } else {
        return known::holds(key, condition, visitor);
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
