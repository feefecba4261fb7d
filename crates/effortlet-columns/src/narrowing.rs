//! The responses of which some conditions of a plan hold, with the columns that matter to it.

use super::filter::Dimension;
use super::plan::Plan;
use super::scan::{FEWEST_SEGMENTS, in_shares};
use super::segment::Segment;

/// Those of which all conditions but this one hold; all as they are where there is no other.
pub fn under_all_others(plan: &Plan, condition: &(Dimension, String), segments: &[&Segment]) -> Vec<Segment> {
    let others: Vec<_> = plan.conditions.iter().filter(|it| *it != condition).cloned().collect();
    if others.is_empty() {
        return segments.iter().map(|it| (*it).clone()).collect();
    }
    let narrowed = |it: &&Segment| it.of_columns(&|name| plan.needs(name)).narrowed(&others);
    let shares = in_shares(segments, FEWEST_SEGMENTS, |share| share.iter().map(narrowed).collect::<Vec<_>>());
    shares.into_iter().flatten().collect()
}
