//! Effort of its own: those who searched again and again, left after a search, or wrote to support after they had
//! read. Never tells of fewer than five people.

use super::outcome::lost;
use super::trigger_words::trigger_words;
use super::wording::{count, ends, percent};
use crate::app::App;
use effortlet_columns::{Dimension, Filter};
use crate::error::{Error, unreadable};
use crate::language::text;
use crate::store::OfValue;
use effortlet_core::score::{Figure, chosen_share};
use maud::{Markup, html};

const FAMILY: &str = "helpCenter";

const PATHS: [&str; 3] = ["helpCenter.searches", "helpCenter.searchWithoutClick", "helpCenter.contactAfter"];

/// One path, and what came of it.
struct Path {
    trigger: String,
    shown: u64,
    answered: u64,
    /// How many were lost, and of how many that is known; none where it is withheld.
    lost: Option<(u64, Figure)>,
}

/// The card; none where nobody came on such a path, or another trigger is asked for. `link` leads to the report
/// under a trigger.
pub(super) async fn paths(
    app: &App,
    [site, survey, version]: [&str; 3],
    filter: &Filter,
    link: &(dyn Fn(&str) -> String + Sync),
) -> Result<Option<Markup>, Error> {
    let mut filter = filter.clone();
    if filter.conditions.insert(Dimension::Trigger, FAMILY.to_owned()).is_some_and(|it| it != FAMILY) {
        return Ok(None);
    }
    let told = app.store.by_value(site, survey, version, &filter, Dimension::Trigger).await.map_err(unreadable)?;
    let values = told.map(|it| it.values).unwrap_or_default();
    let paths: Vec<Path> = PATHS.iter().filter_map(|it| values.iter().find(|value| value.value == *it)).map(path).collect();
    Ok((!paths.is_empty()).then(|| card(&paths, link)))
}

fn path(it: &OfValue) -> Path {
    let totals = it.answers.totals;
    let lost = lost(&it.answers).filter(|(_, answered)| *answered > 0);
    Path {
        trigger: it.value.clone(),
        shown: totals.shown + totals.all(),
        answered: totals.answered(),
        lost: lost.map(|(lost, answered)| (lost, chosen_share(lost, answered))),
    }
}

fn card(paths: &[Path], link: &dyn Fn(&str) -> String) -> Markup {
    html! {
        section class="card lost" aria-label=(text("paths-title")) {
            h2 { (text("paths-title")) }
            p class="soft" { (text("paths-more")) }
            table role="table" class="ranks rates paths" {
                caption class="unseen" { (text("paths-caption")) }
                thead role="rowgroup" {
                    tr role="row" {
                        th role="columnheader" scope="col" { (text("paths-path")) }
                        th role="columnheader" scope="col" class="number" { (text("funnel-shown")) }
                        th role="columnheader" scope="col" class="number" { (text("silent-answered")) }
                        th role="columnheader" scope="col" class="number" { (text("silent-lost")) }
                    }
                }
                tbody role="rowgroup" { @for it in paths { (row(it, link)) } }
            }
            p class="soft small" { (text("paths-note")) }
        }
    }
}

/// Roles are said, since a narrow page makes blocks of what a table is made of.
fn row(it: &Path, link: &dyn Fn(&str) -> String) -> Markup {
    let at = |share: f64| format!("{:.2}%", share * 100.0);
    let lost = it.lost.as_ref().and_then(|(lost, share)| Some((*lost, share.estimate?)));
    html! {
        tr role="row" {
            th role="rowheader" scope="row" {
                a href=(link(&it.trigger)) { (trigger_words(&it.trigger)) }
                @if let Some((_, share)) = lost {
                    svg class="cost" width="100%" height="12" aria-hidden="true" {
                        rect class="track" y="1" width="100%" height="10" rx="3" {}
                        rect class="difficult" y="1" width=(at(share.value)) height="10" rx="3" {}
                        rect class="reach" x=(at(share.low)) y="5" width=(at(share.high - share.low)) height="2" {}
                    }
                }
            }
            (number("funnel-shown", &html! { strong { (count(it.shown)) } }))
            (number("silent-answered", &html! { strong { (count(it.answered)) } }))
            (number("silent-lost", &html! {
                @match lost {
                    Some((lost, share)) => {
                        @let [low, high] = ends(share.low, share.high, percent);
                        strong { (count(lost)) }
                        span class="small soft" { (text("paths-share").with("share", percent(share.value, 0)).with("low", low).with("high", high)) }
                    },
                    None => span class="small soft" { (text("withheld")) },
                }
            }))
        }
    }
}

/// What the column's heading says stands beside the number where there is no room for columns.
fn number(heading: &'static str, value: &Markup) -> Markup {
    html! {
        td role="cell" class="number" {
            span class="small soft heading-of" aria-hidden="true" { (text(heading)) }
            (value)
        }
    }
}
