//! The latest comments, found by the columns of who wrote something.
//!
//! Never shows any where fewer than five people have written.

use super::answers::Grouped;
use super::counts::{Comment, VersionAnswers};
use super::held::{Held, Wanted, held};
use super::connection::Connection;
use super::{Store, Unreadable};
use effortlet_columns::{Filter, Plan, SAID, Split, as_filtered, latest};
use effortlet_core::score::SUPPRESSED_BELOW;
use effortlet_core::time::Timestamp;
use std::cmp::Reverse;

/// So many are shown.
const MOST: usize = 20;

/// So many people are looked at, since words may be forgotten of whom columns still know that they wrote.
const MOST_LOOKED_AT: usize = 2_000;

const COMMENTS: &str = "
    select answer.question, answer.text, response.locale, page_url, page_title, page_section, page_article,
        answered_at, revised_at, response.id, answer.position
    from response join answer on answer.response = response.id and answer.site = response.site
    where response.seq = $1 and answer.kind = 'text'";

type Row = (String, String, String, String, String, Option<String>, Option<String>, Option<i64>, i64, String, i64);

impl Store {
    /// The 20 latest answers to text questions of these versions. By arrival first, since visitors' clocks
    /// may be off.
    pub(crate) async fn comments(
        &self,
        site: &str,
        survey: &str,
        versions: &[VersionAnswers],
        filter: &Filter,
    ) -> Result<Vec<Comment>, Unreadable> {
        let catalog = self.catalog().await;
        let Some(known) = catalog.versions(site, survey) else { return Ok(Vec::new()) };
        let of = (site.to_owned(), survey.to_owned());
        let wanted = Wanted { questions: true, ..Wanted::under(filter) };
        let grouped = Grouped::of(survey, known);
        let mut snapshot = self.readers.begin_with(self.dialect.snapshot()).await?;
        let mut held = held(&mut snapshot, &self.counting.cache, &of, &wanted).await?;
        held.segments = as_filtered(held.segments, filter);
        let plan = Plan { found: vec![None; grouped.groups.len()], ..grouped.plan(&held.all(), filter) };
        let mut rows: Vec<Row> = Vec::new();
        for version in versions.iter().filter(|it| it.may_say) {
            let Some(group) = grouped.groups.iter().position(|it| *it == version.version) else { continue };
            rows.extend(of_group(&mut snapshot, &held, &plan, group, version.period).await?);
        }
        let order = |it: &Row| (Reverse(it.8), Reverse(it.7), Reverse(it.9.clone()), it.10);
        rows.sort_by_key(order);
        rows.truncate(MOST);
        Ok(rows.into_iter().map(comment).collect())
    }
}

async fn of_group(
    connection: &mut Connection,
    held: &Held,
    plan: &Plan,
    group: usize,
    period: Option<(i32, i32)>,
) -> Result<Vec<Row>, sqlx::Error> {
    let is_meant = |day: &str| match (plan.split, period) {
        (Split::Nothing, _) => true,
        (_, Some((first, last))) => day.parse().is_ok_and(|day: i32| (first..=last).contains(&day)),
        (_, None) => false,
    };
    let (mut rows, mut people, mut looked_at) = (Vec::new(), 0, 0);
    for (at, segment) in held.segments.iter().enumerate().rev() {
        let wrote = latest(segment, plan, group, SAID, &is_meant);
        let wrote = wrote.get(..wrote.len().min(MOST_LOOKED_AT - looked_at)).unwrap_or_default();
        if wrote.is_empty() {
            continue;
        }
        for seq in held.numbers(connection, at, wrote).await? {
            let said: Vec<Row> = sqlx::query_as(COMMENTS).bind(seq).fetch_all(&mut *connection).await?;
            people += u64::from(!said.is_empty());
            looked_at += 1;
            rows.extend(said);
            if rows.len() >= MOST && people >= SUPPRESSED_BELOW {
                return Ok(rows);
            }
        }
        if looked_at >= MOST_LOOKED_AT {
            break;
        }
    }
    Ok(if people >= SUPPRESSED_BELOW { rows } else { Vec::new() })
}

fn comment(row: Row) -> Comment {
    let (question, text, locale, page_url, page_title, page_section, page_article, answered_at, revised_at, ..) = row;
    let at = Timestamp(answered_at.unwrap_or(revised_at));
    Comment { question, text, locale, page_url, page_title, page_section, page_article, at }
}
