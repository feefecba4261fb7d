//! Counts as columns: what figures need of each response, so packed that any combination of filters is
//! one pass over bytes.
//!
//! `column` is one fact or question of many responses, `segment` some ten thousand responses, `filter`
//! which of them are meant, `fact` which of a team's own facts that may be by, `plan` what is told apart, `pass`
//! the one pass, `tally` what it counts, `people` how many there are, `sums` what is kept of a segment instead of
//! counting it again (`summing`), `scan` the count of all segments, `narrowing` makes segments of the responses
//! under some conditions, `latest` says which responses came last; `spans` and `apart` say what of it may be told;
//! `by_value` has what would be counted of each value of a dimension, `family` makes one of the ways of a
//! trigger, `first_seen` since when articles are known, `revisions` since when they have been what they are.
//! Never asks a database, and never reads a clock.

mod column;
mod question;
mod segment;
mod family;
mod first_seen;
mod filter;
mod fact;
mod people;
mod tally;
mod plan;
mod pass;
mod sums;
mod summing;
mod scan;
mod narrowing;
mod latest;
mod spans;
mod apart;
mod by_value;
mod revisions;

pub use apart::{Part, told, whole, withheld};
pub use by_value::{ByValue, latest_of_each, sections};
pub use column::{Codes, Column};
pub use fact::Fact;
pub use fact::{column_of, read_fact};
pub use family::{as_filtered, family_of, family_of_filter, has_ways, of_family, with_families};
pub use first_seen::first_seen;
pub use filter::{Dimension, Filter, day_of, day_text, read_day};
pub use question::{Question, SAID};
pub use plan::{Plan, Split};
pub use latest::latest;
pub use revisions::{Revision, revisions};
pub use narrowing::under_all_others;
pub use scan::scan;
pub use segment::{DAY, Filled, MOST_RESPONSES, REVISION, Row, STATE, Segment, VERSION};
pub use sums::Kept;
pub use people::People;
pub use tally::Tally;
