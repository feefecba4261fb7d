//! A task that must not end: started anew when it breaks, and given up with a reason when it
//! breaks again and again. Never knows what the task does.

use std::future::Future;

/// A mistake that a new start does not cure shows itself by then.
const MOST_RESTARTS: u32 = 10;

/// Runs what `start` gives until it ends by itself; else says why it was given up.
pub(super) async fn supervise<Task>(name: &str, mut start: impl FnMut() -> Task) -> Result<(), String>
where
    Task: Future<Output = ()> + Send + 'static,
{
    let mut restarts = 0;
    loop {
        let Err(broken) = tokio::spawn(start()).await else { return Ok(()) };
        if restarts == MOST_RESTARTS {
            return Err(format!("the {name} broke {} times, the last time because of: {broken}", restarts + 1));
        }
        restarts += 1;
        tracing::error!(%broken, "the {name} broke and is started anew");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    async fn breaking(times: u32) -> (Result<(), String>, u32) {
        let starts = Arc::new(AtomicU32::new(0));
        let ended = supervise("writer", || {
            let start = starts.fetch_add(1, Ordering::Relaxed);
            async move { assert!(start >= times, "broken on purpose") }
        });
        (ended.await, starts.load(Ordering::Relaxed))
    }

    #[tokio::test]
    async fn a_task_that_breaks_is_started_anew_and_given_up_when_that_does_not_help() {
        assert_eq!(breaking(0).await, (Ok(()), 1));
        assert_eq!(breaking(3).await, (Ok(()), 4));
        let (given_up, starts) = breaking(u32::MAX).await;
        assert_eq!(starts, MOST_RESTARTS + 1);
        assert!(given_up.unwrap_err().starts_with("the writer broke 11 times"));
    }
}
