//! What people of the made-up help center look for and do not find: four topics in each language, one of which is
//! written in the week in which articles are rewritten, and hardly sought any more from then on.

use super::numbers::Numbers;
use super::weeks::{REPAIRED_IN, begin};
use crate::catalog::DEFAULT_SITE;
use crate::phrases::Sought;
use crate::store::{SortTopic, TopicAt, TopicClass, TopicState};
use effortlet_core::time::{Duration, Timestamp};

/// One topic: as it is called, and as people write it.
type Written = (&'static str, [&'static str; 4]);

const TOPICS: [(&str, [Written; 4]); 3] = [
    ("en", [
        ("student discount", ["Student discount", "Do you have student discounts?", "Where is the student discount?", "student discount please"]),
        ("tax certificate", ["Where is my tax certificate?", "Tax certificate", "tax certificates", "We need the tax certificate"]),
        ("gift receipt", ["A gift receipt", "gift receipts", "Can I have a gift receipt?", "Gift receipt without prices"]),
        ("track parcel", ["Track a parcel from abroad", "How do I track my parcel", "tracking parcels", "track the parcel"]),
    ]),
    ("ro", [
        ("reducere pentru studenți", ["Reducere pentru studenți", "Aveți reducere pentru studenți?", "reducere pentru studenți", "Este vreo reducere pentru studenți?"]),
        ("cod fiscal", ["Codul fiscal", "Unde scriu codul fiscal?", "cod fiscal", "Schimbarea codului fiscal"]),
        ("bon cadou", ["Bon cadou", "Vreau un bon cadou", "Se poate bon cadou?", "bon cadou fără preț"]),
        ("colet din străinătate", ["Colet din străinătate", "Unde este coletul din străinătate?", "coletul din străinătate", "Un colet din străinătate"]),
    ]),
    ("ru", [
        ("скидка студентам", ["Скидка студентам", "Есть ли скидки студентам?", "скидка студентам", "Где скидка студентам?"]),
        ("ИНН компании", ["ИНН компании", "Где указать ИНН компании?", "инн компании", "Поменять ИНН компании"]),
        ("подарочный чек", ["Подарочный чек", "Нужен подарочный чек", "подарочные чеки", "Можно ли подарочный чек?"]),
        ("посылка из-за границы", ["Посылка из-за границы", "Где посылка из-за границы?", "посылки из-за границы", "Отследить посылку из-за границы"]),
    ]),
];

/// What its team has made of each: the first is written.
const SORTED: [(TopicClass, TopicState, &str); 4] = [
    (TopicClass::Missing, TopicState::Done, "“Discounts for students”, written by Ana"),
    (TopicClass::Missing, TopicState::Open, ""),
    (TopicClass::Missing, TopicState::Open, "Ask sales for the wording"),
    (TopicClass::Outdated, TopicState::Open, ""),
];

/// What somebody looked for in this week, by the place of a language; three in five say it.
pub(super) fn sought(numbers: &mut Numbers, language: usize, week: u64) -> Option<&'static str> {
    let says_it = numbers.below(5) < 3;
    let topic = numbers.below(4);
    let topic = if topic == 0 && week >= REPAIRED_IN && numbers.below(10) > 0 { 1 + numbers.below(3) } else { topic };
    let written = TOPICS.get(language)?.1.get(usize::try_from(topic).ok()?)?.1;
    let text = numbers.of(&written, "");
    says_it.then_some(text)
}

/// What the team has made of topics by this day.
pub(crate) fn sorted(today: Timestamp) -> Vec<SortTopic> {
    let written = Timestamp(begin(today).0 + Duration::days(7).0 * REPAIRED_IN.cast_signed());
    let of_language = |(language, topics): (&'static str, [Written; 4])| {
        topics.into_iter().zip(SORTED).map(move |((words, _), (class, state, note))| SortTopic {
            about: TopicAt {
                site: DEFAULT_SITE.to_owned(),
                survey: super::SURVEY.to_owned(),
                language: language.to_owned(),
                stems: Sought::written(language, words).stems().to_owned(),
            },
            class: Some(Some(class)),
            state: Some(state),
            note: note.to_owned(),
            at: written,
        })
    };
    TOPICS.into_iter().flat_map(of_language).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_topic_is_that_topic() {
        let all = TOPICS.into_iter().flat_map(|(language, topics)| topics.map(|it| (language, it)));
        let texts = all.flat_map(|(language, (words, written))| written.map(|text| (language, words, text)));
        let others: Vec<_> = texts.filter(|(language, words, text)| !Sought::written(language, words).is_in(language, text)).collect();
        assert_eq!(others, []);
    }
}
