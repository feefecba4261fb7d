//! Makes the digest of a week of what reports tell: the score, the asking, the costliest articles, edits, comments.
//!
//! Has no statistics of its own, and never reads a clock.

use super::comparison::before;
use super::digest::{ArticleMoved, CommentsReport, CostlyArticle, CountedReport, Digest, Direction, Moved, PhraseReport, ScoreMoved, Share};
use super::digest_next::{Facts, next};
use super::digest_text::{named, text};
use super::edits::{self, EditReport};
use super::effort::{SEED, groups};
use super::figures::{PeriodReport, States};
use super::home::{Scale, in_period, known_by};
use super::outcome::lost;
use super::shown::{shown, told};
use super::week::Week;
use super::words::asked;
use effortlet_columns::{Dimension, Filter, day_text};
use crate::phrases::{MOST_TOLD, Phrase, WrittenBy, phrases};
use crate::repair::Verdict;
use crate::store::{OfValue, OnDays, Store, Unreadable, VersionAnswers, VersionByValue, WhoseWords};
use effortlet_core::score::{Figure, SUPPRESSED_BELOW, chosen_share, difference};
use effortlet_core::survey::EasyIs;
use effortlet_core::time::Timestamp;
use std::collections::BTreeMap;

/// 13 weeks: as many as an edit is compared over.
const LONG: i32 = 91;

/// Four weeks, so that weekdays and weekends weigh alike.
const SHORT: i32 = 28;

/// So many articles are named.
const MOST_ARTICLES: usize = 3;

/// So many comments are read, the latest.
const MOST_READ: usize = 2_000;

/// One version of a survey, of a site.
#[derive(Clone, Copy)]
struct Of<'a> {
    store: &'a Store,
    names: [&'a str; 2],
    version: &'a str,
}

/// `None` where nothing has ever come of the survey.
pub(crate) async fn digest(store: &Store, names: [&str; 2], week: Week, at: Timestamp) -> Result<Option<Digest>, Unreadable> {
    let Some(now) = of_week(store, names, week).await? else { return Ok(None) };
    let of = Of { store, names, version: &now.version };
    let earlier = earlier(of, &week.filter(), &now).await?;
    let articles = articles(of, week).await?;
    let edits = decided(of, week).await?;
    let comments = comments(of, week).await?;
    let (totals, totals_before) = (States::from(now.totals), earlier.as_ref().map(|it| States::from(it.totals)));
    let response_rate = rate(totals).map(|figure| moved(figure, totals_before.and_then(rate)));
    let facts = Facts {
        last: week.last(),
        responses: totals.responses,
        responses_before: totals_before.map_or(0, |it| it.responses),
        rate: response_rate.map_or(Direction::Unclear, |it| it.direction),
        articles: &articles,
        edits: &edits,
        written: comments.written,
    };
    let (to_do, in_chat) = (next(&facts, &str::to_owned), next(&facts, &named));
    let mut digest = Digest {
        site: names[0].to_owned(),
        survey: names[1].to_owned(),
        week: week.name(),
        days: period((week.first, week.last())),
        generated_at: at.rfc3339(),
        version: now.version.clone(),
        score: score(of, &now, earlier.as_ref()).await,
        now: counted(&now),
        before: earlier.as_ref().map(counted),
        response_rate,
        articles,
        edits,
        comments,
        next: to_do,
        text: String::new(),
    };
    digest.text = text(&digest, &in_chat.text);
    Ok(Some(digest))
}

/// The newest version that enough have answered that week to tell figures, else that anybody has; else so of the
/// week before; else the one that the page shows.
async fn of_week(store: &Store, [site, survey]: [&str; 2], week: Week) -> Result<Option<VersionAnswers>, Unreadable> {
    let versions = store.versions(site, survey, &week.filter()).await?;
    if let Some(now) = answered(&versions) {
        return Ok(Some(now.clone()));
    }
    let before = store.versions(site, survey, &week.before().filter()).await?;
    let name = match answered(&before) {
        Some(it) => Some(it.version.clone()),
        None => shown(&store.versions(site, survey, &Filter::default()).await?, None).map(|it| it.version.clone()),
    };
    Ok(versions.into_iter().find(|it| Some(&it.version) == name.as_ref()))
}

fn answered(versions: &[VersionAnswers]) -> Option<&VersionAnswers> {
    told(versions).or_else(|| versions.iter().find(|it| it.totals.all() > 0))
}

/// As many days just before, where any of them need not be counted together with those of `now`.
async fn earlier(of: Of<'_>, filter: &Filter, now: &VersionAnswers) -> Result<Option<VersionAnswers>, Unreadable> {
    let last = filter.to.unwrap_or_default();
    let Some(filter) = before(filter, last, now.period.map(|(from, _)| from)) else { return Ok(None) };
    let earlier = in_period(of.store, of.names, &filter, of.version).await?;
    Ok(earlier.filter(|it| now.period.is_none_or(|(from, _)| it.period.is_some_and(|(_, to)| to < from))))
}

async fn score(of: Of<'_>, now: &VersionAnswers, earlier: Option<&VersionAnswers>) -> Option<ScoreMoved> {
    let (question, scale, figure) = known_by(now)?;
    let earlier = earlier.and_then(known_by).filter(|it| (&it.0, it.1) == (&question, scale));
    let moved = moved(figure, earlier.map(|it| it.2));
    let (points, easy_is) = match scale {
        Scale::Points(points, easy_is) => (Some(points), Some(easy_is)),
        Scale::Share => (None, None),
    };
    let more_is_better = easy_is != Some(EasyIs::Low);
    let is_better = moved.is_up().map(|is_up| is_up == more_is_better);
    let asked = asked(&*of.store.catalog().await, of.names, of.version, &question);
    Some(ScoreMoved { asked, points, easy_is, moved, is_better })
}

fn moved(now: Figure, before: Option<Figure>) -> Moved {
    Moved::of(now, before, before.and_then(|before| difference(&now, &before)))
}

/// Nothing where those who did nothing are not counted.
fn rate(totals: States) -> Option<Figure> {
    (totals.shown > totals.responses).then(|| chosen_share(totals.complete + totals.partial, totals.shown))
}

/// On whole days, since most articles would else be held back for a day or two of few answers.
async fn by_article(of: Of<'_>, (from, to): (i32, i32)) -> Result<VersionByValue, Unreadable> {
    let filter = Filter { from: Some(from), to: Some(to), ..Filter::default() };
    let told = of.store.by_value_on(of.names, of.version, &filter, Dimension::Article, OnDays::Whole).await?;
    Ok(told.unwrap_or_else(|| VersionByValue { version: of.version.to_owned(), values: Vec::new(), more: 0 }))
}

async fn articles(of: Of<'_>, week: Week) -> Result<Vec<CostlyArticle>, Unreadable> {
    let last = week.last();
    let costliest = groups(by_article(of, (last - LONG + 1, last)).await?, SEED).groups.into_iter().take(MOST_ARTICLES);
    let now = by_article(of, (last - SHORT + 1, last)).await?.values;
    let before = by_article(of, (last - 2 * SHORT + 1, last - SHORT)).await?.values;
    let mut articles = Vec::new();
    for article in costliest {
        let moved = match lately(&article.value, &now, &before) {
            Some(moved) => Some(moved),
            None => not_found(of, week, &article.value).await?,
        };
        articles.push(CostlyArticle { lost: article, moved });
    }
    Ok(articles)
}

/// Who was lost at an article lately, and before; nothing where some days belong to both whole periods.
fn lately(article: &str, now: &[OfValue], before: &[OfValue]) -> Option<ArticleMoved> {
    let [now, before] = [now, before].map(|all| all.iter().find(|it| it.value == article).map(|it| &it.answers));
    let (now, before) = now.zip(before).filter(|(now, before)| before.period.unzip().1 < now.period.unzip().0)?;
    let share = |it: &VersionAnswers| lost(it).map(|(lost, answered)| chosen_share(lost, answered));
    article_moved(Share::Lost, share(now)?, share(before)?)
}

/// Who did not find it, which is told of shorter periods.
async fn not_found(of: Of<'_>, week: Week, article: &str) -> Result<Option<ArticleMoved>, Unreadable> {
    let conditions = BTreeMap::from([(Dimension::Article, article.to_owned())]);
    let filter = Filter { from: Some(week.last() - SHORT + 1), to: Some(week.last()), conditions };
    let Some(now) = in_period(of.store, of.names, &filter, of.version).await? else { return Ok(None) };
    let Some(before) = earlier(of, &filter, &now).await? else { return Ok(None) };
    let share = |it: &VersionAnswers| it.found.as_ref().map(|it| chosen_share(it.no, it.n()));
    Ok(share(&now).zip(share(&before)).and_then(|(now, before)| article_moved(Share::NotFound, now, before)))
}

fn article_moved(of: Share, now: Figure, before: Figure) -> Option<ArticleMoved> {
    (!now.is_suppressed() && !before.is_suppressed()).then(|| ArticleMoved { of, moved: moved(now, Some(before)) })
}

/// Edits of which something is said at the end of the week that was not said at its beginning.
async fn decided(of: Of<'_>, week: Week) -> Result<Vec<EditReport>, Unreadable> {
    let known = said(of, week.before().last()).await?;
    let was = |it: &EditReport| known.iter().any(|known| (&known.article, &known.edited.from, known.verdict) == (&it.article, &it.edited.from, it.verdict));
    let edits = said(of, week.last()).await?;
    Ok(edits.into_iter().filter(|it| it.verdict != Verdict::Unclear && !was(it)).collect())
}

/// All edits as they were told at the end of a day.
async fn said(of: Of<'_>, day: i32) -> Result<Vec<EditReport>, Unreadable> {
    let told = of.store.edited(of.names, of.version, &Filter::default(), day).await?;
    Ok(told.map_or_else(Vec::new, |told| edits::report(told).edits))
}

async fn comments(of: Of<'_>, week: Week) -> Result<CommentsReport, Unreadable> {
    let filter = week.filter();
    let whose = WhoseWords { site: of.names[0], survey: of.names[1], version: Some(of.version), filter: &filter, before: None };
    let said = of.store.said(&whose, MOST_READ, &|_| true).await?.comments;
    let written = said.len().min(MOST_READ) as u64;
    let texts = said.iter().map(|it| WrittenBy { language: &it.locale, person: &it.at.response, text: &it.text });
    let named = phrases(texts, MOST_TOLD, &|_, _| false).into_iter();
    let of_language = named.flat_map(|(locale, all)| all.into_iter().map(move |it| (locale.clone(), it)));
    let phrase = |(locale, it): (String, Phrase<'_>)| PhraseReport { locale, words: it.words, people: it.people.len() as u64 };
    let mut phrases: Vec<PhraseReport> = of_language.map(phrase).collect();
    phrases.sort_by_key(|it| std::cmp::Reverse(it.people));
    Ok(CommentsReport { written: Some(written).filter(|it| *it == 0 || *it >= SUPPRESSED_BELOW), phrases })
}

fn counted(it: &VersionAnswers) -> CountedReport {
    CountedReport { period: it.period.map(period), totals: it.totals.into() }
}

fn period((from, to): (i32, i32)) -> PeriodReport {
    PeriodReport { from: day_text(from), to: day_text(to) }
}
