//! What of a response others may want to be told: a low score, and each comment.
//!
//! Never says where it goes, and never knows a database.

mod kind;
mod body;
mod happened;
mod wanting;
mod weekly;

pub(crate) use body::{Answer, Event};
pub(crate) use happened::test;
pub(crate) use kind::Kind;
pub(crate) use weekly::{Weekly, WeeklyData};
pub(crate) use wanting::{Form, NewDelivery, Wanting, deliveries};

#[cfg(test)]
mod tests;
