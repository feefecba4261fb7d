//! Where a webhook leads: an address that was looked at before anything is sent there.
//!
//! What is read here is what is connected to: no second reader understands it otherwise. Never resolves
//! a name.

use super::reach::Reach;
use crate::event::Form;
use axum::http::Uri;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::net::IpAddr;

const LONGEST: usize = 2_048;

#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) uri: Uri,
    pub(super) is_https: bool,
    /// Without the brackets of an address of IPv6.
    pub(super) host: String,
    pub(super) port: u16,
}

impl Target {
    /// The error says what was expected.
    pub(super) fn read(url: &str, reach: Reach) -> Result<Self, &'static str> {
        let fits = url.len() <= LONGEST && url.bytes().all(|it| it.is_ascii_graphic()) && !url.contains(['#', '\\']);
        let uri: Uri = url.parse().ok().filter(|_| fits).ok_or("an address of at most 2,048 characters, such as https://example.com/hook")?;
        let is_https = match uri.scheme_str() {
            Some("https") => true,
            Some("http") if reach.allow_http_webhooks => false,
            _ => return Err("an address that starts with https://"),
        };
        let authority = uri.authority().map_or("", |it| it.as_str());
        if authority.contains('@') {
            return Err("an address without a name and password");
        }
        let host = uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']').to_owned();
        if host.is_empty() {
            return Err("an address with a host");
        }
        if host.parse().is_ok_and(|address: IpAddr| !reach.allows(address)) {
            return Err("a public address; --allow-private-webhooks allows others");
        }
        let port = uri.port_u16().unwrap_or(if is_https { 443 } else { 80 });
        Ok(Self { uri, is_https, host, port })
    }

    /// Something below it.
    pub(super) fn below(&self, path: &str) -> Result<Self, &'static str> {
        let url = format!("{}{path}", self.uri.to_string().trim_end_matches('/'));
        Ok(Self { uri: url.parse().map_err(|_| "an address")?, ..self.clone() })
    }
}

/// The address of the API behind that of a repository or project, as browsers show it; any other stays.
pub(super) fn of_api(url: &str, form: Form) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = path.trim_end_matches('/').trim_end_matches(".git");
    match form {
        Form::Github if host == "github.com" => format!("{scheme}://api.github.com/repos/{path}"),
        Form::Github if host != "api.github.com" && !path.starts_with("api/") => format!("{scheme}://{host}/api/v3/repos/{path}"),
        Form::Gitlab if !path.starts_with("api/") => {
            format!("{scheme}://{host}/api/v4/projects/{}", utf8_percent_encode(path, NON_ALPHANUMERIC))
        }
        _ => url.trim_end_matches('/').to_owned(),
    }
}

/// As much of an address as may be shown: those of chats are secrets, and so may be what is asked for.
pub(crate) fn shown(url: &str, form: Form) -> String {
    let without_query = url.split('?').next().unwrap_or_default();
    let after_host = without_query.find("://").and_then(|it| without_query.get(it + 3..)?.find('/').map(|slash| it + 3 + slash));
    match after_host.and_then(|it| without_query.get(..it)) {
        Some(origin) if form == Form::Chat => format!("{origin}/…"),
        _ if without_query.len() < url.len() => format!("{without_query}?…"),
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRICT: Reach = Reach { allow_private_webhooks: false, allow_http_webhooks: false };
    const LAX: Reach = Reach { allow_private_webhooks: true, allow_http_webhooks: true };

    #[test]
    fn a_target_is_https_and_public_unless_it_may_be_otherwise() {
        for (url, strict, lax) in [
            ("https://example.com/hook?key=1", true, true),
            ("https://example.com", true, true),
            ("https://[2606:4700::1111]:8443/", true, true),
            ("http://example.com/", false, true),
            ("https://127.0.0.1/", false, true),
            ("https://[::ffff:10.0.0.1]/", false, true),
            ("https://169.254.169.254/latest/meta-data", false, true),
            ("ftp://example.com/", false, false),
            ("https://user:word@example.com/", false, false),
            ("https://example.com/#there", false, false),
            ("https:\\\\example.com", false, false),
            ("https:///path", false, false),
            ("/hook", false, false),
            ("example.com", false, false),
            ("https://ex ample.com/", false, false),
            ("", false, false),
        ] {
            assert_eq!(Target::read(url, STRICT).is_ok(), strict, "{url}");
            assert_eq!(Target::read(url, LAX).is_ok(), lax, "{url}");
        }
        let target = Target::read("https://[2606:4700::1111]/a", STRICT).unwrap();
        assert_eq!((target.host.as_str(), target.port), ("2606:4700::1111", 443));
    }

    #[test]
    fn the_address_of_a_repository_is_enough() {
        for (form, url, api) in [
            (Form::Github, "https://github.com/acme/docs", "https://api.github.com/repos/acme/docs"),
            (Form::Github, "https://github.com/acme/docs.git", "https://api.github.com/repos/acme/docs"),
            (Form::Github, "https://api.github.com/repos/acme/docs/", "https://api.github.com/repos/acme/docs"),
            (Form::Github, "https://ghe.example/acme/docs", "https://ghe.example/api/v3/repos/acme/docs"),
            (Form::Github, "https://ghe.example/api/v3/repos/acme/docs", "https://ghe.example/api/v3/repos/acme/docs"),
            (Form::Gitlab, "https://gitlab.com/acme/team/docs", "https://gitlab.com/api/v4/projects/acme%2Fteam%2Fdocs"),
            (Form::Gitlab, "https://git.example/api/v4/projects/12", "https://git.example/api/v4/projects/12"),
            (Form::Standard, "https://example.com/hook/", "https://example.com/hook"),
        ] {
            assert_eq!(of_api(url, form), api);
        }
    }

    #[test]
    fn what_is_shown_of_an_address_lets_nobody_in() {
        for (form, url, told) in [
            (Form::Chat, "https://hooks.slack.com/services/T0/B0/secret", "https://hooks.slack.com/…"),
            (Form::Chat, "https://chat.googleapis.com/v1/spaces/A/messages?key=k&token=t", "https://chat.googleapis.com/…"),
            (Form::Standard, "https://example.com/hook?key=k", "https://example.com/hook?…"),
            (Form::Standard, "https://example.com/hook", "https://example.com/hook"),
        ] {
            assert_eq!(shown(url, form), told);
        }
    }
}
