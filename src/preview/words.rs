//! What goes into the engine and what comes out of it, in words.
//!
//! Says nothing of what need not be said, or is shown elsewhere.

mod number;

pub(crate) use number::percent;

use crate::page::plain;
use effortlet_core::address::route;
use effortlet_core::answer::Act;
use effortlet_core::engine::{Effect, Input};
use effortlet_core::signal::{Departure, Means, Reading, Signal};
use js_sys::JSON;
use number::hundredths;
use serde::Serialize;

pub(crate) struct Line {
    pub(crate) words: String,
    /// What is told many times in a row is one line, whatever it says; empty for everything else.
    pub(crate) kind: &'static str,
}

fn line(words: &[&str]) -> Option<Line> {
    Some(Line { words: words.concat(), kind: "" })
}

pub(crate) fn of_input(input: &Input) -> Option<Line> {
    match input {
        Input::Page { path, address, .. } => line(&["page ", path, route(address)]),
        Input::Signal(signal) => of_signal(signal),
        Input::Act(act) => of_act(act),
        Input::Draft(Some(Act::Write(text) | Act::Pick(_, text))) => line(&["left with ", &json(text)]),
        Input::Draft(_) => None,
        Input::Woke => line(&["time has come"]),
        Input::Claimed(..) => line(&["no other tab shows a nudge"]),
        Input::Refused => line(&["another tab shows a nudge"]),
        Input::Seen => line(&["nudge is seen"]),
        Input::Displaced { .. } => line(&["page took the nudge away"]),
        Input::Lost => line(&["nudge is lost"]),
        Input::Gathered(_) => line(&["page told about itself"]),
        Input::Recalled(..) => None,
        Input::Simulate(survey, leaf) => line(&["simulated trigger ", &(leaf + 1).to_string(), " of ", survey]),
        Input::Show(survey) => line(&["asked to show ", survey]),
        Input::Pending(item) => line(&["response ", &item.id, " waits"]),
        Input::Hurry => line(&["page back or online"]),
        Input::Leave => line(&["page hidden or left"]),
        // Nothing is posted where a team looks on.
        Input::Armed | Input::Gone(_) | Input::Replied { .. } | Input::Stirred | Input::Turn(_) => None,
    }
}

fn of_signal(signal: &Signal) -> Option<Line> {
    match signal {
        Signal::Acted(means) => Some(Line { words: of_means(*means).into(), kind: "act" }),
        Signal::Visible(true) => line(&["page is visible"]),
        Signal::Visible(false) => line(&["page is hidden"]),
        Signal::PointerLeft(Departure { y, speed, .. }) => {
            let y = (y.round() as i64).to_string();
            line(&["pointer left at ", &y, " px, ", &hundredths(*speed), " px/ms upward"])
        }
        Signal::PointerBack => line(&["pointer came back"]),
        Signal::Scrolled(name, reading) => {
            let name = if name.is_empty() { "page" } else { name };
            Some(Line { words: [name, " at ", &percent_of(reading), " %"].concat(), kind: "scroll" })
        }
        Signal::Clicked(position) | Signal::ClickedToo(position) => {
            line(&["click that trigger ", &(position + 1).to_string(), " of all clicks waits for"])
        }
        Signal::Event(name, _) => line(&["event ", name]),
        Signal::Section(section) if section.is_empty() => line(&["page says no section"]),
        Signal::Section(section) => line(&["page says its section is ", section]),
        Signal::QuietMoment => line(&["visitor may be done"]),
        Signal::EndScrolled(name, reading) => line(&[&percent_of(reading), " % of the way to the end of ", name]),
        Signal::Marked(survey) => line(&["click on what is marked ", survey]),
        Signal::LinkTargets(paths, 0) => line(&["page leads to ", &paths.len().to_string(), " paths"]),
        Signal::LinkTargets(paths, status) => {
            line(&["page leads to ", &paths.len().to_string(), " paths, status ", &status.to_string()])
        }
        Signal::Leaving => line(&["page is left"]),
    }
}

fn of_means(means: Means) -> &'static str {
    match means {
        Means::Motion => "moved the pointer",
        Means::Press => "pressed, typed or turned the wheel",
        Means::Touch => "touched",
    }
}

fn of_act(act: &Act) -> Option<Line> {
    match act {
        Act::Choose(true, _) => line(&["chose yes"]),
        Act::Choose(false, _) => line(&["chose no"]),
        Act::Rate(rating) => line(&["rated ", &rating.to_string()]),
        Act::Write(text) => line(&["wrote ", &json(text)]),
        Act::Pick(_, other) if other.is_empty() => line(&["chose"]),
        Act::Pick(_, other) => line(&["chose, and wrote ", &json(other)]),
        Act::Next => line(&["went on"]),
        Act::Skip => line(&["skipped"]),
        Act::Back => line(&["went back"]),
        Act::Close => line(&["closed the nudge"]),
    }
}

pub(crate) fn of_effect(effect: &Effect<'_>) -> Option<Line> {
    match effect {
        Effect::Claim => line(&["asks whether another tab shows a nudge"]),
        Effect::Remember(_) => line(&["would remember displays"]),
        Effect::RememberSession(_) => line(&["would remember the session"]),
        Effect::RememberHistory(_) => line(&["would remember the visitor"]),
        Effect::RememberTrail(..) => line(&["would remember the way"]),
        Effect::Render(screen) if screen.title.is_empty() => line(&["says thanks"]),
        Effect::Render(screen) => line(&["asks ", &json(&screen.title)]),
        Effect::PutBack => line(&["puts the nudge back"]),
        Effect::Close => line(&["takes the nudge away"]),
        Effect::Shown { survey, trigger, .. } => line(&["shows ", survey, " by ", trigger]),
        Effect::Answered { question, value } => line(&[question, " was answered with ", &json(value)]),
        Effect::Completed => line(&["the end was reached"]),
        Effect::Dismissed => line(&["was closed before the end"]),
        Effect::Keep { response, .. } => line(&["would post revision ", &response.rev.to_string()]),
        Effect::AwaitQuietMoment => line(&["waits until the visitor may be done"]),
        Effect::DetectSection => line(&["looks which section the page says"]),
        Effect::GatherFacts => line(&["asks the page about itself"]),
        Effect::FindLinkTargets => line(&["looks where the page leads"]),
        Effect::Release | Effect::SleepUntil(_) | Effect::WakeAt(_) | Effect::Deliver(_) => None,
    }
}

fn json(value: &(impl Serialize + ?Sized)) -> String {
    JSON::stringify(&plain(value)).map(String::from).unwrap_or_default()
}

fn percent_of(reading: &Reading) -> String {
    percent(reading.top, reading.view, reading.height).to_string()
}
