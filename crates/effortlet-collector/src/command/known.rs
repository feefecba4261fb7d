//! Names that somebody typed and nothing is known of. What is known was asked by a definition that was served here,
//! or answered; a survey may be about to begin, so an unknown name is no mistake where nothing has to come of it yet.
//!
//! Never decides whether a command goes on.

use crate::catalog::Catalog;
use std::collections::BTreeSet;

/// What is said of a site or a survey that is not known. Without a site, a survey of any site is meant.
pub(super) fn unheard(catalog: &Catalog, site: Option<&str>, survey: Option<&str>) -> Option<String> {
    let surveys = || catalog.sites.iter().filter(|(it, _)| site.is_none_or(|site| site == *it)).flat_map(|(_, known)| known.keys());
    let (of, known) = match (site, survey) {
        (Some(site), _) if !catalog.sites.contains_key(site) => (format!("the site {site}"), named(catalog.sites.keys())),
        (_, Some(survey)) if !surveys().any(|it| it == survey) => {
            let site = site.map(|it| format!(" of the site {it}")).unwrap_or_default();
            (format!("the survey {survey}{site}"), named(surveys()))
        }
        _ => return None,
    };
    Some(format!("nothing is known of {of} yet; known: {known}"))
}

fn named<'a>(names: impl Iterator<Item = &'a String>) -> String {
    let names: BTreeSet<&str> = names.map(String::as_str).collect();
    if names.is_empty() { "none".to_owned() } else { names.into_iter().collect::<Vec<_>>().join(", ") }
}
