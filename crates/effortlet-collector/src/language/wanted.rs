//! Which language a request wants: the one that was chosen, else what the browser accepts, else English.

use super::Language;
use axum::http::{HeaderMap, header};
use effortlet_core::text::is_language;

/// Where the choice is kept.
pub(crate) const COOKIE: &str = "effortlet_language";

pub(super) fn wanted(headers: &HeaderMap) -> Language {
    let accepted = || accepted(headers).iter().find_map(|tag| Language::read(tag));
    chosen(headers).or_else(accepted).unwrap_or_default()
}

fn chosen(headers: &HeaderMap) -> Option<Language> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE).and_then(|(_, tag)| Language::read(tag))
}

/// Tags in lower case that a browser accepts, the most wanted first.
pub(crate) fn accepted(headers: &HeaderMap) -> Vec<String> {
    let lines = headers.get_all(header::ACCEPT_LANGUAGE).iter().filter_map(|line| line.to_str().ok());
    let mut accepted: Vec<(String, f32)> = lines.flat_map(|line| line.split(',')).filter_map(weighed).collect();
    accepted.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    accepted.into_iter().map(|(tag, _)| tag).collect()
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
    fn a_choice_goes_before_what_the_browser_accepts_and_english_is_for_all_others() {
        for (cookie, accepts, expected) in [
            ("", "", "en"),
            ("", "de-AT,ru;q=0.8,ro;q=0.9", "ro"),
            ("", "RU-ru", "ru"),
            ("", "de, *;q=0.1", "en"),
            ("", "ro;q=0, ru;q=x", "en"),
            ("effortlet_session=AA; effortlet_language=ru", "ro", "ru"),
            ("effortlet_language=xx", "ro", "ro"),
            ("other_effortlet_language=ru", "", "en"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, HeaderValue::from_static(cookie));
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(accepts));
            assert_eq!(wanted(&headers).tag(), expected, "{cookie} {accepts}");
        }
    }
}
