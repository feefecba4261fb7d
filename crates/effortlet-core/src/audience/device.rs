//! What the visitor's device can do, and how wide its window is.

use super::{AudienceContext, Condition, Kind, Words};
use crate::comparison::Comparison;
use crate::needs::{Needs, Source};
use crate::observed::Observed;
use crate::phrase::{Part, as_it_is, compared, each, plain, say};
use crate::source::{Node, Problems, Value};
use alloc::{boxed::Box, string::String};

pub const DEVICE: Kind = Kind {
    word: "device",
    keys: &["pointer", "hover", "width"],
    read,
    words: Some(Words {
        wants: |terms| each(terms, &|name| ["the ", name].concat(), &PARTS),
        observed,
        unknown: "not known",
    }),
};

/// In the order of the keys.
const SOURCES: [Source; 3] = [Source::Pointer, Source::Hover, Source::Width];

struct Device<'a>(&'a Value);

fn read<'a>(node: Node<'a>, _: fn(&str) -> bool, problems: &mut Problems) -> Box<dyn Condition + 'a> {
    if node.some(DEVICE.keys, problems) {
        node.word_or_first("pointer", &["fine", "coarse", "none"], problems);
        if let Some(hover) = node.given("hover") {
            hover.flag(problems);
        }
        if let Some(width) = node.given("width") {
            Comparison::read_count(width, problems);
        }
    }
    Box::new(Device(node.value))
}

impl Device<'_> {
    /// What is asked for, and where it comes from.
    fn asked(&self) -> impl Iterator<Item = (&Value, Source)> {
        let fields = DEVICE.keys.iter().map(|key| self.0.field(key));
        fields.zip(SOURCES).filter(|(wanted, _)| **wanted != Value::Absent)
    }
}

impl Condition for Device<'_> {
    fn needs<'n>(&'n self, needs: &mut Needs<'n>) {
        self.asked().for_each(|(_, source)| needs.fact(source, ""));
    }

    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        let mut all = true;
        for (wanted, source) in self.asked() {
            all &= Comparison::of(wanted).holds(context.find(source, "")?);
        }
        Some(all)
    }

    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        let found = self.asked().find_map(|(_, source)| context.find(source, "").filter(|it| **it != Value::Absent));
        found.map_or(Observed::Nothing, Observed::from)
    }
}

const PARTS: [Part; 2] = [
    ("width", |wanted| ["the window's width in px ", &compared(wanted)].concat()),
    ("hover", |wanted| {
        ["the device can", if wanted.flag() == Some(false) { "not" } else { "" }, " hover"].concat()
    }),
];

fn observed(observed: &Observed, terms: &Value) -> Option<String> {
    match observed {
        Observed::Number(width) => Some(say(&[&plain(*width), " px"])),
        other => as_it_is(other, terms),
    }
}
