//! Conditions on what is known of a visitor and a page, which only the full edition knows.
//!
//! What the page has to be asked for is told with each claim; until then it is not known.

use super::{Visitor, place};
use crate::address::{parameter, path};
use crate::calendar::Calendar;
use crate::comparison::Comparison;
use crate::engine::Observed;
use crate::help_center::Facts;
use crate::memory::{History, Trail};
use crate::pattern::Patterns;
use crate::source::Value;
use crate::text::{base, cut};
use crate::time::{Duration, Timestamp};
use alloc::string::String;

/// What is known beside the path.
#[derive(Clone, Copy)]
pub struct AudienceContext<'v> {
    pub at: Timestamp,
    /// The page's whole address.
    pub address: &'v str,
    /// What the help center says of it.
    pub facts: Facts<'v>,
    /// Wanted languages, the most wanted first, joined by commas.
    pub languages: &'v str,
    pub history: &'v History,
    pub trail: &'v Trail,
    /// What was asked for, and what was found, in the same order; nothing before it was told.
    pub asked: &'v [Fact<'v>],
    pub found: &'v [Value],
}

/// Something that the page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact<'a> {
    pub source: Source,
    /// Which one of them; empty where there is only one.
    pub name: &'a str,
}

/// Where it comes from, by the names that `src/facts.rs` knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// `fine`, `coarse` or `none`.
    Pointer,
    Hover,
    /// Of the window, in CSS pixels.
    Width,
    /// Of the visitor's clock from UTC, in minutes to the east.
    Offset,
    TimeZone,
    Trait,
    Cookie,
    LocalStorage,
    SessionStorage,
    /// A path of own properties, from the global object.
    Global,
    /// Whether a selector finds an element.
    Element,
    /// What a function of the page says.
    Condition,
    /// Of the page, for texts that name it.
    Title,
}

const NAMED: [(&str, Source); 5] = [
    ("traits", Source::Trait),
    ("cookie", Source::Cookie),
    ("localStorage", Source::LocalStorage),
    ("sessionStorage", Source::SessionStorage),
    ("global", Source::Global),
];

fn named(key: &str) -> Option<Source> {
    NAMED.iter().find(|(name, _)| *name == key).map(|(_, source)| *source)
}

pub(super) fn needs<'a>(key: &str, condition: &'a Value, need: &mut dyn FnMut(Fact<'a>)) {
    let mut one = |source, name| need(Fact { source, name });
    match key {
        "device" => {
            for (name, source) in [("pointer", Source::Pointer), ("hover", Source::Hover), ("width", Source::Width)] {
                if *condition.field(name) != Value::Absent {
                    one(source, "");
                }
            }
        }
        "time" => one(Source::Offset, ""),
        "timeZone" => one(Source::TimeZone, ""),
        "element" => one(Source::Element, condition.field("selector").text_or_empty()),
        "condition" => one(Source::Condition, condition.field("name").text_or_empty()),
        _ => {
            if let Some(source) = named(key) {
                condition.entries().iter().for_each(|(name, _)| one(source, name));
            }
        }
    }
}

pub(super) fn holds(key: &str, condition: &Value, visitor: &Visitor<'_>) -> Option<bool> {
    let known = &visitor.known;
    Some(match key {
        "page" => {
            let facts = &known.facts;
            let is = |name, found: Option<&str>| given(condition.field(name), || text(found));
            let kinds = condition.field("kind").one_or_many();
            visited(condition, visitor.path?, known.address)
                && (kinds.is_empty() || kinds.iter().any(|kind| kind.text() == Some(facts.kind.word())))
                && is("section", facts.section)
                && is("article", facts.article)
                && is("locale", facts.locale)
        }
        "referrer" => Comparison::of(condition).holds(&some(&known.trail.referrer)),
        "entry" => visited(condition, path(&known.trail.entry), &known.trail.entry),
        "utm" => condition.entries().iter().all(|(name, wanted)| {
            Comparison::of(wanted).holds(&tagged(&known.trail.entry, name))
        }),
        "visitor" => {
            let returning = known.history.visits > 1;
            let is = |name, count: f64| given(condition.field(name), || Value::Number(count));
            condition.field("is").text().is_none_or(|it| (it == "returning") == returning)
                && is("visits", known.history.visits.into())
                && is("pageViews", known.trail.page_views.into())
                && is("days", days(known))
        }
        "language" => {
            let (wanted, _) = cut(known.languages, b',');
            let speaks = |tag: &String| tag.eq_ignore_ascii_case(wanted) || tag.eq_ignore_ascii_case(base(wanted));
            condition.one_or_many().iter().any(|tag| speaks(tag.text_or_empty()))
        }
        "device" => {
            let is = |name, source| match condition.field(name) {
                Value::Absent => Some(true),
                wanted => known.find(source, "").map(|found| Comparison::of(wanted).holds(found)),
            };
            is("pointer", Source::Pointer)? && is("hover", Source::Hover)? && is("width", Source::Width)?
        }
        "time" => Calendar::of(condition).holds(known.at, known.find(Source::Offset, "")?.number()?),
        "timeZone" => Comparison::of(condition).holds(known.find(Source::TimeZone, "")?),
        "element" => known.find(Source::Element, condition.field("selector").text_or_empty())?.flag()?,
        "condition" => known.find(Source::Condition, condition.field("name").text_or_empty())?.flag()?,
        "answered" => {
            let within = Duration::read(condition.field("within").text_or_empty()).unwrap_or(Duration::NEVER);
            let wanted = Comparison::of(condition.field("value"));
            known.history.answers.iter().any(|answer| {
                is_meant(answer.question.as_str(), &answer.survey, condition)
                    && known.at - answer.at <= within
                    && wanted.holds(&answer.value)
            })
        }
        _ => {
            let source = named(key)?;
            let mut all = true;
            for (name, wanted) in condition.entries() {
                all &= Comparison::of(wanted).holds(known.find(source, name)?);
            }
            all
        }
    })
}

/// Tells what a condition is about. Several things are one text.
pub(super) fn found(key: &str, condition: &Value, visitor: &Visitor<'_>, tell: &mut dyn FnMut(Observed<'_>)) {
    let known = &visitor.known;
    match key {
        "page" => {
            let facts = &known.facts;
            let mut all = String::from(known.address);
            for (name, found) in [
                ("kind", Some(facts.kind.word())),
                ("section", facts.section),
                ("article", facts.article),
                ("locale", facts.locale),
            ] {
                if *condition.field(name) != Value::Absent {
                    add(&mut all, found.unwrap_or("none"));
                }
            }
            tell(Observed::Text(&all));
        }
        "sample" => tell(visitor.number.map_or(Observed::Nothing, |number| Observed::Number(place(number, visitor.survey)))),
        "referrer" => tell(Observed::Text(&known.trail.referrer)),
        "entry" | "utm" => tell(Observed::Text(&known.trail.entry)),
        "visitor" => tell(Observed::Number(match condition.entries() {
            [(name, _)] if name == "pageViews" => known.trail.page_views.into(),
            [(name, _)] if name == "days" => days(known),
            _ => known.history.visits.into(),
        })),
        "language" => tell(Observed::Text(cut(known.languages, b',').0)),
        "answered" => {
            let mut answers = known.history.answers.iter();
            let answer = answers.find(|it| is_meant(it.question.as_str(), &it.survey, condition));
            tell(answer.map_or(Observed::Nothing, |answer| Observed::of(&answer.value)));
        }
        _ => {
            let mut first = Observed::Nothing;
            needs(key, condition, &mut |fact| {
                if first == Observed::Nothing {
                    first = known.find(fact.source, fact.name).map_or(Observed::Nothing, Observed::of);
                }
            });
            tell(first);
        }
    }
}

impl AudienceContext<'_> {
    /// What the page has told; nothing while it has not.
    pub(crate) fn find(&self, source: Source, name: &str) -> Option<&Value> {
        let position = self.asked.iter().position(|fact| fact.source == source && fact.name == name)?;
        self.found.get(position)
    }
}

/// Of the survey that is named, or any.
fn is_meant(question: &str, survey: &str, condition: &Value) -> bool {
    condition.field("question").text() == Some(question)
        && condition.field("survey").text().is_none_or(|wanted| wanted == survey)
}

/// Path, address and query of a page.
fn visited(condition: &Value, path: &str, address: &str) -> bool {
    let paths = Patterns::of(condition.field("path"));
    (paths.is_empty() || paths.capture(path).is_some())
        && given(condition.field("url"), || some(address))
        && condition.field("query").entries().iter().all(|(name, wanted)| {
            Comparison::of(wanted).holds(&parameter(address, name).map_or(Value::Absent, Value::Text))
        })
}

/// Whether what is compared is as wanted, where anything is wanted.
fn given(wanted: &Value, found: impl FnOnce() -> Value) -> bool {
    *wanted == Value::Absent || Comparison::of(wanted).holds(&found())
}

fn tagged(address: &str, name: &str) -> Value {
    let mut tag = String::from("utm_");
    tag.push_str(name);
    parameter(address, &tag).map_or(Value::Absent, Value::Text)
}

/// Whole days since the visitor was first seen.
fn days(known: &AudienceContext<'_>) -> f64 {
    ((known.at - known.history.first).0.max(0) / 86_400_000) as f64
}

fn text(found: Option<&str>) -> Value {
    some(found.unwrap_or_default())
}

fn some(text: &str) -> Value {
    if text.is_empty() { Value::Absent } else { Value::Text(text.into()) }
}

fn add(all: &mut String, more: &str) {
    all.push_str(", ");
    all.push_str(more);
}
