//! Counts from columns are counts from rows, whatever came, went and was folded when.

use super::answers::{Grouped, answers};
use super::held::{Wanted, held};
use super::facts::rows;
use super::remembered::Memory;
use super::{Older, Store, Whose};
use crate::catalog;
use effortlet_columns::{Dimension, Filled, Filter};
use crate::sample::{SURVEY, VERSIONS, definition, response};
use effortlet_core::response::Random;
use effortlet_core::time::{Duration, Timestamp};

const NOW: Timestamp = Timestamp(1_795_338_300_000);

/// The same for the same seed.
struct Chance(Random);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0.draw() % most
    }
}

fn filters() -> [Filter; 4] {
    let with = |from, to, conditions: &[(Dimension, &str)]| Filter {
        from,
        to,
        conditions: conditions.iter().map(|(it, value)| (*it, (*value).to_owned())).collect(),
    };
    [
        Filter::default(),
        with(None, None, &[(Dimension::Locale, "en")]),
        with(Some(20_500), None, &[(Dimension::Device, "phone")]),
        with(Some(20_400), Some(20_700), &[(Dimension::Trigger, "scroll"), (Dimension::Locale, "ro")]),
    ]
}

async fn agrees(store: &Store, step: &str) {
    for it in store.recount().await.unwrap() {
        assert!(it.differences.is_empty(), "{step}: {it:?}");
    }
    let of = ("default".to_owned(), SURVEY.to_owned());
    let catalog = store.catalog().await;
    let known = catalog.versions(&of.0, &of.1).unwrap();
    let grouped = Grouped::of(SURVEY, known);
    let mut connection = store.readers.acquire().await.unwrap();
    let all = rows(&mut connection, (0, i64::MAX), i64::MAX, Some(&of)).await.unwrap();
    let from_rows = Filled::of(&[], &all.into_iter().map(|(_, row)| row).collect::<Vec<_>>()).segment;
    let wanted = Wanted { questions: true, days: true, dimensions: Dimension::ALL.into(), ..Wanted::default() };
    let held = held(&mut connection, &store.counting.cache, &of, &wanted).await.unwrap();
    for filter in filters() {
        let (columns, rows) = (answers(&grouped, &held.all(), &filter), answers(&grouped, &[&from_rows], &filter));
        assert_eq!(format!("{columns:#?}"), format!("{rows:#?}"), "{step}, {filter:?}");
    }
    drop(connection);
    remembers(store, &of, step).await;
}

/// What is held in memory of what was shown is what is stored, also once somebody was erased.
async fn remembers(store: &Store, of: &(String, String), step: &str) {
    for filter in filters() {
        store.versions(&of.0, &of.1, &filter).await.unwrap();
    }
    let known = store.counting.memory.now(&store.readers, of).await.unwrap();
    let stored = Memory::default().now(&store.readers, of).await.unwrap();
    assert_eq!(known.all(), stored.all(), "{step}");
}

/// `EFFORTLET_SETS` says how many sequences are tried.
#[tokio::test]
async fn counts_from_columns_are_counts_from_rows() {
    let sets = std::env::var("EFFORTLET_SETS").ok().and_then(|it| it.parse().ok()).unwrap_or(1);
    for seed in 1..=sets {
        let folder = tempfile::tempdir().unwrap();
        let (store, writing) = Store::open(&format!("sqlite://{}", folder.path().join("effortlet.db").display())).await.unwrap();
        for version in VERSIONS {
            store.register(catalog::read(&definition(version)).unwrap(), NOW).await.unwrap();
        }
        let mut chance = Chance(Random::new(seed));
        let (mut number, mut ids, mut later) = (0, Vec::new(), Vec::new());
        for step in 0..40 {
            let what = chance.below(10);
            match what {
                0..=4 => {
                    let mut group = Vec::new();
                    for _ in 0..chance.below(40) {
                        let mut own = response(seed, number, 600, NOW).into_iter();
                        ids.extend(own.as_slice().first().map(|it| it.response.id.clone()));
                        group.extend(own.next());
                        later.extend(own);
                        number += 1;
                    }
                    store.keep(group).await.unwrap();
                }
                5 => {
                    let keep = later.len() / 2;
                    store.keep(later.split_off(keep)).await.unwrap();
                }
                6 if !ids.is_empty() => {
                    let id = ids.swap_remove(chance.below(ids.len() as u64) as usize);
                    later.retain(|it: &super::Received| it.response.id != id);
                    store.erase(Whose::Response(id), NOW).await.unwrap();
                }
                7 if step > 20 => {
                    let before = Timestamp(NOW.0 - Duration::days(400 - chance.below(30) as i64).0);
                    store.forget(Older::Counts(before)).await.unwrap();
                }
                _ => {
                    store.fold(1 + chance.below(30), 1 + chance.below(120) as usize).await.unwrap();
                }
            }
            agrees(&store, &format!("seed {seed}, step {step}, {what}")).await;
        }
        store.refold().await.unwrap();
        agrees(&store, "made anew").await;
        drop(store);
        writing.drained().await;
    }
}
