//! Which version figures and words are of, where one is named and where none is.

use crate::catalog::Catalog;
use crate::language::text;
use maud::{Markup, html};
use std::collections::BTreeSet;

/// A version's figures are those of all that it is read together with.
pub(super) fn meant(catalog: &Catalog, site: &str, survey: &str, version: &str) -> String {
    let known = catalog.versions(site, survey).and_then(|it| it.known.get(version));
    known.map_or_else(|| version.to_owned(), |it| it.reads_as.clone())
}

/// What people wrote is of all versions where none is named; where there are several, it is more than the figures
/// of any are of.
pub(super) fn words_of(catalog: &Catalog, [site, survey]: [&str; 2], version: Option<&str>) -> Markup {
    let known = catalog.versions(site, survey).into_iter().flat_map(|it| it.known.values());
    let several = known.map(|it| it.reads_as.as_str()).collect::<BTreeSet<_>>().len() > 1;
    html! {
        @if several && version.is_none() { p class="soft small" { (text("said-versions")) } }
    }
}
