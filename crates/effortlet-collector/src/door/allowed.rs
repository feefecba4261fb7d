//! Which pages may post: the origins that each site lists. Never guesses a site from a body.

use super::origin::Origin;
use axum::http::HeaderValue;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

/// What a site is known by whose definition names none.
pub(super) const DEFAULT_SITE: &str = "default";

/// Whose pages may post; clones share it. Origins that the command line names may post to all
/// sites. Where it names none, and no site lists any or one of them does not, all pages may.
#[derive(Clone, Debug, Default)]
pub struct Allowed {
    everywhere: Arc<[Origin]>,
    sites: Arc<RwLock<BTreeMap<String, Vec<Origin>>>>,
}

impl Allowed {
    pub(super) fn new(everywhere: &[Origin]) -> Self {
        Self { everywhere: everywhere.into(), sites: Arc::default() }
    }

    /// Puts these origins in the place of what the site listed before; none let in every page.
    pub fn list(&self, site: &str, origins: Vec<Origin>) {
        self.sites.write().unwrap_or_else(PoisonError::into_inner).insert(site.to_owned(), origins);
    }

    /// The same for a definition that is not served here: one that lists none says nothing of who may
    /// post, so that a site that nobody asks about any more opens no door.
    pub fn list_posted(&self, site: &str, origins: Vec<Origin>) {
        let mut sites = self.sites.write().unwrap_or_else(PoisonError::into_inner);
        if origins.is_empty() {
            sites.remove(site);
        } else {
            sites.insert(site.to_owned(), origins);
        }
    }

    /// Whether pages of every origin may post.
    pub(super) fn any(&self) -> bool {
        let sites = self.sites();
        self.everywhere.is_empty() && (sites.is_empty() || sites.values().any(Vec::is_empty))
    }

    fn sites(&self) -> RwLockReadGuard<'_, BTreeMap<String, Vec<Origin>>> {
        self.sites.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a page of this origin may post to a collector that its browser knows as `host`.
    ///
    /// Its own pages always may. The scheme is not compared: behind a proxy nobody knows it.
    pub(super) fn lets_in(&self, origin: &HeaderValue, host: Option<&str>) -> bool {
        if self.any() {
            return true;
        }
        let Ok(text) = origin.to_str() else { return false };
        let own = text.split_once("://").map(|(_, authority)| authority);
        if own.zip(host).is_some_and(|(own, host)| own.eq_ignore_ascii_case(host)) {
            return true;
        }
        self.everywhere.iter().any(|it| it.as_str() == text) || self.site_of(text).is_some()
    }

    /// The site that lists this origin.
    pub(super) fn site_of(&self, origin: &str) -> Option<String> {
        let sites = self.sites();
        let listed = sites.iter().find(|(_, origins)| origins.iter().any(|it| it.as_str() == origin));
        listed.map(|(site, _)| site.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origins(texts: &[&str]) -> Vec<Origin> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    fn lets_in(allowed: &Allowed, origin: &'static str, host: &'static str) -> bool {
        allowed.lets_in(&HeaderValue::from_static(origin), Some(host))
    }

    #[test]
    fn only_listed_origins_and_its_own_are_let_in_once_there_is_a_list() {
        let allowed = Allowed::default();
        assert!(lets_in(&allowed, "https://acme.example", "ces.example") && lets_in(&allowed, "null", "ces.example"));
        allowed.list("acme", origins(&["https://acme.example"]));
        allowed.list("other", origins(&["https://other.example:8443"]));
        for (origin, expected) in [
            ("https://acme.example", true),
            ("https://other.example:8443", true),
            ("https://ces.example", true),
            ("http://acme.example", false),
            ("https://acme.example.evil.example", false),
            ("https://other.example", false),
            ("null", false),
        ] {
            assert_eq!(lets_in(&allowed, origin, "ces.example"), expected, "{origin}");
        }
        assert_eq!(allowed.site_of("https://other.example:8443").as_deref(), Some("other"));
    }

    #[test]
    fn a_posted_definition_without_origins_opens_no_door() {
        let allowed = Allowed::default();
        allowed.list("acme", origins(&["https://acme.example"]));
        allowed.list_posted("shop", origins(&["https://shop.example"]));
        assert!(lets_in(&allowed, "https://shop.example", "ces.example"));
        allowed.list_posted("shop", Vec::new());
        assert!(!lets_in(&allowed, "https://shop.example", "ces.example") && lets_in(&allowed, "https://acme.example", "ces.example"));
    }

    #[test]
    fn what_the_command_line_names_may_post_to_all_sites_and_closes_those_that_list_none() {
        let allowed = Allowed::new(&origins(&["https://acme.example"]));
        allowed.list("shop", origins(&["https://shop.example"]));
        allowed.list(DEFAULT_SITE, Vec::new());
        let asked = ["https://acme.example", "https://shop.example", "https://evil.example"];
        assert_eq!(asked.map(|origin| lets_in(&allowed, origin, "ces.example")), [true, true, false]);
    }

    #[test]
    fn a_new_list_takes_the_place_of_the_old_one() {
        let allowed = Allowed::default();
        allowed.list("acme", origins(&["https://old.example"]));
        allowed.list("acme", origins(&["https://new.example"]));
        assert!(!lets_in(&allowed, "https://old.example", "ces.example"));
        assert!(lets_in(&allowed, "https://new.example", "ces.example"));
        allowed.list("acme", Vec::new());
        assert!(lets_in(&allowed, "https://old.example", "ces.example"));
    }
}
