//! An interview as the screen that is on display. Never says how it looks.

use super::Interview;
use crate::definition::Definition;
use crate::piping::Names;
use crate::screen::{Body, Screen};
use crate::text::{Text, fill};

impl Interview<'_> {
    /// The screen as it stands.
    pub fn screen(&self, definition: &Definition<'_>) -> Screen<'_> {
        let (survey, language) = (self.survey, self.language.as_str());
        let spoken = |text: Text<'_>| text.in_language(language, definition.default_locale).clone();
        let fill = |text: Text<'_>| fill(&spoken(text), definition.organization);
        // What was answered before comes into questions and the last words alone.
        let title = |text: Text<'_>| match definition.piping {
            Some(piping) => {
                let answer = &|id: &str| self.answer_words(id, &fill);
                let names = Names { organization: definition.organization, title: &self.title, answer };
                (piping.fill)(&spoken(text), &names)
            }
            None => fill(text),
        };
        let question = self.current.and_then(|index| survey.questions.get(index));
        let body = question.map_or(Body::Thanks, |question| question.asks.body(self.given().as_deref(), &fill));
        Screen {
            question: question.map_or("", |question| question.id),
            language,
            title: title(question.map_or(survey.thanks, |question| question.text)),
            masks: self.masks && body.is_written(),
            body,
            optional: question.is_some_and(|question| question.optional),
            back: self.previous().is_some(),
            mistake: self.mistake,
            layout: survey.layout.standing(self.trigger, &fill),
        }
    }
}
