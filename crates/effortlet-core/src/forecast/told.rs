//! What can be told of each trigger before it comes: that it never does, what this page has to do with it, and what
//! would have to be known.
//!
//! Never takes what is not there for what cannot come: a script may add it.

use super::given::Given;
use super::page::{Found, Page};
use crate::explain::Finding;
use crate::help_center::PageKind;
use crate::needs::Needs;
use crate::phrase::{counted, quoted, say};
use crate::source::Value;
use crate::survey::Survey;
use crate::trigger::Moment;
use alloc::{string::String, vec::Vec};

#[derive(Default)]
pub(super) struct Told {
    pub(super) never: Vec<String>,
    pub(super) here: Vec<String>,
    pub(super) unknown: Vec<String>,
}

impl Told {
    pub(super) fn triggers(&mut self, survey: &Survey<'_>, triggers: &Finding, given: Given<'_>) {
        for (leaf, moment) in triggers.leaves().into_iter().zip(&survey.triggers.moments) {
            let terms = leaf.terms.as_ref().unwrap_or_default();
            match leaf.name.as_str() {
                "exitIntent" if *terms.field("touch") == Value::Absent => self.never.push(NO_TOUCH.into()),
                "helpCenter" => self.counts(leaf, terms, given.found),
                "sectionLeave" => self.section(terms, given),
                "event" => self.unknown.push(say(&["Whether a page tells ", &leaf.wants, ": only the page itself does."])),
                _ => {}
            }
            for selector in selectors(survey.id, moment) {
                self.elements(leaf, &selector, given.page);
            }
        }
    }

    /// Whether this page counts for what a visitor does in the help center.
    fn counts(&mut self, leaf: &Finding, terms: &Value, found: Option<&Found>) {
        let Some((_, kind)) = KINDS.iter().find(|(way, _)| *terms.field(way) != Value::Absent) else { return };
        let Some(found) = found else {
            let what = kind.map_or("of the help center", |kind| named(kind).1);
            return self.unknown.push(say(&["Which pages are ", what, ", for ", &leaf.wants, ": name one by its address (--url)."]));
        };
        let is_one = kind.map_or(found.is != PageKind::Other, |kind| kind == found.is);
        self.here.push(if is_one {
            say(&["This page counts for ", &leaf.wants, ": it is ", named(found.is).0, "."])
        } else if found.is == PageKind::Other {
            let why = if found.by_definition { BY_DEFINITION } else { UNTOLD };
            say(&["This page does not count for ", &leaf.wants, ": ", why])
        } else {
            say(&["This page does not count for ", &leaf.wants, ": it is ", named(found.is).0, "."])
        });
    }

    fn section(&mut self, terms: &Value, given: Given<'_>) {
        let Some(section) = terms.field("section").text() else { return };
        let names = given.document.field("sections").entries();
        let is_known = names.iter().any(|(name, _)| name == section)
            || given.found.is_some_and(|found| found.section.as_deref() == Some(section));
        if !is_known {
            let listed = names.iter().map(|(name, _)| quoted(name)).collect::<Vec<_>>().join(", ");
            let listed = if listed.is_empty() { "there are none".into() } else { say(&["there are ", &listed]) };
            self.unknown.push(say(&[
                "Whether there is a section ", &quoted(section), ": none of sections in the definition is called that (", &listed, "), so only an address or a breadcrumb can.",
            ]));
        }
    }

    fn elements(&mut self, leaf: &Finding, selector: &str, page: Option<&Page<'_>>) {
        let Some(count) = page.and_then(|page| (page.count)(selector)) else {
            let why = if page.is_some_and(|page| page.signs.is_some()) { "only a browser can tell." } else { UNREAD };
            return self.unknown.push(say(&["Whether a page has ", selector, ", for ", &leaf.wants, ": ", why]));
        };
        self.here.push(if count > 0 {
            say(&[&counted(count as f64, "element", "s"), " of this page may bring about ", &leaf.wants, "."])
        } else {
            say(&["Nothing on this page is ", selector, ": unless a script adds it, ", &leaf.wants, " cannot come here."])
        });
    }
}

const NO_TOUCH: &str =
    "On a touch screen exit intent does not come: no pointer leaves there, and touch names no gesture in its place.";

const UNREAD: &str = "its HTML was not looked at (npx effortlet explain --html).";
const BY_DEFINITION: &str = "helpCenter of the definition has no pattern for its address. If it is a page of the help center, add one.";
const UNTOLD: &str =
    "nothing tells that it is a page of a help center. If it is one, name its address in helpCenter of the definition.";

/// What kind of page each way through the help center ends on; nothing where any of its pages will do.
const KINDS: [(&str, Option<PageKind>); 8] = [
    ("visited", None),
    ("articles", Some(PageKind::Article)),
    ("searches", Some(PageKind::Search)),
    ("searchWithoutClick", Some(PageKind::Search)),
    ("pingPong", Some(PageKind::Article)),
    ("contactAfter", Some(PageKind::Contact)),
    ("dwell", Some(PageKind::Article)),
    ("deadEnd", Some(PageKind::Search)),
];

/// One, and several.
pub(super) fn named(kind: PageKind) -> (&'static str, &'static str) {
    match kind {
        PageKind::Home => ("the home page of a help center", "home pages"),
        PageKind::Category => ("a category", "categories"),
        PageKind::Section => ("a section", "sections"),
        PageKind::Article => ("an article", "articles"),
        PageKind::Search => ("a search", "searches"),
        PageKind::Contact => ("a contact page", "contact pages"),
        PageKind::Other => ("no page of a help center that is known", "other pages"),
    }
}

/// What has to be on the page.
fn selectors(survey: &str, moment: &Moment<'_>) -> Vec<String> {
    let mut needs = Needs::default();
    moment.trigger.needs(&mut needs);
    let mut all: Vec<String> = needs.clicks.iter().map(|click| click.selector.into()).collect();
    all.extend(needs.scrolls.iter().chain(&needs.ends).filter(|it| !it.is_empty()).map(|it| String::from(*it)));
    if needs.marks {
        all.push(say(&["[data-effortlet=", &quoted(survey), "]"]));
    }
    all
}
