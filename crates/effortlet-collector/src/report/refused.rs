//! What a page says where it has no answer: a person who follows a link or presses a button reads no JSON.
//!
//! Never tells programs anything else than before.

use super::page::frame;
use super::setting::Setting;
use crate::error::{Error, Refusal};
use crate::language::text;
use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

/// Below the report's address, and asked by scripts of pages.
const BY_SCRIPTS: [&str; 2] = ["/report/-/definitions", "/report/-/live"];

/// With the same status, and when to try again.
pub(crate) async fn refused_on_a_page(setting: Setting, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_page = path.starts_with("/report/") && !BY_SCRIPTS.iter().any(|it| path.starts_with(it));
    let response = next.run(request).await;
    let Some(Refusal(error)) = response.extensions().get::<Refusal>().filter(|_| is_page).cloned() else { return response };
    let main = html! {
        section class="card empty" {
            h1 { (text("refused-title")) }
            (told(&error))
            p { a href=(setting.root()) { (text("survey-see-all")) } }
        }
    };
    let page = frame(&setting, &text("refused-title").to_string(), main).into_response();
    let (mut parts, _) = response.into_parts();
    let (own, body) = page.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.extend(own.headers);
    Response::from_parts(parts, body)
}

fn told(error: &Error) -> Markup {
    match error {
        Error::Malformed(problems) | Error::Impossible(problems) => html! {
            p { (text("refused-more")) }
            @for problem in problems { p { code lang="en" dir="ltr" { (problem.to_string()) } } }
        },
        Error::UnknownSurvey | Error::UnknownVersion | Error::UnknownWebhook | Error::UnknownDelivery => html! { p { (text("refused-unknown")) } },
        Error::TooMany(_) | Error::Busy => html! { p { (text("refused-busy")) } },
        Error::Unavailable => html! { p { (text("login-wrong-unavailable")) } },
        _ => html! { p { (text("login-wrong-form")) } },
    }
}
