//! What all pages share: the frame, the style sheet and the headers.
//!
//! No script but the one file of our own that keeps a page up to date, and nothing from elsewhere; the
//! policy forbids both, should a comment ever try.

use super::setting::{Account, Setting};
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;
use maud::{DOCTYPE, Markup, html};

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; \
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
    ([(header::CONTENT_SECURITY_POLICY, POLICY)], HEADERS, document(setting, title, &main, None))
}

/// One that shows answers as they come; `number` is that of the last revision that it may show.
pub(super) fn live_frame(setting: &Setting, title: &str, main: Markup, number: i64) -> impl IntoResponse + use<> {
    ([(header::CONTENT_SECURITY_POLICY, LIVE_POLICY)], HEADERS, document(setting, title, &main, Some(number)))
}

fn document(setting: &Setting, title: &str, main: &Markup, number: Option<i64>) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · Effortlet" }
                link rel="icon" href=(ICON);
                link rel="stylesheet" href={ (setting.root()) "-/style.css" };
                @if let Some(number) = number {
                    script src={ (setting.root()) "-/live.js" } data-live={ (setting.root()) "-/live?after=" (number) } defer {}
                }
            }
            body {
                a class="skip" href="#main" { "Skip to the report" }
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
            }
        }
    }
}

fn account(setting: &Setting) -> Markup {
    html! {
        @if let Some(account) = setting.account {
            nav class="account" aria-label="Your access" {
                a href={ (setting.root()) "-/tokens" } { "Read tokens" }
                @if account == Account::LoggedIn {
                    form method="post" action={ (setting.root()) "-/logout" } {
                        button class="quiet" type="submit" { "Log out" }
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
pub(super) fn how_answers_arrive() -> Markup {
    html! {
        ol class="steps" {
            li {
                "Put this line into your help center’s pages, with the address at which visitors reach this server. "
                "It brings the widget and your definition, and answers come back here."
                pre { code { "<script src=\"https://ces.acme.example/effortlet.js\" async></script>" } }
            }
            li { "Answer the first survey yourself on one of them, then reload this page." }
        }
    }
}
