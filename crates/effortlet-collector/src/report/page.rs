//! What all pages share: the frame, the style sheet and the headers.
//!
//! No script but three files of our own, which keep a page up to date, its hours in the reader's zone, and copy what was
//! just made, and nothing from elsewhere; the policy forbids both, should a comment ever try.

use super::chooser::chooser;
use super::setting::{Account, Setting};
use crate::language::{language, text};
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;
use maud::{DOCTYPE, Markup, html};

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; \
    form-action 'self'; frame-ancestors 'none'";

/// Of a page with moments, which a script writes in the reader's own zone.
const TIMED_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; base-uri 'none'; \
    form-action 'self'; frame-ancestors 'none'";

/// Of a page that keeps itself up to date.
const LIVE_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 3] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // With no-referrer browsers would hide the origin of our own forms as well.
    (header::REFERRER_POLICY, "same-origin"),
    (header::CACHE_CONTROL, "private, no-cache"),
];

/// A small dot on a line: a score within its interval.
pub(super) const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E\
    %3Crect y='6.5' width='16' height='3' rx='1.5' fill='%2393cdbb'/%3E\
    %3Ccircle cx='10.5' cy='8' r='4.5' fill='%230e7a5f'/%3E%3C/svg%3E";

/// A whole page with its headers.
pub(crate) fn frame(setting: &Setting, title: &str, main: Markup) -> impl IntoResponse + use<> {
    ([(header::CONTENT_SECURITY_POLICY, POLICY)], HEADERS, document(setting, title, &main, &html! {}))
}

/// One that tells of moments.
pub(crate) fn timed_frame(setting: &Setting, title: &str, main: Markup) -> impl IntoResponse + use<> {
    ([(header::CONTENT_SECURITY_POLICY, TIMED_POLICY)], HEADERS, document(setting, title, &main, &script(setting, "zone.js")))
}

/// The same where something is to be copied.
pub(crate) fn copying_frame(setting: &Setting, title: &str, main: Markup) -> impl IntoResponse + use<> {
    let scripts = html! { (script(setting, "zone.js")) (script(setting, "copy.js")) };
    ([(header::CONTENT_SECURITY_POLICY, TIMED_POLICY)], HEADERS, document(setting, title, &main, &scripts))
}

/// One that shows answers as they come; `number` is that of the last revision that it may show.
pub(super) fn live_frame(setting: &Setting, title: &str, main: Markup, number: i64) -> impl IntoResponse + use<> {
    let scripts = html! {
        (script(setting, "zone.js"))
        script type="module" src={ (setting.root()) "-/live.js" } data-live={ (setting.root()) "-/live?after=" (number) } {}
    };
    ([(header::CONTENT_SECURITY_POLICY, LIVE_POLICY)], HEADERS, document(setting, title, &main, &scripts))
}

fn script(setting: &Setting, name: &str) -> Markup {
    html! { script type="module" src={ (setting.root()) "-/" (name) } {} }
}

fn document(setting: &Setting, title: &str, main: &Markup, scripts: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · Effortlet" }
                link rel="icon" href=(ICON);
                link rel="stylesheet" href={ (setting.root()) "-/style.css" };
                (scripts)
            }
            body {
                a class="skip" href="#main" { (text("frame-skip")) }
                header class="top" {
                    a class="brand" href=(setting.root()) {
                        svg class="mark" viewBox="0 0 22 12" aria-hidden="true" {
                            rect x="0" y="4.5" width="22" height="3" rx="1.5" {}
                            circle cx="14.5" cy="6" r="5" {}
                        }
                        "Effortlet"
                    }
                    (account(setting))
                }
                main id="main" { (main) }
                footer class="bottom" { (chooser(setting)) }
            }
        }
    }
}

fn account(setting: &Setting) -> Markup {
    html! {
        @if let Some(account) = setting.account {
            nav class="account" aria-label=(text("frame-access")) {
                a href={ (setting.root()) "-/builder" } { (text("frame-builder")) }
                a href={ (setting.root()) "-/tokens" } { (text("frame-tokens")) }
                @if account == Account::LoggedIn {
                    form method="post" action={ (setting.root()) "-/logout" } {
                        button class="quiet" type="submit" { (text("frame-log-out")) }
                    }
                }
            }
        }
    }
}

pub(super) async fn style() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "text/css; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, include_str!("style.css"))
}

/// What to do so that answers arrive here.
pub(super) fn how_answers_arrive(setting: &Setting) -> Markup {
    html! {
        ol class="steps" {
            li {
                (text("arrive-line"))
                pre { code { "<script src=\"" (setting.origin()) "/effortlet.js\" async></script>" } }
            }
            li { (text("arrive-first")) }
        }
    }
}
