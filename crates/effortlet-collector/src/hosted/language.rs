//! Which languages whoever opens the page wants, the most wanted first.

use crate::language::accepted;
use axum::http::HeaderMap;
use effortlet_core::address::parameter;
use effortlet_core::text::is_language;

/// As the widget has them: tags in lower case, with commas between. What the link says comes first.
pub(super) fn wanted(address: &str, headers: &HeaderMap) -> String {
    let asked = parameter(address, "locale").filter(|tag| is_language(tag));
    let tags = asked.map(|tag| tag.to_ascii_lowercase()).into_iter().chain(accepted(headers));
    tags.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderValue, header};

    #[test]
    fn the_link_is_heard_first_then_what_the_browser_accepts_by_weight() {
        for (address, accepts, expected) in [
            ("?", "", ""),
            ("?", "de-AT,de;q=0.8,en;q=0.9", "de-at,en,de"),
            ("?locale=ro", "de", "ro,de"),
            ("?locale=pt-BR&rating=6", "", "pt-br"),
            ("?locale=<b>", "fr;q=0.5, *;q=0.1", "fr"),
            ("?", "de;q=0, ru;q=x, uk", "uk"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(accepts));
            assert_eq!(wanted(address, &headers), expected, "{address} {accepts}");
        }
    }
}
