//! Plays random visits twice, once with a visitor who sleeps and once with one who never does, and holds what was
//! asked in the one to what was asked in the other: the same surveys, in the same tabs, at the same moments.
//!
//! `EFFORTLET_SEED=7 cargo test` plays that visit alone, `EFFORTLET_VISITS=100000 cargo test` more of them.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "sleep/device.rs"]
mod device;
#[path = "sleep/plan.rs"]
mod plan;
#[path = "sleep/step.rs"]
mod step;

use device::Device;
use effortlet_core::response::Random;
use plan::Plan;
use std::env;
use step::{Step, random_steps};

const VISITS: u64 = 20_000;

/// Definitions take longer to read than visits to play, so visits share them.
const PLANS: u64 = 300;

#[test]
fn sleep_never_changes_who_is_asked() {
    let plans: Vec<_> = (0..PLANS).map(|seed| Plan::random(&mut Random::new(seed))).collect();
    let from = |name: &str| env::var(name).ok().and_then(|text| text.parse().ok());
    let seeds = from("EFFORTLET_SEED").map_or(0..from("EFFORTLET_VISITS").unwrap_or(VISITS), |seed: u64| seed..seed + 1);
    let is_whole = seeds.end - seeds.start >= VISITS;
    let (mut asked, mut slept, mut awake) = (0, 0, 0);
    for seed in seeds {
        let plan = &plans[(seed % PLANS) as usize];
        let steps = random_steps(&mut Random::new(seed ^ 0x51ee << 32), plan.tabs);
        let [sleeper, oracle] = play(plan, &steps, seed);
        assert!(sleeper.asked == oracle.asked, "{}", shortest(seed, plan, steps));
        (asked, slept, awake) = (asked + oracle.asked.len(), slept + sleeper.slept, awake + sleeper.awake);
    }
    // Most surveys may be asked at any time, to make it hard.
    assert!(!is_whole || slept > awake / 10, "of {awake} pages only {slept} slept");
    assert!(!is_whole || asked > 15_000, "only {asked} were asked");
}

fn play<'p>(plan: &'p Plan, steps: &[Step], seed: u64) -> [Device<'p>; 2] {
    [true, false].map(|sleeps| {
        let mut device = Device::new(plan, sleeps, seed);
        steps.iter().for_each(|step| device.play(*step));
        device
    })
}

/// Leaves out one step after another for as long as it makes a difference to sleep.
fn shortest(seed: u64, plan: &Plan, mut steps: Vec<Step>) -> String {
    let mut index = 0;
    while index < steps.len() {
        let mut shorter = steps.clone();
        shorter.remove(index);
        let [sleeper, oracle] = play(plan, &shorter, seed);
        if sleeper.asked == oracle.asked { index += 1 } else { (steps, index) = (shorter, 0) }
    }
    let [sleeper, oracle] = play(plan, &steps, seed);
    let lines: Vec<_> = steps.iter().map(|step| format!("  {step:?}")).collect();
    let (asleep, awake) = (sleeper.asked, oracle.asked);
    format!("EFFORTLET_SEED={seed}: asked {asleep:?}, without sleep {awake:?}\n{}\n{}", plan.written, lines.join("\n"))
}
