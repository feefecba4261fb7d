//! The steps of a trail, and which of them is the section.
//!
//! Never looks at the page but for where it is and what it is called.

use crate::element_words::{is_space, with_single_spaces};
use crate::page::{first, location, text_property};
use effortlet_core::address::route;
use effortlet_core::help_center::is_beginning;
use effortlet_core::pattern::among;
use web_sys::Url;

/// The longest name, in characters.
const LONGEST: usize = 100;

/// Longer than any name with its white space; what is beyond is not looked at.
const ENOUGH: usize = 1_000;

/// What stands between two steps. No text: what looks for a character in one weighs 5 KB.
const MARKS: [char; 12] = ['»', '›', '>', '/', '|', '\\', '→', '·', '•', '–', '—', '-'];

/// What a help center is called, where the first step is no link.
const HOMES: &str =
    "home?start?support?help?help center?help centre?docs?documentation?knowledge base?knowledgebase";

/// A step of a trail.
#[derive(Clone, Debug, Default)]
pub(super) struct Crumb {
    pub(super) text: String,
    /// That it leads to, if it is a link.
    pub(super) path: Option<String>,
    /// Whether it is known to be the page itself.
    pub(super) is_here: bool,
}

pub(super) type Trail = Vec<Crumb>;

/// The page that is open.
pub(super) struct Page {
    address: String,
    path: Option<String>,
    /// As steps are read.
    pub(super) heading: String,
}

impl Page {
    pub(super) fn open() -> Self {
        let address = text_property(&location(), "href");
        let heading = first("h1").map_or_else(String::new, |it| text_property(&it, "textContent"));
        Self { path: path_of(&address, &address), address, heading: clean(&heading) }
    }

    /// The path that an address leads to; nothing where it leads to no page.
    pub(super) fn path_of(&self, address: &str) -> Option<String> {
        path_of(address, &self.address)
    }

    /// What leads nowhere is here.
    pub(super) fn is_at(&self, path: Option<&String>) -> bool {
        path.is_none() || path == self.path.as_ref()
    }
}

/// The name of the section: the last step before the page itself, unless that is where the help
/// center begins. The page itself is the last step where that leads nowhere, leads here, or has the
/// page's own heading; else the trail ends with the section.
pub(super) fn section_of(mut steps: Trail, heading: &str) -> Option<String> {
    steps.retain(|it| !it.text.chars().all(is_sign));
    let last = steps.last()?;
    if last.is_here || last.text == heading {
        steps.pop();
    }
    let count = steps.len();
    let section = steps.pop()?;
    let is_home = match &section.path {
        Some(path) => is_beginning(path),
        None => count == 1 && among(HOMES, &section.text.to_ascii_lowercase()),
    };
    if is_home { None } else { Some(section.text) }
}

/// A text as it is read: without marks around it, white space as one space, and not too long.
pub(super) fn clean(text: &str) -> String {
    let text = with_single_spaces(text, ENOUGH);
    let text = text.trim_matches(|it| it == ' ' || MARKS.contains(&it));
    let text = text.strip_suffix('¶').unwrap_or(text);
    let text: String = text.chars().take(LONGEST).collect();
    text.trim_matches(is_space).into()
}

fn path_of(address: &str, base: &str) -> Option<String> {
    let url = Url::new_with_base(address, base).ok()?;
    let is_page = text_property(&url, "protocol").starts_with("http");
    let mut path = text_property(&url, "pathname");
    path.push_str(route(&text_property(&url, "hash")));
    if is_page { Some(plain(&path).into()) } else { None }
}

/// Without the slash at its end.
fn plain(path: &str) -> &str {
    let folder = path.strip_suffix("index.html").filter(|it| it.ends_with('/')).unwrap_or(path);
    match folder.strip_suffix('/').unwrap_or(path) {
        "" => "/",
        path => path,
    }
}

/// Punctuation and symbols: all of ASCII, and the blocks of Unicode that have next to nothing else.
fn is_sign(it: char) -> bool {
    it.is_ascii_punctuation()
        || matches!(it, '¡'..='©' | '«' | '¬' | '®'..='±' | '´' | '¶'..='¸' | '»' | '¿' | '×' | '÷')
        || matches!(it, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{20c1}')
        || matches!(it, '\u{2190}'..='\u{2429}' | '\u{2500}'..='\u{2775}' | '\u{2794}'..='\u{2bff}')
        || matches!(it, '\u{3001}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '・' | '\u{1f300}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_without_what_stands_around_it() {
        for (text, expected) in [
            ("  Billing\n and\u{a0}\tplans ", "Billing and plans"),
            (" » Billing › ", "Billing"),
            ("Billing - plans -", "Billing - plans"),
            ("Changing the colors¶", "Changing the colors"),
            ("Changing the colors ¶", "Changing the colors"),
            ("\u{feff}a\u{200b}b", "a b"),
            ("…", "…"),
            ("›", ""),
            ("", ""),
        ] {
            assert_eq!(clean(text), expected, "{text}");
        }
        assert_eq!(clean(&"🙂".repeat(300)), "🙂".repeat(100));
    }

    #[test]
    fn a_path_has_no_slash_at_its_end() {
        for (path, expected) in [
            ("/", "/"),
            ("/index.html", "/"),
            ("/help/", "/help"),
            ("/help", "/help"),
            ("/help/index.html", "/help"),
            ("/help/myindex.html", "/help/myindex.html"),
            ("/help//", "/help/"),
        ] {
            assert_eq!(plain(path), expected, "{path}");
        }
    }

    #[test]
    fn signs_are_no_words_in_any_script() {
        for text in ["...", "»", "/", "›", "→", "…", "🏠", "•", "€", "★"] {
            assert!(text.chars().all(is_sign), "{text}");
        }
        for text in ["a", "7", "ț", "Да", "ª", "½", "日", "ー", " "] {
            assert!(!text.chars().all(is_sign), "{text}");
        }
    }

    /// Steps as `text`, `text>path` or `text!` for the page itself.
    fn section(steps: &[&str], heading: &str) -> String {
        let read = |step: &&str| {
            let (step, is_here) = step.strip_suffix('!').map_or((*step, false), |it| (it, true));
            let (text, path) = step.split_once('>').map_or((step, None), |(text, path)| (text, Some(path.into())));
            Crumb { text: text.into(), path, is_here }
        };
        section_of(steps.iter().map(read).collect(), heading).unwrap_or_default()
    }

    #[test]
    fn the_section_is_the_last_step_before_the_page() {
        for (steps, heading, expected) in [
            (&["Home>/", "Billing>/billing", "Refunds!"][..], "", "Billing"),
            (&["Home>/", "Billing>/billing", "Refunds>/refunds"], "Refunds", "Billing"),
            (&["Home>/", "Billing>/billing"], "Refunds", "Billing"),
            (&["Help>/en/help", "Billing!"], "", ""),
            (&["Guides>/docs/category/guides", "Frameworks", "…", "React!"], "", "Frameworks"),
            (&["Help Center", "Refunds!"], "", ""),
            (&["Billing", "Refunds!"], "", "Billing"),
            (&["Billing", "Help", "Refunds!"], "", "Help"),
            (&["Refunds!"], "", ""),
            (&[""], "", ""),
            (&[], "", ""),
        ] {
            assert_eq!(section(steps, heading), expected, "{steps:?}");
        }
    }
}
