//! What is wrong with a document: the place and what was expected there.
//!
//! Without the feature `messages` a problem is only counted.

#[cfg(feature = "messages")]
pub use told::{Problem, Problems};
#[cfg(feature = "messages")]
pub(crate) use told::Place;

#[cfg(not(feature = "messages"))]
pub use counted::{Problem, Problems};
#[cfg(not(feature = "messages"))]
pub(crate) use counted::Place;

#[cfg(feature = "messages")]
mod told {
    use super::super::near::near;
    use crate::source::Value;
    use alloc::{string::{String, ToString}, vec::Vec};
    use core::fmt;

    /// The mistakes found so far, in reading order.
    pub type Problems = Vec<Problem>;

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

        pub(crate) fn at(place: Place<'_>, expected: &str) -> Self {
            Self { place: place.path(), expected: expected.into() }
        }

        /// `before` and then `a, b or c`.
        pub(crate) fn among(place: Place<'_>, before: &str, words: &[&str]) -> Self {
            Self::at(place, &list(before, words, " or "))
        }

        /// `no other key than a, b or c`, and which of them was meant.
        pub(crate) fn unknown(place: Place<'_>, key: &str, known: &[&str]) -> Self {
            let mut expected = list("no other key than ", known, " or ");
            if let Some(meant) = near(key, known) {
                expected += &["; did you mean ", meant, "?"].concat();
            }
            Self::at(place, &expected)
        }

        /// `exactly one of a, b and c`.
        pub(crate) fn one_of(place: Place<'_>, words: &[&str]) -> Self {
            Self::at(place, &list("exactly one of ", words, " and "))
        }
    }

    fn list(before: &str, words: &[&str], last_mark: &str) -> String {
        let last = words.len().saturating_sub(1);
        let mut text = String::from(before);
        for (index, word) in words.iter().enumerate() {
            text.push_str(match index {
                0 => "",
                _ if index == last => last_mark,
                _ => ", ",
            });
            text.push_str(word);
        }
        text
    }

    impl fmt::Display for Problem {
        fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str(&self.message())
        }
    }

    /// Where a value stands: a key of another one. The path there is looked for once a problem
    /// needs it, so that walking through a document that is right costs nothing.
    #[derive(Clone, Copy, Debug)]
    pub(crate) struct Place<'a> {
        document: &'a Value,
        within: &'a Value,
        /// Empty for `within` itself.
        key: &'a str,
    }

    impl<'a> Place<'a> {
        pub(crate) fn root(document: &'a Value) -> Self {
            Self { document, within: document, key: "" }
        }

        pub(crate) fn field(self, within: &'a Value, key: &'a str) -> Self {
            Self { within, key, ..self }
        }

        pub(crate) fn item(self, item: &'a Value) -> Self {
            Self { within: item, key: "", ..self }
        }

        fn path(self) -> String {
            let mut path = path(self.document, self.within).unwrap_or_default();
            if !self.key.is_empty() {
                path = [&path, ".", self.key].concat();
            }
            path.trim_start_matches('.').into()
        }
    }

    /// The way down from one value to another, known by its address.
    fn path(from: &Value, to: &Value) -> Option<String> {
        if core::ptr::eq(from, to) {
            return Some(String::new());
        }
        if let Value::List(items) = from {
            return items.iter().enumerate().find_map(|(index, item)| {
                Some(["[", &index.to_string(), "]", &path(item, to)?].concat())
            });
        }
        from.entries().iter().find_map(|(key, value)| Some([".", key, &path(value, to)?].concat()))
    }
}

#[cfg(not(feature = "messages"))]
mod counted {
    use crate::source::Value;
    use core::marker::PhantomData;

    /// How many mistakes were found so far.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Problems(usize);

    impl Problems {
        pub fn new() -> Self {
            Self(0)
        }

        pub fn len(&self) -> usize {
            self.0
        }

        pub fn is_empty(&self) -> bool {
            self.0 == 0
        }

        /// Called from dozens of places, where a call is smaller than the sum.
        #[inline(never)]
        pub(crate) fn push(&mut self, _: Problem) {
            self.0 += 1;
        }
    }

    /// One mistake in a document.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Problem;

    impl Problem {
        pub(crate) fn at(_: Place<'_>, _: &str) -> Self {
            Self
        }

        pub(crate) fn among(_: Place<'_>, _: &str, _: &[&str]) -> Self {
            Self
        }

        pub(crate) fn unknown(_: Place<'_>, _: &str, _: &[&str]) -> Self {
            Self
        }

        pub(crate) fn one_of(_: Place<'_>, _: &[&str]) -> Self {
            Self
        }
    }

    #[derive(Clone, Copy, Debug)]
    pub(crate) struct Place<'a>(PhantomData<&'a Value>);

    impl<'a> Place<'a> {
        pub(crate) fn root(_: &'a Value) -> Self {
            Self(PhantomData)
        }

        pub(crate) fn field(self, _: &'a Value, _: &'a str) -> Self {
            self
        }

        pub(crate) fn item(self, _: &'a Value) -> Self {
            self
        }
    }
}
