//! Plays random visits of one visitor in several tabs and checks every nudge against an oracle
//! that was written from the rules, not from the code: how often, to whom, into the middle of what,
//! and whether its trigger has come.
//!
//! A visit that breaks a rule is made as short as it can be and printed with its seed;
//! `EFFORTLET_SEED=7 cargo test` plays that one alone, `EFFORTLET_VISITS=100000 cargo test` more of them.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "visits/came.rs"]
mod came;
#[path = "visits/device.rs"]
mod device;
#[path = "visits/oracle.rs"]
mod oracle;
#[path = "visits/plan.rs"]
mod plan;
#[path = "visits/rule.rs"]
mod rule;
#[path = "visits/tally.rs"]
mod tally;
#[path = "visits/visit.rs"]
mod visit;
#[path = "visits/wish.rs"]
mod wish;

use device::Device;
use effortlet_core::response::Random;
use plan::Plan;
use std::iter::once;
use std::num::NonZero;
use std::{env, thread};
use tally::Tally;
use visit::{Step, random_steps};

/// So many take two seconds of a processor in an unoptimized build.
const VISITS: u64 = 20_000;

/// Definitions take longer to read than visits to play, so visits share them.
const PLANS: u64 = 150;

#[test]
fn no_visit_breaks_a_rule() {
    let plans: Vec<_> = (0..PLANS).map(|seed| Plan::random(&mut Random::new(seed))).collect();
    if let Ok(seed) = env::var("EFFORTLET_SEED") {
        play_all(&plans, once(seed.parse().unwrap())).unwrap_or_else(|broken| panic!("{broken}"));
        return;
    }
    let visits = env::var("EFFORTLET_VISITS").map_or(VISITS, |visits| visits.parse().unwrap());
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let played = thread::scope(|scope| {
        let plans = &plans;
        let part = |first| scope.spawn(move || play_all(plans, (first..visits).step_by(threads)));
        let parts: Vec<_> = (0..threads as u64).map(part).collect();
        parts.into_iter().map(|part| part.join().unwrap()).collect::<Result<Vec<_>, _>>()
    });
    let mut tally = Tally::default();
    played.unwrap_or_else(|broken| panic!("{broken}")).iter().for_each(|part| tally.add(part));
    let lacking = tally.lacking();
    assert!(lacking.is_empty(), "visits that hardly try the rules prove nothing: {lacking:?}");
}

/// What was tried; or how a rule was broken.
fn play_all(plans: &[Plan], seeds: impl Iterator<Item = u64>) -> Result<Tally, String> {
    let mut tally = Tally::default();
    for seed in seeds {
        let plan = &plans[(seed % PLANS) as usize];
        let steps = random_steps(&mut Random::new(seed ^ 0x5eed << 32));
        if play(plan, &steps, &mut tally).is_err() {
            return Err(shortest(seed, plan, steps));
        }
    }
    Ok(tally)
}

fn play(plan: &Plan, steps: &[Step], tally: &mut Tally) -> Result<(), String> {
    let mut device = Device::new(plan, tally);
    steps.iter().try_for_each(|step| device.play(*step))
}

/// Leaves out one step after another for as long as the visit still breaks a rule.
fn shortest(seed: u64, plan: &Plan, mut steps: Vec<Step>) -> String {
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
    format!("EFFORTLET_SEED={seed}: {broken}\n{}\n{}", plan.written(), lines.join("\n"))
}
