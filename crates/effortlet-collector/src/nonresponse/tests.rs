//! Worlds whose truth is known: who is shown a survey is lost or not, and answers more often or less for some
//! reason.

use super::{Cell, bounds, weighted};
use effortlet_core::response::Random;

const SHOWN: usize = 50_000;
const ARTICLES: u64 = 60;
const SECTIONS: u64 = 6;

/// Article, trigger, device and language.
type Kind = [usize; 4];

struct Person {
    kind: Kind,
    lost: bool,
    answers: bool,
}

/// Of a thousand people of a kind so many answer, of those who are lost and of those who are not.
type Bias = fn(&Kind, usize, bool) -> u64;

/// Why some answer more often than others; `hard` is how many of a thousand are lost at the article.
const BIASES: [(&str, Bias); 5] = [
    ("articles that are hard are answered about more often", |_, hard, _| 150 + hard as u64),
    ("phones are answered on less often", |kind, _, _| if kind[2] == 1 { 120 } else { 400 }),
    ("who is asked while leaving answers less often", |kind, _, _| [120, 350, 420][kind[1]]),
    ("one language is answered in less often", |kind, _, _| [400, 220, 100][kind[3]]),
    ("the last three at once", |kind, _, _| {
        600 * [500, 900, 1_000][kind[1]] * (if kind[2] == 1 { 500 } else { 1_000 }) * [1_000, 800, 500][kind[3]] / 1_000_000_000
    }),
];

fn below(random: &mut Random, most: u64) -> u64 {
    random.draw() % most
}

fn world(seed: u64, answers: Bias) -> Vec<Person> {
    let mut random = Random::new(seed);
    let sections: Vec<u64> = (0..SECTIONS).map(|_| 100 + below(&mut random, 300)).collect();
    let hard: Vec<u64> = (0..ARTICLES).map(|it| sections[(it % SECTIONS) as usize] / 2 + below(&mut random, 250)).collect();
    let person = |_| {
        // Few articles are read by most.
        let article = below(&mut random, ARTICLES).min(below(&mut random, ARTICLES)) as usize;
        let kind = [article, below(&mut random, 3) as usize, usize::from(below(&mut random, 10) < 4), [0, 0, 0, 1, 1, 2][below(&mut random, 6) as usize]];
        let more = [0, 60, 120][kind[1]] + [0, 120][kind[2]] + [0, 80, 160][kind[3]];
        let lost = below(&mut random, 1_000) < hard[article] + more;
        let answers = below(&mut random, 1_000) < answers(&kind, hard[article] as usize, lost);
        Person { kind, lost, answers }
    };
    (0..SHOWN).map(person).collect()
}

fn share(people: &[&Person]) -> f64 {
    people.iter().filter(|it| it.lost).count() as f64 / people.len() as f64
}

fn cells(people: &[Person], dimension: usize) -> Vec<Cell> {
    let values = people.iter().map(|it| it.kind[dimension]).max().unwrap() + 1;
    let cell = |value: usize| {
        let of_value = people.iter().filter(|it| it.kind[dimension] == value);
        let answered: Vec<&Person> = of_value.clone().filter(|it| it.answers).collect();
        // What fewer than five said is not told.
        (answered.len() >= 5).then(|| Cell { shown: of_value.count() as u64, answered: answered.len() as u64, value: share(&answered) })
    };
    (0..values).filter_map(cell).collect()
}

/// How far the share of those who answered is from that of all, and how far the weighted one is.
fn errors(seed: u64, bias: Bias) -> [f64; 2] {
    let people = world(seed, bias);
    let truth = share(&people.iter().collect::<Vec<_>>());
    let answered: Vec<&Person> = people.iter().filter(|it| it.answers).collect();
    let raw = share(&answered);
    let dimensions: Vec<Vec<Cell>> = (0..4).map(|it| cells(&people, it)).collect();
    let lost = answered.iter().filter(|it| it.lost).count() as u64;
    let [low, high] = bounds(lost, answered.len() as u64, people.len() as u64).unwrap();
    assert!(low <= truth && truth <= high, "the bounds hold whatever the silent would have said");
    [raw - truth, weighted(raw, &dimensions).value - truth]
}

/// The root of the mean square of both, in points.
fn typical(worlds: u64, bias: Bias) -> [f64; 2] {
    let all: Vec<[f64; 2]> = (1..=worlds).map(|seed| errors(seed, bias)).collect();
    [0, 1].map(|which| 100.0 * (all.iter().map(|it| it[which] * it[which]).sum::<f64>() / worlds as f64).sqrt())
}

fn hold_in(worlds: u64) {
    for (why, bias) in BIASES {
        let [raw, weighted] = typical(worlds, bias);
        println!("{worlds} worlds, {why}: the share of those who answered is {raw:.2} points off, the weighted one {weighted:.2}");
        assert!(weighted <= raw / 2.0, "{why}: {weighted} of {raw}");
    }
}

#[test]
fn a_weighted_share_is_at_most_half_as_far_from_the_truth() {
    hold_in(4);
}

#[test]
#[ignore = "seconds with --release: cargo test --release -p effortlet-collector --lib nonresponse -- --ignored --nocapture"]
fn the_same_over_200_worlds() {
    hold_in(200);
    let [raw, weighted] = typical(200, |_, _, lost| if lost { 150 } else { 300 });
    println!("200 worlds, who is lost answers less often whatever else: {raw:.2} points off, weighted {weighted:.2}: no weight sees that");
}
