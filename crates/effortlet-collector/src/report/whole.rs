//! Shares that are parts of one whole, in whole percents that add up to 100.
//!
//! Never used where somebody may be in several parts.

/// Rounds down, then gives what is missing to the largest remainders, the first of equals
/// (Hamilton's method; Balinski and Young, Fair Representation, 1982). All 0 where nothing was counted.
pub(super) fn percents(counts: &[u64]) -> Vec<u64> {
    let total: u64 = counts.iter().sum();
    if total == 0 {
        return vec![0; counts.len()];
    }
    let of = |count: &u64| (u128::from(*count) * 100, u128::from(total));
    let mut percents: Vec<u64> =
        counts.iter().map(of).map(|(part, total)| u64::try_from(part / total).unwrap_or(100)).collect();
    let missing = 100_u64.saturating_sub(percents.iter().sum());
    let mut places: Vec<(u128, usize)> =
        counts.iter().map(of).map(|(part, total)| part % total).zip(0..).collect();
    places.sort_by_key(|(remainder, place)| (std::cmp::Reverse(*remainder), *place));
    for (_, place) in places.into_iter().take(usize::try_from(missing).unwrap_or(0)) {
        if let Some(percent) = percents.get_mut(place) {
            *percent += 1;
        }
    }
    percents
}

#[cfg(test)]
mod tests {
    use super::*;
    use effortlet_core::response::Random;

    #[test]
    fn parts_add_up_to_the_whole_and_none_is_off_by_a_point() {
        assert_eq!(percents(&[1, 1, 1]), [34, 33, 33]);
        assert_eq!(percents(&[1, 1, 1, 1, 1, 1, 0]), [17, 17, 17, 17, 16, 16, 0]);
        assert_eq!((percents(&[0, 0]), percents(&[]), percents(&[u64::MAX / 2, 0])), (vec![0, 0], vec![], vec![100, 0]));
        let mut random = Random::new(11);
        for _ in 0..2_000 {
            let counts: Vec<u64> = (0..1 + random.draw() % 10).map(|_| random.draw() % 50).collect();
            let total: u64 = counts.iter().sum();
            let given = percents(&counts);
            assert_eq!(given.iter().sum::<u64>(), if total == 0 { 0 } else { 100 }, "{counts:?}");
            for (count, percent) in counts.iter().zip(given) {
                let exact = *count as f64 * 100.0 / total.max(1) as f64;
                assert!((percent as f64 - exact).abs() < 1.0, "{counts:?}");
            }
        }
    }
}
