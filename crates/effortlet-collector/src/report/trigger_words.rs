//! What made a survey show, in plain words. Never translates what it does not know: that stands as it was told.

use crate::columns::{Dimension, read_fact};
use std::borrow::Cow;

/// A value of a dimension as people read it.
pub(super) fn value_words(dimension: Dimension, value: &str) -> Cow<'_, str> {
    match dimension {
        Dimension::Trigger => trigger_words(value).into(),
        Dimension::Context => read_fact(value).map_or(value.into(), |(fact, value)| format!("{fact}: {value}").into()),
        _ => value.into(),
    }
}

/// The same of a filter that an address names.
pub(super) fn filter_words<'a>(name: &str, value: &'a str) -> Cow<'a, str> {
    Dimension::read(name).map_or(value.into(), |it| value_words(it, value))
}

pub(super) fn trigger_words(trigger: &str) -> &str {
    match trigger {
        "exitIntent" => "About to leave",
        "scroll" => "Scrolled far down",
        "click" => "Clicked something",
        "event" => "Told by the page",
        "sectionLeave" => "Left a section",
        "time" => "After some time",
        "link" => "Link in a message",
        "helpCenter" => "Way through the help center",
        "helpCenter.visited" => "Visited the help center",
        "helpCenter.articles" => "Read several articles",
        "helpCenter.searches" => "Searched again and again",
        "helpCenter.searchWithoutClick" => "Left after a search",
        "helpCenter.pingPong" => "Back and forth between list and articles",
        "helpCenter.contactAfter" => "Contact after articles",
        "helpCenter.dwell" => "Long on an article",
        "helpCenter.deadEnd" => "Dead end",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use effortlet_core::edition::EXPLAINED;

    #[test]
    fn every_trigger_has_words() {
        let told = EXPLAINED.triggers.iter().flat_map(|kind| {
            let ways = kind.keys.iter().filter(|key| kind.word == "helpCenter" && **key != "delay");
            ways.map(|key| format!("{}.{key}", kind.word)).chain([kind.word.to_owned()])
        });
        let without: Vec<String> = told.filter(|it| trigger_words(it) == it).collect();
        assert_eq!(without, [""; 0]);
        assert_eq!(trigger_words("of an older widget"), "of an older widget");
    }
}
