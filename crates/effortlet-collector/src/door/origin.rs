//! The origin of a page, as browsers write it. Never has a path.

use axum::http::Uri;
use effortlet_core::source::Problem;
use std::fmt;
use std::str::FromStr;

/// `https://acme.example` or `http://localhost:8080`: lower case, no path, no port that the scheme implies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin(String);

impl Origin {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl FromStr for Origin {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || format!("expected an origin such as https://acme.example, got {text}");
        let uri = text.parse::<Uri>().map_err(|_| wrong())?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else { return Err(wrong()) };
        let implied = match scheme {
            "https" => 443,
            "http" => 80,
            _ => return Err(wrong()),
        };
        if uri.path() != "/" || uri.query().is_some() || authority.as_str().contains('@') {
            return Err(wrong());
        }
        let host = authority.host().to_ascii_lowercase();
        let port = authority.as_str().get(host.len()..).filter(|rest| !rest.is_empty());
        if port.is_some() && authority.port_u16().is_none() {
            return Err(wrong());
        }
        Ok(Self(match authority.port_u16() {
            Some(port) if port != implied => format!("{scheme}://{host}:{port}"),
            _ => format!("{scheme}://{host}"),
        }))
    }
}

/// The origins that a definition lists, or the first that is none.
pub(crate) fn origins(listed: &[String]) -> Result<Vec<Origin>, Problem> {
    let read = |(index, text): (usize, &String)| {
        let expected = |_| Problem { place: format!("origins[{index}]"), expected: format!("an origin such as https://acme.example, got {text}") };
        text.parse().map_err(expected)
    };
    listed.iter().enumerate().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_read_as_browsers_write_it() {
        for (text, expected) in [
            ("https://acme.example", Some("https://acme.example")),
            ("https://Acme.Example/", Some("https://acme.example")),
            ("https://acme.example:443", Some("https://acme.example")),
            ("http://localhost:8080", Some("http://localhost:8080")),
            ("http://[::1]:8080", Some("http://[::1]:8080")),
            ("acme.example", None),
            ("https://acme.example/help", None),
            ("https://ana@acme.example", None),
            ("https://acme.example:port", None),
            ("https://acme.example:", None),
            ("https://acme.example:70000", None),
            ("ftp://acme.example", None),
            ("null", None),
            ("*", None),
            ("", None),
        ] {
            let read = text.parse::<Origin>().ok();
            assert_eq!(read.as_ref().map(Origin::as_str), expected, "{text}");
        }
    }
}
