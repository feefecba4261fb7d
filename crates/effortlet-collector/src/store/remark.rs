//! What a team makes of a comment. Never makes anything of one that is not there.

use super::connection::Connection;
use effortlet_core::time::Timestamp;

/// What a team made of a comment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CommentState {
    #[default]
    New,
    Read,
    Done,
}

impl CommentState {
    pub(crate) const ALL: [Self; 3] = [Self::New, Self::Read, Self::Done];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Read => "read",
            Self::Done => "done",
        }
    }

    pub(crate) fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// Which answer is meant: that of a response of a site at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CommentAt {
    pub(crate) site: String,
    pub(crate) response: String,
    pub(crate) position: i64,
}

#[derive(Debug)]
pub(crate) struct Remark {
    pub(crate) about: CommentAt,
    pub(crate) state: CommentState,
    pub(crate) note: String,
    pub(crate) at: Timestamp,
}

const REMARK: &str = "
    insert into comment (response, position, site, state, note, changed_at)
    select response, position, site, $4, $5, $6 from answer
    where response = $1 and position = $2 and site = $3 and kind = 'text'
    on conflict (response, position, site) do update set
        state = excluded.state, note = excluded.note, changed_at = excluded.changed_at";

/// 0 where there is no such comment, else 1.
pub(super) async fn remark(connection: &mut Connection, it: &Remark) -> Result<u64, sqlx::Error> {
    let query = sqlx::query(REMARK).bind(&it.about.response).bind(it.about.position).bind(&it.about.site);
    let query = query.bind(it.state.word()).bind(&it.note).bind(it.at.0);
    Ok(query.execute(connection).await?.rows_affected())
}
