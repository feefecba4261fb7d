//! So much of the page has been in view. On a page that is too short to scroll, having been there for
//! a while counts.

mod depth;

use super::{Kind, Reader, Trigger, Words};
use crate::needs::Needs;
use crate::observed::Observed;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::phrase::{plain, rounded, say, text_of, whole};
use crate::source::{Node, Problems, Value};
use crate::time::{Duration, Timestamp};
use alloc::{boxed::Box, string::String};
use depth::{Depth, Goal};

pub const SCROLL: Kind = Kind {
    word: "scroll",
    keys: &["percent", "of", "px", "element", "short", "dwell", "container"],
    read,
    words: Some(Words { wants, observed, grows: true }),
};

/// What a short page must dwell when a definition does not say: long enough to have read it.
const DWELL: Duration = Duration::seconds(15);

#[derive(Clone)]
struct Scroll<'a> {
    goal: Goal,
    /// How long a visitor has to be on a short page.
    dwell: Duration,
    /// What scrolls, a CSS selector; if that is empty, whatever does. For the end of an element it
    /// names the element.
    container: &'a str,
    depth: Depth,
}

fn read<'a>(node: Node<'a>, reader: &Reader<'a>, problems: &mut Problems) -> Box<dyn Trigger + 'a> {
    let (percent, px, element, of) = (node.given("percent"), node.given("px"), node.given("element"), node.given("of"));
    let count = u8::from(percent.is_some()) + u8::from(px.is_some()) + u8::from(element.is_some());
    let one = node.check(count == 1, "one of percent, px or element", problems);
    if let Some(of) = of {
        of.check(!one || percent.is_some(), "a percent beside it", problems);
    }
    let goal = if let Some(px) = px {
        Goal::Pixels(px.number(1.0, 1e6, "pixels from 1 to 1,000,000", problems))
    } else if let Some(percent) = percent {
        let percent = percent.number(f64::MIN_POSITIVE, 100.0, "a number above 0, up to 100", problems);
        match node.word_or_first("of", &["viewed", "progress"], problems) {
            0 => Goal::Viewed(percent),
            _ => Goal::Progress(percent),
        }
    } else {
        Goal::End
    };
    let mut container = node.given("container");
    if let (Some(it), Some(_)) = (container, element) {
        it.check(false, "no container beside an element", problems);
        container = None;
    }
    let container = container.or(element).map_or("", |it| it.selector(reader.is_selector, problems));
    Box::new(Scroll { goal, dwell: read_dwell(node, problems), container, depth: Depth::default() })
}

/// What counts on a page that is too short to scroll: at once is no time at all.
fn read_dwell(node: Node<'_>, problems: &mut Problems) -> Duration {
    let dwell = node.duration("dwell", DWELL, problems);
    match node.word_or_first("short", &["dwell", "immediate", "never"], problems) {
        0 => dwell,
        1 => Duration(0),
        _ => Duration::NEVER,
    }
}

impl Trigger for Scroll<'_> {
    fn needs<'n>(&'n self, needs: &mut Needs<'n>) {
        if self.goal == Goal::End {
            needs.ends.push(self.container);
            // They are read with the page.
            needs.scroll("");
        } else {
            needs.scroll(self.container);
        }
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, view: &PageView<'_>) -> bool {
        let reading = match occurrence {
            Occurrence::Scrolled(name, reading) if self.goal != Goal::End && *name == self.container => reading,
            Occurrence::EndScrolled(name, reading) if self.goal == Goal::End && *name == self.container => reading,
            Occurrence::Elapsed => return self.is_short() && view.attention.active_for(view.at) >= self.dwell,
            _ => return false,
        };
        self.depth.take(*reading) && self.depth.reached(&self.goal)
    }

    fn due(&self, view: &PageView<'_>) -> Timestamp {
        if self.is_short() { view.attention.active_at(self.dwell) } else { Timestamp::NEVER }
    }

    fn is_known(&self) -> bool {
        self.depth.is_short().is_some()
    }

    fn observed(&self, _view: &PageView<'_>) -> Observed {
        Observed::Number(self.depth.toward(&self.goal))
    }
}

impl Scroll<'_> {
    fn is_short(&self) -> bool {
        self.depth.is_short() == Some(true)
    }
}

fn wants(terms: &Value, _: &str) -> String {
    let [percent, px, element, of, container] =
        ["percent", "px", "element", "of", "container"].map(|key| terms.field(key));
    if *element != Value::Absent {
        return ["the end of ", &text_of(element), " to come into view"].concat();
    }
    let goal = match (px.number(), of.text()) {
        (Some(px), _) => say(&[&plain(px), " px"]),
        (None, Some("progress")) => say(&[&text_of(percent), " % of the way"]),
        (None, _) => say(&[&text_of(percent), " %"]),
    };
    let within = container.text().map_or_else(String::new, |container| [" in ", container].concat());
    ["scrolling to ", &goal, &within].concat()
}

fn observed(observed: &Observed, terms: &Value) -> Option<String> {
    let Observed::Number(found) = observed else { return None };
    let pixels = *terms.field("px") != Value::Absent;
    Some(if pixels { say(&[&whole(*found), " px"]) } else { say(&[&rounded(*found), " %"]) })
}
