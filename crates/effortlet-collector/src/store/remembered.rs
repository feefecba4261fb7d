//! What was shown last of a survey, under every filter that is remembered, held in memory: only what was
//! shown since is read.
//!
//! Each row that is shown anew has the next number, and who writes is alone; so what has a higher number than
//! all that is known is all that is new. A row without a name says that everything before was forgotten,
//! since a person was erased that it counted.

use super::connection::{Connection, Pool};
use super::facts::Survey;
use effortlet_columns::Filter;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// So many filters of a survey are remembered, times the figures of each; those that came first go.
pub(super) const MOST_REMEMBERED: i64 = 20_000;

/// So many are put in by themselves, so that nothing large is copied for each report.
const MOST_RECENT: usize = 256;

/// Of so many surveys it is held: some megabytes each where all of it is used.
const MOST_SURVEYS: usize = 64;

const SINCE: &str = "
    select version, name, filter, counts, shown from shown_count
    where site = $1 and survey = $2 and shown > $3 order by shown";

/// Everything, where only numbers above 0 were read before there were any.
const NOTHING_YET: i64 = -1;

/// How many people gave each answer; `released::EVERYBODY` counts each person once.
pub(super) type Counts = BTreeMap<String, u64>;

/// What was shown of one figure of some versions, by filter, and when.
type Shown = BTreeMap<Filter, (i64, Arc<Vec<Counts>>)>;

/// By the versions and the name of the figure.
type Layer = HashMap<(String, String), Shown>;

#[derive(Clone, Debug)]
pub(super) struct Remembered {
    up_to: i64,
    older: Arc<Layer>,
    recent: Layer,
}

impl Default for Remembered {
    fn default() -> Self {
        Self { up_to: NOTHING_YET, older: Arc::default(), recent: Layer::default() }
    }
}

impl Remembered {
    /// Together with what was shown since.
    pub(super) async fn now(&self, connection: &mut Connection, (site, survey): &Survey) -> Result<Self, sqlx::Error> {
        let query = sqlx::query_as(SINCE).bind(site).bind(survey).bind(self.up_to);
        let rows: Vec<(String, String, String, String, i64)> = query.fetch_all(connection).await?;
        let mut now = self.clone();
        for (version, name, filter, counts, shown) in rows {
            let read = || -> Result<(Filter, Vec<Counts>), serde_json::Error> {
                let filter = if filter.is_empty() { Filter::default() } else { serde_json::from_str(&filter)? };
                Ok((filter, serde_json::from_str(&counts)?))
            };
            let (filter, counts) = read().map_err(|error| sqlx::Error::Decode(error.into()))?;
            now.up_to = shown;
            if name.is_empty() {
                (now.older, now.recent) = Default::default();
            } else {
                now.put((version, name), filter, (shown, Arc::new(counts)));
            }
        }
        if now.recent.values().map(BTreeMap::len).sum::<usize>() > MOST_RECENT {
            now.settle();
        }
        Ok(now)
    }

    pub(super) fn put(&mut self, of: (String, String), filter: Filter, shown: (i64, Arc<Vec<Counts>>)) {
        self.recent.entry(of).or_default().insert(filter, shown);
    }

    fn settle(&mut self) {
        let mut all = Layer::clone(&self.older);
        for (of, shown) in std::mem::take(&mut self.recent) {
            all.entry(of).or_default().extend(shown);
        }
        let forgotten = self.up_to - MOST_REMEMBERED;
        all.values_mut().for_each(|it| it.retain(|filter, (shown, _)| filter.is_everything() || *shown > forgotten));
        self.older = Arc::new(all);
    }

    /// What was shown of one figure, by filter.
    pub(super) fn of(&self, versions: &str, name: &str) -> impl Iterator<Item = (&Filter, &Vec<Counts>)> {
        let of = (versions.to_owned(), name.to_owned());
        let (older, recent) = (self.older.get(&of), self.recent.get(&of));
        let is_older = move |filter: &Filter| recent.is_none_or(|it| !it.contains_key(filter));
        let older = older.into_iter().flatten().filter(move |(filter, _)| is_older(filter));
        older.chain(recent.into_iter().flatten()).map(|(filter, (_, counts))| (filter, &**counts))
    }
}

#[cfg(test)]
impl Remembered {
    pub(super) fn all(&self) -> BTreeMap<(String, String, Filter), Vec<Counts>> {
        let names = self.older.keys().chain(self.recent.keys());
        let of = |(versions, name): &(String, String)| {
            let of = |(filter, counts): (&Filter, &Vec<Counts>)| ((versions.clone(), name.clone(), filter.clone()), counts.clone());
            self.of(versions, name).map(of).collect::<Vec<_>>()
        };
        names.flat_map(of).collect()
    }
}

/// By survey.
#[derive(Debug, Default)]
pub(super) struct Memory(Mutex<BTreeMap<Survey, Remembered>>);

impl Memory {
    /// What is remembered of a survey at this moment.
    pub(super) async fn now(&self, readers: &Pool, survey: &Survey) -> Result<Remembered, sqlx::Error> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(survey).cloned().unwrap_or_default();
        let mut reader = readers.acquire().await?;
        let now = known.now(&mut reader, survey).await?;
        drop(reader);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.get(survey).is_none_or(|it| it.up_to < now.up_to) {
            all.insert(survey.clone(), now.clone());
        }
        while all.len() > MOST_SURVEYS {
            all.pop_first();
        }
        Ok(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_that_were_shown_first_are_forgotten_and_never_what_is_shown_of_all() {
        let mut it = Remembered { up_to: MOST_REMEMBERED + 5, ..Remembered::default() };
        let from = |day| Filter { from: Some(day), ..Filter::default() };
        for (filter, shown) in [(Filter::default(), 1), (from(1), 5), (from(2), 6)] {
            it.put(("1".to_owned(), "found".to_owned()), filter, (shown, Arc::default()));
        }
        it.settle();
        let left: Vec<&Filter> = it.of("1", "found").map(|(filter, _)| filter).collect();
        assert_eq!(left, [&Filter::default(), &from(2)]);
    }
}
