//! A rating of how much effort something was, from 1 to as many points as the scale has.

mod condition;
mod direction;
mod looks;
mod phrases;

use super::{Ask, Fill, Key, Kind, Reader, read_over};
use crate::answer::{Act, Answer, Given, Mistake};
use crate::hash;
use crate::response::{Answered, LEFT_TO_RIGHT, Value};
use crate::scale::{EasyIs, Look, Points, Scale};
use crate::screen::Body;
use crate::source::{Node, Problems, Value as Json};
use crate::text::Text;
use alloc::{boxed::Box, string::String, vec::Vec};

/// A row of numbers whose ends may have labels.
pub const NUMBERS: Kind = Kind {
    word: "effort",
    keys: &[scale(FEW)],
    read: |nodes, reader, problems| read(nodes, reader, FEW, |_, _, _, _| {}, problems),
    lint: None,
};

/// Whatever points may look like, and mean one by one.
pub const EFFORT: Kind = Kind {
    keys: &[scale(ALL)],
    read: |nodes, reader, problems| read(nodes, reader, ALL, looks::read, problems),
    lint: Some(direction::lint),
    ..NUMBERS
};

/// What may be said of a scale.
const FEW: &[&str] = &["points", "labels", "easyIs"];
const ALL: &[&str] = &["points", "labels", "easyIs", "look", "order"];

const fn scale(inside: &'static [&'static str]) -> Key {
    Key { word: "scale", inside, elsewhere: "no scale beside this kind" }
}

#[derive(Default)]
struct Effort<'a>(Scale<'a>);

/// Reads what few scales say.
type ReadMore = for<'a> fn(&mut Scale<'a>, Node<'a>, &Reader, &mut Problems);

fn read<'a>(
    nodes: &[Node<'a>],
    reader: &Reader,
    keys: &[&str],
    more: ReadMore,
    problems: &mut Problems,
) -> Box<dyn Ask + 'a> {
    Box::new(read_over(nodes, problems, |effort: &mut Effort<'a>, node, problems| {
        if let Some(given) = node.given("scale")
            && given.only(keys, problems)
        {
            read_scale(&mut effort.0, given, reader, more, problems);
        }
    }))
}

fn read_scale<'a>(
    scale: &mut Scale<'a>,
    node: Node<'a>,
    reader: &Reader,
    more: ReadMore,
    problems: &mut Problems,
) {
    if let Some(given) = node.given("points") {
        let number = given.value.number();
        let points = Points::ALL.iter().copied().find(|points| number == Some(points.count().into()));
        given.check(points.is_some(), "5, 7 or 10", problems);
        scale.points = points.unwrap_or_default();
    }
    if let Some(given) = node.given("easyIs") {
        scale.easy_is = match given.word(&["high", "low"], problems) {
            0 => EasyIs::High,
            _ => EasyIs::Low,
        };
    }
    more(scale, node, reader, problems);
    if let Some(given) = node.given("labels")
        && scale.labels.is_empty()
    {
        if let Json::List(items) = given.value
            && let [low, high] = items.as_slice()
        {
            scale.low = reader.text(given.item(low), problems);
            scale.high = reader.text(given.item(high), problems);
        } else {
            given.check(false, "two texts, for the lowest and the highest point, or one for each point", problems);
        }
    }
}

/// A rating has its own mark, by its number, and that of its band.
impl Ask for Effort<'_> {
    fn answer(&self, act: Act) -> Result<Answer, Mistake> {
        let Act::Rate(rating) = act else { return Err(Mistake::Missing) };
        self.suggested(rating).map(Answer::Given).ok_or(Mistake::Missing)
    }

    fn answered<'g>(&'g self, question: &'g str, given: &'g Given) -> Vec<Answered<&'g str>> {
        let Scale { points, easy_is, left_to_right, .. } = &self.0;
        let value = Value::Rating(rating(given));
        Vec::from([Answered {
            points: Some(points.count()),
            easy_is: Some(*easy_is),
            order: left_to_right.then_some(LEFT_TO_RIGHT),
            ..Answered::plain(question, NUMBERS.word, value)
        }])
    }

    fn in_words(&self, given: &Given, _fill: Fill<'_>) -> String {
        FIGURES.get(usize::from(rating(given))).copied().unwrap_or_default().into()
    }

    fn body(&self, given: Option<&Given>, fill: Fill<'_>) -> Body {
        let scale = &self.0;
        let mut labels = Vec::with_capacity(scale.labels.len());
        for label in &scale.labels {
            labels.push(fill(*label));
        }
        Body::Scale {
            points: scale.points.count(),
            chosen: given.map(rating),
            low: fill(scale.low),
            high: fill(scale.high),
            look: scale.look,
            upward: scale.easy_is == EasyIs::High,
            left_to_right: scale.left_to_right,
            labels,
        }
    }

    fn read_condition(&self, node: Node<'_>, problems: &mut Problems) -> u32 {
        condition::read(node, self.0.points, problems)
    }

    fn suggested(&self, rating: u8) -> Option<Given> {
        let Scale { points, easy_is, .. } = self.0;
        let marks = condition::of_rating(rating) | condition::of_band(points.band(easy_is, rating));
        (1..=points.count()).contains(&rating).then(|| Given { marks, text: String::new() })
    }

    fn texts(&self) -> Vec<Text<'_>> {
        let mut texts = Vec::from([self.0.low, self.0.high]);
        texts.extend_from_slice(&self.0.labels);
        texts
    }

    /// Nothing for what every edition knows: the version is the same in each.
    fn fingerprint(&self, hash: u32, text: &str) -> u32 {
        let looks = self.0.look as u32 + if self.0.left_to_right { Look::ALL.len() as u32 } else { 0 };
        hash::add(self.0.fingerprint(hash), text).wrapping_mul(31_u32.pow(looks))
    }

    fn scale(&self) -> Option<&Scale<'_>> {
        Some(&self.0)
    }
}

/// The one that was given: its mark is below those of bands.
fn rating(given: &Given) -> u8 {
    given.marks.trailing_zeros() as u8
}

const FIGURES: [&str; 11] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
