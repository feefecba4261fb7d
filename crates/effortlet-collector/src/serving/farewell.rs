//! That the collector is about to stop, for whoever would otherwise go on talking.

use std::future::pending;
use tokio::sync::watch;

/// Clones hear of it together. One that was not made by `new` never does.
#[derive(Clone, Debug, Default)]
pub struct Farewell(Option<watch::Receiver<()>>);

impl Farewell {
    /// It is said when the sender is dropped.
    pub(crate) fn new() -> (watch::Sender<()>, Self) {
        let (until, heard) = watch::channel(());
        (until, Self(Some(heard)))
    }

    /// Comes when it is said.
    pub(crate) async fn said(&mut self) {
        match &mut self.0 {
            Some(heard) => while heard.changed().await.is_ok() {},
            None => pending().await,
        }
    }
}
