//! What a function of the page says of the visitor.

use super::{AudienceContext, Condition, Kind, Words};
use crate::needs::{Needs, Source};
use crate::observed::Observed;
use crate::phrase::quoted;
use crate::source::{Node, Problems, Value};
use alloc::{boxed::Box, string::String};

pub const CONDITION: Kind = Kind {
    word: "condition",
    keys: &["name"],
    read,
    words: Some(Words {
        wants: |terms| ["the page says yes to ", &quoted(terms.field("name").text_or_empty())].concat(),
        observed,
        unknown: "not known",
    }),
};

struct PageSays<'a> {
    /// Of the function.
    name: &'a str,
}

fn read<'a>(node: Node<'a>, _: fn(&str) -> bool, problems: &mut Problems) -> Box<dyn Condition + 'a> {
    let name = if node.only(CONDITION.keys, problems) { node.field("name").text(problems) } else { None };
    Box::new(PageSays { name: name.unwrap_or_default() })
}

impl Condition for PageSays<'_> {
    fn needs<'n>(&'n self, needs: &mut Needs<'n>) {
        needs.fact(Source::Condition, self.name);
    }

    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        context.find(Source::Condition, self.name)?.flag()
    }

    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        context.find(Source::Condition, self.name).map_or(Observed::Nothing, Observed::from)
    }
}

fn observed(observed: &Observed, _: &Value) -> Option<String> {
    matches!(observed, Observed::Text(text) if text == "false").then(|| "no".into())
}
