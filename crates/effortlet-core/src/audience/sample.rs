//! A share of all visitors, the same ones every time; 0 shows to nobody, 100 to everyone.

use super::{AudienceContext, Condition, Kind, Words};
use crate::hash;
use crate::observed::Observed;
use crate::phrase::{rounded, text_of};
use crate::source::{Node, Problems};
use crate::time::Timestamp;
use alloc::boxed::Box;

pub const SAMPLE: Kind = Kind {
    word: "sample",
    keys: &["percent"],
    read,
    words: Some(Words {
        wants: |terms| ["the visitor falls in the sample of ", &text_of(terms.field("percent")), " %"].concat(),
        observed: |observed, _| observed.number().map(|place| ["place ", &rounded(place), " of 100"].concat()),
        unknown: "drawn when the triggers come",
    }),
};

struct Sample {
    percent: f64,
}

fn read<'a>(node: Node<'a>, _: fn(&str) -> bool, problems: &mut Problems) -> Box<dyn Condition + 'a> {
    let known = node.only(SAMPLE.keys, problems);
    let mut percent = || node.field("percent").number(0.0, 100.0, "a number from 0 to 100", problems);
    Box::new(Sample { percent: if known { percent() } else { 0.0 } })
}

impl Condition for Sample {
    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        // Nobody or everybody: no number has to be drawn for it.
        if self.percent <= 0.0 || self.percent >= 100.0 {
            return Some(self.percent > 0.0);
        }
        Some(place(context.number?, context.survey) < self.percent)
    }

    fn lasts(&self, context: &AudienceContext<'_>, _: Timestamp) -> Option<bool> {
        self.holds(context)
    }

    fn samples(&self) -> bool {
        self.percent > 0.0 && self.percent < 100.0
    }

    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        context.number.map_or(Observed::Nothing, |number| Observed::Number(place(number, context.survey)))
    }
}

/// Where in 0 to below 100 a visitor stands for a survey. Raising a sample only adds people,
/// because the place does not depend on the percentage.
fn place(number: u32, survey: &str) -> f64 {
    let mut mixed = hash::of(survey) ^ number;
    // The finalizer of MurmurHash3 spreads every bit of the input over the whole.
    mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x85eb_ca6b);
    mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35);
    mixed ^= mixed >> 16;
    f64::from(mixed) / 4_294_967_296.0 * 100.0
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
