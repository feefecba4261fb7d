//! The body of an export. It is written only while somebody reads it, and ends with whoever does.
//!
//! Never a task of its own: nothing of it outlives its connection.

use crate::export::{Export, Unfinished, pieces};
use axum::body::Bytes;
use hyper::body::{Body, Frame};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::sync::{OwnedSemaphorePermit, mpsc};

type Writing = Pin<Box<dyn Future<Output = Result<(), Unfinished>> + Send>>;

pub(super) struct Streamed {
    /// Nothing once it has ended.
    writing: Option<Writing>,
    pieces: mpsc::Receiver<Bytes>,
    failed: Option<Unfinished>,
    _place: OwnedSemaphorePermit,
}

impl Streamed {
    pub(super) fn new(export: Export, place: OwnedSemaphorePermit) -> Self {
        let (out, pieces) = pieces();
        Self { writing: Some(Box::pin(export.write(out))), pieces, failed: None, _place: place }
    }
}

impl Body for Streamed {
    type Data = Bytes;
    type Error = Unfinished;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Unfinished>>> {
        if let Some(writing) = &mut self.writing
            && let Poll::Ready(ended) = writing.as_mut().poll(context)
        {
            self.writing = None;
            self.failed = ended.err();
        }
        match ready!(self.pieces.poll_recv(context)) {
            Some(piece) => Poll::Ready(Some(Ok(Frame::data(piece)))),
            None => Poll::Ready(self.failed.take().map(|error| {
                tracing::error!(%error, "an export broke off");
                Err(error)
            })),
        }
    }
}
