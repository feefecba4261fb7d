//! What a visitor, the browser and the page do, one step after another.

use effortlet_core::response::Random;

#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// Another document, or the same one again.
    Load { tab: usize, page: usize },
    /// It is closed, and another one is opened.
    NewTab(usize),
    /// A route of a single-page app.
    Route { tab: usize, page: usize },
    /// An event of the page's own, which nobody hears who sleeps.
    Event { tab: usize, event: usize },
    Click(usize),
    Exit(usize),
    /// The page calls, and wakes whoever sleeps.
    Track { tab: usize, event: usize },
    Show { tab: usize, survey: usize },
    Answer { tab: usize, rating: u8 },
    Close(usize),
    Wait(i64),
    /// The clock is set by so much, before all tabs are opened anew.
    Clock(i64),
}

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Around the ends of what rules say, of a day, and of how long a visitor is awake before.
const SPANS: [i64; 20] = [
    40, SECOND, 11 * SECOND, 31 * SECOND, 3 * MINUTE, 10 * MINUTE, 24 * MINUTE, 29 * MINUTE, 31 * MINUTE, HOUR,
    3 * HOUR, 11 * HOUR, 23 * HOUR, DAY - 31 * MINUTE, DAY, DAY + 1, 3 * DAY, 8 * DAY, 31 * DAY, 95 * DAY,
];

/// What rules say, as `plan.rs` writes it.
const QUIET: [i64; 4] = [2 * HOUR, 7 * HOUR, 26 * HOUR, 40 * HOUR];

pub(crate) fn random_steps(random: &mut Random, tabs: usize) -> Vec<Step> {
    let mut steps = Vec::new();
    for _ in 0..8 + below(random, 16) {
        match below(random, 8) {
            0 => steps.extend(random_end(random, tabs)),
            1 => steps.extend(random_change(random, tabs)),
            _ => steps.push(random_step(random, tabs)),
        }
    }
    steps
}

/// Something is asked, and then a page begins shortly before or after it may be asked again.
fn random_end(random: &mut Random, tabs: usize) -> Vec<Step> {
    let tab = below(random, tabs);
    let rest = [-MINUTE, 20 * SECOND, 3 * MINUTE, 10 * MINUTE, 20 * MINUTE, 45 * MINUTE][below(random, 6)];
    let (page, event) = (below(random, 12), below(random, 2));
    let again = [Step::Load { tab, page }, Step::NewTab(tab)][below(random, 2)];
    let touches = [Step::Close(tab), Step::Answer { tab, rating: 3 }][below(random, 2)];
    vec![
        Step::Event { tab, event },
        Step::Wait(HOUR),
        touches,
        Step::Wait(40 * MINUTE),
        Step::Load { tab, page },
        Step::Wait(QUIET[below(random, QUIET.len())] - 40 * MINUTE - rest),
        again,
        Step::Event { tab, event },
        Step::Wait(rest.clamp(0, 10 * MINUTE) - 40),
        Step::Click(tab),
        Step::Wait(80),
        Step::Click(tab),
        Step::Wait(HOUR),
    ]
}

/// What one tab shows comes to something while another one sleeps.
fn random_change(random: &mut Random, tabs: usize) -> Vec<Step> {
    let (tab, page, event) = (below(random, tabs), below(random, 12), below(random, 2));
    let other = (tab + 1) % tabs;
    let touches = [Step::Close(tab), Step::Answer { tab, rating: 3 }][below(random, 2)];
    let load = Step::Load { tab: other, page };
    vec![Step::Event { tab, event }, load, load, touches, Step::Event { tab: other, event }]
}

fn random_step(random: &mut Random, tabs: usize) -> Step {
    let (tab, other) = (below(random, tabs), below(random, 12));
    let span = SPANS[below(random, SPANS.len())];
    match below(random, 100) {
        0..14 => Step::Load { tab, page: other },
        14..16 => Step::NewTab(tab),
        16..24 => Step::Route { tab, page: other },
        24..44 => Step::Event { tab, event: other },
        44..50 => Step::Click(tab),
        50..54 => Step::Exit(tab),
        54..57 => Step::Track { tab, event: other },
        57..59 => Step::Show { tab, survey: other },
        59..63 => Step::Answer { tab, rating: 1 + (other % 7) as u8 },
        63..69 => Step::Close(tab),
        69..97 => Step::Wait(span),
        97..99 => Step::Clock(-span),
        _ => Step::Clock(span),
    }
}

/// From 0 to one less than `end`.
pub(crate) fn below(random: &mut Random, end: usize) -> usize {
    (random.draw() % end as u64) as usize
}
