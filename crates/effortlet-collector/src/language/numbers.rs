//! How numbers are written in each language (Unicode CLDR 47).

use super::Language;

/// A space at which no line is broken.
const FIXED: char = '\u{a0}';

impl Language {
    /// `1,204`, `1.204`, `1 204`.
    pub(crate) fn count(self, number: u64) -> String {
        let between = match self {
            Self::English => ',',
            Self::Romanian => '.',
            Self::Russian => FIXED,
        };
        let digits = number.to_string();
        let mut text = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(between);
            }
            text.push(digit);
        }
        text
    }

    /// `5.6` as it is written here.
    pub(crate) fn decimal(self, written: &str) -> String {
        match self {
            Self::English => written.to_owned(),
            Self::Romanian | Self::Russian => written.replace('.', ","),
        }
    }

    /// `72%`, `72 %` of 72 as it is written here.
    pub(crate) fn percent(self, written: &str) -> String {
        match self {
            Self::English => format!("{written}%"),
            Self::Romanian | Self::Russian => format!("{written}{FIXED}%"),
        }
    }

    /// Of `1` to `12`, as it stands between a day and a year.
    pub(crate) fn month(self, number: usize) -> Option<&'static str> {
        let names = match self {
            Self::English => ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
            Self::Romanian => ["ian.", "feb.", "mar.", "apr.", "mai", "iun.", "iul.", "aug.", "sept.", "oct.", "nov.", "dec."],
            Self::Russian => ["янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.", "дек."],
        };
        names.get(number.checked_sub(1)?).copied()
    }
}
