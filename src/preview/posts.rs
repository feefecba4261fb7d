//! The responses that would have been kept on the device and posted. Never posts.

use effortlet_core::response::Response;
use effortlet_core::time::Timestamp;
use serde::Serialize;

#[derive(Default)]
pub(crate) struct Posts {
    /// Oldest first.
    all: Vec<Noted>,
}

#[derive(Serialize)]
pub(crate) struct Noted {
    /// How often it would have been posted.
    posts: u32,
    /// What it came to.
    response: Response,
}

impl Posts {
    pub(crate) fn note(&mut self, at: Timestamp, response: &Response) {
        let mut response = response.clone();
        // As the transport adds it.
        response.timing.sent_at = Some(at.rfc3339());
        match self.all.iter_mut().find(|it| it.response.id == response.id) {
            Some(noted) => {
                noted.posts += 1;
                noted.response = response;
            }
            None => self.all.push(Noted { posts: 1, response }),
        }
    }

    pub(crate) fn all(&self) -> &[Noted] {
        &self.all
    }
}
