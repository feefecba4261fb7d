//! Who asks: a person of the team, a program with a read token, or a stranger.

use super::state::Access;
use super::secret::hash;
use super::team::Team;
use crate::store::Unreadable;
use axum::http::{Extensions, HeaderMap, header};
use axum_login::AuthSession;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visitor {
    /// Logged in here.
    Member,
    /// Named by a listed proxy, where the collector was told of the header.
    Named,
    /// Has a read token.
    Program,
    Stranger,
}

impl Access {
    pub(crate) async fn visitor(&self, extensions: &Extensions, headers: &HeaderMap) -> Result<Visitor, Unreadable> {
        if extensions.get::<AuthSession<Team>>().is_some_and(|session| session.user.is_some()) {
            return Ok(Visitor::Member);
        }
        if self.is_named(extensions, headers) {
            return Ok(Visitor::Named);
        }
        match bearer(headers) {
            Some(token) if self.store.is_read_token(hash(token.as_bytes())).await? => Ok(Visitor::Program),
            _ => Ok(Visitor::Stranger),
        }
    }

    /// The name that a listed proxy tells, of whoever it has let in.
    pub(crate) fn name<'a>(&self, extensions: &Extensions, headers: &'a HeaderMap) -> Option<&'a str> {
        let name = self.login_header.as_ref().filter(|_| self.is_named(extensions, headers))?;
        headers.get(name)?.to_str().ok().map(str::trim)
    }

    /// Others than listed proxies may write what they like into the header.
    fn is_named(&self, extensions: &Extensions, headers: &HeaderMap) -> bool {
        let Some(name) = &self.login_header else { return false };
        let named = headers.get(name).is_some_and(|value| !value.as_bytes().trim_ascii().is_empty());
        named && self.proxies.is_from_proxy(extensions)
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}
