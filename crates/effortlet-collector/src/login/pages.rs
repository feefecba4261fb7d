//! The pages of the login, in the report's own frame. No script: forms are all they need.

use crate::access::{LONGEST, SHORTEST, Secret};
use crate::report::{Setting, frame, moment};
use crate::store::ReadToken;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use std::time::Duration;

/// Why a form is shown again.
pub(super) enum Wrong {
    Form,
    Password,
    /// What a new password must be.
    Unfit(&'static str),
    /// It was not repeated as it was.
    Another,
    /// What a token's name must be.
    Name(String),
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

    fn told(&self) -> String {
        match self {
            Self::Form => "That form did not arrive whole. Please try again.".to_owned(),
            Self::Password => "That is not the password. Please try again.".to_owned(),
            Self::Unfit(expected) => format!("The password needs {expected}."),
            Self::Another => "The two passwords are not the same. Please type them again.".to_owned(),
            Self::Name(expected) => format!("A token needs {expected}."),
            Self::TooOften(wait) => format!("Too many tries. Please wait {}, then try again.", spoken(*wait)),
            Self::Busy(_) => "Many people are logging in just now. Please try again in a moment.".to_owned(),
            Self::Unavailable => "The collector cannot reach its database just now. Please try again later.".to_owned(),
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

fn spoken(wait: Duration) -> String {
    match seconds(wait) {
        1 => "a second".to_owned(),
        more => format!("{more} seconds"),
    }
}

pub(super) fn login(setting: &Setting, next: &str, wrong: Option<Wrong>) -> Response {
    let main = html! {
        section class="card door" {
            h1 { "Log in" }
            p class="soft" { "This report belongs to a team. Its password lets you in." }
            form method="post" action={ (setting.root()) "-/login" } {
                (problem(wrong.as_ref()))
                // Password managers keep what has a name; there is one password for all.
                input class="unseen" type="text" name="username" value="team" autocomplete="username" tabindex="-1" aria-hidden="true" readonly;
                input type="hidden" name="next" value=(next);
                (password("password", "Password", "current-password", wrong.as_ref()))
                button type="submit" { "Log in" }
            }
            p class="soft small" { "First time here? The collector prints an address to set the password when it starts." }
        }
    };
    answer(setting, "Log in", main, wrong.as_ref())
}

pub(super) fn first(setting: &Setting, token: &str, wrong: Option<Wrong>) -> Response {
    let main = html! {
        section class="card door" {
            h1 { "Choose the team’s password" }
            p class="soft" { "Whoever knows it can read this report. Take " (SHORTEST) " characters or more: a few words that do not belong together are easy to keep in mind." }
            form method="post" action={ (setting.root()) "-/login/first" } {
                (problem(wrong.as_ref()))
                input class="unseen" type="text" name="username" value="team" autocomplete="username" tabindex="-1" aria-hidden="true" readonly;
                input type="hidden" name="token" value=(token);
                (password("password", "Password", "new-password", wrong.as_ref()))
                (password("again", "The same once more", "new-password", wrong.as_ref()))
                button type="submit" { "Set the password" }
            }
        }
    };
    answer(setting, "Choose a password", main, wrong.as_ref())
}

/// The same for an address that was used, an older one, and one that never was.
pub(super) fn used(setting: &Setting) -> Response {
    let main = html! {
        section class="card door" {
            h1 { "This address no longer counts" }
            p { "An address to set the password can be used once, and only until the collector starts again. As long as no password is set, each start prints a new one." }
            p { a href={ (setting.root()) "-/login" } { "Log in with the password" } }
        }
    };
    (StatusCode::GONE, answer(setting, "No longer counts", main, None)).into_response()
}

pub(super) fn tokens(setting: &Setting, known: &[ReadToken], made: Option<(&str, &Secret)>, wrong: Option<Wrong>) -> Response {
    let main = html! {
        div class="heading" {
            h1 { "Read tokens" }
            p class="soft" { "Programs that read the figures show one of these. A token can read, never change anything." }
        }
        @if let Some((name, secret)) = made {
            section class="card made" aria-labelledby="made" role="status" {
                h2 id="made" { "The token “" (name) "”" }
                p { "Copy it now: it is not shown again." }
                pre { code { (secret.shown()) } }
                p class="soft small" { "A program sends it in this header:" }
                pre { code { "Authorization: Bearer " (secret.shown()) } }
            }
        }
        section class="card" {
            h2 { "Make a token" }
            form class="row" method="post" action={ (setting.root()) "-/tokens" } {
                (problem(wrong.as_ref()))
                div class="field" {
                    label for="name" { "What is it for?" }
                    input id="name" name="name" type="text" maxlength="100" required autocomplete="off" placeholder="Weekly dashboard"
                        aria-describedby=[wrong.as_ref().map(|_| "problem")] aria-invalid=[wrong.as_ref().map(|_| "true")];
                }
                button type="submit" { "Make a token" }
            }
        }
        section class="card" {
            h2 { "Tokens that count" }
            @if known.is_empty() { p class="soft" { "None yet." } }
            ul class="tokens" {
                @for it in known {
                    li {
                        div {
                            strong { (it.name) }
                            p class="soft small" { "Made " time datetime=(it.made.rfc3339()) { (moment(&it.made.rfc3339())) } }
                        }
                        form method="post" action={ (setting.root()) "-/tokens/revoke" } {
                            input type="hidden" name="id" value=(it.id);
                            button class="quiet" type="submit" aria-label={ "Revoke " (it.name) } { "Revoke" }
                        }
                    }
                }
            }
        }
    };
    answer(setting, "Read tokens", main, wrong.as_ref())
}

fn password(name: &str, label: &str, autocomplete: &str, wrong: Option<&Wrong>) -> Markup {
    html! {
        div class="field" {
            label for=(name) { (label) }
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

/// What holds a secret is kept by no browser.
fn answer(setting: &Setting, title: &str, main: Markup, wrong: Option<&Wrong>) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(wait) = wrong.and_then(Wrong::retry_after) {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds(wait)));
    }
    let title = if wrong.is_some() { format!("Not yet: {title}") } else { title.to_owned() };
    (wrong.map_or(StatusCode::OK, Wrong::status), headers, frame(setting, &title, main)).into_response()
}
