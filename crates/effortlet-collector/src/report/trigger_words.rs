//! What made a survey show, in plain words. Never translates what it does not know: that stands as it was told.

use effortlet_columns::{Dimension, read_fact};
use crate::language::text;
use std::borrow::Cow;

/// A value of a dimension as people read it.
pub(super) fn value_words(dimension: Dimension, value: &str) -> Cow<'_, str> {
    match dimension {
        Dimension::Trigger => trigger_words(value),
        Dimension::Context => read_fact(value).map_or(value.into(), |(fact, value)| format!("{fact}: {value}").into()),
        _ => value.into(),
    }
}

/// The same of a filter that an address names.
pub(super) fn filter_words<'a>(name: &str, value: &'a str) -> Cow<'a, str> {
    Dimension::read(name).map_or(value.into(), |it| value_words(it, value))
}

pub(super) fn trigger_words(trigger: &str) -> Cow<'_, str> {
    let key = match trigger {
        "exitIntent" => "trigger-exit-intent",
        "scroll" => "trigger-scroll",
        "click" => "trigger-click",
        "event" => "trigger-event",
        "sectionLeave" => "trigger-section-leave",
        "time" => "trigger-time",
        "link" => "trigger-link",
        "helpCenter" => "trigger-help-center",
        "helpCenter.visited" => "trigger-help-center-visited",
        "helpCenter.articles" => "trigger-help-center-articles",
        "helpCenter.searches" => "trigger-help-center-searches",
        "helpCenter.searchWithoutClick" => "trigger-help-center-search-without-click",
        "helpCenter.pingPong" => "trigger-help-center-ping-pong",
        "helpCenter.contactAfter" => "trigger-help-center-contact-after",
        "helpCenter.dwell" => "trigger-help-center-dwell",
        "helpCenter.deadEnd" => "trigger-help-center-dead-end",
        other => return other.into(),
    };
    text(key).to_string().into()
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
        let without: Vec<String> = told.filter(|it| trigger_words(it) == it.as_str()).collect();
        assert_eq!(without, [""; 0]);
        assert_eq!(trigger_words("of an older widget"), "of an older widget");
    }
}
