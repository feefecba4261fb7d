//! What figures are compared with, among the filters of a page: the fields to choose it, and the way out of it.
//!
//! Never offers what the form cannot send.

use super::asked::FigureQuery;
use super::comparison_asked::{WITH_FROM, WITH_TO, WITH_VERSION, With};
use super::wording::on_day;
use crate::columns::{Filter, read_day};
use maud::{Markup, html};

/// Of a field that something is wrong with, where that is said.
pub(super) type Fault<'a> = &'a dyn Fn(&str) -> Option<&'static str>;

/// Empty fields mean the period before. `versions` are those that have responses, as far as that is known.
pub(super) fn fields(with: &With, versions: &[&str], fault: Fault) -> Markup {
    let is_wrong = |name: &str| fault(name).map(|_| "true");
    let day = |name: &'static str, label: &str, value: &Option<String>| html! {
        div class="field" {
            label for=(name) { (label) }
            input type="date" id=(name) name=(name) value=[value.as_deref()] aria-invalid=[is_wrong(name)] aria-describedby=[fault(name)];
        }
    };
    let asked = with.with_version.as_deref();
    let unlisted = asked.filter(|asked| !versions.contains(asked));
    html! {
        fieldset {
            legend { "Compare with" }
            div class="choose" {
                (day(WITH_FROM, "Other first day", &with.with_from))
                (day(WITH_TO, "Other last day", &with.with_to))
                @if versions.len() > 1 || asked.is_some() {
                    div class="field" {
                        label for=(WITH_VERSION) { "Other version" }
                        select id=(WITH_VERSION) name=(WITH_VERSION) dir="auto" aria-invalid=[is_wrong(WITH_VERSION)] aria-describedby=[fault(WITH_VERSION)] {
                            option value="" { "The same version" }
                            @if let Some(version) = unlisted { option value=(version) selected { (version) } }
                            @for version in versions { option value=(version) selected[asked == Some(*version)] { (version) } }
                        }
                    }
                }
            }
            p class="soft small" { "Left empty, a period is compared with as many days just before it." }
        }
    }
}

/// What is compared with, and the way out of it.
pub(super) fn chips(with: &With, without: &str) -> Markup {
    let days = with.with_from.as_deref().zip(with.with_to.as_deref()).map(|(from, to)| format!("{} to {}", on_day(from), on_day(to)));
    let version = with.with_version.as_ref().map(|it| format!("version {it}"));
    let all: Vec<String> = days.into_iter().chain(version).collect();
    html! {
        @if !all.is_empty() {
            @let text = all.join(", ");
            li {
                span class="soft" { "Compared with" } " " bdi { (text) } " "
                a href=(without) aria-label={ "Do not compare with " (text) } { "×" }
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
