//! What people wrote, the newest first. Never treats it as anything but text.

use super::figures::CommentReport;
use super::wording::time;
use crate::language::text;
use effortlet_core::score::SUPPRESSED_BELOW;
use maud::{Markup, html};

/// Each with the question that it answers as people read it. `all` leads to all of them, `topics` to what comes up again and again, where whoever looks may see them.
pub(super) fn comments(comments: &[CommentReport], all: Option<&str>, topics: Option<&str>) -> Markup {
    html! {
        section class="card" {
            h2 { (text("latest-title")) }
            @if comments.is_empty() {
                p class="soft" { (text("latest-none").number("least", SUPPRESSED_BELOW)) }
            } @else {
                ol class="comments" {
                    @for it in comments { (comment(it)) }
                }
            }
            @if let Some(all) = all {
                p class="all" { a href=(all) { (text("latest-all")) } }
            }
            @if let Some(topics) = topics {
                p { a href=(topics) { (text("topics-title")) } " " span class="soft" { (text("latest-topics")) } }
            }
        }
    }
}

/// Addresses come from outside: only those of the web become links.
fn comment(comment: &CommentReport) -> Markup {
    let url = comment.page.url.as_str();
    let on_the_web = url.starts_with("https://") || url.starts_with("http://");
    let title = if comment.page.title.trim().is_empty() { url } else { &comment.page.title };
    html! {
        li {
            blockquote lang=(comment.locale) dir="auto" { (comment.text) }
            p class="soft small" {
                span class="tag" dir="auto" { (comment.question) }
                @if on_the_web {
                    a href=(url) rel="noreferrer nofollow" dir="auto" { (title) }
                } @else {
                    span dir="auto" { (title) }
                }
                span { (comment.locale) }
                (time(&comment.at))
            }
        }
    }
}
