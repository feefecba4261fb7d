//! Which version figures are of, where one is named.

use crate::catalog::Catalog;

/// A version's figures are those of all that it is read together with.
pub(super) fn meant(catalog: &Catalog, site: &str, survey: &str, version: &str) -> String {
    let known = catalog.versions(site, survey).and_then(|it| it.known.get(version));
    known.map_or_else(|| version.to_owned(), |it| it.reads_as.clone())
}
