//! What becomes of the responses of a group, given what is stored of them.
//!
//! Never asks the database, and never leaves a trace of a post that is refused.

use super::apart::{MOST_APART, MOST_APART_BYTES};
use super::next::{Earlier, follows, word};
use super::received::{Became, Kept, Received, Refused};
use super::rows::{ApartRow, ResponseRow};
use crate::catalog::{Catalog, Misfit, site_of};
use std::collections::{HashMap, HashSet};

/// What is stored of some ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Stored {
    pub(super) erased: HashSet<String>,
    pub(super) counted: HashMap<String, Earlier>,
    pub(super) apart: HashMap<String, Earlier>,
    /// How much is kept apart in all, of every id.
    pub(super) apart_responses: u64,
    pub(super) apart_bytes: u64,
}

/// What is to be written: of each id the last revision.
#[derive(Default)]
pub(super) struct Decided<'a> {
    pub(super) counted: Vec<(&'a Received, ResponseRow<'a>)>,
    pub(super) apart: Vec<ApartRow<'a>>,
    /// Whether it is counted, and its id.
    ids: HashSet<(bool, &'a str)>,
}

/// Where a response goes.
enum Place<'a> {
    Counted(&'a Received, &'a str),
    Apart(&'a Received, Misfit),
}

impl Stored {
    /// What becomes of one post. `self` is as it is stored once what is decided is written.
    pub(super) fn decide<'a>(
        &mut self,
        post: &'a [Received],
        catalog: &'a Catalog,
        decided: &mut Decided<'a>,
    ) -> Result<Result<Kept, Refused>, serde_json::Error> {
        let mut after = Stored { apart_responses: self.apart_responses, apart_bytes: self.apart_bytes, ..Self::default() };
        let (mut kept, mut places) = (Kept::default(), Vec::new());
        for received in post {
            let became = match catalog.version_of(&received.response) {
                _ if self.erased.contains(&received.response.id) => Ok(Became::Unchanged),
                Ok(version) => self.count(received, version, &mut after, &mut places),
                Err(misfit) => self.keep_apart(received, misfit, &mut after, &mut places)?,
            };
            match became {
                Ok(became) => kept.push(became),
                Err(refused) => return Ok(Err(refused)),
            }
        }
        for place in places {
            decided.take(place)?;
        }
        (self.apart_responses, self.apart_bytes) = (after.apart_responses, after.apart_bytes);
        self.counted.extend(after.counted);
        self.apart.extend(after.apart);
        Ok(Ok(kept))
    }

    fn count<'a>(
        &self,
        received: &'a Received,
        version: &'a str,
        after: &mut Self,
        places: &mut Vec<Place<'a>>,
    ) -> Result<Became, Refused> {
        let response = &received.response;
        let earlier = after.counted.get(&response.id).or_else(|| self.counted.get(&response.id));
        let became = follows(earlier.cloned(), response, version)?;
        if became == Became::Stored {
            after.counted.insert(response.id.clone(), stands(received, version));
            places.push(Place::Counted(received, version));
        }
        Ok(became)
    }

    fn keep_apart<'a>(
        &self,
        received: &'a Received,
        misfit: Misfit,
        after: &mut Self,
        places: &mut Vec<Place<'a>>,
    ) -> Result<Result<Became, Refused>, serde_json::Error> {
        let response = &received.response;
        let earlier = after.apart.get(&response.id).or_else(|| self.apart.get(&response.id));
        match follows(earlier.cloned(), response, &response.survey_version) {
            Ok(Became::Stored) => {}
            other => return Ok(other),
        }
        let bytes = ApartRow::of(received, &misfit)?.body.len() as u64;
        if after.apart_responses >= MOST_APART || after.apart_bytes + bytes > MOST_APART_BYTES {
            return Ok(Err(Refused::Unknown(misfit)));
        }
        after.apart_responses += u64::from(earlier.is_none());
        after.apart_bytes += bytes;
        after.apart.insert(response.id.clone(), stands(received, &response.survey_version));
        places.push(Place::Apart(received, misfit));
        Ok(Ok(Became::Apart))
    }
}

impl<'a> Decided<'a> {
    /// One statement writes no row twice.
    fn take(&mut self, place: Place<'a>) -> Result<(), serde_json::Error> {
        match place {
            Place::Counted(received, version) => {
                let id = received.response.id.as_str();
                if !self.ids.insert((true, id)) {
                    self.counted.retain(|(_, row)| row.id != id);
                }
                self.counted.push((received, ResponseRow::of(received, version)?));
            }
            Place::Apart(received, misfit) => {
                let id = received.response.id.as_str();
                if !self.ids.insert((false, id)) {
                    self.apart.retain(|row| row.id != id);
                }
                self.apart.push(ApartRow::of(received, &misfit)?);
            }
        }
        Ok(())
    }
}

/// As it is stored from now on.
fn stands(received: &Received, version: &str) -> Earlier {
    let response = &received.response;
    let names = (site_of(response).to_owned(), response.survey.clone(), version.to_owned());
    (names.0, names.1, names.2, i64::from(response.rev), word(response.state).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Version, Versions};
    use effortlet_core::response::read;
    use effortlet_core::source::parse_json;
    use effortlet_core::time::Timestamp;
    use std::collections::BTreeMap;

    /// A definition whose one survey asks one question.
    fn catalog() -> Catalog {
        let asked = r#"[{"id":"found","kind":"yesNo","text":"Found?"}]"#;
        let version = Version {
            first_seen: Timestamp(0),
            reads_as: "1".to_owned(),
            organization: String::new(),
            default_locale: "en".to_owned(),
            asked: Some(serde_json::from_str(asked).unwrap()),
        };
        let versions = Versions {
            posted: BTreeMap::from([("1".to_owned(), "1".to_owned())]),
            known: BTreeMap::from([("1".to_owned(), version)]),
        };
        let surveys = BTreeMap::from([("help".to_owned(), versions)]);
        Catalog { sites: BTreeMap::from([("default".to_owned(), surveys)]), has_definitions: true, change: 0 }
    }

    fn received(number: u32, rev: u32, state: &str, question: &str) -> Received {
        let answers = if state == "dismissed" { String::new() } else { format!(r#"{{"question":"{question}","kind":"yesNo","value":"yes"}}"#) };
        let answered = if state == "dismissed" { "" } else { r#","answeredAt":"2026-01-01T00:00:01Z""# };
        let text = format!(
            r#"{{"schema":1,"id":"0193f7a0-0000-7000-8000-{number:012}","rev":{rev},"state":"{state}","survey":"help","surveyVersion":"1",
            "trigger":"scroll","locale":"en","answers":[{answers}],"page":{{"url":"/","title":""}},
            "timing":{{"shownAt":"2026-01-01T00:00:00Z"{answered}}},"context":{{}}}}"#
        );
        let response = read(&parse_json(&text).unwrap()).unwrap();
        Received { response, shown_at: Timestamp(0), answered_at: None, arrived: Timestamp(2) }
    }

    /// What became of each post, and the revisions that are written.
    fn decide(posts: &[Vec<Received>]) -> (Vec<Result<Kept, Refused>>, Vec<u32>, usize) {
        let (catalog, mut stored, mut decided) = (catalog(), Stored::default(), Decided::default());
        let became = posts.iter().map(|post| stored.decide(post, &catalog, &mut decided).unwrap()).collect();
        let revisions = decided.counted.iter().map(|(received, _)| received.response.rev).collect();
        (became, revisions, decided.apart.len())
    }

    #[test]
    fn revisions_of_one_group_follow_one_after_the_other_and_the_last_is_written() {
        let posts = [(1, "partial"), (3, "complete"), (2, "partial")].map(|(rev, state)| vec![received(1, rev, state, "found")]);
        let (became, revisions, _) = decide(&posts);
        let stored = || Ok(vec![Became::Stored]);
        assert_eq!(became, [stored(), stored(), Ok(vec![Became::Unchanged])]);
        assert_eq!(revisions, [3]);
    }

    #[test]
    fn a_post_that_is_refused_leaves_no_trace() {
        let complete = || vec![received(1, 1, "complete", "found")];
        let impossible = vec![received(2, 1, "complete", "found"), received(1, 2, "dismissed", "")];
        let (became, revisions, _) = decide(&[complete(), impossible, vec![received(2, 1, "dismissed", "")]]);
        assert!(matches!(became[1], Err(Refused::AnotherState { .. })), "{:?}", became[1]);
        assert_eq!(became[2], Ok(vec![Became::Stored]), "the other response of that post was not stored");
        assert_eq!(revisions, [1, 1]);
    }

    #[test]
    fn what_was_counted_stays_where_a_revision_is_kept_apart() {
        let (became, revisions, apart) =
            decide(&[vec![received(1, 1, "partial", "found")], vec![received(1, 2, "complete", "made-up")]]);
        assert_eq!(became, [Ok(vec![Became::Stored]), Ok(vec![Became::Apart])]);
        assert_eq!((revisions, apart), (vec![1], 1));
    }
}
