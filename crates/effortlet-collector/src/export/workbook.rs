//! A workbook on a thread of its own: it is written without pause, and a full disk ends that thread alone.
//!
//! Never hands on a workbook that is not whole.

use super::unfinished::Unfinished;
use super::pieces::Pieces;
use super::row::Cell;
use super::sheets::{MOST_ROWS, Sheets, failed};
use std::io::{self, Write};
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, spawn_blocking};

type Rows = Vec<Vec<Cell>>;

pub(super) struct Workbook {
    /// Nothing says that all rows were given.
    rows: mpsc::Sender<Option<Rows>>,
    writing: JoinHandle<io::Result<()>>,
}

impl Workbook {
    pub(super) fn begin(titles: Vec<Cell>, out: Pieces) -> Self {
        let (rows, given) = mpsc::channel(1);
        Self { rows, writing: spawn_blocking(move || write(titles, given, out)) }
    }

    pub(super) async fn rows(&self, rows: Rows) -> Result<(), Unfinished> {
        self.rows.send(Some(rows)).await.map_err(|_| Unfinished::Unwritable(io::Error::other("the disk may be full")))
    }

    pub(super) async fn end(self) -> Result<(), Unfinished> {
        let _ = self.rows.send(None).await;
        Ok(self.writing.await.map_err(io::Error::other)??)
    }
}

fn write(titles: Vec<Cell>, mut given: mpsc::Receiver<Option<Rows>>, out: Pieces) -> io::Result<()> {
    let mut sheets = Sheets::begin(titles, MOST_ROWS).map_err(failed)?;
    while let Some(rows) = given.blocking_recv() {
        let Some(rows) = rows else {
            let mut out = out.writer();
            sheets.end(&mut out).map_err(failed)?;
            return out.flush();
        };
        for row in rows {
            sheets.row(&row).map_err(failed)?;
        }
    }
    Err(io::Error::other("the export was given up"))
}
