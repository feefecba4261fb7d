//! What was written, on its way to whoever reads it. Never more than a few pieces.

use super::unfinished::Unfinished;
use axum::body::Bytes;
use std::io::{self, Write};
use tokio::sync::mpsc;

/// So many pieces wait to be read.
const WAITING: usize = 2;

/// Of a workbook; rows come as they are.
const LARGEST: usize = 64 * 1_024;

#[derive(Clone)]
pub(crate) struct Pieces(mpsc::Sender<Bytes>);

pub(crate) fn pieces() -> (Pieces, mpsc::Receiver<Bytes>) {
    let (give, take) = mpsc::channel(WAITING);
    (Pieces(give), take)
}

impl Pieces {
    pub(super) async fn give(&self, piece: Vec<u8>) -> Result<(), Unfinished> {
        self.0.send(piece.into()).await.map_err(|_| Unfinished::Abandoned)
    }

    /// For threads that may wait.
    pub(super) fn writer(self) -> Writer {
        Writer { pieces: self, piece: Vec::with_capacity(LARGEST) }
    }
}

pub(super) struct Writer {
    pieces: Pieces,
    piece: Vec<u8>,
}

impl Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.piece.len() + bytes.len() > LARGEST {
            self.flush()?;
        }
        self.piece.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(LARGEST));
        if piece.is_empty() {
            return Ok(());
        }
        self.pieces.0.blocking_send(piece.into()).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}
