//! The pages of the login, in the report's own frame. No script where a password is typed: forms are all they need.

use super::making::NotMade;
use crate::access::{LONGEST, SHORTEST, Secret, Unfit};
use crate::language::{Text, text};
use crate::report::{Setting, copied, copying_frame, frame, in_address, time, timed_frame};
use crate::store::ReadToken;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use std::time::Duration;

/// Why a form is shown again.
pub(super) enum Wrong {
    Form,
    Password,
    /// Why a new password is none.
    Unfit(Unfit),
    /// It was not repeated as it was.
    Another,
    /// Why there is no token of this name.
    Name(NotMade),
    TooOften(Duration),
    Busy(Duration),
    Unavailable,
}

impl Wrong {
    fn status(&self) -> StatusCode {
        match self {
            Self::Form => StatusCode::BAD_REQUEST,
            Self::Password => StatusCode::FORBIDDEN,
            Self::Unfit(_) | Self::Another | Self::Name(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy(_) | Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn told(&self) -> Text {
        match self {
            Self::Form => text("login-wrong-form"),
            Self::Password => text("login-wrong-password"),
            Self::Unfit(Unfit::Short) => text("login-wrong-short").number("least", SHORTEST as u64),
            Self::Unfit(Unfit::Long) => text("login-wrong-long").number("most", LONGEST as u64),
            Self::Another => text("login-wrong-another"),
            Self::Name(NotMade::Name) => text("tokens-wrong-name"),
            Self::Name(NotMade::Taken) => text("tokens-wrong-taken"),
            Self::Name(NotMade::Unavailable) => text("tokens-wrong-unavailable"),
            Self::TooOften(wait) => text("login-wrong-often").number("seconds", seconds(*wait)),
            Self::Busy(_) => text("login-wrong-busy"),
            Self::Unavailable => text("login-wrong-unavailable"),
        }
    }

    fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::TooOften(wait) | Self::Busy(wait) => Some(*wait),
            Self::Unavailable => Some(Duration::from_secs(5)),
            _ => None,
        }
    }
}

fn seconds(wait: Duration) -> u64 {
    wait.as_millis().div_ceil(1_000).try_into().unwrap_or(u64::MAX).max(1)
}

pub(super) fn login(setting: &Setting, next: &str, wrong: Option<Wrong>) -> Response {
    let setting = &setting.at(format!("-/login?next={}", in_address(next)));
    let main = html! {
        section class="card door" {
            h1 { (text("login-title")) }
            p class="soft" { (text("login-more")) }
            form method="post" action={ (setting.root()) "-/login" } {
                (problem(wrong.as_ref()))
                // Password managers keep what has a name; there is one password for all.
                input class="unseen" type="text" name="username" value="team" autocomplete="username" tabindex="-1" aria-hidden="true" readonly;
                input type="hidden" name="next" value=(next);
                (password("password", "login-password", "current-password", wrong.as_ref()))
                button type="submit" { (text("login-submit")) }
            }
            p class="soft small" { (text("login-first-time")) }
        }
    };
    answer(setting, "login-title", main, wrong.as_ref())
}

pub(super) fn first(setting: &Setting, token: &str, wrong: Option<Wrong>) -> Response {
    let setting = &setting.at(format!("-/login/first?token={}", in_address(token)));
    let main = html! {
        section class="card door" {
            h1 { (text("login-choose")) }
            p class="soft" { (text("login-choose-more").number("least", SHORTEST as u64)) }
            form method="post" action={ (setting.root()) "-/login/first" } {
                (problem(wrong.as_ref()))
                input class="unseen" type="text" name="username" value="team" autocomplete="username" tabindex="-1" aria-hidden="true" readonly;
                input type="hidden" name="token" value=(token);
                (password("password", "login-password", "new-password", wrong.as_ref()))
                (password("again", "login-again", "new-password", wrong.as_ref()))
                button type="submit" { (text("login-set")) }
            }
        }
    };
    answer(setting, "login-choose-page", main, wrong.as_ref())
}

/// The same for an address that was used, an older one, and one that never was.
pub(super) fn used(setting: &Setting) -> Response {
    let main = html! {
        section class="card door" {
            h1 { (text("login-used")) }
            p { (text("login-used-more")) }
            p { a href={ (setting.root()) "-/login" } { (text("login-with-password")) } }
        }
    };
    (StatusCode::GONE, answer(setting, "login-used-page", main, None)).into_response()
}

pub(super) fn tokens(setting: &Setting, known: &[ReadToken], made: Option<(&str, &Secret)>, wrong: Option<Wrong>) -> Response {
    let main = html! {
        div class="heading" {
            h1 { (text("tokens-title")) }
            p class="soft" { (text("tokens-more")) }
        }
        @if let Some((name, secret)) = made {
            section class="card made" aria-labelledby="made" {
                h2 id="made" { (text("tokens-made").with("name", name)) }
                p { (text("tokens-copy")) }
                (copied("token", secret.shown()))
                p class="soft small" { (text("tokens-header")) }
                pre { code { "Authorization: Bearer " (secret.shown()) } }
            }
        }
        section class="card" {
            h2 { (text("tokens-make")) }
            form class="row" method="post" action={ (setting.root()) "-/tokens" } {
                (problem(wrong.as_ref()))
                div class="field" {
                    label for="name" { (text("tokens-for")) }
                    input id="name" name="name" type="text" maxlength="100" required autocomplete="off" placeholder=(text("tokens-example"))
                        aria-describedby=[wrong.as_ref().map(|_| "problem")] aria-invalid=[wrong.as_ref().map(|_| "true")];
                }
                button type="submit" { (text("tokens-make")) }
            }
        }
        section class="card" {
            h2 { (text("tokens-known")) }
            @if known.is_empty() { p class="soft" { (text("tokens-none")) } }
            ul class="tokens" {
                @for it in known {
                    li {
                        div {
                            strong { (it.name) }
                            p class="soft small" { (text("tokens-made-at").markup("time", time(&it.made.rfc3339()))) }
                        }
                        form method="post" action={ (setting.root()) "-/tokens/revoke" } {
                            input type="hidden" name="id" value=(it.id);
                            button class="quiet" type="submit" aria-label=(text("tokens-revoke-label").with("name", &it.name)) { (text("tokens-revoke")) }
                        }
                    }
                }
            }
        }
    };
    let (title, headers, status) = answered("tokens-title", wrong.as_ref());
    match made {
        Some(_) => (status, headers, copying_frame(setting, &title, main)).into_response(),
        None => (status, headers, timed_frame(setting, &title, main)).into_response(),
    }
}

fn password(name: &str, label: &'static str, autocomplete: &str, wrong: Option<&Wrong>) -> Markup {
    html! {
        div class="field" {
            label for=(name) { (text(label)) }
            input id=(name) name=(name) type="password" autocomplete=(autocomplete) required maxlength=(LONGEST)
                minlength=[(autocomplete == "new-password").then_some(SHORTEST)] autofocus[name == "password"]
                aria-describedby=[wrong.map(|_| "problem")] aria-invalid=[wrong.map(|_| "true")];
        }
    }
}

fn problem(wrong: Option<&Wrong>) -> Markup {
    html! {
        @if let Some(wrong) = wrong { p id="problem" class="problem" role="alert" { (wrong.told()) } }
    }
}

fn answer(setting: &Setting, title: &'static str, main: Markup, wrong: Option<&Wrong>) -> Response {
    let (title, headers, status) = answered(title, wrong);
    (status, headers, frame(setting, &title, main)).into_response()
}

/// What holds a secret is kept by no browser.
fn answered(title: &'static str, wrong: Option<&Wrong>) -> (String, HeaderMap, StatusCode) {
    let mut headers = HeaderMap::new();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(wait) = wrong.and_then(Wrong::retry_after) {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds(wait)));
    }
    let title = text(title).to_string();
    let title = if wrong.is_some() { text("login-not-yet").with("page", title).to_string() } else { title };
    (title, headers, wrong.map_or(StatusCode::OK, Wrong::status))
}
