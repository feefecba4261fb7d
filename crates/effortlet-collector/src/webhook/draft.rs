//! A webhook as somebody asks for it, in JSON or by a command line, checked and made.
//!
//! Its secret is shown once, and by whoever calls. Never sends anything.

use super::signature::new_secret;
use super::reach::Reach;
use super::target::{Target, of_api};
use crate::catalog::DEFAULT_SITE;
use crate::event::{Form, Kind};
use crate::store::{Hidden, Webhook, WebhookState};
use effortlet_core::response::Random;
use effortlet_core::source::{Node, Problems, Value, unkept};
use effortlet_core::time::Timestamp;

const KEYS: [&str; 6] = ["url", "wants", "form", "site", "survey", "token"];

const LONGEST_TOKEN: usize = 1_000;

/// The error has each mistake with its place.
pub(crate) fn read(draft: &Value, reach: Reach, at: Timestamp) -> Result<Webhook, Problems> {
    let mut problems = Problems::from_iter(unkept(draft));
    let root = Node::root(draft);
    if !root.object(&KEYS, &mut problems) {
        return Err(problems);
    }
    let forms = Form::ALL.map(Form::word);
    let form = Form::ALL.get(root.word_or_first("form", &forms, &mut problems)).copied().unwrap_or(Form::Standard);
    let url = of_api(root.field("url").value.text_or_empty(), form);
    if let Err(expected) = Target::read(&url, reach) {
        root.field("url").check(false, expected, &mut problems);
    }
    let text = |name, problems: &mut Problems| root.given(name).and_then(|it| it.text(problems)).map(str::to_owned);
    let token = text("token", &mut problems);
    let fits = |it: &String| it.len() <= LONGEST_TOKEN && it.bytes().all(|byte| byte.is_ascii_graphic());
    match (form.is_issue(), token.as_ref()) {
        (true, token) => root.field("token").check(token.is_some_and(fits), "a token that may write issues", &mut problems),
        (false, token) => root.field("token").check(token.is_none(), "none but for github and gitlab", &mut problems),
    };
    let (site, survey) = (text("site", &mut problems), text("survey", &mut problems));
    let wants = wants(root, &mut problems);
    root.field("wants").check(!(form.is_issue() && wants.contains(&Kind::Digest)), "no digest where issues are written", &mut problems);
    let (id, secret) = (id(at), new_secret());
    let (Ok(id), Ok(secret)) = (id, secret) else {
        root.check(false, "a source of randomness on this machine", &mut problems);
        return Err(problems);
    };
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Webhook {
        id,
        site: site.unwrap_or_else(|| DEFAULT_SITE.to_owned()),
        survey,
        form,
        url: Hidden(url),
        wants,
        secret: Hidden(secret),
        token: token.map(Hidden),
        state: WebhookState::Active,
        reason: None,
        made: at,
    })
}

/// What happens to single responses, where nothing is said.
fn wants(root: Node<'_>, problems: &mut Problems) -> Vec<Kind> {
    let Some(given) = root.given("wants") else { return Kind::UNASKED.to_vec() };
    let words = Kind::WANTED.map(Kind::word);
    given.words(&words, problems);
    Kind::WANTED.into_iter().filter(|kind| given.each().any(|it| it.value.text_or_empty() == kind.word())).collect()
}

fn id(at: Timestamp) -> Result<String, getrandom::Error> {
    Ok(Random::new(getrandom::u64()?).uuid(at))
}
