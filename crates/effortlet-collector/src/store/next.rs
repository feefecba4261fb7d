//! What may follow on what is stored of a response. Never writes.

use super::received::{Became, Refused};
use crate::catalog::site_of;
use effortlet_core::response::{Response, State};

/// Site, survey, version, revision and state of what is stored.
pub(super) type Earlier = (String, String, String, i64, String);

/// Whether a response takes the place of what is stored under its id.
pub(super) fn follows(earlier: Option<Earlier>, response: &Response, version: &str) -> Result<Became, Refused> {
    let Some((site, survey, stored_version, rev, state)) = earlier else { return Ok(Became::Stored) };
    let id = || response.id.clone();
    if (site.as_str(), survey.as_str(), stored_version.as_str()) != (site_of(response), &response.survey, version) {
        return Err(Refused::AnotherSurvey { id: id() });
    }
    if i64::from(response.rev) <= rev {
        return Ok(Became::Unchanged);
    }
    match STATES.into_iter().find(|it| word(*it) == state) {
        Some(from) if !may_become(from, response.state) => Err(Refused::AnotherState { id: id(), from: word(from) }),
        _ => Ok(Became::Stored),
    }
}

const STATES: [State; 4] = [State::Shown, State::Partial, State::Complete, State::Dismissed];

/// What was answered is never dismissed any more, what is complete stays so, and what was dismissed is
/// not answered afterwards.
fn may_become(from: State, to: State) -> bool {
    match from {
        State::Shown => true,
        State::Partial => matches!(to, State::Partial | State::Complete),
        State::Complete | State::Dismissed => to == from,
    }
}

/// The word for it in the database.
pub(super) fn word(state: State) -> &'static str {
    match state {
        State::Shown => "shown",
        State::Partial => "partial",
        State::Complete => "complete",
        State::Dismissed => "dismissed",
    }
}
