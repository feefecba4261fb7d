//! The path below which a proxy serves this.

use axum::Router;
use axum::extract::Request;
use axum::http::Uri;
use axum::http::uri::PathAndQuery;
use axum::middleware::map_request;
use std::fmt;
use std::str::FromStr;

/// Empty, or `/ces`: begins with a slash, ends with none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BasePath(String);

impl fmt::Display for BasePath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl FromStr for BasePath {
    type Err = String;

    /// Only what means the same in an address, a cookie and a header.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let path = text.trim_end_matches('/');
        let is_plain = |segment: &str| {
            let plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.' | '~');
            !segment.is_empty() && segment.chars().all(plain) && segment.chars().any(|it| it != '.')
        };
        match path.strip_prefix('/') {
            Some(rest) if rest.split('/').all(is_plain) => Ok(Self(path.to_owned())),
            None if path.is_empty() => Ok(Self::default()),
            _ => Err(format!("expected a path such as /ces, got {text}")),
        }
    }
}

/// These routes below the path, for a proxy that leaves it, and without it, for one that takes it off.
pub(crate) fn below(path: &BasePath, routes: Router) -> Router {
    if path.0.is_empty() {
        return routes;
    }
    let path = path.clone();
    let taken_off = move |mut request: Request| {
        if let Some(uri) = path.taken_off(request.uri()) {
            *request.uri_mut() = uri;
        }
        std::future::ready(request)
    };
    Router::new().fallback_service(routes).layer(map_request(taken_off))
}

impl BasePath {
    fn taken_off(&self, uri: &Uri) -> Option<Uri> {
        let rest = uri.path_and_query()?.as_str().strip_prefix(&self.0)?;
        let rest = match rest.chars().next() {
            None => "/",
            Some('/') => rest,
            Some('?') => &format!("/{rest}"),
            Some(_) => return None,
        };
        let mut parts = uri.clone().into_parts();
        parts.path_and_query = Some(rest.parse::<PathAndQuery>().ok()?);
        Uri::from_parts(parts).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_plain_and_has_no_slash_at_its_end() {
        for (text, expected) in [
            ("", Some("")),
            ("/", Some("")),
            ("/ces", Some("/ces")),
            ("/help/ces/", Some("/help/ces")),
            ("ces", None),
            ("//evil.example", None),
            ("/a/../b", None),
            ("/a;b", None),
            ("/a b", None),
        ] {
            let read = text.parse::<BasePath>().ok();
            assert_eq!(read.as_ref().map(|it| it.0.as_str()), expected, "{text}");
        }
    }

    #[test]
    fn only_the_whole_path_is_taken_off() {
        let path: BasePath = "/ces".parse().unwrap();
        for (uri, expected) in [
            ("/ces/report/?a=b", Some("/report/?a=b")),
            ("/ces", Some("/")),
            ("/ces?a", Some("/?a")),
            ("/cesspit", None),
            ("/report/", None),
        ] {
            let taken = path.taken_off(&uri.parse().unwrap());
            assert_eq!(taken.map(|it| it.to_string()).as_deref(), expected, "{uri}");
        }
    }
}
