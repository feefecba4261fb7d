//! Folded to a tab at the lower edge of the window: a button on the card, and a panel that it opens
//! and that has what is asked. Escape folds it up again.
//!
//! Never both at once.

use crate::dom::{append, make};
use crate::listener::listen;
use crate::view::attendance::attend;
use crate::view::focus::{give, release};
use crate::view::nudge::Nudge;
use crate::view::press::is_escape;
use crate::view::stood::Stood;
use effortlet_core::screen::Standing;
use effortlet_core::answer::Act;
use effortlet_core::survey::Position;
use std::rc::Rc;
use web_sys::{Element, HtmlElement, ShadowRoot};

pub(crate) fn stand(standing: &Standing, nudge: &Nudge, _: Option<&Element>) -> Option<Stood> {
    let (tab, away) = match standing.position {
        Position::TabEnd => ("tab", "away"),
        Position::TabStart => ("tab start", "start away"),
        _ => return None,
    };
    let Nudge { host, root, card, form, live, act, is_over, presence, .. } = nudge;
    card.set_class_name(tab);
    let name = card.get_attribute("aria-label").unwrap_or_default();
    let label = if standing.text.is_empty() { &name } else { &standing.text };
    let attributes = [("type", "button"), ("part", "tab"), ("aria-haspopup", "dialog")];
    let button = make("button", &attributes, &[label.as_str().into()]);
    let direction = card.dir();
    let attributes = [
        ("part", "card"),
        ("popover", "manual"),
        ("role", "dialog"),
        ("class", away),
        ("dir", &direction),
        ("aria-label", &name),
    ];
    let panel = make("section", &attributes, &[form.into()]);
    append(card, &button);
    let _ = card.after_with_node_1(&panel);
    let _ = panel.show_popover();

    let fold = Rc::new(Fold { root: root.clone(), card: card.clone(), panel: panel.clone(), form: form.clone(), button: button.clone() });
    let pressed = {
        let fold = fold.clone();
        listen(&button, &["click"], move |_| fold.open())
    };
    let (act, is_over) = (act.clone(), is_over.clone());
    let escape = listen(&panel, &["keydown"], move |event| {
        if !is_escape(&event) {
            return;
        }
        if is_over.get() { act(Act::Close) } else { fold.close() }
    });
    Some(Stood { _listeners: vec![pressed, escape], _attendance: attend(&panel, host, live, presence), ..Stood::default() })
}

struct Fold {
    root: ShadowRoot,
    card: HtmlElement,
    panel: HtmlElement,
    form: HtmlElement,
    button: HtmlElement,
}

impl Fold {
    fn open(&self) {
        self.turn(&self.card, &self.panel);
        if let Ok(Some(title)) = self.form.query_selector("h2") {
            give(&title);
        }
    }

    fn close(&self) {
        self.turn(&self.panel, &self.card);
        give(&self.button);
    }

    fn turn(&self, away: &HtmlElement, here: &HtmlElement) {
        // The card takes what had the focus before it for where the visitor came from.
        release(&self.root);
        let _ = away.class_list().add_1("away");
        let _ = here.class_list().remove_1("away");
    }
}
