//! Plays random visits of one visitor in several tabs and checks every nudge against an oracle
//! that was written from the rules, not from the code.
//!
//! A visit that breaks a rule is made as short as it can be and printed with its seed;
//! `EFFORTLET_SEED=7 cargo test` plays that one alone.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

#[path = "visits/device.rs"]
mod device;
#[path = "visits/oracle.rs"]
mod oracle;
#[path = "visits/plan.rs"]
mod plan;
#[path = "visits/visit.rs"]
mod visit;

use device::Device;
use effortlet_core::response::Random;
use oracle::Tally;
use plan::Plan;
use std::env;
use visit::{Step, random_steps};

const VISITS: u64 = 20_000;

/// Definitions take longer to read than visits to play, so visits share them.
const PLANS: u64 = 200;

#[test]
fn no_visit_breaks_a_frequency_rule() {
    let mut plans = Vec::new();
    for seed in 0..PLANS {
        plans.push(Plan::random(&mut Random::new(seed)));
    }
    let seeds = match env::var("EFFORTLET_SEED") {
        Ok(seed) => seed.parse().map(|seed| seed..seed + 1).unwrap(),
        Err(_) => 0..VISITS,
    };
    let all = seeds.end - seeds.start == VISITS;
    let mut tally = Tally::default();
    for seed in seeds {
        let plan = &plans[(seed % PLANS) as usize];
        let steps = random_steps(&mut Random::new(seed ^ 0x5eed << 32));
        if play(plan, &steps, &mut tally).is_err() {
            fail(seed, plan, steps);
        }
    }
    assert!(!all || tally.is_plenty(), "visits that hardly try the rules prove nothing: {tally:?}");
}

fn play(plan: &Plan, steps: &[Step], tally: &mut Tally) -> Result<(), String> {
    let mut device = Device::new(plan, tally);
    steps.iter().try_for_each(|step| device.play(*step))
}

/// Leaves out one step after another for as long as the visit still breaks a rule.
fn fail(seed: u64, plan: &Plan, mut steps: Vec<Step>) {
    let mut index = 0;
    while index < steps.len() {
        let mut shorter = steps.clone();
        shorter.remove(index);
        if play(plan, &shorter, &mut Tally::default()).is_err() {
            (steps, index) = (shorter, 0);
        } else {
            index += 1;
        }
    }
    let broken = play(plan, &steps, &mut Tally::default()).unwrap_err();
    let lines: Vec<_> = steps.iter().map(|step| format!("  {step:?}")).collect();
    panic!("EFFORTLET_SEED={seed}: {broken}\n{}\n{}", plan.written(), lines.join("\n"));
}
