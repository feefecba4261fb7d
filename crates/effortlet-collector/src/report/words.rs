//! What was asked, in the team's words, beside the figures of it. Never changes a figure.

use super::figures::{Report, VersionReport};
use crate::catalog::{Catalog, as_read};
use crate::language::text;

/// Adds the words of the definition that was registered last; where there is none, ids stand alone.
pub(super) fn add_words(report: &mut Report, catalog: &Catalog) {
    let Report { site, survey, versions, .. } = report;
    for version in versions {
        add_to_version(version, site, survey, catalog);
    }
}

/// A question as its version was read.
pub(super) fn asked(catalog: &Catalog, [site, survey]: [&str; 2], version: &str, id: &str) -> Option<String> {
    let (version, asked) = catalog.question(site, survey, version, id)?;
    Some(as_read(&asked.text, &version.default_locale, &version.organization))
}

/// Whether two versions ask a question in the same words and on the same scale.
pub(super) fn is_asked_alike(catalog: &Catalog, [site, survey]: [&str; 2], [one, other]: [&str; 2], id: &str) -> bool {
    let of = |version: &str| catalog.question(site, survey, version, id).map(|(_, asked)| (&asked.text, &asked.scale));
    one == other || of(one) == of(other)
}

/// For people a question with its scale in their language, for programs in English: `“It was easy”, 1 to 7, 7 is easiest (Disagree, Agree)`.
pub(super) fn in_words(catalog: &Catalog, [site, survey]: [&str; 2], version: &str, id: &str) -> String {
    let Some((version, asked)) = catalog.question(site, survey, version, id) else { return id.to_owned() };
    let read = |text| as_read(text, &version.default_locale, &version.organization);
    let mut scale = asked.scale.iter().map(|it| {
        let easiest = if it.easy_is == "low" { 1 } else { it.points };
        let labels: Vec<String> = it.labels.iter().map(read).filter(|it| !it.is_empty()).collect();
        let scale = text(if labels.is_empty() { "asked-scale" } else { "asked-labels" }).with("labels", labels.join(", "));
        scale.with("text", read(&asked.text)).number("points", it.points.into()).number("easiest", easiest.into()).to_string()
    });
    scale.next().unwrap_or_else(|| text("quoted").with("text", read(&asked.text)).to_string())
}

pub(super) fn add_to_version(it: &mut VersionReport, site: &str, survey: &str, catalog: &Catalog) {
    if let Some(versions) = catalog.versions(site, survey) {
        it.together = versions.together(&it.version).into_iter().map(str::to_owned).collect();
    }
    let version = it.version.clone();
    let question = |id: &str| catalog.question(site, survey, &version, id);
    for score in &mut it.scores {
        score.asked = asked(catalog, [site, survey], &version, &score.question);
    }
    for choice in &mut it.choices {
        let Some((version, asked)) = question(&choice.question) else { continue };
        let read = |text| as_read(text, &version.default_locale, &version.organization);
        choice.asked = Some(read(&asked.text));
        for option in choice.options.iter_mut().flatten() {
            option.text = asked.options.iter().find(|it| it.id == option.option).map(|it| read(&it.text));
        }
    }
}
