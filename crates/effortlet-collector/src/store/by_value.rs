//! What a report would tell under one condition more, for each value of a dimension: the same figures, held
//! back and released by the same rules, so that together they tell nothing that reports would not.
//!
//! Never counts what reports do not.

use super::answers::Grouped;
use super::counts::VersionAnswers;
use super::each_value::{EachValue, telling_who_was_lost};
use super::families::{looks, told_by_all};
use super::held::{Held, Wanted, held};
use super::pages::pages;
use super::showing::{counted, put_back};
use super::{Store, Unreadable};
use effortlet_columns::{Dimension, Filter, STATE, Segment, family_of, first_seen, revisions, sections};
use crate::repair::edits;
use effortlet_core::score::SUPPRESSED_BELOW;
use std::collections::BTreeMap;

/// So many values are looked at, those that most people have: each has figures that are remembered
/// (`released`), of which others must not be forgotten for them.
const MOST_VALUES: usize = 200;

/// What a version tells by the values of a dimension.
#[derive(Clone, Debug)]
pub(crate) struct VersionByValue {
    pub(crate) version: String,
    pub(crate) values: Vec<OfValue>,
    /// How many values more there are, of which fewer people have each.
    pub(crate) more: usize,
}

#[derive(Clone, Debug)]
pub(crate) struct OfValue {
    pub(crate) value: String,
    /// The section of an article.
    pub(crate) within: Option<String>,
    pub(crate) answers: VersionAnswers,
    /// The last day (UTC) on which an article was edited, as far as its pages tell.
    pub(crate) edited: Option<i32>,
    /// The first day (UTC) on which a response came from an article.
    pub(crate) first_seen: Option<i32>,
    /// Address and title of an article that at least five of its latest responses name.
    pub(crate) page: Option<(String, String)>,
}

/// In days.
const LEAST_ROOM: i32 = 14;

/// On which days each value is told, where a period is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnDays {
    /// As a report of that period and value tells it, which may withhold who was lost.
    Asked,
    /// As a report of the shortest period around it would that need not withhold that, where that is near.
    Whole,
}

impl Store {
    /// As reports of the days that are asked for, see `by_value_on`.
    pub(crate) async fn by_value(
        &self,
        site: &str,
        survey: &str,
        version: &str,
        filter: &Filter,
        by: Dimension,
    ) -> Result<Option<VersionByValue>, Unreadable> {
        self.by_value_on([site, survey], version, filter, by, OnDays::Asked).await
    }

    /// Of the version that is read so; `None` where there is none.
    pub(crate) async fn by_value_on(
        &self,
        [site, survey]: [&str; 2],
        version: &str,
        filter: &Filter,
        by: Dimension,
        on: OnDays,
    ) -> Result<Option<VersionByValue>, Unreadable> {
        let catalog = self.catalog().await;
        let Some(known) = catalog.versions(site, survey) else { return Ok(None) };
        let (of, grouped) = ((site.to_owned(), survey.to_owned()), Grouped::of(survey, known));
        let Some(group) = grouped.group(version) else { return Ok(None) };
        let mut dimensions: Vec<Dimension> = filter.conditions.keys().copied().chain([by]).collect();
        let is_article = by == Dimension::Article;
        dimensions.extend([Dimension::Section, Dimension::Locale].into_iter().filter(|_| is_article));
        dimensions.sort_unstable();
        dimensions.dedup();
        let columns = Wanted { questions: true, days: filter.has_period() || is_article, dimensions, revisions: is_article, ..Wanted::under(filter) };
        let mut snapshot = self.readers.begin_with(self.dialect.snapshot()).await?;
        let held = held(&mut snapshot, &self.counting.cache, &of, &columns).await?;
        drop(snapshot);
        let (meant, name) = (filter.clone(), version.to_owned());
        let (mut told, held) = self.counting.count(move || {
            let told = by_value(&grouped, &held, &meant, by, (group, &name), on);
            (told, held)
        }).await?;
        let mut versions: Vec<String> = known.together(&told.version).into_iter().map(str::to_owned).collect();
        versions.sort();
        let under = |value: &str| Filter { conditions: under(filter, by, value), ..filter.clone() };
        let all = told.values.iter().flat_map(|it| counted(site, survey, &versions, &under(&it.value), &it.answers)).collect();
        let mut shown = self.shown(all).await?.into_iter().map(|it| it.groups);
        told.values.iter_mut().for_each(|it| put_back(&mut it.answers, &mut shown));
        if by == Dimension::Article {
            let mut reader = self.readers.acquire().await?;
            let articles: Vec<&str> = told.values.iter().map(|it| it.value.as_str()).collect();
            let mut pages = pages(&mut reader, &held, &articles).await?;
            told.values.iter_mut().for_each(|it| it.page = pages.remove(&it.value));
        }
        Ok(Some(told))
    }
}

fn under(filter: &Filter, by: Dimension, value: &str) -> BTreeMap<Dimension, String> {
    let mut conditions = filter.conditions.clone();
    conditions.insert(by, value.to_owned());
    conditions
}

/// The shortest period that holds the one that is asked for, and is of whole days in each look.
fn whole_days(each: &[EachValue], value: &str, asked: (i32, i32)) -> Option<(i32, i32)> {
    let mut days = asked;
    loop {
        let mut wider = days;
        for it in each {
            wider = it.whole_days(value, &it.counts().under(value), wider)?;
        }
        if wider == days {
            return Some(days);
        }
        days = wider;
    }
}

/// What is asked for and as much before and after it, two weeks at least: a row of days far away would be of no
/// use to whoever asks for these.
fn around(filter: &Filter, whole_days: impl Fn((i32, i32)) -> Option<(i32, i32)>) -> Option<(i32, i32)> {
    let asked = filter.has_period().then_some((filter.from.unwrap_or(i32::MIN), filter.to.unwrap_or(i32::MAX)))?;
    let room = asked.1.saturating_sub(asked.0).saturating_add(1).max(LEAST_ROOM);
    let is_near = |days: &(i32, i32)| days.0 >= asked.0.saturating_sub(room) && days.1 <= asked.1.saturating_add(room);
    whole_days(asked).filter(is_near)
}

fn by_value(grouped: &Grouped, held: &Held, filter: &Filter, by: Dimension, (group, name): (usize, &str), on: OnDays) -> VersionByValue {
    let looks = looks(&telling_who_was_lost(&held.segments), filter, Some(by));
    let looks: Vec<Vec<&Segment>> = looks.iter().map(|it| it.iter().collect()).collect();
    let segments = looks.first().map_or(&[][..], Vec::as_slice);
    let sections = if by == Dimension::Article { sections(segments) } else { BTreeMap::new() };
    let edited = if by == Dimension::Article { last_edits(segments) } else { BTreeMap::new() };
    let seen = if by == Dimension::Article { first_seen(segments, by) } else { BTreeMap::new() };
    let only = filter.conditions.get(&by);
    let is_meant = |value: &String| only.is_none_or(|only| only == value || by == Dimension::Trigger && family_of(value) == Some(only));
    let mut each: Vec<EachValue> = looks.iter().map(|it| EachValue::of(grouped, it, filter, by, group)).collect();
    // What is told of somebody is in each of them: of a family those who told their way.
    let Some(counts) = each.last().map(EachValue::counts) else { return VersionByValue { version: name.to_owned(), values: Vec::new(), more: 0 } };
    let mut values: Vec<(u64, String)> = counts.people(STATE, group, None, &|_| true).by_part().filter_map(|(value, people)| {
        let value = counts.values().get(value).filter(|it| !it.is_empty() && is_meant(it))?;
        (people >= SUPPRESSED_BELOW).then(|| (people, value.clone()))
    }).collect();
    values.sort_by(|one, other| (other.0, &one.1).cmp(&(one.0, &other.1)));
    let more = values.len().saturating_sub(MOST_VALUES);
    values.truncate(MOST_VALUES);
    let of = |(_, value): (u64, String)| {
        let days = (on == OnDays::Whole).then(|| around(filter, |days| whole_days(&each, &value, days))).flatten();
        let filter = days.map_or_else(|| filter.clone(), |(from, to)| Filter { from: Some(from), to: Some(to), ..filter.clone() });
        let answers = told_by_all(each.iter_mut().map(|it| {
            let under = it.counts().under(&value);
            it.answers(&value, &under, &filter)
        }))?;
        let (within, edited) = (sections.get(&value).cloned(), edited.get(&value).copied());
        let first_seen = seen.get(&value).copied();
        Some(OfValue { within, edited, first_seen, value, answers, page: None })
    };
    VersionByValue { version: name.to_owned(), values: values.into_iter().filter_map(of).collect(), more }
}

/// The last day on which each article was edited.
fn last_edits(segments: &[&Segment]) -> BTreeMap<String, i32> {
    let all = revisions(segments, &[]).into_iter();
    all.filter_map(|(article, revisions)| Some((article, edits(&revisions).last()?.last))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_reaches_as_far_around_a_period_as_it_is_long_and_two_weeks_at_least() {
        let of = |from, to| Filter { from, to, ..Filter::default() };
        for (asked, whole, told) in [
            (of(Some(100), Some(106)), (90, 110), true),
            (of(Some(100), Some(106)), (86, 120), true),
            (of(Some(100), Some(106)), (85, 106), false),
            (of(Some(100), Some(106)), (100, 121), false),
            (of(Some(100), Some(189)), (10, 189), true),
            (of(Some(100), Some(189)), (9, 189), false),
            (of(None, Some(106)), (3, 110), true),
            (of(Some(100), None), (40, 200), true),
            (of(None, None), (3, 110), false),
        ] {
            assert_eq!(around(&asked, |_| Some(whole)), told.then_some(whole), "{asked:?} {whole:?}");
        }
        assert_eq!(around(&of(Some(1), Some(2)), |_| None), None);
    }
}
