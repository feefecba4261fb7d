//! A response as a row of a table. Never says how a cell is written.

use crate::store::{KeptAnswer, KeptResponse};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Empty where there is nothing.
    Text(String),
    Number(i64),
    /// Milliseconds since 1970-01-01T00:00:00Z.
    Moment(i64),
}

/// Columns of a response before those of its questions.
const COLUMNS: [&str; 18] = [
    "id",
    "rev",
    "state",
    "site",
    "survey",
    "surveyVersion",
    "trigger",
    "locale",
    "page.url",
    "page.title",
    "page.section",
    "page.article",
    "page.revision",
    "shownAt",
    "answeredAt",
    "receivedAt",
    "context",
    "answers",
];

/// Before the id of a question that is called like a column.
const ASIDE: &str = "answers.";

/// The titles of all columns.
pub(super) fn titles(questions: &[String]) -> Vec<Cell> {
    let titles = COLUMNS.map(str::to_owned).into_iter().chain(questions.iter().map(|it| title(it)));
    titles.map(Cell::Text).collect()
}

/// A question's id, unless a column of ours has that name; no two columns have the same.
fn title(question: &str) -> String {
    let is_taken = COLUMNS.contains(&question) || question.starts_with(ASIDE);
    if is_taken { format!("{ASIDE}{question}") } else { question.to_owned() }
}

pub(super) fn cells(it: &KeptResponse, answers: &[KeptAnswer], questions: &[String]) -> Vec<Cell> {
    let text = |it: &String| Cell::Text(it.clone());
    let maybe = |it: &Option<String>| Cell::Text(it.clone().unwrap_or_default());
    let columns: [Cell; 18] = [
        text(&it.id),
        Cell::Number(it.rev),
        text(&it.state),
        text(&it.site),
        text(&it.survey),
        text(&it.survey_version),
        text(&it.trigger),
        text(&it.locale),
        text(&it.page_url),
        text(&it.page_title),
        maybe(&it.page_section),
        maybe(&it.page_article),
        maybe(&it.page_revision),
        Cell::Moment(it.shown_at),
        it.answered_at.map_or(Cell::Text(String::new()), Cell::Moment),
        Cell::Moment(it.received_at),
        text(&it.context),
        Cell::Number(i64::try_from(answers.len()).unwrap_or(i64::MAX)),
    ];
    columns.into_iter().chain(questions.iter().map(|question| answered(question, answers))).collect()
}

/// What was answered to a question; several options stand in one cell.
fn answered(question: &str, answers: &[KeptAnswer]) -> Cell {
    let mut given = answers.iter().filter(|it| it.question == question);
    match (given.next(), given.next()) {
        (Some(KeptAnswer { choice: None, rating: Some(rating), .. }), None) => Cell::Number(*rating),
        _ => {
            let values = answers.iter().filter(|it| it.question == question).map(words);
            Cell::Text(values.collect::<Vec<_>>().join("; "))
        }
    }
}

fn words(it: &KeptAnswer) -> String {
    match (&it.choice, it.rating, &it.text) {
        (Some(choice), _, _) => choice.clone(),
        (_, Some(rating), _) => rating.to_string(),
        (_, _, Some(text)) => text.clone(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_columns_have_one_title() {
        for (question, expected) in [
            ("effort", "effort"),
            ("page", "page"),
            ("id", "answers.id"),
            ("state", "answers.state"),
            ("page.url", "answers.page.url"),
            ("answers", "answers.answers"),
            ("answers.state", "answers.answers.state"),
        ] {
            assert_eq!(title(question), expected);
        }
    }
}
