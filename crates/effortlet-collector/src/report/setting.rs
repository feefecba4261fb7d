//! Where a page is seen, and by whom: what its links are relative to, and whether it offers to log out.
//!
//! Links are relative, so that a proxy may serve the report below any path. That path is in nothing but the
//! collector's own address, which is told to whoever looks and kept nowhere.

use crate::app::App;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use std::convert::Infallible;

/// How whoever looks came in; an extension of the request, absent where the report is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Account {
    LoggedIn,
    /// By a proxy, which is where to log out.
    Named,
}

#[derive(Clone, Debug)]
pub(crate) struct Setting {
    root: String,
    here: String,
    origin: String,
    pub(super) account: Option<Account>,
}

impl Setting {
    /// Of a path below `/report/`, by nobody.
    pub(crate) fn of(path: &str) -> Self {
        let below = path.strip_prefix("/report/").unwrap_or_default();
        let depth = below.matches('/').count();
        let root = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
        Self { root, here: below.to_owned(), origin: String::new(), account: None }
    }

    /// The same page, as it can be come back to: `here` is its address below `/report/`.
    pub(crate) fn at(&self, here: String) -> Self {
        Self { here, ..self.clone() }
    }

    pub(super) fn here(&self) -> &str {
        &self.here
    }

    /// From this page to an address below `/report/`, wherever the text would lead: it is never the start of one.
    pub(crate) fn below(&self, next: &str) -> String {
        let is_below = next.chars().all(|it| it.is_ascii_graphic()) && !next.contains(['\\', '#']) && !next.contains("..");
        format!("{}{}", self.root, if is_below { next } else { "" })
    }

    /// Of a page beside `/report/`, one part deep, by nobody.
    pub(crate) fn beside_report() -> Self {
        Self { root: "../report/".to_owned(), here: String::new(), origin: String::new(), account: None }
    }

    /// What addresses of this collector begin with for whoever looks, as in `https://help.example/ces`; empty where
    /// that cannot be known.
    pub(super) fn origin(&self) -> &str {
        &self.origin
    }

    /// The way from this page to `/report/`, with a slash at its end.
    pub(crate) fn root(&self) -> &str {
        &self.root
    }
}

impl FromRequestParts<App> for Setting {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let address = parts.uri.path_and_query().and_then(|it| it.as_str().strip_prefix("/report/")).unwrap_or_default();
        let origin = app.access.origin(&parts.extensions, &parts.headers).unwrap_or_default();
        Ok(Self { account: parts.extensions.get().copied(), origin, ..Self::of(parts.uri.path()).at(address.to_owned()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_the_report_from_wherever_a_page_is() {
        for (path, root) in [
            ("/report/", "./"),
            ("/report/help-center", "./"),
            ("/report/acme/help-center", "../"),
            ("/report/-/login", "../"),
            ("/report/-/login/first", "../../"),
        ] {
            assert_eq!(Setting::of(path).root(), root, "{path}");
        }
    }
}
