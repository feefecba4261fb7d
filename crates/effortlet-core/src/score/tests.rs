use super::*;
use crate::response::Random;
use crate::scale::{EasyIs, Points};

fn asked() -> Asked {
    Asked { survey: "help".into(), version: "1".into(), question: "effort".into() }
}

fn ratings(points: Points, easy_is: EasyIs, counts: &[u64]) -> Ratings {
    let mut ratings = Ratings::new(asked(), points, easy_is);
    for (rating, count) in (1..).zip(counts) {
        ratings.add(rating, *count).unwrap();
    }
    ratings
}

fn random_counts(random: &mut Random, points: Points, most: u64) -> Vec<u64> {
    (0..points.count()).map(|_| random.draw() % (most + 1)).collect()
}

fn near(given: f64, expected: f64) {
    assert!((given - expected).abs() < 1e-9, "{given} is not {expected}");
}

fn all(ratings: &Ratings) -> [Figure; 3] {
    [mean(ratings), easy_share(ratings), net_effort(ratings)]
}

#[test]
fn the_figures_of_known_ratings() {
    // Seven of ten easy, one difficult: ratings 2, 4, 4, 5, 5, 6, 6, 6, 7, 7 add up to 52.
    let ten = ratings(Points::Seven, EasyIs::High, &[0, 1, 0, 2, 2, 3, 2]);
    let [mean, easy, net] = all(&ten).map(|figure| figure.estimate.unwrap());
    assert_eq!((mean.value, easy.value), (5.2, 0.7));
    near(net.value, 0.6);
    near((net.low + net.high) / 2.0, 6.0 / 13.0);

    let found = YesNo::new(Asked { question: "found".into(), ..asked() }, 12, 8);
    let success = easy_success(&found, &ten).unwrap();
    assert_eq!((success.n, success.estimate.unwrap().value), (20, 7.0 / 20.0));
    assert_eq!(found_rate(&found).estimate.unwrap().value, 0.6);
}

#[test]
fn a_mean_has_the_interval_of_student_with_half_an_answer_added() {
    // Thirty ratings add up to 150, their squares to 816. Half an answer more, spread over seven points,
    // adds 2 to the one and 10 to the other.
    let thirty = ratings(Points::Seven, EasyIs::High, &[1, 1, 3, 4, 8, 9, 4]);
    assert_eq!((thirty.n(), thirty.sum()), (30, 150));
    let (n, sum, squares) = (30.5_f64, 152.0, 826.0);
    let variance = (squares - sum * sum / n) / (n - 1.0);
    let half = 2.045_229_642 * (variance / n).sqrt();
    let figure = mean(&thirty);
    let estimate = figure.estimate.unwrap();
    assert_eq!((figure.method, figure.is_small(), estimate.value), (Method::T, false, 5.0));
    assert!((estimate.low - (sum / n - half)).abs() < 1e-7, "{estimate:?}");
    assert!((estimate.high - (sum / n + half)).abs() < 1e-7, "{estimate:?}");
}

#[test]
fn an_interval_has_a_width_also_where_all_answers_are_equal() {
    for points in Points::ALL {
        for rating in 1..=points.count() {
            for count in [5, 29, 1_000, 10_000_000] {
                let mut equal = Ratings::new(asked(), points, EasyIs::High);
                equal.add(rating, count).unwrap();
                for estimate in all(&equal).map(|figure| figure.estimate.unwrap()) {
                    assert!(estimate.low < estimate.high, "{count} times {rating} of {points:?}: {estimate:?}");
                    assert!(estimate.low <= estimate.value && estimate.value <= estimate.high, "{estimate:?}");
                }
            }
        }
    }
}

#[test]
fn another_no_never_raises_easy_success() {
    let mut random = Random::new(4);
    for _ in 0..500 {
        let finders = ratings(Points::Seven, EasyIs::High, &random_counts(&mut random, Points::Seven, 6));
        let found = YesNo::new(asked(), finders.n() + random.draw() % 9, random.draw() % 40);
        let more = YesNo::new(asked(), found.yes, found.no + 1);
        let value = |found| easy_success(found, &finders).unwrap().estimate.map(|it| (it.value, it.low, it.high));
        let (Some(before), Some(after)) = (value(&found), value(&more)) else { continue };
        assert!(after.0 <= before.0 && after.1 <= before.1 && after.2 <= before.2, "{before:?} {after:?}");
    }
}

#[test]
fn the_same_answers_give_the_same_interval() {
    let few = ratings(Points::Five, EasyIs::Low, &[3, 0, 4, 1, 2]);
    assert_eq!(mean(&few), mean(&few.clone()));
}

#[test]
fn fewer_than_five_are_withheld_and_fewer_than_thirty_marked() {
    for (count, suppressed, small) in [(0, true, true), (4, true, true), (5, false, true), (29, false, true), (30, false, false)] {
        let some = ratings(Points::Five, EasyIs::High, &[0, 0, 0, count, 0]);
        for figure in all(&some) {
            assert_eq!((figure.n, figure.is_suppressed(), figure.is_small()), (count, suppressed, small));
        }
    }
}

#[test]
fn easy_success_does_not_give_away_the_ratings_of_a_few() {
    let found = YesNo::new(asked(), 4, 6);
    for (rated, suppressed) in [(0, false), (1, true), (4, true)] {
        let finders = ratings(Points::Seven, EasyIs::High, &[0, 0, 0, 0, 0, 0, rated]);
        assert_eq!(easy_success(&found, &finders).unwrap().is_suppressed(), suppressed, "{rated}");
    }
}

#[test]
fn low_is_easy_mirrors_every_figure() {
    let mut random = Random::new(1);
    for most in [1, 2, 3, 9, 400] {
        for points in Points::ALL {
            let counts = random_counts(&mut random, points, most);
            let mirrored: Vec<u64> = counts.iter().rev().copied().collect();
            let high = ratings(points, EasyIs::High, &counts);
            let low = ratings(points, EasyIs::Low, &mirrored);
            assert_eq!(easy_share(&high), easy_share(&low));
            assert_eq!(net_effort(&high), net_effort(&low));
            let found = YesNo::new(asked(), high.n() + 3, 2);
            assert_eq!(easy_success(&found, &high), easy_success(&found, &low));
            let (Some(up), Some(down)) = (mean(&high).estimate, mean(&low).estimate) else { continue };
            let top = f64::from(points.count()) + 1.0;
            near(up.value, top - down.value);
            near(up.low, top - down.high);
            near(up.high, top - down.low);
        }
    }
}

#[test]
fn figures_over_parts_equal_the_figure_over_the_whole() {
    let mut random = Random::new(2);
    for points in Points::ALL {
        let parts: Vec<Vec<u64>> = (0..4).map(|_| random_counts(&mut random, points, 30)).collect();
        let mut merged = ratings(points, EasyIs::High, &[]);
        for part in &parts {
            merged.merge(&ratings(points, EasyIs::High, part)).unwrap();
        }
        let total: Vec<u64> = (0..usize::from(points.count())).map(|place| parts.iter().map(|part| part[place]).sum()).collect();
        assert_eq!(all(&merged), all(&ratings(points, EasyIs::High, &total)));
    }
}

#[test]
fn every_interval_holds_its_value() {
    let mut random = Random::new(3);
    for _ in 0..60 {
        let some = ratings(Points::Ten, EasyIs::High, &random_counts(&mut random, Points::Ten, 4));
        for estimate in [mean(&some), easy_share(&some)].iter().filter_map(|figure| figure.estimate) {
            assert!(estimate.low <= estimate.value && estimate.value <= estimate.high, "{estimate:?}");
        }
    }
}

#[test]
fn what_does_not_belong_together_is_not_added_up() {
    let seven = ratings(Points::Seven, EasyIs::High, &[1, 2, 3]);
    let newer = Asked { version: "2".into(), ..asked() };
    for other in [
        ratings(Points::Five, EasyIs::High, &[1]),
        ratings(Points::Seven, EasyIs::Low, &[1]),
        Ratings::new(newer.clone(), Points::Seven, EasyIs::High),
        Ratings::new(Asked { question: "other".into(), ..asked() }, Points::Seven, EasyIs::High),
    ] {
        assert_eq!(seven.clone().merge(&other), Err(Mixed));
    }
    assert_eq!(easy_success(&YesNo::new(newer.clone(), 9, 1), &seven), Err(Mixed));
    assert_eq!(YesNo::new(asked(), 1, 1).merge(&YesNo::new(newer, 1, 1)), Err(Mixed));
    assert_eq!(seven.clone().add(8, 1), None);
    assert_eq!(seven.clone().add(0, 1), None);
}
