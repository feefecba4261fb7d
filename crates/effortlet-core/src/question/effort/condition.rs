//! Conditions on a rating: itself, from one to another, or its band. Never knows the rating that was given.

use crate::scale::{Band, Points};
use crate::source::{Node, Problems};

/// The mark of a rating from 1 to 10.
pub(super) fn of_rating(rating: u8) -> u32 {
    1 << (rating & 15)
}

/// The mark of a band: above those of ratings, since a team may change the points of a template's scale,
/// whose conditions are about bands.
pub(super) fn of_band(band: Band) -> u32 {
    1 << (16 + band as u32)
}

/// `{ "is": 3 }`, `{ "atLeast": 5 }`, `{ "atMost": 3 }`, both, or `{ "band": "difficult" }`.
pub(super) fn read(node: Node<'_>, points: Points, problems: &mut Problems) -> u32 {
    if !node.only(&["is", "band", "atLeast", "atMost", "skipped", "answer"], problems) {
        return 0;
    }
    if let Some(band) = node.given("band") {
        node.only(&["band", "answer"], problems);
        return of_band(match band.word(&["difficult", "neutral", "easy"], problems) {
            0 => Band::Difficult,
            1 => Band::Neutral,
            _ => Band::Easy,
        });
    }
    let highest = points.count();
    let expected = match points {
        Points::Five => "a rating from 1 to 5",
        Points::Seven => "a rating from 1 to 7",
        Points::Ten => "a rating from 1 to 10",
    };
    let before = problems.len();
    let mut read = |name| node.given(name).map_or(0, |given| given.count(1, highest.into(), expected, problems) as u8);
    let (is, least, most) = (read("is"), read("atLeast"), read("atMost"));
    if problems.len() > before {
        return 0;
    }
    if is > 0 {
        node.only(&["is", "answer"], problems);
        return of_rating(is);
    }
    node.check(least + most > 0, "is, band, atLeast, atMost or skipped", problems);
    let most = if most > 0 { most } else { highest };
    node.check(least <= most, "atLeast to be no more than atMost", problems);
    (least.max(1)..most + 1).fold(0, |marks, rating| marks | of_rating(rating))
}
