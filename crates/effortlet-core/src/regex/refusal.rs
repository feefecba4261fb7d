//! Why a text is not taken as an expression. Never says where.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not one.
    Syntax,
    /// It uses what is not known here.
    Unknown,
    /// It repeats something too often, or would be too long a program.
    Large,
}

impl Refusal {
    /// What would have been accepted.
    pub fn expected(self) -> &'static str {
        match self {
            Self::Syntax => "a regular expression",
            Self::Unknown => {
                "a regular expression without look-around, back-references, named groups, flags, or escapes of \
                 letters other than b, d, n, r, s, t and w"
            }
            Self::Large => "a smaller regular expression, with at most 1,000 repetitions and 2,000 parts in all",
        }
    }
}
