//! A body on its way in. When its end is here the turn is ours. Never keeps what it hands on.

use super::seats::Turn;
use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};

/// What is read off of a body that was refused: as much as the largest that any route takes, a definition.
const LARGEST_REST: u64 = 1_024 * 1_024;

/// Clones share the body: who answers has one, and one is left to read off what nobody wanted.
#[derive(Clone)]
pub(super) struct Arriving {
    shared: Arc<Mutex<Shared>>,
    turn: Arc<Turn>,
}

struct Shared {
    body: Incoming,
    has_ended: bool,
}

impl Arriving {
    pub(super) fn new(body: Incoming, turn: Arc<Turn>) -> Self {
        let has_ended = body.is_end_stream();
        if has_ended {
            turn.is_ours();
        }
        Self { shared: Arc::new(Mutex::new(Shared { body, has_ended })), turn }
    }

    /// Lets fall what is left, so that the connection can be used for the next request. A proxy shares its
    /// connections: one that ends in the middle of a body is an error for the next visitor.
    pub(super) async fn read_off(mut self) {
        let mut left = LARGEST_REST;
        if self.size_hint().lower() > left {
            return;
        }
        while let Some(Ok(frame)) = poll_fn(|context| Pin::new(&mut self).poll_frame(context)).await {
            let length = frame.data_ref().map_or(0, Bytes::len);
            left = left.saturating_sub(length as u64);
            if left == 0 {
                return;
            }
        }
    }

    fn shared(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Body for Arriving {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let mut shared = self.shared();
        if shared.has_ended {
            return Poll::Ready(None);
        }
        let frame = ready!(Pin::new(&mut shared.body).poll_frame(context));
        if frame.is_none() || shared.body.is_end_stream() {
            shared.has_ended = true;
            self.turn.is_ours();
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.shared().has_ended
    }

    fn size_hint(&self) -> SizeHint {
        self.shared().body.size_hint()
    }
}
