//! A period cut into days, weeks or months of UTC. Never reads a clock.

use effortlet_columns::day_text;

/// How long the stretches of a trend are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    /// From Monday to Sunday.
    Week,
    Month,
}

/// As many as can be told apart on a narrow screen.
const MOST: usize = 62;

impl Unit {
    pub(super) const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];
    pub(super) const WORDS: [&str; 3] = ["day", "week", "month"];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    pub(super) fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// One that cuts a period into some five to forty.
    pub(super) fn fitting((from, to): (i32, i32)) -> Self {
        match to.saturating_sub(from) {
            ..=40 => Self::Day,
            41..=280 => Self::Week,
            _ => Self::Month,
        }
    }

    /// Whether the next day begins another one.
    fn ends_with(self, day: i32) -> bool {
        match self {
            Self::Day => true,
            // The first day of 1970 was a Thursday.
            Self::Week => day.rem_euclid(7) == 3,
            Self::Month => day_text(day).get(..7) != day_text(day.saturating_add(1)).get(..7),
        }
    }
}

/// The latest stretches of a period, and whether there are earlier ones.
pub(super) fn stretches(unit: Unit, (from, to): (i32, i32)) -> (Vec<(i32, i32)>, bool) {
    let mut stretches = Vec::new();
    let mut last = to;
    while last >= from && stretches.len() < MOST {
        let mut first = last;
        while first > from && !unit.ends_with(first.saturating_sub(1)) {
            first -= 1;
        }
        stretches.push((first, last));
        let Some(earlier) = first.checked_sub(1) else { break };
        last = earlier;
    }
    stretches.reverse();
    let is_cut = stretches.first().is_some_and(|(first, _)| *first > from);
    (stretches, is_cut)
}

#[cfg(test)]
mod tests {
    use super::*;
    use effortlet_columns::read_day;

    #[test]
    fn a_period_is_cut_at_the_ends_of_weeks_and_months_and_no_day_is_lost() {
        let day = |text| read_day(text).unwrap();
        let period = (day("2026-11-18"), day("2026-12-02"));
        let of = |unit| stretches(unit, period).0.into_iter().map(|(first, last)| [day_text(first), day_text(last)].join(" ")).collect::<Vec<_>>();
        assert_eq!(of(Unit::Week), ["2026-11-18 2026-11-22", "2026-11-23 2026-11-29", "2026-11-30 2026-12-02"], "Monday first");
        assert_eq!(of(Unit::Month), ["2026-11-18 2026-11-30", "2026-12-01 2026-12-02"]);
        assert_eq!(of(Unit::Day).len(), 15);
        let (latest, is_cut) = stretches(Unit::Day, (0, 1_000));
        assert_eq!((latest.len(), latest.first(), latest.last(), is_cut), (62, Some(&(939, 939)), Some(&(1_000, 1_000)), true));
        assert_eq!(stretches(Unit::Day, (5, 4)), (Vec::new(), false));
    }
}
