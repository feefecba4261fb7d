//! A workbook whose cells are texts, numbers and dates, never formulas. Never holds more than a row of it:
//! what is written waits in a file without a name.

use super::formula::begins_formula;
use super::row::Cell;
use effortlet_core::response::limits::first_characters;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A sheet has 1,048,576 rows, and the first are the titles (ECMA-376; Excel's limits).
pub(super) const MOST_ROWS: u32 = 1_048_575;

/// Characters of one cell, by the same.
const LONGEST_TEXT: usize = 32_767;

/// 1970-01-01 in days of a workbook, which begin with 1899-12-30.
const FIRST_DAY: f64 = 25_569.0;

const MILLISECONDS_OF_A_DAY: f64 = 86_400_000.0;

pub(super) struct Sheets {
    workbook: Workbook,
    titles: Vec<Cell>,
    most_rows: u32,
    /// Rows of the last sheet, its titles among them.
    rows: u32,
    sheets: usize,
    moment: Format,
    /// Says that a text stays one, also when somebody edits it.
    text: Format,
}

impl Sheets {
    pub(super) fn begin(titles: Vec<Cell>, most_rows: u32) -> Result<Self, XlsxError> {
        let mut workbook = Workbook::new();
        workbook.set_tempdir(folder())?;
        let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss.000");
        let text = Format::new().set_quote_prefix();
        let mut sheets = Self { workbook, titles, most_rows, rows: 0, sheets: 0, moment, text };
        sheets.another()?;
        Ok(sheets)
    }

    pub(super) fn row(&mut self, row: &[Cell]) -> Result<(), XlsxError> {
        if self.rows > self.most_rows {
            self.another()?;
        }
        self.write(row)
    }

    pub(super) fn end(mut self, out: impl Write + Send) -> Result<(), XlsxError> {
        self.workbook.save_to_writer(out)
    }

    fn another(&mut self) -> Result<(), XlsxError> {
        self.sheets += 1;
        let name = if self.sheets == 1 { "Responses".to_owned() } else { format!("Responses {}", self.sheets) };
        let sheet = self.workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?.set_freeze_panes(1, 0)?;
        self.rows = 0;
        let titles = self.titles.clone();
        self.write(&titles)
    }

    fn write(&mut self, row: &[Cell]) -> Result<(), XlsxError> {
        let sheet = self.workbook.worksheet_from_index(self.sheets.saturating_sub(1))?;
        for (column, cell) in (0..).zip(row) {
            write_cell(sheet, (self.rows, column), cell, [&self.moment, &self.text])?;
        }
        self.rows += 1;
        Ok(())
    }
}

fn write_cell(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, [moment, text]: [&Format; 2]) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(it) if it.is_empty() => {}
        Cell::Text(it) => {
            let shown = first_characters(it, LONGEST_TEXT);
            if begins_formula(shown) {
                sheet.write_string_with_format(row, column, shown, text)?;
            } else {
                sheet.write_string(row, column, shown)?;
            }
        }
        Cell::Number(number) => drop(sheet.write_number(row, column, *number as f64)?),
        Cell::Moment(at) => {
            let days = *at as f64 / MILLISECONDS_OF_A_DAY + FIRST_DAY;
            sheet.write_number_with_format(row, column, days, moment)?;
        }
    }
    Ok(())
}

/// Where it is on a disk: `/tmp` may be memory, `/var/tmp` is not (FHS 3.0, 5.15).
fn folder() -> PathBuf {
    let on_disk = Path::new("/var/tmp");
    if std::env::var_os("TMPDIR").is_none() && on_disk.is_dir() { on_disk.to_path_buf() } else { std::env::temp_dir() }
}

pub(super) fn failed(error: XlsxError) -> io::Error {
    io::Error::other(error)
}
