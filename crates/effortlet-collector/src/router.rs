//! Which address leads to which room. Never answers a request itself.

use crate::app::App;
use crate::door::{answering_pages, within_places};
use crate::language::spoken;
use crate::login::{self, guarded, people_only};
use crate::monitoring::{self, Monitor, monitored};
use crate::proxy::below;
use crate::widget::{self, Widget};
use crate::description::described;
use crate::{definitions, description, exports, health, hosted, ingest, published, publishing, report, responses, site, webhooks};
use axum::Router;
use axum::middleware::from_fn_with_state;
use std::path::PathBuf;

/// All routes; files of `site` answer where no route does.
pub fn router(app: App, site: Option<PathBuf>) -> Router {
    let (door, access) = (app.door.clone(), app.access.clone());
    let named = from_fn_with_state(app.clone(), report::refuse_unnamed);
    let monitor = Monitor::new(app.metrics.clone());
    let (posts, described_posts) = ingest::routes().split_for_parts();
    let figures = report::guarded_routes().merge(definitions::guarded_routes()).merge(description::guarded_routes());
    let (figures, described_figures) = figures.split_for_parts();
    let (answers, described_answers) = responses::guarded_routes().merge(exports::guarded_routes()).merge(report::topics_routes()).split_for_parts();
    let (telling, described_telling) = webhooks::closed_routes().split_for_parts();
    let parts = [described_posts, described_figures, described_answers, described_telling];
    let figures = figures.layer(description::answered(&described(&access.base_path().to_string(), parts)));
    let (figures, answers) = (figures.layer(named.clone()), answers.layer(named.clone()));
    let beside = site.clone().map_or_else(Router::new, site::files);
    let routes = Router::new()
        .merge(answering_pages(posts, &door))
        .merge(within_places(report::open_routes(), &door))
        .merge(within_places(guarded(&access, figures), &door))
        .merge(within_places(guarded(&access.clone().for_no_strangers(), answers), &door))
        .merge(within_places(people_only(&access, telling), &door))
        .merge(within_places(people_only(&access, report::people_routes().layer(named.clone())), &door))
        .merge(within_places(people_only(&access, report::shares_routes().layer(named)), &door))
        .merge(within_places(report::shared_routes(), &door))
        .merge(within_places(people_only(&access, publishing::routes()), &door))
        .merge(within_places(login::routes(&access), &door))
        .merge(within_places(login::open(&access, report::chooser_routes()), &door))
        .merge(people_only(&access, monitoring::routes()))
        .merge(health::routes())
        .merge(published::routes(app.published.clone(), beside))
        .merge(within_places(hosted::routes(app.published.clone()), &door))
        .merge(widget::routes(Widget::built))
        .with_state(app.clone());
    let routes = spoken(routes.layer(from_fn_with_state(app.clone(), report::refused_on_a_page)));
    let routes = match site {
        Some(folder) => routes.merge(within_places(site::files(folder), &door)),
        None => routes.merge(site::without_files(format!("{}/report/", access.base_path()))),
    };
    below(access.base_path(), monitored(routes, monitor))
}
