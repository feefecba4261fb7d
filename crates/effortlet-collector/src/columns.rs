//! Counts as columns: what figures need of each response, so packed that any combination of filters is
//! one pass over bytes.
//!
//! `column` is one fact or question of many responses, `segment` some ten thousand responses, `filter`
//! which of them are meant, `scan` the one pass, `tally` what it counts; `spans` and `apart` say what of it
//! may be told; `by_value` has the tally of each value of a dimension by one pass for all of them. Never asks a database, and never reads a clock.

mod column;
mod question;
mod segment;
mod filter;
mod tally;
mod scan;
mod spans;
mod apart;
mod by_value;

pub(crate) use apart::{Part, told, withheld};
pub(crate) use by_value::{ByValue, latest_of_each, sections};
pub(crate) use column::{Codes, Column};
pub(crate) use filter::{Dimension, Filter, day_of, day_text, read_day};
pub(crate) use question::{Question, SAID};
pub(crate) use scan::{Plan, latest, scan};
pub(crate) use segment::{DAY, Filled, MOST_RESPONSES, Row, STATE, Segment, VERSION};
pub(crate) use tally::{People, Tally};
