//! What figures are compared with, among the filters of a page: the fields to choose it, and the way out of it.
//!
//! Never offers what the form cannot send.

use super::asked::FigureQuery;
use super::comparison_asked::{WITH_FROM, WITH_TO, WITH_VERSION, With};
use super::wording::days;
use crate::language::text;
use effortlet_columns::{Filter, read_day};
use maud::{Markup, html};

/// Of a field that something is wrong with, where that is said.
pub(super) type Fault<'a> = &'a dyn Fn(&str) -> Option<&'static str>;

/// Empty fields mean the period before. `versions` are those that have responses, as far as that is known.
pub(super) fn fields(with: &With, versions: &[String], fault: Fault) -> Markup {
    let is_wrong = |name: &str| fault(name).map(|_| "true");
    let day = |name: &'static str, label: &'static str, value: &Option<String>| html! {
        div class="field" {
            label for=(name) { (text(label)) }
            input type="date" id=(name) name=(name) value=[value.as_deref()] aria-invalid=[is_wrong(name)] aria-describedby=[fault(name)];
        }
    };
    let asked = with.with_version.as_deref();
    let unlisted = asked.filter(|asked| !versions.iter().any(|it| it == asked));
    html! {
        fieldset {
            legend { (text("with-title")) }
            div class="choose" {
                (day(WITH_FROM, "with-first-day", &with.with_from))
                (day(WITH_TO, "with-last-day", &with.with_to))
                @if versions.len() > 1 || asked.is_some() {
                    div class="field" {
                        label for=(WITH_VERSION) { (text("with-version")) }
                        select id=(WITH_VERSION) name=(WITH_VERSION) dir="auto" aria-invalid=[is_wrong(WITH_VERSION)] aria-describedby=[fault(WITH_VERSION)] {
                            option value="" { (text("with-same-version")) }
                            @if let Some(version) = unlisted { option value=(version) selected { (version) } }
                            @for version in versions { option value=(version) selected[asked == Some(version)] { (version) } }
                        }
                    }
                }
            }
            p class="soft small" { (text("with-note")) }
        }
    }
}

/// What is compared with, and the way out of it.
pub(super) fn chips(with: &With, without: &str) -> Markup {
    let period = with.with_from.as_deref().zip(with.with_to.as_deref()).map(|(from, to)| days(from, to));
    let version = with.with_version.as_ref().map(|it| text("trend-mark").with("version", it).to_string());
    let all: Vec<String> = period.into_iter().chain(version).collect();
    html! {
        @if !all.is_empty() {
            @let all = all.join(", ");
            li {
                span class="soft" { (text("change-compared")) } " " bdi { (all) } " "
                a href=(without) { span class="unseen" { (text("with-without").with("other", &all)) } span aria-hidden="true" { "×" } }
            }
        }
    }
}

/// Whether it can stand beside these figures.
pub(super) fn fits(with: &With, query: &FigureQuery) -> bool {
    let day = |text: &Option<String>| text.as_deref().and_then(read_day);
    let filter = Filter { from: day(&query.from), to: day(&query.to), ..Filter::default() };
    let is_itself = with.with_version.is_some() && with.with_version == query.version && with.with_from.is_none();
    with.read(&filter).is_ok() && !is_itself
}
