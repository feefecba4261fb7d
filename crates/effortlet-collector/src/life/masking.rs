//! Blots out what names a person, by the core's own rules, before anything is stored. A widget has done
//! so with addresses and titles; others may post too.
//!
//! Never keeps what it blots out.

use effortlet_core::mask::{Where, masked};
use effortlet_core::response::{Answered, FREE_TEXT, Response, Value};

/// Whether texts are masked before anything is stored.
#[derive(Clone, Copy, Debug, Default)]
pub struct Masking(pub bool);

impl Masking {
    /// Masks the words of a visitor and what the page says of itself.
    pub(crate) fn mask(self, response: &mut Response) {
        if !self.0 {
            return;
        }
        for answered in &mut response.answers {
            if let Answered { kind: FREE_TEXT, value: Value::Text(text), .. } = answered {
                *text = masked(text, Where::Words);
            }
        }
        let page = &mut response.page;
        page.title = masked(&page.title, Where::Words);
        page.section = page.section.as_deref().map(|it| masked(it, Where::Words));
        page.article = page.article.as_deref().map(|it| masked(it, Where::Address));
        page.url = masked(&page.url, Where::Address);
    }
}
