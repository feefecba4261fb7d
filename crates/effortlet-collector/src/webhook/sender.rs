//! Sends what is due, as long as the collector runs.
//!
//! A turn notes what was sent and takes up what is due, in one commit; what is under way when the
//! collector dies is taken up again later, by this one or another. Never holds up a visitor: a receiver
//! that hangs keeps its own few places.

use super::attempt::{self, Try};
use super::client::Client;
use super::options::Options;
use super::payload::report;
use super::tracker;
use crate::clock::Clock;
use crate::event::Form;
use crate::store::{Claimed, IssueAsked, IssueTurn, Refused, Room, Settled, Store, Turn, Webhook, WebhookState};
use effortlet_core::response::Random;
use effortlet_core::time::{Duration, Timestamp};
use std::collections::HashMap;
use std::convert::Infallible;
use tokio::task::{Id, JoinSet};
use tokio::time::{Instant, sleep};

/// So many are under way to one receiver, and to all; one to chats and trackers, which let few in.
const MOST_OF_ONE: usize = 4;
const MOST_OF_ALL: usize = 64;

/// How soon what others have changed or left is seen.
const BETWEEN_LOOKS: std::time::Duration = std::time::Duration::from_secs(5);

/// From an answer to its commit, which may wait for others.
const TO_COMMIT: Duration = Duration::seconds(3);

/// A receiver that wants to be left alone for longer is asked again all the same.
const LONGEST_HOLD: Duration = Duration::hours(1);

/// An issue is looked for, made and changed.
const CALLS_OF_AN_ISSUE: i64 = 3;

pub struct Sender {
    store: Store,
    client: Client,
    clock: Clock,
    chance: Random,
    public_url: Option<String>,
    timeout: Duration,
    under_way: JoinSet<Option<Settled>>,
    /// Whose they are.
    of: HashMap<Id, String>,
    /// Not noted yet.
    settled: Vec<Settled>,
    /// Receivers that want to be left alone, until when.
    held: HashMap<String, Timestamp>,
    /// Which webhook is first to be given room.
    first: usize,
}

impl Sender {
    /// `seed` is 64 random bits.
    ///
    /// # Errors
    /// Says which file of certificates cannot be read, or that the collector's own address is none.
    pub fn new(store: Store, options: &Options, clock: Clock, seed: u64) -> Result<Self, String> {
        let public_url = options.public_url.as_deref().map(|it| it.trim_end_matches('/').to_owned());
        if public_url.as_ref().is_some_and(|it| !it.starts_with("https://") && !it.starts_with("http://")) {
            return Err("public url: expected an address such as https://ces.example".to_owned());
        }
        Ok(Self {
            store,
            client: Client::new(options)?,
            clock,
            chance: Random::new(seed),
            public_url,
            timeout: Duration::seconds(options.webhook_timeout.into()),
            under_way: JoinSet::new(),
            of: HashMap::new(),
            settled: Vec::new(),
            held: HashMap::new(),
            first: 0,
        })
    }

    pub async fn keep_up(mut self) -> Infallible {
        let mut looked = Instant::now();
        loop {
            if looked.elapsed() >= BETWEEN_LOOKS {
                looked = Instant::now();
                self.look().await;
            }
            let Ok(next) = self.turn().await else {
                tracing::warn!("what is to be told cannot be taken up now, it is tried again in some seconds");
                sleep(BETWEEN_LOOKS).await;
                continue;
            };
            let wait = next.map_or(BETWEEN_LOOKS, |at| until(at, (self.clock)()));
            let store = self.store.clone();
            tokio::select! {
                () = store.news() => {}
                () = self.landed() => {}
                () = sleep(wait.min(BETWEEN_LOOKS)) => {}
            }
        }
    }

    /// Sends all that is due by the clock, until nothing is under way.
    ///
    /// # Errors
    /// Says so where the database cannot be written.
    pub async fn work_off(&mut self) -> Result<(), String> {
        self.look().await;
        loop {
            let next = self.turn().await.map_err(|_| "the database cannot be written now".to_owned())?;
            if !self.under_way.is_empty() {
                self.landed().await;
            } else if self.settled.is_empty() && next.is_none_or(|at| at > (self.clock)()) {
                return Ok(());
            }
        }
    }

    async fn look(&self) {
        if let Err(error) = self.store.learn_webhooks().await {
            tracing::warn!(%error, "webhooks cannot be read now");
        }
    }

    /// When the next one is due that there is room for.
    async fn turn(&mut self) -> Result<Option<Timestamp>, Refused> {
        let at = (self.clock)();
        self.held.retain(|_, until| *until > at);
        let webhooks = self.store.webhooks();
        let room = self.room(&webhooks, at);
        if room.is_empty() && self.settled.is_empty() {
            return Ok(self.held.values().min().copied());
        }
        let (claimed, next) = self.store.turn(Turn { at, settled: self.settled.clone(), room }).await?;
        let has_ended = self.settled.iter().any(|it| matches!(it, Settled::Gone { .. }));
        self.settled.clear();
        if has_ended {
            self.look().await;
        }
        for delivery in claimed {
            if let Some(webhook) = webhooks.iter().find(|it| it.id == delivery.webhook) {
                self.send(webhook.clone(), delivery);
            }
        }
        Ok(next.into_iter().chain(self.held.values().copied()).min())
    }

    fn room(&mut self, webhooks: &[Webhook], at: Timestamp) -> Vec<Room> {
        let mut left = MOST_OF_ALL.saturating_sub(self.under_way.len());
        let active = webhooks.iter().filter(|it| it.state == WebhookState::Active && !self.held.contains_key(&it.id));
        let active: Vec<&Webhook> = active.collect();
        self.first = self.first.wrapping_add(1);
        let start = self.first.checked_rem(active.len()).unwrap_or(0);
        let room = active.iter().cycle().skip(start).take(active.len()).map(|it| {
            let most = if it.form == Form::Standard { MOST_OF_ONE } else { 1 };
            let most = most.saturating_sub(self.of.values().filter(|of| **of == it.id).count()).min(left);
            left -= most;
            Room { webhook: it.id.clone(), most, until: self.until(it, at) }
        });
        room.filter(|it| it.most > 0).collect()
    }

    /// When another may take it up, since this one must have died.
    fn until(&self, webhook: &Webhook, at: Timestamp) -> Timestamp {
        let calls = if webhook.form.is_issue() { CALLS_OF_AN_ISSUE } else { 1 };
        Timestamp(at.0 + calls * self.timeout.0 + TO_COMMIT.0)
    }

    fn send(&mut self, webhook: Webhook, delivery: Claimed) {
        let (client, store, at) = (self.client.clone(), self.store.clone(), (self.clock)());
        let now = Try { at, chance: self.chance.draw(), attempts: delivery.attempts };
        let (until, id) = (self.until(&webhook, at), webhook.id.clone());
        let report = self.public_url.as_deref().map(|it| report(it, &webhook, &delivery));
        let sending = self.under_way.spawn(async move {
            if !webhook.form.is_issue() {
                return Some(attempt::attempt(&client, &webhook, &delivery, report.as_deref(), now).await);
            }
            match store.begin_issue(IssueAsked { delivery: delivery.clone(), at, until }).await {
                Ok(IssueTurn::Write(issue)) => {
                    Some(tracker::attempt(&client, &webhook, &delivery, &issue, report.as_deref(), now).await)
                }
                Ok(IssueTurn::Later) | Err(_) => None,
            }
        });
        self.of.insert(sending.id(), id);
    }

    /// Waits for one at least, for ever where none is under way.
    async fn landed(&mut self) {
        let Some(first) = self.under_way.join_next_with_id().await else { return std::future::pending().await };
        self.note(first);
        while let Some(landed) = self.under_way.try_join_next_with_id() {
            self.note(landed);
        }
    }

    fn note(&mut self, landed: Result<(Id, Option<Settled>), tokio::task::JoinError>) {
        match landed {
            Ok((id, settled)) => {
                let webhook = self.of.remove(&id);
                if let (Some(webhook), Some(asked)) = (webhook, settled.as_ref().and_then(Settled::asked)) {
                    self.held.insert(webhook, Timestamp((self.clock)().0 + asked.0.min(LONGEST_HOLD.0)));
                }
                self.settled.extend(settled);
            }
            Err(broken) => {
                self.of.remove(&broken.id());
                tracing::error!(%broken, "a delivery did not end well, and is tried again");
            }
        }
    }
}

fn until(at: Timestamp, now: Timestamp) -> std::time::Duration {
    std::time::Duration::from_millis(u64::try_from((at - now).0).unwrap_or(0))
}
