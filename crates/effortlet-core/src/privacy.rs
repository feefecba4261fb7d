//! What a team lets be known of a page and of its visitors, and what goes from it in any case.
//!
//! Never lets through a query, or a fragment that is no route.

use crate::address::route;
use crate::mask::{Where, masked};
use crate::pattern::{Patterns, read_path};
use crate::response::Page;
use crate::response::limits::{LONGEST_TITLE, first_characters};
use crate::source::{Node, Problems, Value};
use crate::text::cut;
use alloc::string::String;

/// What is masked is looked for in so much of a title; a mask is shorter than most of what it hides.
pub const ENOUGH: usize = 4 * LONGEST_TITLE;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Privacy<'a> {
    hides_title: bool,
    /// What stands for the addresses of pages; empty for these themselves.
    urls: &'a [Value],
    /// Whether what is written in words of one's own is masked before anything else comes of it.
    pub masks_texts: bool,
    /// Whether the team has said why it goes by no Global Privacy Control.
    pub ignores_signal: bool,
}

/// Where a page is, as the browser has it.
pub struct Place<'p> {
    pub origin: &'p str,
    pub path: &'p str,
    /// With its sign.
    pub fragment: &'p str,
}

impl<'a> Privacy<'a> {
    /// Reads `page` and `privacy` of a definition. What is wrong there lets nothing be known.
    pub fn read(root: Node<'a>, problems: &mut Problems) -> Self {
        let mut privacy = Self::default();
        if let Some(page) = root.given("page") {
            let known = page.object(&["title", "url"], problems);
            privacy.hides_title = !known || page.given("title").is_some_and(|it| !it.flag(problems));
            if let Some(url) = page.given("url") {
                read_path(url, problems);
                privacy.urls = url.value.one_or_many();
            }
        }
        if let Some(given) = root.given("privacy") {
            let known = given.object(&["maskTexts", "ignoreGlobalPrivacyControl"], problems);
            let before = problems.len();
            let asked = given.given("maskTexts").is_some_and(|it| it.flag(problems));
            privacy.masks_texts = !known || asked || problems.len() > before;
            let reason = given.given("ignoreGlobalPrivacyControl");
            privacy.ignores_signal = reason.is_some_and(|it| it.text(problems).is_some());
        }
        privacy
    }

    /// Puts to a page where it is and what it is called, as far as that may be known: where patterns
    /// stand for addresses, the first that matches, else nothing but the origin, and an article that no
    /// `:article` of it names is not told. Blots out what names a person, and cuts what is too long.
    pub fn put(&self, page: &mut Page, place: &Place<'_>, title: &str, revision: Option<&String>) {
        let route = route(place.fragment);
        let whole = [place.path, route].concat();
        let pattern = self.urls.iter().find(|it| {
            let pattern = Patterns::of(it);
            pattern.capture(place.path).or_else(|| pattern.capture(&whole)).is_some()
        });
        let pattern = pattern.map(|it| it.text_or_empty().as_str());
        page.url = match pattern {
            _ if self.urls.is_empty() => [place.origin, place.path, sign_of(place.fragment, route), route].concat(),
            Some(pattern) => [place.origin, pattern].concat(),
            None => place.origin.into(),
        };
        if !self.urls.is_empty() && !pattern.is_some_and(names_article) {
            page.article = None;
        }
        page.title = if self.hides_title { String::new() } else { first_characters(title, ENOUGH).into() };
        page.revision = revision.cloned();
        page.url = masked(&page.url, Where::Address);
        page.title = masked(&page.title, Where::Words);
        for (text, place) in [(&mut page.section, Where::Words), (&mut page.article, Where::Address)] {
            *text = text.as_deref().map(|it| masked(it, place));
        }
        page.fit();
    }
}

fn names_article(pattern: &str) -> bool {
    let mut rest = pattern;
    while !rest.is_empty() {
        let (segment, more) = cut(rest, b'/');
        if segment == ":article" {
            return true;
        }
        rest = more;
    }
    false
}

/// What stands before a route, where there is one.
fn sign_of<'p>(fragment: &'p str, route: &str) -> &'p str {
    if route.is_empty() { "" } else { cut(fragment, b'/').0 }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::source::parse_json;

    fn page(definition: &str, path: &str, fragment: &str) -> Page {
        let definition: Value = parse_json(definition).unwrap_or_default();
        let mut problems = Problems::new();
        let privacy = Privacy::read(Node::root(&definition), &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        let mut page = Page { section: Some("Write to a@acme.example".into()), article: Some("refunds".into()), ..Page::default() };
        privacy.put(&mut page, &Place { origin: "https://acme.example", path, fragment }, "Call +49 30 901820", None);
        page
    }

    #[test]
    fn an_address_is_told_without_what_is_nobodys_business() {
        for (path, fragment, expected) in [
            ("/help/refunds", "", "/help/refunds"),
            ("/help/refunds", "#jane", "/help/refunds"),
            ("/app", "#/help/refunds?token=1", "/app#/help/refunds"),
            ("/app", "#!/help/refunds#part", "/app#!/help/refunds"),
            ("/app", "#!token", "/app"),
            ("/app", "#access_token=1", "/app"),
            ("/u/jane%40acme.example/4111111111111111", "#/u/jane@acme.example", "/u/[e-mail]/[card]#/u/[e-mail]"),
        ] {
            assert_eq!(page("{}", path, fragment).url, ["https://acme.example", expected].concat(), "{path}{fragment}");
        }
    }

    #[test]
    fn a_pattern_stands_for_the_addresses_that_match() {
        let patterns = r#"{ "page": { "url": ["/help/:section/:article", "/help/:section/**", "/"] } }"#;
        for (path, expected, article) in [
            ("/help/billing/refunds", "/help/:section/:article", true),
            ("/help/billing/refunds/of/jane", "/help/:section/**", false),
            ("/", "/", false),
            ("/account/jane", "", false),
        ] {
            let page = page(patterns, path, "#/jane");
            assert_eq!(page.url, ["https://acme.example", expected].concat(), "{path}");
            assert_eq!(page.article.is_some(), article, "{path}");
        }
    }

    #[test]
    fn a_pattern_stands_for_routes_in_the_fragment_that_match() {
        let patterns = r#"{ "page": { "url": ["/help/:section/:article", "/help"] } }"#;
        for (fragment, expected, article) in
            [("#/billing/refunds", "/help/:section/:article", true), ("#!/billing/refunds?a", "/help/:section/:article", true), ("#/", "/help", false)]
        {
            let page = page(patterns, "/help/", fragment);
            assert_eq!(page.url, ["https://acme.example", expected].concat(), "{fragment}");
            assert_eq!(page.article.is_some(), article, "{fragment}");
        }
    }

    #[test]
    fn a_title_is_masked_or_not_told_and_what_is_too_long_is_cut() {
        let told = page("{}", &["/", &"a".repeat(9_000)].concat(), "");
        assert_eq!((told.title.as_str(), told.section.as_deref()), ("Call [phone]", Some("Write to [e-mail]")));
        assert_eq!(told.url.len(), 2_000);
        assert_eq!(page(r#"{ "page": { "title": false } }"#, "/", "").title, "");
        assert_eq!(page(r#"{ "page": { "title": true } }"#, "/", "").title, "Call [phone]");
    }
}
