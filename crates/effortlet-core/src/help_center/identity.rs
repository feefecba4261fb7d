//! What one article has in all of its addresses.
//!
//! Never looks at the page, so that a translation under a name of its own is another article.

use super::Facts;
use crate::hash;
use crate::pattern::{Captures, matches, segment};
use crate::text::cut;
use alloc::string::String;

/// Where a help center knows an article by its number, whatever stands beside it.
const NUMBERED: [&str; 3] = ["/**/article/#*", "/**/article*/#####*", "/**/######-*"];

/// What it is called: its number alone, else its own segment without the ending of
/// a file; in small letters.
pub(crate) fn name(path: &str, article: &str) -> String {
    let mut name = article.strip_suffix(".html").unwrap_or(article);
    if NUMBERED.iter().any(|it| matches(it, path, &mut Captures::default())) {
        name = cut(name, b'-').0;
    }
    name.to_ascii_lowercase()
}

/// Its whole path without the language, as a number where only equality matters.
pub(crate) fn of(path: &str, facts: &Facts<'_>) -> u32 {
    let mut identity = hash::EMPTY;
    let (mut found, mut rest) = segment(path);
    while !found.is_empty() {
        if facts.locale != Some(found) {
            // Of other segments nothing is cut that tells two articles apart.
            identity = hash::add(hash::add(identity, "/"), &name(path, found));
        }
        (found, rest) = segment(rest);
    }
    identity
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::help_center::HelpCenter;

    fn identity(path: &str) -> u32 {
        of(path, &HelpCenter::default().facts(path, ""))
    }

    #[test]
    fn an_article_is_one_in_all_of_its_addresses() {
        for (path, others) in [
            ("/help/billing/refunds", &[
                "/help/billing/refunds/", "/help//billing/refunds", "/help/billing/refunds/index.html",
                "/help/billing/refunds.html", "/help/Billing/Refunds",
                "/ro/help/billing/refunds", "/help/pt-BR/billing/refunds",
            ][..]),
            ("/hc/en-us/articles/360001-Refunds", &[
                "/hc/en-us/articles/360001", "/hc/de/articles/360001-Erstattungen", "/hc/articles/360001-refunds.html",
            ]),
            ("/en/articles/56644-refunds", &["/articles/56644-refunds", "/ro/articles/56644-rambursari"]),
            ("/article/12-refunds", &["/article/12-money-back", "/article/12-Refunds/"]),
            ("/061754-Refunds", &["/061754-Money-back/"]),
        ] {
            for other in others {
                assert_eq!(identity(path), identity(other), "{path}, {other}");
            }
        }
    }

    #[test]
    fn articles_that_look_alike_are_different() {
        for (path, other) in [
            ("/help/billing/refunds", "/help/billing/refund"),
            ("/help/billing/refunds", "/help/account/refunds"),
            ("/help/billing/refunds", "/help/billing/refunds/partly"),
            ("/help/v1.0/refunds", "/help/v1.5/refunds"),
            ("/help/releases/version-2.0", "/help/releases/version-2.1"),
            ("/help/articles/5-tips-for-setup", "/help/articles/5-ways-to-pay"),
            ("/help/taxes/2024-form", "/help/taxes/2024-deadline"),
            ("/help/news/20240115-prices", "/help/news/20240115-outage"),
            ("/hc/en-us/articles/360001-refunds", "/hc/en-us/articles/360002-refunds"),
            ("/help/billing/refunds", "/help/billing/.html"),
        ] {
            assert_ne!(identity(path), identity(other), "{path}, {other}");
        }
    }

    #[test]
    fn a_name_is_the_number_or_the_segment_without_its_ending() {
        for (path, article, expected) in [
            ("/help/billing/Refunds", "Refunds", "refunds"),
            ("/help/billing/refunds.html", "refunds.html", "refunds"),
            ("/help/billing/.html", ".html", ""),
            ("/help/2024-taxes", "2024-taxes", "2024-taxes"),
            ("/hc/en-us/articles/360001-Refunds", "360001-Refunds", "360001"),
            ("/article/12-refunds", "12-refunds", "12"),
            ("/hc/ru/articles/360003-%D0%9F", "360003-%D0%9F", "360003"),
            ("/faq/%D0%9F/%D0%9E", "%D0%9E", "%d0%9e"),
        ] {
            assert_eq!(name(path, article), expected, "{path}");
        }
    }
}
