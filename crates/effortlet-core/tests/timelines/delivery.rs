//! The device of a timeline's visitor, and the endpoint: what is kept, and what becomes of posts.

use super::effects::Next;
use super::endpoint::Endpoint;
use effortlet_core::outbox::{Errand, Item};

pub(super) struct Delivery {
    pub(super) endpoint: Endpoint,
    /// Another tab posts what is left.
    pub(super) others_post: bool,
    kept: Vec<Item>,
}

impl Delivery {
    pub(super) fn new() -> Self {
        Self { endpoint: Endpoint::new(&["200"]), others_post: false, kept: Vec::new() }
    }

    pub(super) fn keep(&mut self, item: &Item) {
        self.kept.retain(|kept| kept.id != item.id);
        self.kept.push(item.clone());
    }

    /// What a page finds on the device.
    pub(super) fn left(&self) -> Vec<Item> {
        self.kept.iter().cloned().map(left).collect()
    }

    pub(super) fn run(&mut self, errand: &Errand<'_>, followed: &mut Vec<String>, next: &mut Vec<Next>) {
        match errand {
            Errand::Post { posts, .. } => {
                if self.endpoint.name != "200" {
                    let revs: Vec<String> = posts.iter().map(|it| it.rev.to_string()).collect();
                    followed.push(format!("post rev={} gets {}", revs.join("+"), self.endpoint.name));
                }
                if self.endpoint.name != "mute" {
                    next.push(Next::Replied(posts.to_vec()));
                }
            }
            Errand::Discard(id) => {
                self.kept.retain(|item| item.id != *id);
                followed.push("taken".into());
            }
            Errand::SetAside { id, reason, .. } => {
                self.kept.retain(|item| item.id != *id);
                followed.push(format!("set aside as {}", reason.word()));
            }
            Errand::Doubt { status } => followed.push(format!("in vain again and again, status {status:?}")),
            Errand::Note { id, age } => {
                self.kept.iter_mut().filter(|item| item.id == *id).for_each(|item| item.age = *age);
                followed.push(format!("in vain on {} days", age.days));
            }
            Errand::AwaitTurn if self.others_post => followed.push("await turn".into()),
            Errand::AwaitTurn => next.push(Next::Turn),
            Errand::EndTurn => {}
        }
    }
}

fn left(mut item: Item) -> Item {
    item.is_own = false;
    item
}
