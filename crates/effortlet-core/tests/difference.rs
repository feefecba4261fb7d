//! How often the interval of a difference holds the true one: worlds are made of which the truth is known.
//!
//! `cargo test -p effortlet-core --features native --test difference -- --nocapture` prints the table.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use effortlet_core::response::Random;
use effortlet_core::score::{Asked, Figure, Ratings, difference, easy_share, mean};
use effortlet_core::survey::{EasyIs, Points};

/// How people rate, from 1 to 7, in parts of a hundred: before, and now.
const CHANGES: [(&str, [u64; 7], [u64; 7]); 4] = [
    ("nothing changed", [5, 10, 20, 30, 20, 10, 5], [5, 10, 20, 30, 20, 10, 5]),
    ("stays easy", [2, 2, 3, 5, 8, 20, 60], [2, 2, 3, 5, 8, 20, 60]),
    ("got easier", [25, 10, 5, 5, 10, 15, 30], [10, 5, 5, 10, 15, 20, 35]),
    ("got harder", [2, 2, 3, 5, 8, 20, 60], [10, 10, 10, 10, 10, 20, 30]),
];

const SIZES: [(u64, u64); 4] = [(10, 10), (10, 100), (30, 60), (400, 300)];

/// With so many a share of 95 is known to a point: 2 · √(0.95 · 0.05 / 2,000) = 1 %.
const WORLDS: u64 = 2_000;

#[test]
fn the_interval_of_a_difference_holds_it_in_92_to_99_of_100_worlds() {
    let mut random = Random::new(15);
    let mut missed = Vec::new();
    for (name, before, now) in CHANGES {
        for (n, m) in SIZES {
            let covered = coverage([&now, &before], [n, m], &mut random);
            println!("{name:18}{n:5}{m:5}{}", covered.map(|it| format!("{it:9.1}%")).concat());
            missed.extend(covered.into_iter().filter(|it| !(92.0..=99.0).contains(it)).map(|it| format!("{name}, {n} and {m}: {it:.1} %")));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

/// Of the mean and of the easy share, in percent of all worlds.
fn coverage(shapes: [&[u64; 7]; 2], sizes: [u64; 2], random: &mut Random) -> [f64; 2] {
    let truth = |of: fn(usize) -> f64| {
        let expected = shapes.map(|parts| parts.iter().enumerate().map(|(at, part)| of(at) * *part as f64 / 100.0).sum::<f64>());
        expected[0] - expected[1]
    };
    let truths = [truth(|at| at as f64 + 1.0), truth(|at| f64::from(u8::from(at >= 4)))];
    let mut held = [0_u64; 2];
    for _ in 0..WORLDS {
        let [now, before] = [drawn(shapes[0], sizes[0], random), drawn(shapes[1], sizes[1], random)];
        for (at, figure) in [mean as fn(&Ratings) -> Figure, easy_share].into_iter().enumerate() {
            let it = difference(&figure(&now), &figure(&before)).unwrap();
            held[at] += u64::from(it.low <= truths[at] && truths[at] <= it.high);
        }
    }
    held.map(|it| it as f64 * 100.0 / WORLDS as f64)
}

fn drawn(parts: &[u64; 7], n: u64, random: &mut Random) -> Ratings {
    let asked = Asked { survey: "help".to_owned(), version: "1".to_owned(), question: "effort".to_owned() };
    let mut ratings = Ratings::new(asked, Points::Seven, EasyIs::High);
    for _ in 0..n {
        let mut left = random.draw() % 100;
        let rating = (1..).zip(parts).find(|(_, part)| {
            let is_here = left < **part;
            left = left.saturating_sub(**part);
            is_here
        });
        ratings.add(rating.map_or(7, |(rating, _)| rating), 1).unwrap();
    }
    ratings
}
