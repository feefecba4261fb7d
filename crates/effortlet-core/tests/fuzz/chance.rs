//! Chance that a number repeats, and what is drawn by it.

use effortlet_core::response::Random;

pub(crate) struct Chance {
    random: Random,
}

/// Texts that somebody gets wrong.
const TEXTS: [&str; 22] = [
    "", " ", "a", "yes", "none", "help-center", "/", "/help/:section/**", "//", "?", "#top", "https://acme.example/help?q=1#x", "*", "**", "🙂",
    "e\u{301}", "\u{0}", "\u{feff}", "\u{202e}abc", "{organization}", "{{}", "99999999999999999999d",
];

const NUMBERS: [f64; 16] = [
    0.0, -0.0, 1.0, -1.0, 0.5, 7.0, 100.0, 101.0, 65_536.0, 4_294_967_296.0, 9_007_199_254_740_993.0, -8.64e15, 8.64e15, 1e300, f64::MIN_POSITIVE, -1e300,
];

impl Chance {
    pub(crate) fn of(case: u64) -> Self {
        // Numbers that follow each other begin nothing alike.
        Self { random: Random::new(case.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d) }
    }

    pub(crate) fn draw(&mut self) -> u64 {
        self.random.draw()
    }

    /// 0 where there is nothing to draw from.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        (self.draw() % count.max(1) as u64) as usize
    }

    /// True once in so many times.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(crate) fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    pub(crate) fn text(&mut self) -> String {
        match self.below(8) {
            0 => (0..self.below(40)).map(|_| self.character()).collect(),
            1 => self.one(&TEXTS).repeat(self.below(3_000)),
            _ => (*self.one(&TEXTS)).into(),
        }
    }

    fn character(&mut self) -> char {
        let most = *self.one(&[0x7f, 0x7ff, 0xffff, 0x10_ffff]);
        char::from_u32((self.draw() % most) as u32).unwrap_or('\u{fffd}')
    }

    pub(crate) fn number(&mut self) -> f64 {
        match self.below(4) {
            0 => f64::from_bits(self.draw()),
            1 => self.below(200) as f64,
            _ => *self.one(&NUMBERS),
        }
    }

    /// As JSON has them.
    pub(crate) fn finite(&mut self) -> f64 {
        Some(self.number()).filter(|it| it.is_finite()).unwrap_or(1e308)
    }
}
