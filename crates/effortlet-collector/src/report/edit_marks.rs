//! Which edits of articles are marked in a trend: all of the article that is chosen, else those of the few edited
//! articles that cost most, so that the chart can be read.
//!
//! Tells no edit that the page of edits would not under the same filter.

use super::effort::{Groups, SEED, groups};
use super::figures::PeriodReport;
use effortlet_columns::{Dimension, Filter, day_text};
use crate::error::{Error, unreadable};
use crate::repair::Edit;
use crate::store::Store;
use serde::Serialize;
use utoipa::ToSchema;

/// Of so many articles.
const MOST_ARTICLES: usize = 4;

/// So many edits, the latest.
const MOST_EDITS: usize = 6;

#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct EditMark {
    pub(super) article: String,
    /// Of its page; null unless at least five of its latest responses name the same one.
    pub(super) title: Option<String>,
    /// The days (UTC) on which it was edited: several edits within a week are one.
    pub(super) edited: PeriodReport,
    #[serde(skip)]
    pub(super) day: i32,
}

impl EditMark {
    /// As people know the article.
    pub(super) fn name(&self) -> &str {
        self.title.as_deref().filter(|it| !it.is_empty()).unwrap_or(&self.article)
    }
}

/// Within these days, the earliest first. `ranked` are the articles where effort is lost, where they are known already.
pub(super) async fn edit_marks(
    store: &Store,
    [site, survey]: [&str; 2],
    version: &str,
    filter: &Filter,
    days: (i32, i32),
    ranked: Option<&Groups>,
) -> Result<Vec<EditMark>, Error> {
    let mut edited = store.edit_days(site, survey, filter).await.map_err(unreadable)?;
    edited.values_mut().for_each(|edits| edits.retain(|it| (days.0..=days.1).contains(&it.first)));
    edited.retain(|_, edits| !edits.is_empty());
    if edited.is_empty() {
        return Ok(Vec::new());
    }
    let own;
    let ranked = match ranked {
        Some(ranked) => ranked,
        None => {
            let told = store.by_value(site, survey, version, filter, Dimension::Article).await.map_err(unreadable)?;
            own = told.map(|it| groups(it, SEED)).unwrap_or_default();
            &own
        }
    };
    let title = |article: &str| ranked.groups.iter().find(|it| it.value == article).and_then(|it| it.page.as_ref()).map(|it| it.title.clone());
    let by_cost = ranked.groups.iter().map(|it| it.value.as_str()).filter(|it| edited.contains_key(*it)).take(MOST_ARTICLES);
    let articles: Vec<&str> = filter.conditions.get(&Dimension::Article).map_or_else(|| by_cost.collect(), |only| vec![only.as_str()]);
    let mut marks: Vec<EditMark> = Vec::new();
    for article in articles {
        let mark = |it: &Edit| EditMark {
            article: article.to_owned(),
            title: title(article),
            edited: PeriodReport { from: day_text(it.first), to: day_text(it.last) },
            day: it.first,
        };
        marks.extend(edited.get(article).into_iter().flatten().map(mark));
    }
    marks.sort_by(|one, other| (one.day, &one.article).cmp(&(other.day, &other.article)));
    Ok(marks.split_off(marks.len().saturating_sub(MOST_EDITS)))
}
