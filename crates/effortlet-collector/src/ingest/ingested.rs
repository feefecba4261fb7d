//! What is posted and answered, as it is described. Never read by anything: the core reads what is posted.

use crate::error::Problems;
use crate::export::Document;
use utoipa::{IntoResponses, ToSchema};

#[derive(ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only described")]
pub(super) enum Posted {
    One(Box<Document>),
    Several(Vec<Document>),
}

/// What became of a post.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described")]
pub(super) struct Kept {
    /// How many responses are stored now.
    stored: u64,
    /// How many were already.
    unchanged: u64,
    /// How many no known definition asks; absent where there are none.
    apart: Option<u64>,
    /// Each of the post.
    responses: Vec<Acknowledged>,
}

#[derive(ToSchema)]
#[expect(dead_code, reason = "only described")]
struct Acknowledged {
    id: String,
    rev: u32,
}

#[derive(IntoResponses)]
#[expect(dead_code, reason = "only described")]
pub(super) enum Ingested {
    /// A body that is no response
    #[response(status = 400)]
    Malformed(Problems),
    /// A page of an origin that no definition lists
    #[response(status = 403)]
    UnlistedOrigin(Problems),
    /// A body that did not come in time
    #[response(status = 408)]
    CutShort(Problems),
    /// More than 65,536 bytes
    #[response(status = 413)]
    TooLarge(Problems),
    /// Neither JSON nor text, or packed
    #[response(status = 415)]
    UnknownType(Problems),
    /// A response that no widget could have made, or that cannot follow what is stored of it
    #[response(status = 422)]
    Impossible(Problems),
    /// Too many posts of one address or one site; `Retry-After` says when to come back
    #[response(status = 429)]
    TooMany(Problems),
    /// Too much is under way, or the database cannot be used now; `Retry-After` says when to come back
    #[response(status = 503)]
    Unavailable(Problems),
}
