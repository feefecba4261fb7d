//! The page itself, and the one for a survey that is not there.
//!
//! Scripts, and what they fetch, are this collector's alone; its style sheet is named by its hash.

use super::asking::Asking;
use super::words::Words;
use super::style::style;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::IntoResponse;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

/// Where the page finds the rest, from its own address.
pub(super) struct Place {
    script: &'static str,
    widget: &'static str,
}

pub(super) const FIRST: Place = Place { script: "page.js", widget: "../effortlet.js" };
pub(super) const OF_SITE: Place = Place { script: "../page.js", widget: "effortlet.js" };

const HEADERS: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-cache"),
    (header::VARY, "accept-language"),
    (HeaderName::from_static("x-robots-tag"), "noindex"),
];

/// From right to left, as the widget has them.
const RIGHT_TO_LEFT: [&str; 5] = ["ar", "fa", "he", "ur", "yi"];

pub(super) fn page(asking: &Asking, place: &Place) -> impl IntoResponse + use<> {
    let words = Words::of(&asking.language);
    let name = if asking.organization.is_empty() { words.feedback } else { &asking.organization };
    let title = if asking.organization.is_empty() { name.to_owned() } else { format!("{} · {name}", words.feedback) };
    let rating = asking.rating;
    let has_to_confirm = rating.is_some() && asking.asks_rating_first;
    let main = html! {
        header { h1 { (name) } }
        main {
            @if has_to_confirm { p #confirm .hint hidden lang=(words.language) { (words.confirm) } }
            div #survey {}
            noscript { p .end lang=(words.language) { (words.without_scripts) } }
            (end(words))
        }
        script type="application/json" data-effortlet { (PreEscaped(in_script(&asking.definition))) }
        script src=(place.script) data-survey=(asking.survey) data-widget=(place.widget) data-rating=[rating] data-rates=[&asking.rates] {}
    };
    answer(&asking.language, &title, &asking.style, &main, "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'")
}

/// JSON that ends no element, whatever its texts are.
fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// What the script shows when it is over, or cannot begin.
fn end(words: &Words) -> Markup {
    html! {
        div .end role="status" lang=(words.language) {
            h2 #thanks hidden { (words.thanks) }
            p #closed hidden { (words.close) }
            p #failed hidden { (words.failed) }
        }
    }
}

pub(super) fn unknown(wanted: &str) -> impl IntoResponse + use<> {
    let words = Words::of(wanted);
    let main = html! {
        header { h1 { (words.unknown) } }
        main { p .hint { (words.unknown_why) } }
    };
    (StatusCode::NOT_FOUND, answer(words.language, words.unknown, &style(None), &main, "script-src 'none'"))
}

fn answer(language: &str, title: &str, style: &str, body: &Markup, scripts: &str) -> impl IntoResponse + use<> {
    let hash = STANDARD.encode(Sha256::digest(style));
    let policy = format!(
        "default-src 'none'; {scripts}; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    let base = language.split('-').next().unwrap_or_default();
    let page = html! {
        (DOCTYPE)
        html lang=(language) dir=(if RIGHT_TO_LEFT.contains(&base) { "rtl" } else { "ltr" }) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                link rel="icon" href="data:,";
                style { (PreEscaped(style)) }
            }
            body { (body) }
        }
    };
    ([(header::CONTENT_SECURITY_POLICY, policy)], HEADERS, page)
}

pub(super) async fn script() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, include_str!("page.js"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_of_a_definition_ends_the_element_that_it_is_in() {
        let json = serde_json::json!({ "text": "</script><script>alert(1)</script><!--" });
        let written = in_script(&json.to_string());
        assert!(!written.contains('<'), "{written}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), json);
    }
}
