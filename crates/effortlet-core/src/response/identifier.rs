//! Identifiers from a moment and a seed. Never asks anybody for randomness.

use crate::time::Timestamp;
use alloc::string::String;

/// A stream of numbers from a seed: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The seed should be 64 bits of real randomness, drawn anew for each page.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A UUIDv7: 48 bits of milliseconds, then random bits, so that ids sort by time (RFC 9562).
    pub fn uuid(&mut self, at: Timestamp) -> String {
        let high = (at.0 as u64) << 16 | 0x7000 | (self.draw() & 0x0fff);
        let low = 0x8000_0000_0000_0000 | (self.draw() >> 2);
        let mut text = String::with_capacity(36);
        for place in 0..32_u32 {
            if matches!(place, 8 | 12 | 16 | 20) {
                text.push('-');
            }
            let half = if place < 16 { high } else { low };
            let nibble = (half >> (60 - 4 * (place % 16)) & 0xf) as u32;
            text.push(char::from_digit(nibble, 16).unwrap_or('0'));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_a_uuid_of_version_7_that_starts_with_its_moment() {
        let id = Random::new(7).uuid(Timestamp(0x0199_0000_abcd));
        assert_eq!(id.len(), 36);
        assert!(id.starts_with("01990000-abcd-7"), "{id}");
        assert!(matches!(id.as_bytes()[19], b'8' | b'9' | b'a' | b'b'), "{id}");
    }

    #[test]
    fn the_same_seed_draws_the_same_numbers() {
        let (mut one, mut other) = (Random::new(42), Random::new(42));
        assert_eq!(one.uuid(Timestamp(1)), other.uuid(Timestamp(1)));
        assert_ne!(one.draw(), Random::new(43).draw());
    }
}
