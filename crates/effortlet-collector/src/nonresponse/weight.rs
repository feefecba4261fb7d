//! A figure weighted to those who were shown the survey.
//!
//! Where phones answer half as often as others, each answer from a phone stands for twice as many people. By each
//! dimension the figure is moved by what that changes, as the first step of raking does (Deming and Stephan, "On a
//! least squares adjustment of a sampled frequency table", Annals of Mathematical Statistics 11, 1940), so that no
//! one has to be told apart by several dimensions at once. It helps where people of one kind who answered are like
//! those of that kind who did not; nobody can see whether they are.

/// People of one value of a dimension: all who were shown the survey, and those who answered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    pub(crate) shown: u64,
    pub(crate) answered: u64,
    /// The figure of those who answered.
    pub(crate) value: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Weighted {
    pub(crate) value: f64,
    /// How many times wider the interval is than without weights: the root of Kish's design effect (Survey
    /// Sampling, 1965), as if the dimensions had nothing to do with each other.
    pub(crate) widening: f64,
}

/// `dimensions` that say nothing twice: an article, and not its section as well.
pub(crate) fn weighted(raw: f64, dimensions: &[Vec<Cell>]) -> Weighted {
    let moves = dimensions.iter().filter_map(|cells| moved(cells));
    let (value, effect) = moves.fold((raw, 1.0), |(value, effect), (by, own)| (value + by, effect * own));
    Weighted { value, widening: effect.sqrt() }
}

/// By how much the figure moves, and the design effect; nothing where nobody answered.
fn moved(cells: &[Cell]) -> Option<(f64, f64)> {
    let cells: Vec<&Cell> = cells.iter().filter(|it| it.answered > 0 && it.shown >= it.answered).collect();
    let all = |count: fn(&Cell) -> u64| cells.iter().map(|it| count(it)).sum::<u64>() as f64;
    let (shown, answered) = (all(|it| it.shown), all(|it| it.answered));
    let mut by = 0.0;
    let mut effect = 0.0;
    for it in &cells {
        let (wanted, got) = (it.shown as f64 / shown, it.answered as f64 / answered);
        by += (wanted - got) * it.value;
        effect += wanted * wanted / got;
    }
    (!cells.is_empty()).then_some((by, effect))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_answer_less_often_count_for_more() {
        let cells = |counts: &[(u64, u64, f64)]| counts.iter().map(|(shown, answered, value)| Cell { shown: *shown, answered: *answered, value: *value }).collect::<Vec<_>>();
        let devices = cells(&[(500, 400, 0.8), (500, 100, 0.4)]);
        let raw = (400.0 * 0.8 + 100.0 * 0.4) / 500.0;
        let it = weighted(raw, std::slice::from_ref(&devices));
        assert!((it.value - 0.6).abs() < 1e-12, "half of all had a phone: {it:?}");
        assert!((it.widening - (0.25_f64 / 0.8 + 0.25 / 0.2).sqrt()).abs() < 1e-12, "{it:?}");
        let alike = cells(&[(500, 250, 0.8), (100, 50, 0.4)]);
        let raw = (250.0 * 0.8 + 50.0 * 0.4) / 300.0;
        let it = weighted(raw, &[alike]);
        assert!((it.value - raw).abs() < 1e-12 && (it.widening - 1.0).abs() < 1e-12, "all answer as often: {it:?}");
        assert_eq!(weighted(0.5, &[]), Weighted { value: 0.5, widening: 1.0 });
        assert_eq!(weighted(0.5, &[cells(&[(9, 0, 0.0)])]), Weighted { value: 0.5, widening: 1.0 });
    }
}
