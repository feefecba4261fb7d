//! Which revisions of each article visitors have seen, and since when.
//!
//! Never says which of it may be told.

use super::column::Column;
use super::filter::Dimension;
use super::scan::{FEWEST_SEGMENTS, in_shares};
use super::segment::{DAY, REVISION, STATE, Segment};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// One revision of an article in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    pub locale: String,
    /// The first day (UTC) on which a response came from it, counted from 1970-01-01.
    pub first_day: i32,
    /// How many came from it, whatever became of them.
    pub responses: u64,
}

/// Where there could be more than so many different ones, only those that there are have a counter: 16 MB.
const MOST_COUNTERS: usize = 1 << 20;

/// Article, language and revision.
type Name = (String, String, String);

/// The first day of each, and how many responses.
type Seen = BTreeMap<Name, (i32, u64)>;

/// By article, of the responses of which all of this holds.
pub fn revisions(segments: &[&Segment], conditions: &[(Dimension, String)]) -> BTreeMap<String, Vec<Revision>> {
    let shares = in_shares(segments, FEWEST_SEGMENTS, |share| seen(share, conditions));
    let mut seen = Seen::new();
    shares.into_iter().flatten().for_each(|it| add(&mut seen, it));
    let mut revisions: BTreeMap<String, Vec<Revision>> = BTreeMap::new();
    for ((article, locale, _), (first_day, responses)) in seen {
        revisions.entry(article).or_default().push(Revision { locale, first_day, responses });
    }
    revisions
}

fn seen(segments: &[&Segment], conditions: &[(Dimension, String)]) -> Seen {
    let mut seen = Seen::new();
    for segment in segments {
        let narrowed;
        let segment = if conditions.is_empty() { segment } else {
            narrowed = of_whom(segment, conditions);
            &narrowed
        };
        of_segment(segment).into_iter().for_each(|it| add(&mut seen, it));
    }
    seen
}

fn add(seen: &mut Seen, (name, (day, count)): (Name, (i32, u64))) {
    let it = seen.entry(name).or_insert((day, 0));
    *it = (it.0.min(day), it.1 + count);
}

/// With what is said here of them, since articles and languages are told apart; without what says nothing here.
fn of_whom(segment: &Segment, conditions: &[(Dimension, String)]) -> Segment {
    let names = [Dimension::Article.name(), Dimension::Locale.name(), REVISION, DAY, STATE];
    let is_needed = |name: &str| names.contains(&name) || conditions.iter().any(|(it, _)| it.name() == name);
    let mut narrowed = segment.of_columns(&is_needed).narrowed(conditions);
    for (dimension, value) in conditions {
        let codes = super::column::Codes::Narrow(vec![1; narrowed.responses]);
        let column = Column::new(vec![value.clone()], codes, 0);
        narrowed.columns.insert(dimension.name().to_owned(), Arc::new(column));
    }
    narrowed
}

fn of_segment(segment: &Segment) -> Vec<(Name, (i32, u64))> {
    let of = |name: &str| segment.columns.get(name).map(AsRef::as_ref);
    let (Some(articles), Some(revisions), Some(days), Some(states)) =
        (of(Dimension::Article.name()), of(REVISION), of(DAY), of(STATE))
    else {
        return Vec::new();
    };
    let locales = of(Dimension::Locale.name());
    let day_of: Vec<Option<i32>> = [None].into_iter().chain(days.values.iter().map(|it| it.parse().ok())).collect();
    // Each article in each language with each revision has a number.
    let [languages, each] = [locales.map_or(1, |it| it.values.len() + 1), revisions.values.len() + 1];
    let each_row = |seen: &mut dyn FnMut(usize, i32)| {
        for row in 0..segment.responses {
            let (article, revision) = (usize::from(articles.codes.get(row)), usize::from(revisions.codes.get(row)));
            let day = day_of.get(usize::from(days.codes.get(row))).copied().flatten();
            if let (true, Some(day)) = (article > 0 && revision > 0 && states.codes.get(row) > 0, day) {
                let locale = locales.map_or(0, |it| usize::from(it.codes.get(row)));
                seen((article * languages + locale) * each + revision, day);
            }
        }
    };
    let add = |it: &mut (i32, u64), day: i32| *it = (it.0.min(day), it.1 + 1);
    let numbers = (articles.values.len() + 1) * languages * each;
    let seen: Vec<(usize, (i32, u64))> = if numbers <= MOST_COUNTERS {
        let mut seen = vec![(i32::MAX, 0); numbers];
        each_row(&mut |at, day| seen.get_mut(at).into_iter().for_each(|it| add(it, day)));
        seen.into_iter().enumerate().filter(|(_, it)| it.1 > 0).collect()
    } else {
        let mut seen: HashMap<usize, (i32, u64)> = HashMap::new();
        each_row(&mut |at, day| add(seen.entry(at).or_insert((i32::MAX, 0)), day));
        seen.into_iter().collect()
    };
    let name = |column: Option<&Column>, code: usize| {
        let code = u16::try_from(code).unwrap_or(0);
        column.and_then(|it| it.value(code)).unwrap_or_default().to_owned()
    };
    let named = seen.into_iter().map(|(at, it)| {
        let (article, locale, revision) = (at / each / languages, at / each % languages, at % each);
        ((name(Some(articles), article), name(locales, locale), name(Some(revisions), revision)), it)
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::super::segment::{Filled, Row};
    use super::*;

    fn segment(rows: &[(i32, &str, &str, &str)]) -> Segment {
        let row = |(seq, (day, article, locale, revision)): (i64, &(i32, &str, &str, &str))| Row {
            seq,
            day: *day,
            state: "shown".to_owned(),
            dimensions: vec![(Dimension::Article, (*article).to_owned()), (Dimension::Locale, (*locale).to_owned())],
            revision: (!revision.is_empty()).then(|| (*revision).to_owned()),
            ..Row::default()
        };
        let mut it = Filled::of(&[], &(1..).zip(rows).map(row).collect::<Vec<_>>());
        it.clear(&[rows.len() as i64]);
        it.segment
    }

    #[test]
    fn each_language_of_an_article_has_its_revisions_each_with_its_first_day() {
        let one = segment(&[(9, "a", "en", "x"), (4, "a", "en", "x"), (5, "a", "ro", "x"), (7, "a", "en", ""), (1, "a", "en", "x")]);
        let other = segment(&[(3, "b", "en", "x"), (6, "a", "en", "y"), (2, "a", "en", "x"), (1, "b", "en", "x")]);
        let of = |it: &[Revision]| it.iter().map(|it| (it.locale.clone(), it.first_day, it.responses)).collect::<Vec<_>>();
        let all = revisions(&[&one, &other], &[]);
        let [en, ro] = ["en", "ro"].map(str::to_owned);
        assert_eq!(of(&all["a"]), [(en.clone(), 2, 3), (en.clone(), 6, 1), (ro.clone(), 5, 1)], "without what was taken out");
        assert_eq!(of(&all["b"]), [(en.clone(), 3, 1)]);
        let some = revisions(&[&one, &other], &[(Dimension::Locale, ro.clone())]);
        assert_eq!((some.len(), of(&some["a"])), (1, vec![(ro, 5, 1)]));
        let some = revisions(&[&one, &other], &[(Dimension::Article, "b".to_owned())]);
        assert_eq!((some.len(), of(&some["b"])), (1, vec![(en, 3, 1)]));
    }
}
