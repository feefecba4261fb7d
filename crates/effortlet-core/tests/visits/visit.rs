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
    /// A link to a survey, as in a message: it leads here in a tab, or opens the first one.
    Link { tab: usize, page: usize, survey: usize },
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
    /// The visitor is in the middle of something.
    Busy(usize),
    /// The visitor may have done with it, and has or has not; where a nudge waits for that, if one does.
    Quiet { tab: usize, done: bool },
    /// What all pages say of a fact from now on.
    Fact { fact: usize, says: Option<bool> },
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
    let mut steps = Vec::new();
    for _ in 0..8 + below(random, 22) {
        if below(random, 10) == 0 { steps.extend(random_scene(random)) } else { steps.push(random_step(random)) }
    }
    steps
}

/// Steps that seldom follow each other by chance, all in one tab.
fn random_scene(random: &mut Random) -> Vec<Step> {
    let (tab, page, survey, fact) = (below(random, 4), below(random, 12), below(random, 4), below(random, 3));
    let span = SPANS[below(random, SPANS.len())];
    let soon = SPANS[below(random, 7)];
    let event = Step::Event { tab, event: below(random, 12) };
    let happens = if below(random, 3) == 0 { Step::Click(tab) } else { event };
    let says = |it| Step::Fact { fact, says: Some(it) };
    let yes = below(random, 2) == 0;
    match below(random, 6) {
        // An audience thinks better of it while a delay runs.
        0 => vec![says(yes), Step::Event { tab, event: 0 }, says(!yes), Step::Wait(21 * SECOND), event],
        // A nudge waits for a quiet moment, and gets one.
        1 => vec![Step::Busy(tab), happens, Step::Wait(soon), Step::Quiet { tab, done: true }, event],
        // Something is put off to the next page, once.
        2 => {
            let turn = [Step::Route { tab, page }, Step::Load { tab, page, storage: 1 }][below(random, 2)];
            vec![happens, Step::Wait(soon), turn, Step::CloseNudge(tab), Step::Route { tab, page: page + 1 }]
        }
        // Two surveys are shown, one of them while the clock is wrong.
        _ => {
            let shows = |survey| [Step::Show { tab, survey }, Step::CloseNudge(tab)];
            let wrong = [&[Step::Clock(-span)], &shows(survey + 1)[..], &[Step::Clock(span)]].concat();
            [&shows(survey)[..], &wrong, &[event]].concat()
        }
    }
}

fn random_step(random: &mut Random) -> Step {
    let (tab, other) = (below(random, 4), below(random, 12));
    let span = SPANS[below(random, SPANS.len())];
    match below(random, 115) {
        0..4 => Step::Open(other),
        4..11 => Step::Load { tab, page: other, storage: below(random, 12) },
        11..15 => Step::Link { tab, page: other, survey: below(random, 4) },
        15..20 => Step::Route { tab, page: other },
        20..22 => Step::CloseTab(tab),
        22..44 => Step::Event { tab, event: other },
        44..50 => Step::Click(tab),
        50..52 => Step::Scroll(tab),
        52..55 => Step::Exit(tab),
        55..56 => Step::Show { tab, survey: other },
        56..63 => Step::Answer { tab, rating: 1 + (other % 7) as u8 },
        63..64 => Step::Back(tab),
        64..69 => Step::CloseNudge(tab),
        69 if below(random, 30) == 0 => Step::ShowOften { tab, survey: below(random, 4) },
        69..73 => Step::Late(other < 6),
        73..77 => Step::Lock(other),
        77..79 => Step::Reloading(other),
        79..84 => Step::Busy(tab),
        84..91 => Step::Quiet { tab, done: other < 8 },
        91..96 => Step::Fact { fact: other % 3, says: [Some(true), Some(false), None][below(random, 3)] },
        96..109 => Step::Wait(span),
        109..113 => Step::Clock(-span),
        _ => Step::Clock(span),
    }
}

/// From 0 to one less than `end`.
pub(crate) fn below(random: &mut Random, end: usize) -> usize {
    (random.draw() % end as u64) as usize
}
