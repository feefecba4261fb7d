//! Address and title of articles, from their latest responses.
//!
//! Never tells what an address asks for or points at.

use super::connection::Connection;
use super::held::Held;
use effortlet_columns::{Dimension, latest_of_each};
use effortlet_core::score::SUPPRESSED_BELOW;
use sqlx::AssertSqlSafe;
use std::collections::BTreeMap;

/// So many of the latest responses of an article are asked for the page that they are from.
const PAGES_ASKED: usize = 15;

/// By article. One address may be one visitor's; what five have in common is the article's.
pub(super) async fn pages(
    connection: &mut Connection,
    held: &Held,
    articles: &[&str],
) -> Result<BTreeMap<String, (String, String)>, sqlx::Error> {
    let mut wanted: BTreeMap<String, usize> = articles.iter().map(|it| ((*it).to_owned(), PAGES_ASKED)).collect();
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
    Ok(pages.into_iter().filter_map(|(article, pages)| Some((article, common(&pages)?))).collect())
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
