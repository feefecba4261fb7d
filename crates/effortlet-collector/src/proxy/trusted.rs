//! Who asks, behind proxies.

use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap, HeaderValue, header};
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

const FORWARDED_FOR: &str = "x-forwarded-for";
const FORWARDED_PROTO: &str = "x-forwarded-proto";
const FORWARDED_HOST: &str = "x-forwarded-host";

/// Addresses of proxies that are believed; clones share them. The default believes none.
#[derive(Clone, Debug, Default)]
pub struct Proxies(Arc<[IpNet]>);

/// `10.0.0.0/8`, or one address.
pub(super) fn network(text: &str) -> Result<IpNet, String> {
    let one = || text.parse::<IpAddr>().map(IpNet::from);
    text.parse().or_else(|_| one()).map_err(|_| format!("expected addresses such as 10.0.0.0/8, got {text}"))
}

impl Proxies {
    pub fn new(listed: &[IpNet]) -> Self {
        Self(listed.into())
    }

    /// Whether the other end of the connection is a listed proxy.
    pub(crate) fn is_from_proxy(&self, extensions: &Extensions) -> bool {
        peer(extensions).is_some_and(|peer| self.lists(peer))
    }

    /// Who asks: the other end of the connection or, where that is a listed proxy, the last of
    /// `X-Forwarded-For` that is not. What is no address was written by nobody who is believed, so
    /// whoever passed it on is taken. None where there is no connection, as in tests.
    pub(crate) fn client(&self, extensions: &Extensions, headers: &HeaderMap) -> Option<IpAddr> {
        let mut client = peer(extensions)?;
        let lines: Vec<&HeaderValue> = headers.get_all(FORWARDED_FOR).iter().collect();
        let named = lines.iter().rev().flat_map(|line| line.to_str().unwrap_or("?").rsplit(','));
        for text in named {
            if !self.lists(client) {
                break;
            }
            let Some(address) = address(text.trim()) else { break };
            client = address;
        }
        Some(client)
    }

    /// Only a listed proxy can tell.
    pub(crate) fn came_by_https(&self, extensions: &Extensions, headers: &HeaderMap) -> bool {
        self.forwarded(extensions, headers, FORWARDED_PROTO).is_some_and(|it| it.eq_ignore_ascii_case("https"))
    }

    /// The host that the browser asked for; behind a listed proxy as that tells, where it does.
    pub(crate) fn host<'a>(&self, extensions: &Extensions, headers: &'a HeaderMap) -> Option<&'a str> {
        let asked = || headers.get(header::HOST).and_then(|host| host.to_str().ok());
        self.forwarded(extensions, headers, FORWARDED_HOST).or_else(asked)
    }

    /// The last of several is what the nearest proxy wrote.
    fn forwarded<'a>(&self, extensions: &Extensions, headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
        let last = headers.get_all(name).iter().next_back().filter(|_| self.is_from_proxy(extensions))?;
        last.to_str().ok()?.rsplit(',').next().map(str::trim)
    }

    fn lists(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// An IPv4 address that is written as one of IPv6 counts as what it is.
fn peer(extensions: &Extensions) -> Option<IpAddr> {
    extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_canonical())
}

/// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]` or `[2001:db8::1]:4711`.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    let whole = bare.parse::<IpAddr>().ok();
    whole.or_else(|| text.parse::<SocketAddr>().ok().map(|it| it.ip())).map(|it| it.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxies() -> Proxies {
        Proxies::new(&["10.0.0.0/8", "fd00::/8", "127.0.0.1"].map(|text| network(text).unwrap()))
    }

    fn asked(peer: &str, headers: &[(&'static str, &str)]) -> (Extensions, HeaderMap) {
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 4711)));
        let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            let name: axum::http::HeaderName = name;
            map.append(name, value);
        }
        (extensions, map)
    }

    #[test]
    fn a_forwarded_address_counts_only_from_a_listed_proxy() {
        for (peer, forwarded, expected) in [
            ("203.0.113.9", "", "203.0.113.9"),
            ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
            ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
            ("::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"),
            ("127.0.0.1", "198.51.100.1:4711", "198.51.100.1"),
            ("fd00::1", "[2001:db8::1]:4711", "2001:db8::1"),
            ("10.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
            ("10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
            ("10.0.0.1", "6.6.6.6, unknown, 10.0.0.2", "10.0.0.2"),
            ("10.0.0.1", "unknown", "10.0.0.1"),
            ("10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"),
            ("10.0.0.1", "", "10.0.0.1"),
        ] {
            let (extensions, headers) = asked(peer, &[("x-forwarded-for", forwarded)]);
            let client = proxies().client(&extensions, &headers);
            assert_eq!(client, Some(expected.parse().unwrap()), "{peer} {forwarded}");
        }
    }

    #[test]
    fn of_several_lines_the_last_is_the_nearest() {
        let (extensions, headers) = asked("10.0.0.1", &[("x-forwarded-for", "6.6.6.6"), ("x-forwarded-for", "198.51.100.1")]);
        assert_eq!(proxies().client(&extensions, &headers), Some("198.51.100.1".parse().unwrap()));
    }

    #[test]
    fn nobody_is_believed_by_default_and_nobody_asks_without_a_connection() {
        let (extensions, headers) = asked("10.0.0.1", &[("x-forwarded-for", "6.6.6.6"), ("x-forwarded-proto", "https")]);
        assert_eq!(Proxies::default().client(&extensions, &headers), Some("10.0.0.1".parse().unwrap()));
        assert!(!Proxies::default().came_by_https(&extensions, &headers));
        assert!(proxies().came_by_https(&extensions, &headers));
        assert_eq!(proxies().client(&Extensions::new(), &headers), None);
    }

    #[test]
    fn a_network_is_told_what_was_expected() {
        assert_eq!(network("acme"), Err("expected addresses such as 10.0.0.0/8, got acme".to_owned()));
    }
}
