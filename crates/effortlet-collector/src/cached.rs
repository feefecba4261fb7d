//! What caches ask of a file: its tag, and the form it is sent in.
//!
//! Knows no file itself and never compresses one.

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Pages of any origin may load it, also those that isolate themselves.
const FOR_ANY_PAGE: [(HeaderName, HeaderValue); 3] = [
    (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
];

/// How long a cache may answer without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Caching {
    /// It asks each time, and is told in a few bytes that nothing has changed.
    Asking,
    /// A year, the longest that caches keep: the address itself changes with the content.
    Lasting,
}

impl Caching {
    fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Asking => "no-cache",
            Self::Lasting => "public, max-age=31536000, immutable",
        })
    }
}

/// The forms in which a file is there; those that are not are empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forms {
    pub(crate) plain: Bytes,
    pub(crate) brotli: Bytes,
    pub(crate) gzip: Bytes,
}

/// A file for pages of any origin: 304 where the asker has it, else the shortest form that it takes.
///
/// `hash` stands for the content; each form has a tag of its own, as strong tags must.
pub(crate) fn answer(
    asked: &HeaderMap,
    hash: &str,
    forms: &Forms,
    content_type: &'static str,
    caching: Caching,
) -> Response {
    let (coding, body) = choose(asked, forms);
    let tag = match coding {
        Some(coding) => format!("\"{hash}-{coding}\""),
        None => format!("\"{hash}\""),
    };
    let is_known = knows(asked, &tag);
    let mut response = if is_known { StatusCode::NOT_MODIFIED.into_response() } else { body.into_response() };
    let headers = response.headers_mut();
    headers.extend(FOR_ANY_PAGE);
    headers.insert(header::CACHE_CONTROL, caching.header());
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(tag) = HeaderValue::try_from(tag) {
        headers.insert(header::ETAG, tag);
    }
    if is_known {
        return response;
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

fn choose(asked: &HeaderMap, forms: &Forms) -> (Option<&'static str>, Bytes) {
    for (coding, form) in [("br", &forms.brotli), ("gzip", &forms.gzip)] {
        if !form.is_empty() && takes(asked, coding) {
            return (Some(coding), form.clone());
        }
    }
    (None, forms.plain.clone())
}

/// Whether `Accept-Encoding` names a coding, or any by `*`, and gives it a weight above 0 (RFC 9110, 12.5.3).
fn takes(asked: &HeaderMap, wanted: &str) -> bool {
    let lines = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
    let listed: Vec<(&str, bool)> = lines.flat_map(|line| line.split(',')).map(coding).collect();
    let weighed = |name: &str| listed.iter().find(|(coding, _)| coding.eq_ignore_ascii_case(name));
    weighed(wanted).or_else(|| weighed("*")).is_some_and(|(_, is_taken)| *is_taken)
}

/// `gzip;q=0.5`: its name, and whether it has a weight above 0.
fn coding(item: &str) -> (&str, bool) {
    let mut parts = item.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let weight = parts.find_map(|it| it.strip_prefix("q=").or_else(|| it.strip_prefix("Q=")));
    (name, weight.is_none_or(|weight| weight.parse().is_ok_and(|weight: f32| weight > 0.0)))
}

/// Whether `If-None-Match` has the tag; a proxy may have made it weak (RFC 9110, 13.1.2).
fn knows(asked: &HeaderMap, tag: &str) -> bool {
    let lines = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim).any(|known| {
        known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(headers: &[(HeaderName, &'static str)]) -> Response {
        let headers = headers.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect();
        let form = |text: &'static str| Bytes::from_static(text.as_bytes());
        let forms = Forms { plain: form("plain"), brotli: form("brotli"), gzip: form("gzip") };
        answer(&headers, "1f", &forms, "text/javascript", Caching::Asking)
    }

    fn header_of(response: &Response, name: HeaderName) -> &str {
        response.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[test]
    fn the_shortest_form_that_a_browser_takes_is_sent() {
        for (accepts, coding, tag) in [
            ("gzip, deflate, br, zstd", "br", "\"1f-br\""),
            ("gzip", "gzip", "\"1f-gzip\""),
            ("GZIP;q=0.5, br;q=0", "gzip", "\"1f-gzip\""),
            ("br;q=0, gzip;q=0.0", "", "\"1f\""),
            ("*", "br", "\"1f-br\""),
            ("br;q=0, *", "gzip", "\"1f-gzip\""),
            ("identity", "", "\"1f\""),
            ("brotli", "", "\"1f\""),
            ("", "", "\"1f\""),
        ] {
            let response = asked(&[(header::ACCEPT_ENCODING, accepts)]);
            let seen = (header_of(&response, header::CONTENT_ENCODING), header_of(&response, header::ETAG));
            assert_eq!(seen, (coding, tag), "{accepts}");
            assert_eq!(header_of(&response, header::VARY), "accept-encoding");
        }
    }

    #[test]
    fn who_has_the_file_in_that_form_is_told_so() {
        for (known, accepts, status) in [
            ("\"1f-br\"", "br", 304),
            ("W/\"1f-br\"", "br", 304),
            ("\"other\", \"1f-br\"", "br", 304),
            ("*", "br", 304),
            ("\"1f\"", "br", 200),
            ("\"1f-br\"", "gzip", 200),
            ("1f-br", "br", 200),
            ("", "br", 200),
        ] {
            let response = asked(&[(header::IF_NONE_MATCH, known), (header::ACCEPT_ENCODING, accepts)]);
            assert_eq!(response.status().as_u16(), status, "{known}");
            assert_eq!(header_of(&response, header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
            assert!(!header_of(&response, header::ETAG).is_empty());
            assert_eq!(header_of(&response, header::CONTENT_TYPE).is_empty(), status == 304);
        }
    }
}
