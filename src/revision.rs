//! Which revision of its article a page shows.
//!
//! Never asks the browser when the document was changed: where a server does not say, that is now.

use crate::element_words::with_single_spaces;
use crate::json_ld::each;
use crate::page::{first, own_property, text_property};

/// The longest, in characters.
const LONGEST: usize = 100;

/// As the page says it: what search engines are told, then what networks are, then what a team has written
/// on any element. None where it says none.
pub(crate) fn read_revision() -> Option<String> {
    let mut told = String::new();
    each(&mut |it| {
        if told.is_empty() {
            told = clean(&own_property(it, "dateModified").as_string().unwrap_or_default());
        }
    });
    if told.is_empty()
        && let Some(it) = first("meta[property=\"article:modified_time\"]")
    {
        told = clean(&text_property(&it, "content"));
    }
    if told.is_empty()
        && let Some(it) = first("[data-revision]")
    {
        told = clean(&it.get_attribute("data-revision").unwrap_or_default());
    }
    if told.is_empty() { None } else { Some(told) }
}

fn clean(text: &str) -> String {
    with_single_spaces(text.trim(), LONGEST).trim().into()
}
