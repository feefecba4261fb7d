//! What a version tells of articles before each of their edits and after: figures of periods like any other,
//! held back and released as reports of them would be.
//!
//! Never says whether an edit helped.

use super::answers::{Grouped, version, whole_days};
use super::complement::{Complement, complements};
use super::counts::VersionAnswers;
use super::each_value::{EachValue, telling_who_was_lost};
use super::families::{looks, told_by_all};
use super::held::{Held, Wanted, held};
use super::pages::pages;
use super::showing::{counted, put_back};
use super::{Store, Unreadable};
use effortlet_columns::{Dimension, Filter, Plan, Segment, Tally, revisions, scan, sections};
use crate::repair::{Edit, edits, periods};
use std::collections::BTreeMap;

/// So many edits are looked at, the latest.
const MOST_EDITS: usize = 100;

#[derive(Clone, Debug)]
pub(crate) struct VersionEdited {
    pub(crate) version: String,
    /// The latest edit first.
    pub(crate) edits: Vec<EditedArticle>,
    /// How many earlier ones there are.
    pub(crate) more: usize,
}

/// One edit of an article. Where the days before it and after cannot be told apart there are no answers.
#[derive(Clone, Debug)]
pub(crate) struct EditedArticle {
    pub(crate) article: String,
    pub(crate) section: Option<String>,
    /// Address and title, where at least five of its latest responses name the same.
    pub(crate) page: Option<(String, String)>,
    pub(crate) edit: Edit,
    /// Before and after.
    pub(crate) own: Option<[VersionAnswers; 2]>,
    /// Of all articles together, on the same days.
    pub(crate) all: Option<[VersionAnswers; 2]>,
}

impl Store {
    /// Of the version that is read so, up to a day; `None` where there is none.
    pub(crate) async fn edited(
        &self,
        [site, survey]: [&str; 2],
        version: &str,
        filter: &Filter,
        today: i32,
    ) -> Result<Option<VersionEdited>, Unreadable> {
        let catalog = self.catalog().await;
        let Some(known) = catalog.versions(site, survey) else { return Ok(None) };
        let (of, grouped) = ((site.to_owned(), survey.to_owned()), Grouped::of(survey, known));
        let Some(group) = grouped.group(version) else { return Ok(None) };
        let mut dimensions = vec![Dimension::Article, Dimension::Section, Dimension::Locale];
        dimensions.extend(filter.conditions.keys().copied().filter(|it| !dimensions.contains(it)).collect::<Vec<_>>());
        let columns = Wanted { questions: true, days: true, dimensions, revisions: true, ..Wanted::under(filter) };
        let mut snapshot = self.readers.begin_with(self.dialect.snapshot()).await?;
        let held = held(&mut snapshot, &self.counting.cache, &of, &columns).await?;
        drop(snapshot);
        let (meant, name) = (filter.clone(), version.to_owned());
        let (mut told, held) = self.counting.count(move || {
            let told = edited(&grouped, &held, &meant, (group, name), today);
            (told, held)
        }).await?;
        let mut versions: Vec<String> = known.together(&told.version).into_iter().map(str::to_owned).collect();
        versions.sort();
        let (mut all, everybody) = (Vec::new(), of_all_articles(filter));
        for it in &told.edits {
            let about = with_article(filter, &it.article);
            let own = it.own.iter().flatten().flat_map(|it| counted(site, survey, &versions, &about, it));
            all.extend(own.chain(it.all.iter().flatten().flat_map(|it| counted(site, survey, &versions, &everybody, it))));
        }
        let mut shown = self.shown(all).await?.into_iter().map(|it| it.groups);
        let answers = told.edits.iter_mut().flat_map(|it| it.own.iter_mut().flatten().chain(it.all.iter_mut().flatten()));
        answers.for_each(|it| put_back(it, &mut shown));
        let mut reader = self.readers.acquire().await?;
        let articles: Vec<&str> = told.edits.iter().map(|it| it.article.as_str()).collect();
        let pages = pages(&mut reader, &held, &articles).await?;
        told.edits.iter_mut().for_each(|it| it.page = pages.get(&it.article).cloned());
        Ok(Some(told))
    }
}

fn with_article(filter: &Filter, article: &str) -> Filter {
    let mut filter = filter.clone();
    filter.conditions.insert(Dimension::Article, article.to_owned());
    filter
}

fn of_all_articles(filter: &Filter) -> Filter {
    let mut filter = filter.clone();
    filter.conditions.remove(&Dimension::Article);
    filter
}

fn over(filter: &Filter, (from, to): (i32, i32)) -> Filter {
    Filter { from: Some(from), to: Some(to), ..filter.clone() }
}

/// An edit, the days before it and after that are compared, and its article.
type Found = (Edit, [(i32, i32); 2], String);

fn edited(grouped: &Grouped, held: &Held, filter: &Filter, (group, name): (usize, String), today: i32) -> VersionEdited {
    let looks = looks(&telling_who_was_lost(&held.segments), filter, None);
    let looks: Vec<Vec<&Segment>> = looks.iter().map(|it| it.iter().collect()).collect();
    let segments = looks.first().map_or(&[][..], Vec::as_slice);
    let conditions: Vec<_> = filter.conditions.clone().into_iter().collect();
    let mut found: Vec<Found> = Vec::new();
    let mut first = i32::MAX;
    let revisions = revisions(segments, &conditions);
    revisions.values().flatten().for_each(|it| first = first.min(it.first_day));
    let days = (filter.from.unwrap_or(first), filter.to.unwrap_or(today).min(today));
    for (article, revisions) in revisions {
        let edits = edits(&revisions);
        let with_periods = edits.iter().copied().zip(periods(&edits, days));
        found.extend(with_periods.filter(|(it, _)| (days.0..=days.1).contains(&it.first)).map(|(it, periods)| (it, periods, article.clone())));
    }
    found.sort_by(|one, other| (other.0.first, &one.2).cmp(&(one.0.first, &other.2)));
    let more = found.len().saturating_sub(MOST_EDITS);
    found.truncate(MOST_EDITS);
    if found.is_empty() {
        return VersionEdited { version: name, edits: Vec::new(), more };
    }
    let sections = sections(segments);
    let by_days = over(filter, days);
    let of_all = of_all_articles(&by_days);
    let mut each: Vec<EachValue> = looks.iter().map(|it| EachValue::of(grouped, it, &by_days, Dimension::Article, group)).collect();
    let everybody: Vec<Everybody> = looks.iter().map(|it| Everybody::of(grouped, it, &of_all, group)).collect();
    let mut counted: BTreeMap<String, Vec<Tally>> = BTreeMap::new();
    let of = |(edit, periods, article): Found| {
        let under = counted.entry(article.clone()).or_insert_with(|| each.iter().map(|it| it.counts().under(&article)).collect());
        // The same in each look, since they have the same people of whom everything holds.
        let first = each.first().zip(under.first());
        let periods = around(edit, periods, |days| first.and_then(|(it, under)| it.whole_days(&article, under, days)));
        let own = periods.and_then(|it| both(it.map(|days| {
            told_by_all(each.iter_mut().zip(under.iter()).map(|(it, under)| it.answers(&article, under, &over(filter, days))))
        })));
        let all = own.as_ref().and_then(|own| both(own.each_ref().map(|it| it.period)));
        let all = all.and_then(|periods| around(edit, periods, |days| everybody.first().and_then(|it| it.whole_days(days))));
        let all = all.and_then(|it| both(it.map(|days| told_by_all(everybody.iter().map(|it| it.answers(&over(filter, days)))))));
        EditedArticle { section: sections.get(&article).cloned(), article, page: None, edit, own, all }
    };
    VersionEdited { version: name, edits: found.into_iter().map(of).collect(), more }
}

/// Whoever fits a filter, on days of theirs.
struct Everybody<'a> {
    grouped: &'a Grouped,
    plan: Plan,
    complements: Vec<Complement>,
    tally: Tally,
    group: usize,
}

impl<'a> Everybody<'a> {
    fn of(grouped: &'a Grouped, segments: &[&Segment], filter: &Filter, group: usize) -> Self {
        let plan = grouped.plan(segments, filter);
        let (complements, tally) = (complements(&plan, segments), scan(segments, &plan));
        Self { grouped, plan, complements, tally, group }
    }

    fn whole_days(&self, asked: (i32, i32)) -> Option<(i32, i32)> {
        whole_days(&self.plan, &self.tally, asked, self.group)
    }

    fn answers(&self, filter: &Filter) -> Option<VersionAnswers> {
        let name = self.grouped.groups.get(self.group)?;
        let own = version(self.grouped, &self.plan, &self.tally, filter, self.group, name);
        let mut versions: Vec<Option<VersionAnswers>> = vec![None; self.grouped.groups.len()];
        versions.get_mut(self.group).into_iter().for_each(|it| *it = own.clone());
        self.complements.iter().for_each(|it| it.withhold(&self.plan, &mut versions));
        versions.into_iter().nth(self.group).flatten()
    }
}

fn both<T>([one, other]: [Option<T>; 2]) -> Option<[T; 2]> {
    Some([one?, other?])
}

/// The days that are counted before and after. Those that have to be counted together with the edit's own are
/// of neither.
fn around(edit: Edit, [before, after]: [(i32, i32); 2], whole_days: impl Fn((i32, i32)) -> Option<(i32, i32)>) -> Option<[(i32, i32); 2]> {
    let own = whole_days((edit.first, edit.last)).unwrap_or((edit.first, edit.last));
    let counted = |days: (i32, i32)| whole_days(days).filter(|_| days.0 <= days.1);
    let [before, after] = both([(before.0, own.0 - 1), (own.1 + 1, after.1)].map(counted))?;
    (before.1 < own.0 && own.1 < after.0).then_some([before, after])
}
