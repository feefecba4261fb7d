//! The frame of a page that strangers see: it leads nowhere, is kept nowhere and is found by no search.
//!
//! Never tells whoever it leads to where it was seen.

use super::page::ICON;
use super::setting::Setting;
use crate::language::{language, text};
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;
use maud::{DOCTYPE, Markup, html};

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "private, no-store"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
];

pub(super) fn bare_frame(setting: &Setting, title: &str, main: &Markup) -> impl IntoResponse + use<> {
    let document = html! {
        (DOCTYPE)
        html lang=(language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex, nofollow";
                title { (title) " · Effortlet" }
                link rel="icon" href=(ICON);
                link rel="stylesheet" href={ (setting.root()) "-/style.css" };
            }
            body {
                a class="skip" href="#main" { (text("frame-skip")) }
                header class="top" {
                    span class="brand" {
                        svg class="mark" viewBox="0 0 22 12" aria-hidden="true" {
                            rect x="0" y="4.5" width="22" height="3" rx="1.5" {}
                            circle cx="14.5" cy="6" r="5" {}
                        }
                        "Effortlet"
                    }
                }
                main id="main" { (main) }
            }
        }
    };
    (HEADERS, document)
}
