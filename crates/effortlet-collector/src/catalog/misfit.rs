//! What of a response no known definition could have produced. Never says what to do about it.

use super::asked::{AskedQuestion, OTHER};
use effortlet_core::response::{Answered, FREE_TEXT, Value};
use effortlet_core::scale::EasyIs;

/// What is not known, and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Misfit {
    pub(crate) reason: Reason,
    pub(crate) name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    Site,
    Survey,
    Version,
    Question,
    Kind,
    Scale,
    Direction,
    Order,
    Option,
}

impl Misfit {
    pub(super) fn new(reason: Reason, name: &str) -> Self {
        Self { reason, name: name.to_owned() }
    }
}

impl Reason {
    /// The word for it in the database and in JSON.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Survey => "survey",
            Self::Version => "version",
            Self::Question => "question",
            Self::Kind => "kind",
            Self::Scale => "scale",
            Self::Direction => "direction",
            Self::Order => "order",
            Self::Option => "option",
        }
    }
}

/// The first answer that does not fit what was asked.
pub(super) fn first(asked: &[AskedQuestion], answers: &[Answered]) -> Option<Misfit> {
    answers.iter().enumerate().find_map(|(position, answered)| {
        let earlier = answers.get(..position).unwrap_or_default();
        let reason = match asked.iter().find(|it| it.id == answered.question) {
            Some(question) => of_answer(question, answered, earlier),
            None => Some(Reason::Question),
        };
        reason.map(|reason| Misfit::new(reason, &answered.question))
    })
}

fn of_answer(question: &AskedQuestion, answered: &Answered, earlier: &[Answered]) -> Option<Reason> {
    let beside = |id: &str| question.options.iter().any(|option| option.id == id);
    if question.kind == "choice" && answered.kind == FREE_TEXT {
        return (!beside(OTHER)).then_some(Reason::Option);
    }
    if question.kind != answered.kind {
        return Some(Reason::Kind);
    }
    if let (Value::Text(id), true) = (&answered.value, question.kind == "choice") {
        let second = earlier.iter().any(|it| it.question == answered.question && it.kind == answered.kind);
        return (!beside(id) || second && !question.many).then_some(Reason::Option);
    }
    let scale = question.scale.as_ref()?;
    let easy_is = if answered.easy_is == Some(EasyIs::Low) { "low" } else { "high" };
    if answered.points != Some(scale.points) {
        Some(Reason::Scale)
    } else if easy_is != scale.easy_is {
        Some(Reason::Direction)
    } else {
        (answered.order.is_some() != scale.left_to_right).then_some(Reason::Order)
    }
}
