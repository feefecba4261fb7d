//! What the page says itself, in the languages that the widget speaks.
//!
//! Never what is asked: that is the team's, or a template's.

use effortlet_core::text::base;

pub(super) struct Words {
    pub(super) language: &'static str,
    /// Of a page whose team has no name.
    pub(super) feedback: &'static str,
    pub(super) thanks: &'static str,
    pub(super) close: &'static str,
    /// Above a rating that was chosen in the message.
    pub(super) confirm: &'static str,
    pub(super) without_scripts: &'static str,
    pub(super) failed: &'static str,
    pub(super) unknown: &'static str,
    pub(super) unknown_why: &'static str,
}

impl Words {
    /// In the first of these languages that there is, else in English.
    pub(super) fn of(wanted: &str) -> &'static Self {
        let spoken = wanted.split(',').find_map(|tag| LANGUAGES.iter().find(|it| it.language.eq_ignore_ascii_case(base(tag))));
        spoken.unwrap_or(&ENGLISH)
    }
}

const ENGLISH: Words = Words {
    language: "en",
    feedback: "Your feedback",
    thanks: "Thank you.",
    close: "You can close this page.",
    confirm: "One more step: please confirm your choice, or change it.",
    without_scripts: "This page asks its question with JavaScript, which is switched off here. Please switch it on, or open the link in another browser.",
    failed: "The question could not be loaded. Please try again later.",
    unknown: "There is no question here",
    unknown_why: "The link may be incomplete, or the survey is over. You can close this page.",
};

const LANGUAGES: &[Words] = &[
    ENGLISH,
    Words {
        language: "ar",
        feedback: "رأيك",
        thanks: "شكرًا لك.",
        close: "يمكنك إغلاق هذه الصفحة.",
        confirm: "خطوة أخيرة: يُرجى تأكيد اختيارك أو تغييره.",
        without_scripts: "تطرح هذه الصفحة سؤالها باستخدام JavaScript، وهو معطّل هنا. يُرجى تفعيله أو فتح الرابط في متصفح آخر.",
        failed: "تعذّر تحميل السؤال. يُرجى المحاولة لاحقًا.",
        unknown: "لا يوجد سؤال هنا",
        unknown_why: "قد يكون الرابط غير مكتمل، أو أن الاستبيان قد انتهى. يمكنك إغلاق هذه الصفحة.",
    },
    Words {
        language: "de",
        feedback: "Ihre Rückmeldung",
        thanks: "Vielen Dank.",
        close: "Sie können diese Seite schließen.",
        confirm: "Noch ein Schritt: Bitte bestätigen Sie Ihre Auswahl, oder ändern Sie sie.",
        without_scripts: "Diese Seite stellt ihre Frage mit JavaScript, das hier ausgeschaltet ist. Bitte schalten Sie es ein, oder öffnen Sie den Link in einem anderen Browser.",
        failed: "Die Frage konnte nicht geladen werden. Bitte versuchen Sie es später noch einmal.",
        unknown: "Hier gibt es keine Frage",
        unknown_why: "Vielleicht ist der Link unvollständig, oder die Umfrage ist beendet. Sie können diese Seite schließen.",
    },
    Words {
        language: "es",
        feedback: "Su opinión",
        thanks: "Gracias.",
        close: "Puede cerrar esta página.",
        confirm: "Un paso más: confirme su elección o cámbiela.",
        without_scripts: "Esta página hace su pregunta con JavaScript, que aquí está desactivado. Actívelo o abra el enlace en otro navegador.",
        failed: "No se ha podido cargar la pregunta. Inténtelo de nuevo más tarde.",
        unknown: "Aquí no hay ninguna pregunta",
        unknown_why: "Puede que el enlace esté incompleto o que la encuesta haya terminado. Puede cerrar esta página.",
    },
    Words {
        language: "fr",
        feedback: "Votre avis",
        thanks: "Merci.",
        close: "Vous pouvez fermer cette page.",
        confirm: "Encore une étape : veuillez confirmer votre choix ou le modifier.",
        without_scripts: "Cette page pose sa question avec JavaScript, qui est désactivé ici. Veuillez l’activer ou ouvrir le lien dans un autre navigateur.",
        failed: "La question n’a pas pu être chargée. Veuillez réessayer plus tard.",
        unknown: "Il n’y a pas de question ici",
        unknown_why: "Le lien est peut-être incomplet, ou l’enquête est terminée. Vous pouvez fermer cette page.",
    },
    Words {
        language: "he",
        feedback: "המשוב שלך",
        thanks: "תודה.",
        close: "אפשר לסגור את הדף הזה.",
        confirm: "עוד צעד אחד: נא לאשר את הבחירה או לשנות אותה.",
        without_scripts: "הדף הזה שואל את השאלה באמצעות JavaScript, שכבוי כאן. נא להפעיל אותו או לפתוח את הקישור בדפדפן אחר.",
        failed: "לא ניתן היה לטעון את השאלה. נא לנסות שוב מאוחר יותר.",
        unknown: "אין כאן שאלה",
        unknown_why: "ייתכן שהקישור אינו שלם, או שהסקר הסתיים. אפשר לסגור את הדף הזה.",
    },
    Words {
        language: "it",
        feedback: "La sua opinione",
        thanks: "Grazie.",
        close: "Può chiudere questa pagina.",
        confirm: "Ancora un passo: confermi la sua scelta o la cambi.",
        without_scripts: "Questa pagina pone la domanda con JavaScript, che qui è disattivato. Lo attivi o apra il link in un altro browser.",
        failed: "Non è stato possibile caricare la domanda. Riprovi più tardi.",
        unknown: "Qui non c’è nessuna domanda",
        unknown_why: "Forse il link è incompleto, o il sondaggio è terminato. Può chiudere questa pagina.",
    },
    Words {
        language: "pl",
        feedback: "Twoja opinia",
        thanks: "Dziękujemy.",
        close: "Możesz zamknąć tę stronę.",
        confirm: "Jeszcze jeden krok: potwierdź swój wybór lub go zmień.",
        without_scripts: "Ta strona zadaje pytanie za pomocą JavaScriptu, który jest tu wyłączony. Włącz go lub otwórz link w innej przeglądarce.",
        failed: "Nie udało się wczytać pytania. Spróbuj ponownie później.",
        unknown: "Nie ma tu pytania",
        unknown_why: "Link może być niepełny albo ankieta się zakończyła. Możesz zamknąć tę stronę.",
    },
    Words {
        language: "pt",
        feedback: "A sua opinião",
        thanks: "Obrigado.",
        close: "Pode fechar esta página.",
        confirm: "Mais um passo: confirme a sua escolha ou altere-a.",
        without_scripts: "Esta página faz a sua pergunta com JavaScript, que está desativado aqui. Ative-o ou abra o link noutro navegador.",
        failed: "Não foi possível carregar a pergunta. Tente novamente mais tarde.",
        unknown: "Não há aqui nenhuma pergunta",
        unknown_why: "O link pode estar incompleto ou o inquérito terminou. Pode fechar esta página.",
    },
    Words {
        language: "ro",
        feedback: "Părerea dumneavoastră",
        thanks: "Vă mulțumim.",
        close: "Puteți închide această pagină.",
        confirm: "Încă un pas: vă rugăm să confirmați alegerea sau să o schimbați.",
        without_scripts: "Această pagină își pune întrebarea cu JavaScript, care aici este dezactivat. Vă rugăm să îl activați sau să deschideți linkul în alt browser.",
        failed: "Întrebarea nu a putut fi încărcată. Vă rugăm să încercați mai târziu.",
        unknown: "Aici nu este nicio întrebare",
        unknown_why: "Poate că linkul este incomplet sau sondajul s-a încheiat. Puteți închide această pagină.",
    },
    Words {
        language: "ru",
        feedback: "Ваш отзыв",
        thanks: "Спасибо.",
        close: "Эту страницу можно закрыть.",
        confirm: "Ещё один шаг: подтвердите свой выбор или измените его.",
        without_scripts: "Эта страница задаёт вопрос с помощью JavaScript, который здесь отключён. Включите его или откройте ссылку в другом браузере.",
        failed: "Не удалось загрузить вопрос. Попробуйте ещё раз позже.",
        unknown: "Здесь нет вопроса",
        unknown_why: "Возможно, ссылка неполная или опрос закончился. Эту страницу можно закрыть.",
    },
    Words {
        language: "uk",
        feedback: "Ваш відгук",
        thanks: "Дякуємо.",
        close: "Цю сторінку можна закрити.",
        confirm: "Ще один крок: підтвердьте свій вибір або змініть його.",
        without_scripts: "Ця сторінка ставить запитання за допомогою JavaScript, який тут вимкнено. Увімкніть його або відкрийте посилання в іншому браузері.",
        failed: "Не вдалося завантажити запитання. Спробуйте ще раз пізніше.",
        unknown: "Тут немає запитання",
        unknown_why: "Можливо, посилання неповне або опитування закінчилося. Цю сторінку можна закрити.",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_speaks_the_first_wanted_language_that_it_knows() {
        for (wanted, expected) in [("ro-md,de", "ro"), ("nl,uk", "uk"), ("nl", "en"), ("", "en"), ("he", "he"), ("heb", "en")] {
            assert_eq!(Words::of(wanted).language, expected, "{wanted}");
        }
    }

    #[test]
    fn it_speaks_what_the_widget_speaks() {
        let locale = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/locale");
        let mut spoken: Vec<String> = std::fs::read_dir(locale).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
        spoken.sort();
        let mut known: Vec<String> = LANGUAGES.iter().map(|it| format!("{}.json", it.language)).collect();
        known.sort();
        assert_eq!(known, spoken);
    }
}
