//! Responses as other programs read them: JSON, a line each, or a table for spreadsheets, CSV or XLSX.
//!
//! A piece is written after the other, so that no export is held in memory. Never hands a spreadsheet
//! a cell that it would run as a formula, and never ends a file short as if it were whole.

mod row;
mod formula;
mod csv;
mod document;
mod unfinished;
mod pieces;
mod sheets;
mod workbook;

pub(crate) use document::Document;
pub(crate) use pieces::{Pieces, pieces};
pub(crate) use row::Cell;
pub(crate) use unfinished::Unfinished;

use crate::store::{Store, Wanted, WithAnswers};
use row::{cells, titles};
use std::collections::BTreeSet;
use workbook::Workbook;

/// Responses that are read at once: a few hundred kilobytes.
const AT_ONCE: i64 = 500;

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// JSON, a line for each response
    Jsonl,
    /// For spreadsheets, as text
    Csv,
    /// For spreadsheets, with numbers and dates
    Xlsx,
}

/// A table that is small enough to be written at once, as CSV.
pub(crate) fn table(titles: &[&str], rows: impl Iterator<Item = Vec<Cell>>) -> Vec<u8> {
    let mut out = csv::begin(titles.iter().map(|it| Cell::Text((*it).to_owned())).collect());
    rows.for_each(|row| csv::row(&mut out, row));
    out
}

/// An export whose columns are known.
pub(crate) struct Export {
    store: Store,
    wanted: Wanted,
    format: Format,
    /// Each has a column.
    questions: Vec<String>,
}

impl Export {
    pub(crate) async fn begin(store: &Store, wanted: Wanted, format: Format) -> Result<Self, Unfinished> {
        let questions = if format == Format::Jsonl { Vec::new() } else { store.questions(&wanted).await? };
        Ok(Self { store: store.clone(), wanted, format, questions })
    }

    /// Every response that is wanted, each once, in the order of their ids.
    pub(crate) async fn write(self, out: Pieces) -> Result<(), Unfinished> {
        match self.format {
            Format::Jsonl => {
                let mut after = String::new();
                while let Some(piece) = self.after(&mut after).await? {
                    let documents = piece.into_iter().map(Document::from);
                    let lines = documents.flat_map(|it| [serde_json::to_vec(&it).unwrap_or_default(), b"\n".to_vec()]);
                    out.give(lines.collect::<Vec<_>>().concat()).await?;
                }
            }
            Format::Csv => {
                out.give(csv::begin(titles(&self.questions))).await?;
                let mut after = String::new();
                while let Some(piece) = self.after(&mut after).await? {
                    let mut lines = Vec::new();
                    self.rows(&piece)?.into_iter().for_each(|row| csv::row(&mut lines, row));
                    out.give(lines).await?;
                }
            }
            Format::Xlsx => {
                let workbook = Workbook::begin(titles(&self.questions), out);
                let mut after = String::new();
                while let Some(piece) = self.after(&mut after).await? {
                    workbook.rows(self.rows(&piece)?).await?;
                }
                workbook.end().await?;
            }
        }
        Ok(())
    }

    async fn after(&self, after: &mut String) -> Result<Option<Vec<WithAnswers>>, Unfinished> {
        let piece = self.store.piece(&self.wanted, after, AT_ONCE).await?;
        let Some((last, _)) = piece.last() else { return Ok(None) };
        after.clone_from(&last.id);
        Ok(Some(piece))
    }

    /// A row for each response and a column for each question.
    fn rows(&self, piece: &[WithAnswers]) -> Result<Vec<Vec<Cell>>, Unfinished> {
        let columns: BTreeSet<&str> = self.questions.iter().map(String::as_str).collect();
        let mut rows = Vec::with_capacity(piece.len());
        for (response, answers) in piece {
            if let Some(answer) = answers.iter().find(|it| !columns.contains(it.question.as_str())) {
                return Err(Unfinished::NewQuestion(answer.question.clone()));
            }
            rows.push(cells(response, answers, &self.questions));
        }
        Ok(rows)
    }
}
