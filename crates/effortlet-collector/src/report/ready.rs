//! Makes pages ready as soon as the collector runs, so that who comes first waits no longer than others.
//!
//! Draws them for nobody: so it needs no list of what a page reads and counts, which could fall behind. Of what is
//! counted it waits for its turn like any request, so a request never waits for more than one count of it, and need
//! not make that count again. Tells nothing that a look at the page would not.

use super::asked::Queried;
use super::setting::Setting;
use super::{list_page, survey_page_of_site};
use crate::app::App;
use crate::asked::Named;
use axum::extract::State;

/// Of so many surveys, those that were answered last.
const MOST_SURVEYS: usize = 24;

/// Ends once they are drawn. What cannot be read now is read when somebody asks for it.
pub(crate) async fn make_ready(app: App) {
    let Ok(surveys) = app.store.surveys().await else { return };
    for it in surveys.into_iter().take(MOST_SURVEYS) {
        let names = Named([it.site, it.survey]);
        let drawn = survey_page_of_site(State(app.clone()), Setting::of("/report/"), names, Queried::default()).await;
        if drawn.is_err() {
            return;
        }
    }
    let _ = list_page(State(app), Setting::of("/report/")).await;
}
