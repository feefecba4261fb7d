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
        let asked = self.proxies.host(extensions, headers);
        let origin = origin.to_str().ok().and_then(|origin| origin.parse::<Uri>().ok());
        let from = origin.as_ref().and_then(Uri::authority).map(|authority| authority.as_str());
        from.is_some_and(|from| asked.is_some_and(|asked| from.eq_ignore_ascii_case(asked)))
    }

    /// What addresses of this collector begin with for whoever asks, such as `https://help.example/ces`; never to be
    /// told to anybody else, since whoever asks may name any host.
    pub(crate) fn origin(&self, extensions: &Extensions, headers: &HeaderMap) -> Option<String> {
        let scheme = if self.proxies.came_by_https(extensions, headers) { "https" } else { "http" };
        self.proxies.host(extensions, headers).map(|host| format!("{scheme}://{host}{}", self.base_path()))
    }
}
