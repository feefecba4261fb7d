//! Which languages whoever opens the page wants, the most wanted first.

use axum::http::{HeaderMap, header};
use effortlet_core::address::parameter;
use effortlet_core::text::is_language;

/// As the widget has them: tags in lower case, with commas between. What the link says comes first.
pub(super) fn wanted(address: &str, headers: &HeaderMap) -> String {
    let lines = headers.get_all(header::ACCEPT_LANGUAGE).iter().filter_map(|line| line.to_str().ok());
    let mut accepted: Vec<(String, f32)> = lines.flat_map(|line| line.split(',')).filter_map(weighed).collect();
    accepted.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let asked = parameter(address, "locale").filter(|tag| is_language(tag));
    let tags = asked.map(|tag| tag.to_ascii_lowercase()).into_iter().chain(accepted.into_iter().map(|(tag, _)| tag));
    tags.collect::<Vec<_>>().join(",")
}

/// `de-AT;q=0.8`: the tag and its weight (RFC 9110, 12.5.4). Nothing for one that is not taken.
fn weighed(item: &str) -> Option<(String, f32)> {
    let (tag, more) = item.split_once(';').unwrap_or((item, ""));
    let weight = more.trim().strip_prefix("q=").map_or(Some(1.0), |it| it.parse().ok())?;
    let tag = tag.trim();
    (is_language(tag) && weight > 0.0).then(|| (tag.to_ascii_lowercase(), weight))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

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
