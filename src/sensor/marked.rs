//! Clicks on what the page has marked with a survey's id: `data-effortlet="help-center"`. What comes of
//! one was opened by the visitor.
//!
//! Never stops a click.

use super::common::{Common, Sensor, path_in_page};
use crate::listener::listen;
use crate::page::{property, text_property, window};
use effortlet_core::needs::Needs;
use effortlet_core::signal::Signal;
use std::cell::RefCell;
use std::rc::Rc;

pub(super) fn watch(needs: &Needs<'_>, common: &Rc<Common>) -> Option<Sensor> {
    if !needs.marks {
        return None;
    }
    /// The survey that the last such click was for, while the visitor has done nothing else.
    type Opened = RefCell<Option<String>>;
    let opened: Rc<Opened> = Rc::default();
    let clicks = listen(&window(), &["click"], {
        let (common, opened) = (common.clone(), opened.clone());
        move |event| {
            for target in path_in_page(&event) {
                let survey = text_property(&property(&target, "dataset"), "effortlet");
                if !survey.is_empty() {
                    (common.surroundings.clicked)(&target);
                    *opened.borrow_mut() = Some(survey.clone());
                    return (common.surroundings.tell)(Signal::Marked(survey));
                }
            }
        }
    });
    let acted = listen(&window(), &["pointerdown", "keydown"], {
        let opened = opened.clone();
        move |_| drop(opened.take())
    });
    let entered = common.surroundings.entered.clone();
    let shown = listen(&window(), &["effortlet:shown"], move |event| {
        let detail = property(&event, "detail");
        let survey = opened.take();
        if survey.is_some_and(|it| it == text_property(&detail, "survey")) && text_property(&detail, "trigger") == "click" {
            entered();
        }
    });
    Some(Box::new([clicks, acted, shown]))
}
