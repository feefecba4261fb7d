//! What is wrong with a document: the place and what was expected there.
//!
//! Without the feature `messages` a problem is only counted.

use alloc::vec::Vec;

/// The mistakes found so far, in reading order.
pub type Problems = Vec<Problem>;

#[cfg(feature = "messages")]
pub use told::Problem;
#[cfg(feature = "messages")]
pub(crate) use told::Place;

#[cfg(not(feature = "messages"))]
pub use counted::Problem;
#[cfg(not(feature = "messages"))]
pub(crate) use counted::Place;

#[cfg(feature = "messages")]
mod told {
    use alloc::string::{String, ToString};
    use core::fmt;

    /// One mistake in a document.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Problem {
        /// The path to the value, such as `surveys[0].questions[2].scale.points`.
        pub place: String,
        /// What would have been accepted, such as `5, 7 or 10`.
        pub expected: String,
    }

    impl Problem {
        /// The problem as people read it: `place: expected …`.
        pub fn message(&self) -> String {
            let place = if self.place.is_empty() { "definition" } else { &self.place };
            [place, ": expected ", &self.expected].concat()
        }

        pub(crate) fn at(place: &Place, expected: &str) -> Self {
            Self { place: place.0.clone(), expected: expected.into() }
        }

        /// `before` and then `a, b or c`.
        pub(crate) fn among(place: &Place, before: &str, words: &[&str]) -> Self {
            let last = words.len().saturating_sub(1);
            let mut text = String::from(before);
            for (index, word) in words.iter().enumerate() {
                text.push_str(match index {
                    0 => "",
                    _ if index == last => " or ",
                    _ => ", ",
                });
                text.push_str(word);
            }
            Self::at(place, &text)
        }
    }

    impl fmt::Display for Problem {
        fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str(&self.message())
        }
    }

    /// The path to a value.
    #[derive(Clone, Debug, Default)]
    pub(crate) struct Place(String);

    impl Place {
        pub(crate) fn field(&self, name: &str) -> Self {
            let dot = if self.0.is_empty() { "" } else { "." };
            Self([&self.0, dot, name].concat())
        }

        pub(crate) fn item(&self, index: usize) -> Self {
            Self([&self.0, "[", &index.to_string(), "]"].concat())
        }
    }
}

#[cfg(not(feature = "messages"))]
mod counted {
    /// One mistake in a document.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Problem;

    impl Problem {
        pub(crate) fn at(_: &Place, _: &str) -> Self {
            Self
        }

        pub(crate) fn among(_: &Place, _: &str, _: &[&str]) -> Self {
            Self
        }
    }

    #[derive(Clone, Debug, Default)]
    pub(crate) struct Place {}

    impl Place {
        pub(crate) fn field(&self, _: &str) -> Self {
            Self {}
        }

        pub(crate) fn item(&self, _: usize) -> Self {
            Self {}
        }
    }
}
