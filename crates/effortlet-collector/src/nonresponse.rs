//! Who did not answer, and how much that may have moved a figure.
//!
//! `weight` moves a figure to what it would be had all kinds of people answered equally often; `bounds` says
//! between which ends it lies whatever the silent would have said. Works on counts that may be told. Never asks
//! a database, and never knows why anybody was silent.

mod bounds;
mod weight;

pub(crate) use bounds::bounds;
pub(crate) use weight::{Cell, weighted};

#[cfg(test)]
mod tests;
