//! What statements run on, whichever database it is. Never opens one.

pub(crate) type Connection = sqlx::AnyConnection;

/// For reading.
pub(crate) type Pool = sqlx::AnyPool;
