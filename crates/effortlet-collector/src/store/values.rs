//! What the responses of a survey can be told apart by: the values to choose a filter from.
//!
//! Never names a value that fewer than five people have.

use super::held::{Wanted, held};
use super::named_facts::named_facts;
use super::{Store, Unreadable};
use effortlet_columns::{Dimension, Plan, STATE, Segment, Split, family_of, scan};
use effortlet_core::score::SUPPRESSED_BELOW;
use std::collections::BTreeMap;

/// So many are named at most, those that most people have: nobody looks through more.
const MOST: usize = 500;

/// The values of each dimension, by their names.
pub(crate) type Values = BTreeMap<Dimension, Vec<String>>;

impl Store {
    pub(crate) async fn values(&self, site: &str, survey: &str) -> Result<Values, Unreadable> {
        let catalog = self.catalog().await;
        let Some(known) = catalog.versions(site, survey) else { return Ok(Values::new()) };
        let of = (site.to_owned(), survey.to_owned());
        let mut snapshot = self.readers.begin_with(self.dialect.snapshot()).await?;
        let wanted = Wanted { dimensions: Dimension::RANKED.into(), ..Wanted::default() };
        let held = held(&mut snapshot, &self.counting.cache, &of, &wanted).await?;
        let mut by_fact = Vec::new();
        for fact in named_facts(&mut snapshot).await? {
            let wanted = Wanted { fact: Some(fact.name().to_owned()), ..Wanted::default() };
            by_fact.push(super::held::held(&mut snapshot, &self.counting.cache, &of, &wanted).await?);
        }
        drop(snapshot);
        let groups: BTreeMap<String, usize> = known.known.keys().map(|it| (it.clone(), 0)).collect();
        let count = move || {
            let of_each = Dimension::RANKED.into_iter().map(|it| (it, values(&held.all(), &groups, it)));
            let facts = by_fact.iter().flat_map(|it| values(&it.all(), &groups, Dimension::Context)).collect();
            of_each.chain([(Dimension::Context, facts)]).collect()
        };
        Ok(self.counting.count(count).await?)
    }
}

fn values(segments: &[&Segment], groups: &BTreeMap<String, usize>, dimension: Dimension) -> Vec<String> {
    let plan = Plan {
        groups: groups.clone(),
        found: vec![None],
        split: Split::Values(dimension),
        only: vec![STATE.to_owned()],
        whoever: true,
        ..Plan::default()
    };
    let tally = scan(segments, &plan);
    let people = tally.columns.get(STATE).map(|it| it.people(0, None)).unwrap_or_default();
    let named = people.by_part().filter_map(|(part, count)| Some((tally.parts.all.get(part)?.as_str(), count)));
    let mut counts: BTreeMap<&str, u64> = named.collect();
    if dimension == Dimension::Trigger {
        // A family can be chosen as well as each of its ways.
        let ways: Vec<(&str, u64)> = counts.iter().filter_map(|(name, count)| Some((family_of(name)?, *count))).collect();
        ways.into_iter().for_each(|(family, count)| *counts.entry(family).or_default() += count);
    }
    let named = counts.into_iter().map(|(name, count)| (count, name));
    let mut named: Vec<(u64, &str)> = named.filter(|(count, name)| *count >= SUPPRESSED_BELOW && !name.is_empty()).collect();
    named.sort_unstable_by(|one, other| (other.0, one.1).cmp(&(one.0, other.1)));
    let mut values: Vec<String> = named.into_iter().take(MOST).map(|(_, name)| name.to_owned()).collect();
    values.sort_unstable();
    values
}
