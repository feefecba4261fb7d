//! What a visitor, the browser and the page may do, one step after another.

use effortlet_core::response::Random;

/// Numbers that name a tab, a survey or a request are taken modulo how many there are, so that a
/// step means something wherever it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// A new tab with a page in it; its storage works, or refuses.
    Open(usize),
    /// Another document, or the same one again, in a tab; its storage works, or refuses.
    Load { tab: usize, page: usize, storage: usize },
    /// A route of a single-page app.
    Route { tab: usize, page: usize },
    CloseTab(usize),
    /// The n-th event of the page.
    Event { tab: usize, event: usize },
    Click(usize),
    Scroll(usize),
    Exit(usize),
    /// The page itself asks for a survey.
    Show { tab: usize, survey: usize },
    Answer { tab: usize, rating: u8 },
    Back(usize),
    CloseNudge(usize),
    /// As many times as rules can count and more: the page shows a survey, the visitor closes it.
    ShowOften { tab: usize, survey: usize },
    /// From here on claims are answered late, or again at once.
    Late(bool),
    /// One of the claims that wait is decided, or its decision told.
    Lock(usize),
    /// The next so many pages that ask reload at once.
    Reloading(usize),
    Wait(i64),
    /// The clock is set by so many milliseconds.
    Clock(i64),
}

const SECOND: i64 = 1_000;
const HOUR: i64 = 3_600 * SECOND;
const DAY: i64 = 24 * HOUR;

/// Around the ends of what rules usually say.
const SPANS: [i64; 16] = [
    1, 40, 200, 3 * SECOND, 9_900, 10_100, 31 * SECOND, 20 * 60 * SECOND, HOUR, 7 * HOUR, DAY - 1, DAY + 1, 3 * DAY,
    8 * DAY, 31 * DAY, 95 * DAY,
];

pub(crate) fn random_steps(random: &mut Random) -> Vec<Step> {
    let count = 10 + below(random, 30);
    (0..count).map(|_| random_step(random)).collect()
}

fn random_step(random: &mut Random) -> Step {
    let (tab, other) = (below(random, 4), below(random, 12));
    let span = SPANS[below(random, SPANS.len())];
    match below(random, 100) {
        0..4 => Step::Open(other),
        4..12 => Step::Load { tab, page: other, storage: below(random, 12) },
        12..17 => Step::Route { tab, page: other },
        17..19 => Step::CloseTab(tab),
        19..43 => Step::Event { tab, event: other },
        43..46 => Step::Click(tab),
        46..49 => Step::Scroll(tab),
        49..52 => Step::Exit(tab),
        52..53 => Step::Show { tab, survey: other },
        53..61 => Step::Answer { tab, rating: 1 + (other % 7) as u8 },
        61..62 => Step::Back(tab),
        62..67 => Step::CloseNudge(tab),
        67 if other == 0 => Step::ShowOften { tab, survey: below(random, 4) },
        67..71 => Step::Late(other < 6),
        71..75 => Step::Lock(other),
        75..77 => Step::Reloading(other),
        77..94 => Step::Wait(span),
        94..98 => Step::Clock(-span),
        _ => Step::Clock(span),
    }
}

/// From 0 to one less than `end`.
pub(crate) fn below(random: &mut Random, end: usize) -> usize {
    (random.draw() % end as u64) as usize
}
