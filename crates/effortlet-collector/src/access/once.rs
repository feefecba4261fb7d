//! A secret on its way to the one page that shows it: in a cookie of the browser that it was made for, which that
//! page takes away. So a page that is loaded again makes nothing again, and whichever collector it asks.
//!
//! Never keeps a secret here, in memory or in the database.

use super::secret::Secret;
use super::state::Access;
use axum::http::{HeaderMap, HeaderValue, header};

const COOKIE: &str = "effortlet_made";

/// Until the browser has followed a redirect, in seconds.
const LONGEST: u32 = 60;

impl Access {
    /// Hands a secret to a page below `/report/-/`.
    pub(crate) fn hand(&self, page: &str, secret: &Secret) -> [(header::HeaderName, HeaderValue); 1] {
        self.cookie(page, secret.shown(), LONGEST)
    }

    /// Takes it away.
    pub(crate) fn forget(&self, page: &str) -> [(header::HeaderName, HeaderValue); 1] {
        self.cookie(page, "", 0)
    }

    fn cookie(&self, page: &str, value: &str, seconds: u32) -> [(header::HeaderName, HeaderValue); 1] {
        let path = format!("{}/report/-/{page}", self.base_path());
        let cookie = format!("{COOKIE}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Strict");
        // Neither a secret nor a path has a character that a header may not have.
        [(header::SET_COOKIE, HeaderValue::try_from(cookie).unwrap_or(HeaderValue::from_static("")))]
    }
}

/// What was handed to the page that is asked for; whoever takes it still has to find out what it opens.
pub(crate) fn handed(headers: &HeaderMap) -> Option<Secret> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|it| it.to_str().ok()).flat_map(|it| it.split(';'));
    let mut ours = cookies.filter_map(|it| it.trim().split_once('=')).filter(|(name, _)| *name == COOKIE);
    ours.find_map(|(_, value)| Secret::handed(value))
}
