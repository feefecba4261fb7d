//! What a team makes of a topic: of what people write again and again in some language.
//!
//! It goes with the last comment of its survey. Never knows who has written it.

use super::connection::Connection;
use effortlet_core::time::Timestamp;

/// What is the matter with the help center.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TopicClass {
    /// There is no article about it.
    Missing,
    Outdated,
    Wrong,
    Other,
}

impl TopicClass {
    pub(crate) const ALL: [Self; 4] = [Self::Missing, Self::Outdated, Self::Wrong, Self::Other];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Outdated => "outdated",
            Self::Wrong => "wrong",
            Self::Other => "other",
        }
    }

    pub(crate) fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum TopicState {
    #[default]
    Open,
    Done,
}

impl TopicState {
    pub(crate) const ALL: [Self; 2] = [Self::Open, Self::Done];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
        }
    }

    pub(crate) fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// Which topic of which survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TopicAt {
    pub(crate) site: String,
    pub(crate) survey: String,
    pub(crate) language: String,
    /// As phrases have them.
    pub(crate) stems: String,
}

/// What a team has made of a topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sorted {
    /// None until somebody has said it.
    pub(crate) class: Option<TopicClass>,
    /// Since when it is done.
    pub(crate) done: Option<Timestamp>,
    pub(crate) note: String,
}

/// What a team changes; what is not named stays as it is.
#[derive(Debug)]
pub(crate) struct SortTopic {
    pub(crate) about: TopicAt,
    /// None takes it back.
    pub(crate) class: Option<Option<TopicClass>>,
    pub(crate) state: Option<TopicState>,
    pub(crate) note: String,
    pub(crate) at: Timestamp,
}

/// `$5` and `$7` say whether class and state are named. What is done stays so since the day on which it was.
const SORT: &str = "
    insert into topic (site, survey, language, stems, class, done_at, note, changed_at)
    values ($1, $2, $3, $4, case when $5 = 1 then $6 end, case when $7 = 1 and $8 = 'done' then cast($10 as bigint) end, $9, $10)
    on conflict (site, survey, language, stems) do update set
        class = case when $5 = 1 then excluded.class else topic.class end,
        done_at = case
            when $7 = 0 then topic.done_at
            when $8 = 'done' then coalesce(topic.done_at, excluded.done_at)
        end,
        note = excluded.note, changed_at = excluded.changed_at";

const FORGET: &str = "
    delete from topic where not exists (
        select 1 from response join answer on answer.response = response.id and answer.site = response.site
        where response.site = topic.site and response.survey = topic.survey and answer.kind = 'text'
    )";

pub(super) async fn sort_topic(connection: &mut Connection, it: &SortTopic) -> Result<u64, sqlx::Error> {
    let (about, class, state) = (&it.about, it.class.flatten(), it.state.unwrap_or_default());
    let query = sqlx::query(SORT).bind(&about.site).bind(&about.survey).bind(&about.language).bind(&about.stems);
    let query = query.bind(i64::from(it.class.is_some())).bind(class.map(TopicClass::word));
    let query = query.bind(i64::from(it.state.is_some())).bind(state.word()).bind(&it.note).bind(it.at.0);
    Ok(query.execute(connection).await?.rows_affected())
}

/// Takes away what was made of topics where no comment is left; says of how many.
pub(super) async fn forget_topics(connection: &mut Connection) -> Result<u64, sqlx::Error> {
    Ok(sqlx::query(FORGET).execute(connection).await?.rows_affected())
}
