//! The section that a page says it stands in, and whose help center it is of, where its address does not.
//!
//! Never takes for granted how the page is made.

mod breadcrumb;
mod crumb;
mod json_ld;
mod signs;

pub(crate) use signs::read_signs;

use crate::page::{first, text_property};
use crumb::{Page, Trail, clean, section_of};

/// The section by its name; empty where the page says none.
///
/// First what a visitor sees, since it follows the routes of an app, then what search engines are
/// told: JSON-LD in the head may still be the last route's. Each is asked only if the one before
/// names no section. Last the section of Open Graph's articles.
pub(crate) fn read_section() -> String {
    let page = Page::open();
    let sources: [fn(&Page) -> Vec<Trail>; 2] = [breadcrumb::trails, json_ld::trails];
    for source in sources {
        for trail in source(&page) {
            if let Some(section) = section_of(trail, &page.heading) {
                return section;
            }
        }
    }
    let told = first("meta[property=\"article:section\"]");
    told.map_or_else(String::new, |it| clean(&text_property(&it, "content")))
}
