//! What reports may show of counts, so that two of them a moment apart do not tell one person's answer.
//!
//! Counts stay as they were shown last until at least five people's answers have come, or gone, since.
//! The writer decides, so that two reports at once are told the same. Never shows fewer than five.

use effortlet_core::score::SUPPRESSED_BELOW;
use super::connection::Connection;
use super::remembered::{Counts, MOST_REMEMBERED, Remembered};
use effortlet_columns::Filter;

/// The key beside the options of a choice under which stands how many people chose any.
pub(super) const EVERYBODY: &str = "";

/// Counts of one question in one version of a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) site: String,
    pub(super) survey: String,
    /// The versions that are read together.
    pub(super) versions: Vec<String>,
    pub(super) name: String,
    /// Which responses were meant.
    pub(super) filter: Filter,
    /// Of groups of people, each person in one of them. A single one where telling them apart would give
    /// away a group of fewer than five.
    pub(super) groups: Vec<Counts>,
}

const SHOW: &str = "
    insert into shown_count (site, survey, version, name, filter, counts, shown)
    values ($1, $2, $3, $4, $5, $6, (select coalesce(max(shown), 0) + 1 from shown_count where site = $1 and survey = $2))
    on conflict (site, survey, version, name, filter) do update set counts = excluded.counts, shown = excluded.shown";

const FORGET: &str = "
    delete from shown_count where site = $1 and survey = $2 and filter <> ''
        and shown <= (select max(shown) from shown_count where site = $1 and survey = $2) - $3";

/// Remembers what moves on, and says what is shown of each. All are of one survey.
pub(super) async fn release(
    connection: &mut Connection,
    counted: &[Counted],
    remembered: &Remembered,
) -> Result<Vec<Counted>, sqlx::Error> {
    let Some(first) = counted.first() else { return Ok(Vec::new()) };
    let remembered = remembered.now(connection, &(first.site.clone(), first.survey.clone())).await?;
    let shown = decide(counted, &remembered);
    for (it, _) in shown.iter().filter(|(_, moves)| *moves) {
        let counts = serde_json::to_string(&it.groups).map_err(|error| sqlx::Error::Encode(error.into()))?;
        let query = sqlx::query(SHOW).bind(&it.site).bind(&it.survey).bind(key(&it.versions)).bind(&it.name);
        query.bind(filter_key(&it.filter)).bind(counts).execute(&mut *connection).await?;
    }
    if let Some((it, _)) = shown.iter().find(|(it, moves)| *moves && !it.filter.is_everything()) {
        let query = sqlx::query(FORGET).bind(&it.site).bind(&it.survey).bind(MOST_REMEMBERED);
        query.execute(connection).await?;
    }
    Ok(shown.into_iter().map(|(it, _)| it).collect())
}

/// What is shown of each, and whether it differs from what was shown last.
///
/// It moves on only where it differs by five people or by nobody also from what was shown last under every
/// filter that means more, and every one that means less.
pub(super) fn decide(counted: &[Counted], remembered: &Remembered) -> Vec<(Counted, bool)> {
    counted.iter().map(|it| decide_one(it, remembered)).collect()
}

fn decide_one(it: &Counted, remembered: &Remembered) -> (Counted, bool) {
    let versions = key(&it.versions);
    let shown = || remembered.of(&versions, &it.name);
    let own = shown().find(|(filter, _)| **filter == it.filter).map(|(_, groups)| groups.clone());
    let last = match own {
        None if it.versions.len() > 1 => shown_of_each(it, remembered),
        last => last,
    };
    let others = || shown().filter(|(filter, _)| **filter != it.filter);
    let nested = || others().filter(|(filter, _)| filter.holds_all_of(&it.filter) || it.filter.holds_all_of(filter));
    let next = next(last.as_deref(), &it.groups);
    let is_apart = next.as_ref().is_none_or(|next| nested().all(|(_, groups)| are_apart(groups, next)));
    let moves = is_apart && next.is_some();
    let groups = match (next.filter(|_| is_apart), last) {
        (Some(next), _) => next,
        (None, Some(last)) => last,
        // Of fewer than five only how many there are.
        (None, None) if is_apart => vec![together(&it.groups)],
        (None, None) => vec![Counts::new()],
    };
    (Counted { groups, ..it.clone() }, moves)
}

/// Whether at least five people stand between two counts, or nobody.
fn are_apart(one: &[Counts], other: &[Counts]) -> bool {
    let apart = |one: &Counts, other: &Counts| one == other || enough_between(one, other);
    let groups = one.len() != other.len() || one.iter().zip(other).all(|(one, other)| apart(one, other));
    groups && apart(&together(one), &together(other))
}

/// What was shown of each version by itself, before a team said that they are read together: taken from
/// what is shown of all it would tell the rest.
fn shown_of_each(it: &Counted, remembered: &Remembered) -> Option<Vec<Counts>> {
    let mut each = Vec::new();
    for version in &it.versions {
        let versions = key(std::slice::from_ref(version));
        let shown = remembered.of(&versions, &it.name).filter(|(filter, _)| **filter == it.filter);
        each.extend(shown.flat_map(|(_, groups)| groups.clone()));
    }
    (!each.is_empty()).then(|| vec![together(&each)])
}

/// Nothing for the filter that means everything.
fn filter_key(filter: &Filter) -> String {
    if filter.is_everything() { String::new() } else { serde_json::to_string(filter).unwrap_or_default() }
}

/// A list as JSON, since names of versions may hold any sign.
fn key(versions: &[String]) -> String {
    serde_json::Value::from(versions).to_string()
}

/// What is shown from now on, if it differs from what was shown last.
fn next(last: Option<&[Counts]>, now: &[Counts]) -> Option<Vec<Counts>> {
    match last {
        Some(last) if last.len() == now.len() => {
            let group = |(last, now): (&Counts, &Counts)| if enough_between(last, now) { now.clone() } else { last.clone() };
            let groups: Vec<Counts> = last.iter().zip(now).map(group).collect();
            (groups != last).then_some(groups)
        }
        _ => {
            let (before, all) = (last.map(together).unwrap_or_default(), together(now));
            let may_stand_alone = |group: &Counts| !(1..SUPPRESSED_BELOW).contains(&people(group));
            let groups = if now.iter().all(may_stand_alone) { now.to_vec() } else { vec![all.clone()] };
            enough_between(&before, &all).then_some(groups)
        }
    }
}

fn together(groups: &[Counts]) -> Counts {
    let mut all = Counts::new();
    for (answer, count) in groups.iter().flatten() {
        *all.entry(answer.clone()).or_default() += count;
    }
    all
}

fn people(counts: &Counts) -> u64 {
    counts.get(EVERYBODY).copied().unwrap_or_else(|| counts.values().sum())
}

/// Whether at least five people stand between two counts.
///
/// Who changed an answer comes into one count and goes from another, so each direction is held to it by
/// itself.
fn enough_between(last: &Counts, now: &Counts) -> bool {
    let more = |here: &Counts, there: &Counts| -> u64 {
        if let (Some(here), there) = (here.get(EVERYBODY), there.get(EVERYBODY)) {
            return here.saturating_sub(there.copied().unwrap_or(0));
        }
        here.iter().map(|(answer, count)| count.saturating_sub(there.get(answer).copied().unwrap_or(0))).sum()
    };
    more(now, last) >= SUPPRESSED_BELOW || more(last, now) >= SUPPRESSED_BELOW
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(pairs: &[(&str, u64)]) -> Counts {
        pairs.iter().map(|(answer, count)| ((*answer).to_owned(), *count)).collect()
    }

    #[test]
    fn counts_move_on_by_five_people_and_no_fewer() {
        let five = counts(&[("6", 5)]);
        assert_eq!(next(None, &[counts(&[("6", 4)])]), None);
        assert_eq!(next(None, std::slice::from_ref(&five)), Some(vec![five.clone()]));
        let from = |now: &[(&str, u64)]| next(Some(std::slice::from_ref(&five)), &[counts(now)]).is_some();
        assert!(!from(&[("6", 5), ("1", 4)]), "four came");
        assert!(from(&[("6", 5), ("1", 5)]), "five came");
        assert!(!from(&[("6", 4), ("1", 1)]), "one thought better of it");
        assert!(!from(&[("6", 1)]), "four went");
        let chose = counts(&[(EVERYBODY, 5), ("a", 5), ("b", 5)]);
        let now = counts(&[(EVERYBODY, 7), ("a", 7), ("b", 7), ("c", 2)]);
        assert_eq!(next(Some(&[chose]), &[now]), None, "two people chose six options");
    }

    #[test]
    fn a_group_of_fewer_than_five_is_not_told_apart() {
        let (finders, others) = (counts(&[("6", 9)]), counts(&[("1", 3)]));
        let all = counts(&[("1", 3), ("6", 9)]);
        assert_eq!(next(None, &[finders.clone(), others]), Some(vec![all.clone()]));
        let apart = [counts(&[("6", 9)]), counts(&[("1", 5)])];
        assert_eq!(next(Some(std::slice::from_ref(&all)), &apart), None, "two came");
        let apart = [counts(&[("6", 12)]), counts(&[("1", 5)])];
        assert_eq!(next(Some(&[all]), &apart), Some(apart.to_vec()));
        let later = [counts(&[("6", 17)]), counts(&[("1", 9)])];
        let shown = [counts(&[("6", 17)]), counts(&[("1", 5)])];
        assert_eq!(next(Some(&apart), &later), Some(shown.to_vec()), "each group moves on by itself");
    }
}
