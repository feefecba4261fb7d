//! One try of an issue: it is made, brought up to date, or made anew once it was closed.
//!
//! Nobody else is at the same issue meanwhile. An issue that was closed stays closed: what comes after
//! that is told in another one, unless it was closed because nothing is to be done; then nothing is
//! told any more. Never makes a second one where it cannot know whether the first is there.

use super::attempt::{JSON, Next, Try, in_vain, understood};
use super::client::{Call, Client, Reply};
use super::issue::{Said, There, body, changed, made, marker, newest, title};
use super::target::Target;
use crate::event::{Event, Form};
use crate::store::{Claimed, Issue, IssueOutcome, IssueSettled, Settled, Waiting, Webhook};
use axum::http::{HeaderName, HeaderValue, Method, header};
use serde_json::Value as Json;

/// Of an answer that lists fifty issues.
const MOST: usize = 4 * 1_024 * 1_024;

const ACCEPT: HeaderValue = HeaderValue::from_static("application/vnd.github+json");
const GITLAB_TOKEN: HeaderName = HeaderName::from_static("private-token");

/// There is none, or none any more.
const ABSENT: [u16; 2] = [404, 410];

struct Tracker<'a> {
    client: &'a Client,
    webhook: &'a Webhook,
    now: Try,
}

pub(super) async fn attempt(
    client: &Client,
    webhook: &Webhook,
    delivery: &Claimed,
    issue: &Issue,
    report: Option<&str>,
    now: Try,
) -> Settled {
    let tracker = Tracker { client, webhook, now };
    let outcome = match tracker.tell(delivery, issue, report).await {
        Ok(outcome) => outcome,
        Err(Next::Later(at, why)) => IssueOutcome::Later { at, attempts: now.attempts, why },
        Err(Next::Failed(why)) => IssueOutcome::Failed { ids: ids(&issue.waiting), why },
        Err(Next::Gone(why)) => return Settled::Gone { id: delivery.id.clone(), webhook: webhook.id.clone(), why },
    };
    Settled::Issue(IssueSettled { webhook: webhook.id.clone(), subject: delivery.subject.clone(), outcome })
}

impl Tracker<'_> {
    async fn tell(&self, delivery: &Claimed, issue: &Issue, report: Option<&str>) -> Result<IssueOutcome, Next> {
        let marker = marker(&self.webhook.id, &delivery.subject, issue.begun);
        let known = match issue.number {
            Some(number) => self.there(number).await?,
            None => None,
        };
        let is_open = known.as_ref().is_some_and(|it| it.closed.is_none());
        let found = if issue.may_be_there && !is_open { self.found(&marker).await? } else { None };
        let is_another = known.is_some() && found.is_some();
        let there = found.or(known);
        let closed = there.as_ref().and_then(|it| it.closed);
        let is_news = |it: &&Waiting| closed.is_none_or(|closed| it.made > closed);
        let news: Vec<&Waiting> = issue.waiting.iter().filter(is_news).collect();
        let comments = news.iter().filter(|it| it.is_comment).count() as u64;
        let low = news.len() as u64 - comments;
        // What came before it was closed needs no other one.
        if let Some(there) = there.as_ref().filter(|it| it.closed.is_some() && (it.is_declined || news.is_empty())) {
            return Ok(self.told(there, issue.low, issue.comments, issue, 200));
        }
        let (before, after) = match (&there, closed) {
            (Some(there), Some(_)) => ((0, 0), Some(there.number)),
            (Some(_), None) if !is_another => ((issue.low, issue.comments), None),
            _ => ((0, 0), issue.number),
        };
        let event: Event = serde_json::from_str(&delivery.body).map_err(|_| self.unreadable())?;
        let latest: Vec<Event> = issue.latest.iter().filter_map(|it| serde_json::from_str(it).ok()).collect();
        let said = Said { event: &event, low: before.0 + low, comments: before.1 + comments, latest: &latest, report, after, marker: &marker };
        let form = self.webhook.form;
        let reply = match there.filter(|it| it.closed.is_none()) {
            Some(there) => {
                let method = if form == Form::Gitlab { Method::PUT } else { Method::PATCH };
                self.ask(method, &format!("/issues/{}", there.number), Some(changed(form, &body(&said)))).await?
            }
            None => self.ask(Method::POST, "/issues", Some(made(form, &title(&said), &body(&said)))).await?,
        };
        let there = self.read(&reply)?;
        Ok(self.told(&there, said.low, said.comments, issue, reply.status))
    }

    fn told(&self, there: &There, low: u64, comments: u64, issue: &Issue, status: u16) -> IssueOutcome {
        IssueOutcome::Told { number: there.number, url: there.url.clone(), low, comments, ids: ids(&issue.waiting), status }
    }

    /// The issue of this number, if it is still there.
    async fn there(&self, number: i64) -> Result<Option<There>, Next> {
        let answer = self.answer(Method::GET, &format!("/issues/{number}"), None).await;
        if answer.as_ref().is_ok_and(|it| ABSENT.contains(&it.status)) {
            return Ok(None);
        }
        self.read(&understood(answer, self.now)?).map(Some)
    }

    /// The one that somebody may have made who could not say so.
    async fn found(&self, marker: &str) -> Result<Option<There>, Next> {
        let reply = self.ask(Method::GET, newest(self.webhook.form), None).await?;
        let issues: Vec<Json> = serde_json::from_slice(&reply.body).map_err(|_| self.unreadable())?;
        let mut issues = issues.iter().filter_map(|it| There::read(self.webhook.form, it));
        Ok(issues.find(|it| it.has(marker)))
    }

    async fn ask(&self, method: Method, path: &str, body: Option<Json>) -> Result<Reply, Next> {
        understood(self.answer(method, path, body).await, self.now)
    }

    async fn answer(&self, method: Method, path: &str, body: Option<Json>) -> Result<Reply, String> {
        let target = Target::read(&self.webhook.url.0, self.client.reach).and_then(|it| it.below(path));
        let target = target.map_err(|expected| format!("expected {expected}"))?;
        let token = self.webhook.token.as_ref().map_or("", |it| &it.0);
        let secret = |text: &str| {
            let mut value = HeaderValue::from_str(text).map_err(|_| "expected a token in ASCII".to_owned())?;
            value.set_sensitive(true);
            Ok::<_, String>(value)
        };
        let headers = match self.webhook.form {
            Form::Gitlab => vec![(GITLAB_TOKEN, secret(token)?), (header::CONTENT_TYPE, JSON)],
            _ => vec![
                (header::AUTHORIZATION, secret(&format!("Bearer {token}"))?),
                (header::ACCEPT, ACCEPT),
                (header::CONTENT_TYPE, JSON),
            ],
        };
        let body = body.map(|it| it.to_string().into_bytes()).unwrap_or_default();
        self.client.call(Call { method, target: &target, headers, body, most: MOST }).await.map_err(|it| it.to_string())
    }

    fn read(&self, reply: &Reply) -> Result<There, Next> {
        let issue = serde_json::from_slice(&reply.body).ok();
        issue.and_then(|it: Json| There::read(self.webhook.form, &it)).ok_or_else(|| self.unreadable())
    }

    /// An answer that is no issue is as good as none.
    fn unreadable(&self) -> Next {
        in_vain(None, None, "answered what is no issue".to_owned(), self.now)
    }
}

fn ids(waiting: &[Waiting]) -> Vec<String> {
    waiting.iter().map(|it| it.id.clone()).collect()
}
