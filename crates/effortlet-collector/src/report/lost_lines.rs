//! Where effort is lost, as lines of text: the articles that lost most visitors.
//!
//! Never shows a place without its range.

use super::effort::{SEED, groups};
use super::shown::version_shown;
use super::wording::{count, percent};
use super::taken::Taken;
use effortlet_columns::Dimension;
use crate::language::english_ordinal;
use crate::error::{Error, unreadable};
use crate::store::{OnDays, Store};

/// So many are shown.
const MOST: usize = 10;

/// Of the version that the page shows under the same filters; nothing where no article can be told of.
pub(crate) async fn lost_lines(store: &Store, [site, survey]: [&str; 2], typed: Option<&str>, taken: &Taken) -> Result<String, Error> {
    let version = version_shown(store, [site, survey], typed, &taken.filter).await?.version;
    let told = store.by_value_on([site, survey], &version, &taken.filter, Dimension::Article, OnDays::Whole).await.map_err(unreadable)?;
    let Some(told) = told else { return Ok(String::new()) };
    let groups = groups(told, SEED).groups;
    if groups.is_empty() {
        return Ok(String::new());
    }
    let width = groups.iter().take(MOST).map(|it| it.value.chars().count()).max().unwrap_or(0);
    let mut text = format!("\n{survey}, version {version}: where effort is lost\n");
    for it in groups.iter().take(MOST) {
        let share = it.share.estimate.map(|it| percent(it.value, 0)).unwrap_or_default();
        let [at, from, to] = [it.place.at, it.place.from, it.place.to].map(|it| english_ordinal(it as u64));
        let place = format!("{at}, between {from} and {to}");
        let shrunk = if it.is_shrunk { format!(", taken for {}", percent(it.shrunk.value, 0)) } else { String::new() };
        text.push_str(&format!(
            "    {:<width$}{:>6}  lost ({:.0} to {:.0}; {share} of {}{shrunk}): {place}\n",
            it.value,
            count(it.cost.value.round() as u64),
            it.cost.low,
            it.cost.high,
            count(it.answered),
        ));
    }
    Ok(text)
}
