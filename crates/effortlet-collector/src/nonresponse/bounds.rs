//! The ends of a share, whatever those would have said who did not answer (Manski, "Nonparametric bounds on
//! treatment effects", American Economic Review 80, 1990).
//!
//! Never assumes anything of the silent.

/// Of `shown` people `answered` did, and `chosen` of those chose it: the least and the greatest share of all.
/// `None` where nobody was shown anything, or fewer than answered.
pub(crate) fn bounds(chosen: u64, answered: u64, shown: u64) -> Option<[f64; 2]> {
    let silent = shown.checked_sub(answered).filter(|_| shown > 0 && chosen <= answered)?;
    let share = |part: u64| part as f64 / shown as f64;
    Some([share(chosen), share(chosen + silent)])
}

#[cfg(test)]
mod tests {
    use super::bounds;

    #[test]
    fn the_silent_may_all_have_been_of_one_mind() {
        assert_eq!(bounds(10, 50, 100), Some([0.1, 0.6]));
        assert_eq!(bounds(10, 50, 50), Some([0.2, 0.2]), "nobody was silent");
        assert_eq!(bounds(0, 0, 100), Some([0.0, 1.0]), "everybody was");
        assert_eq!(bounds(0, 0, 0), None);
        assert_eq!(bounds(10, 50, 40), None, "more answered than were shown anything");
    }
}
