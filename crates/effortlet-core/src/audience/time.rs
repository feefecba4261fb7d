//! When it is, by the visitor's own clock.

use super::{AudienceContext, Condition, Kind, Words};
use crate::calendar::Calendar;
use crate::needs::{Needs, Source};
use crate::observed::Observed;
use crate::phrase::{list, rounded, text_of};
use crate::source::Value;
use crate::time::Timestamp;
use alloc::{boxed::Box, string::String, vec::Vec};

pub const TIME: Kind = Kind {
    word: "time",
    keys: &Calendar::KEYS,
    read: |node, _, problems| Box::new(Time(Calendar::read(node, problems))),
    words: Some(Words { wants, observed, unknown: "not known" }),
};

struct Time<'a>(Calendar<'a>);

impl Condition for Time<'_> {
    fn needs(&self, needs: &mut Needs<'_>) {
        needs.fact(Source::Offset, "");
    }

    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        Some(self.0.holds(context.at, context.find(Source::Offset, "")?.number()?))
    }

    fn lasts(&self, context: &AudienceContext<'_>, until: Timestamp) -> Option<bool> {
        (self.0.begins().is_some_and(|at| until < at) || self.0.ends().is_some_and(|at| at <= context.at)).then_some(false)
    }

    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        context.find(Source::Offset, "").map_or(Observed::Nothing, Observed::from)
    }
}

fn wants(terms: &Value) -> String {
    let mut parts = Vec::new();
    let mut say = |parts_of: &[&str]| parts.push(parts_of.concat());
    if let [from, to] = terms.field("hours").items() {
        say(&["the time is ", &text_of(from), " to ", &text_of(to)]);
    }
    let weekdays = terms.field("weekdays");
    if *weekdays != Value::Absent {
        say(&["the day is ", &list(weekdays, &text_of)]);
    }
    if let Some(from) = terms.field("from").text() {
        say(&["the date is ", from, " or later"]);
    }
    if let Some(until) = terms.field("until").text() {
        say(&["the date is ", until, " or earlier"]);
    }
    parts.join(" and ")
}

fn observed(observed: &Observed, _: &Value) -> Option<String> {
    let minutes = observed.number()?;
    let hours = rounded(minutes.abs() / 60.0);
    Some(["a clock ", &hours, " h ", if minutes < 0.0 { "behind" } else { "ahead of" }, " UTC"].concat())
}
