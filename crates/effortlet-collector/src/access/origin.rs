//! Whether what is posted comes from a page of ours, besides the cookie being `SameSite=Strict`.

use super::state::Access;
use axum::http::{Extensions, HeaderMap, Method, Uri, header};

const FETCH_SITE: &str = "sec-fetch-site";

impl Access {
    /// Browsers say where a post comes from in one of two headers; what has neither is no browser,
    /// and has no cookie but one that it was given on purpose.
    pub(crate) fn is_ours(&self, method: &Method, extensions: &Extensions, headers: &HeaderMap) -> bool {
        if method.is_safe() {
            return true;
        }
        if let Some(site) = headers.get(FETCH_SITE) {
            return matches!(site.as_bytes(), b"same-origin" | b"none");
        }
        let Some(origin) = headers.get(header::ORIGIN) else { return true };
        let asked = headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let asked = self.proxies.forwarded_host(extensions, headers).or(asked);
        let origin = origin.to_str().ok().and_then(|origin| origin.parse::<Uri>().ok());
        let from = origin.as_ref().and_then(Uri::authority).map(|authority| authority.as_str());
        from.is_some_and(|from| asked.is_some_and(|asked| from.eq_ignore_ascii_case(asked)))
    }
}
