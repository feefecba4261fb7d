//! What a report would tell under one condition more, for each value of a dimension: the same figures, held
//! back and released by the same rules, so that together they tell nothing that reports would not.
//!
//! Never counts what reports do not.

use super::answers::{Grouped, leave_out, version, withhold};
use super::connection::Connection;
use super::counts::VersionAnswers;
use super::held::{Held, Wanted, held};
use super::read::moments;
use super::showing::{counted, put_back};
use super::{Store, Unreadable};
use crate::columns::{ByValue, Dimension, Filter, People, Plan, Question, SAID, STATE, Segment, Split, latest_of_each, sections, withheld};
use effortlet_core::score::SUPPRESSED_BELOW;
use sqlx::AssertSqlSafe;
use std::collections::BTreeMap;

/// So many values are looked at, those that most people have: each has figures that are remembered
/// (`released`), of which others must not be forgotten for them.
const MOST_VALUES: usize = 200;

/// So many of the latest responses of a value are asked for the page that they are from.
const PAGES_ASKED: usize = 15;

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
    /// Address and title of an article that at least five of its latest responses name.
    pub(crate) page: Option<(String, String)>,
}

impl Store {
    /// Of the version that is read so, or of the newest; `None` where nothing has come of it.
    pub(crate) async fn by_value(
        &self,
        site: &str,
        survey: &str,
        wanted: Option<&str>,
        filter: &Filter,
        by: Dimension,
    ) -> Result<Option<VersionByValue>, Unreadable> {
        let catalog = self.catalog().await;
        let Some(known) = catalog.versions(site, survey) else { return Ok(None) };
        let (of, grouped) = ((site.to_owned(), survey.to_owned()), Grouped::of(survey, known));
        let mut dimensions: Vec<Dimension> = filter.conditions.keys().copied().chain([by]).collect();
        dimensions.extend((by == Dimension::Article).then_some(Dimension::Section));
        dimensions.sort_unstable();
        dimensions.dedup();
        let columns = Wanted { questions: true, days: filter.has_period(), dimensions };
        let mut snapshot = self.readers.begin_with(self.dialect.snapshot()).await?;
        let held = held(&mut snapshot, &self.counting.cache, &of, &columns).await?;
        let mut newest = None;
        for (group, name) in grouped.groups.iter().enumerate() {
            let together: Vec<String> = known.together(name).into_iter().map(str::to_owned).collect();
            let moments = moments(&mut snapshot, &of, together.iter()).await?;
            if let Some((first, _)) = moments.filter(|_| wanted.is_none_or(|it| it == name)) {
                newest = newest.max(Some((first, name.clone(), group)));
            }
        }
        let Some((_, name, group)) = newest else { return Ok(None) };
        drop(snapshot);
        let meant = filter.clone();
        let (mut told, held) = self.counting.count(move || {
            let told = by_value(&grouped, &held, &meant, by, group, &name);
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
            find_pages(&mut reader, &held, &mut told.values).await?;
        }
        Ok(Some(told))
    }
}

fn under(filter: &Filter, by: Dimension, value: &str) -> BTreeMap<Dimension, String> {
    let mut conditions = filter.conditions.clone();
    conditions.insert(by, value.to_owned());
    conditions
}

fn by_value(grouped: &Grouped, held: &Held, filter: &Filter, by: Dimension, group: usize, name: &str) -> VersionByValue {
    // What nobody could be lost by needs no counting.
    let mut segments = held.segments.clone();
    let counts = |name: &str| !matches!(Question::read(name), Some(Question::Choice(_))) && name != SAID;
    segments.iter_mut().for_each(|it| it.columns.retain(|name, _| counts(name)));
    let segments: Vec<&Segment> = segments.iter().collect();
    let sections = if by == Dimension::Article { sections(&segments) } else { BTreeMap::new() };
    // The condition that is one more stands last, and is never twice there.
    let only = filter.conditions.get(&by);
    let mut others = filter.clone();
    others.conditions.remove(&by);
    let plan = grouped.plan(&segments, &others);
    let all = ByValue::of(&segments, &plan, by);
    let mut values: Vec<(u64, String)> = all.people(STATE, group, None, &|_| true).by_part().filter_map(|(value, people)| {
        let value = all.values().get(value).filter(|it| !it.is_empty() && only.is_none_or(|only| only == *it))?;
        (people >= SUPPRESSED_BELOW).then(|| (people, value.clone()))
    }).collect();
    values.sort_by(|one, other| (other.0, &one.1).cmp(&(one.0, &other.1)));
    let more = values.len().saturating_sub(MOST_VALUES);
    values.truncate(MOST_VALUES);
    let apart: Vec<_> = plan.conditions.iter().map(|it| Apart::of(&segments, &plan, it, by)).collect();
    let mut left_out = LeftOut { all: &all, group, by_days: plan.split == Split::Days, known: BTreeMap::new() };
    let of = |(_, value): (u64, String)| {
        let mut conditions = plan.conditions.clone();
        conditions.push((by, value.clone()));
        let own = Plan { conditions, ..plan.clone() };
        let mut answers = version(grouped, &own, &all.under(&value), filter, group, name)?;
        left_out.take_out(&mut answers, &value);
        let mut versions: Vec<Option<VersionAnswers>> = vec![None; grouped.groups.len()];
        versions.get_mut(group).into_iter().for_each(|it| *it = Some(answers.clone()));
        apart.iter().for_each(|it| it.withhold(&own, &mut versions, &value));
        let answers = versions.into_iter().nth(group).flatten()?;
        Some(OfValue { within: sections.get(&value).cloned(), value, answers, page: None })
    };
    VersionByValue { version: name.to_owned(), values: values.into_iter().filter_map(of).collect(), more }
}

/// The responses of which all conditions but one hold, by the values of a dimension.
struct Apart {
    condition: (Dimension, String),
    by_value: BTreeMap<String, Vec<Segment>>,
}

impl Apart {
    fn of(segments: &[&Segment], plan: &Plan, condition: &(Dimension, String), by: Dimension) -> Self {
        let others: Vec<_> = plan.conditions.iter().filter(|it| *it != condition).cloned().collect();
        let mut by_value: BTreeMap<String, Vec<Segment>> = BTreeMap::new();
        for segment in segments {
            for (value, part) in segment.narrowed(&others).parted(by) {
                by_value.entry(value.to_owned()).or_default().push(part);
            }
        }
        Self { condition: condition.clone(), by_value }
    }

    /// As for a report under one condition more.
    fn withhold(&self, own: &Plan, versions: &mut [Option<VersionAnswers>], value: &str) {
        let parts: Vec<&Segment> = self.by_value.get(value).into_iter().flatten().collect();
        let (dimension, wanted) = &self.condition;
        withhold(&parts, &Plan { conditions: Vec::new(), ..own.clone() }, versions, *dimension, wanted);
    }
}

/// A question, whether those who said yes are told apart, and the days that are counted.
type Told = (String, bool, Option<(i32, i32)>);

/// The values whose figures are withheld so that all others do not tell the rest, found once for each.
struct LeftOut<'a> {
    all: &'a ByValue,
    group: usize,
    by_days: bool,
    known: BTreeMap<Told, Vec<String>>,
}

impl LeftOut<'_> {
    fn take_out(&mut self, answers: &mut VersionAnswers, value: &str) {
        let (all, group, by_days, period) = (self.all, self.group, self.by_days, answers.period);
        let is_within = |day: &str| match period {
            Some((first, last)) if by_days => day.parse().is_ok_and(|day: i32| (first..=last).contains(&day)),
            _ => true,
        };
        leave_out(answers, &mut |question, yes| {
            let values = self.known.entry((question.to_owned(), yes.len() > 1, period)).or_insert_with(|| {
                let people: Vec<People> = yes.iter().map(|yes| all.people(question, group, *yes, &is_within)).collect();
                withheld(&people, all.values())
            });
            values.iter().any(|it| it == value)
        });
    }
}

/// One address may be one visitor's; what five have in common is the article's.
async fn find_pages(connection: &mut Connection, held: &Held, values: &mut [OfValue]) -> Result<(), sqlx::Error> {
    let mut wanted: BTreeMap<String, usize> = values.iter().map(|it| (it.value.clone(), PAGES_ASKED)).collect();
    let mut pages: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for (at, segment) in held.segments.iter().enumerate().rev() {
        let rows = latest_of_each(segment, Dimension::Article, &mut wanted);
        let numbers = held.numbers(connection, at, &rows.iter().map(|(_, row)| *row).collect::<Vec<_>>()).await?;
        for chunk in numbers.chunks(500) {
            let list: Vec<String> = chunk.iter().map(i64::to_string).collect();
            let query = format!("select page_article, page_url, page_title from response where seq in ({})", list.join(", "));
            let found: Vec<(Option<String>, String, String)> = sqlx::query_as(AssertSqlSafe(query)).fetch_all(&mut *connection).await?;
            for (article, url, title) in found {
                pages.entry(article.unwrap_or_default()).or_default().push((path_of(&url).to_owned(), title));
            }
        }
        if wanted.values().all(|left| *left == 0) {
            break;
        }
    }
    for it in values {
        it.page = pages.get(&it.value).and_then(|pages| common(pages));
    }
    Ok(())
}

/// Without what an address asks for or points at.
fn path_of(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or_default()
}

/// The page that most have in common, and at least five.
fn common(pages: &[(String, String)]) -> Option<(String, String)> {
    let count = |page: &(String, String)| pages.iter().filter(|it| *it == page).count();
    let most = pages.iter().filter(|(url, _)| !url.is_empty()).max_by_key(|it| (count(it), (*it).clone()))?;
    (count(most) as u64 >= SUPPRESSED_BELOW).then(|| most.clone())
}
