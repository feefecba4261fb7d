//! The phrases that say how much effort something was, in each language that the nudge speaks.
//!
//! In small letters and without marks above or below them, as `normal` leaves a text. Never says what
//! follows from them.

use alloc::string::String;

/// How much effort is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ease {
    Little,
    Much,
}

pub(super) struct Words {
    pub(super) language: &'static str,
    /// What asks how easy something was, and what asks how much effort, or says so to be agreed with.
    easy: &'static [&'static str],
    hard: &'static [&'static str],
    /// What stands at an end of a scale.
    little: &'static [&'static str],
    much: &'static [&'static str],
    /// What makes the opposite of what follows.
    not: &'static [&'static str],
    /// What stands where nobody agrees.
    least: &'static [&'static str],
}

/// Between two that are both asked about.
const OR: &[&str] = &["or", "oder", "ou", "o", "sau", "или", "або", "чи", "lub", "czy", "או", "او", "and", "versus", "vs"];

impl Words {
    /// What an end of a scale says.
    pub(super) fn end(&self, label: &str) -> Option<Ease> {
        let (little, much) = (has(label, self.little), has(label, self.much));
        let ease = match (little, much) {
            _ if has(label, OTHERWISE) => return None,
            (true, false) => Ease::Little,
            (false, true) => Ease::Much,
            _ => return None,
        };
        if self.not.iter().any(|word| label.starts_with(&around(word))) {
            return Some(match ease {
                Ease::Little => Ease::Much,
                Ease::Much => Ease::Little,
            });
        }
        (!has(label, self.not)).then_some(ease)
    }

    /// What a text asks for, or wants agreed with.
    pub(super) fn asked(&self, text: &str) -> Option<Ease> {
        if has(text, self.not) || has(text, OTHERWISE) {
            return None;
        }
        match (self.is_asked(text, self.easy), self.is_asked(text, self.hard)) {
            (Some(true), None) => Some(Ease::Little),
            (None, Some(true)) => Some(Ease::Much),
            _ => None,
        }
    }

    pub(super) fn is_least(&self, label: &str) -> bool {
        has(label, self.least)
    }

    /// Whether a phrase is there on its own; false beside one that says the opposite.
    fn is_asked(&self, text: &str, phrases: &[&str]) -> Option<bool> {
        let mut found = None;
        for phrase in phrases {
            let Some((before, after)) = text.split_once(&around(phrase)) else { continue };
            let last = before.rsplit(' ').next().unwrap_or_default();
            let next = after.split(' ').next().unwrap_or_default();
            let both = OR.contains(&last) || OR.contains(&next) || self.little.contains(&next) || self.much.contains(&next);
            found = Some(found.unwrap_or(true) && !both);
        }
        found
    }
}

/// Of effort that a visitor had not to make, and where nobody knows.
const OTHERWISE: &[&str] = &[
    "save", "saved", "saves", "saving", "spare", "spared", "avoid", "avoided", "reduce", "reduced", "hard to say", "hard to tell",
];

fn has(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| text.contains(&around(phrase)))
}

fn around(phrase: &str) -> String {
    [" ", phrase, " "].concat()
}

/// A text as words in small letters with a space on either side.
pub(super) fn normal(text: &str) -> String {
    let mut words = String::from(" ");
    for letter in text.chars().flat_map(char::to_lowercase) {
        let letter = plain(letter);
        // A mark of its own belongs to the letter before it.
        if matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{652}') {
            continue;
        }
        if letter.is_alphanumeric() {
            words.push(letter);
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}

/// A letter without what stands above or below it, of those that these languages have.
fn plain(letter: char) -> char {
    const PLAIN: [(&str, char); 13] = [
        ("àáâãäåăą", 'a'),
        ("çć", 'c'),
        ("èéêëę", 'e'),
        ("ìíîï", 'i'),
        ("łŀ", 'l'),
        ("ñń", 'n'),
        ("òóôõöő", 'o'),
        ("șşś", 's'),
        ("țţ", 't'),
        ("ùúûü", 'u'),
        ("źż", 'z'),
        ("ё", 'е'),
        ("أإآ", 'ا'),
    ];
    PLAIN.iter().find(|(letters, _)| letters.contains(letter)).map_or(letter, |(_, plain)| *plain)
}

pub(super) const LANGUAGES: [Words; 12] = [
    Words {
        language: "en",
        easy: &[
            "how easy", "how easily", "how simple", "how effortless", "how straightforward", "how little effort",
            "made it easy", "made it easier", "makes it easy", "made it simple", "it was easy", "was it easy",
        ],
        hard: &[
            "how difficult", "how complicated", "how hard was it", "how hard is it", "how hard it was", "how hard it is",
            "how hard was this", "how hard was that", "how hard did you", "how much effort did you", "how much effort do you",
            "how much effort was", "how much effort is", "how much effort it", "how much effort did it take",
            "how much effort does it take", "made it hard", "made it harder", "made it difficult", "makes it difficult",
            "makes it hard", "it was hard", "it was difficult", "was it hard", "was it difficult",
        ],
        little: &[
            "easy", "easier", "easiest", "easily", "effortless", "simple", "straightforward", "no effort", "little effort",
            "low effort", "minimal effort",
        ],
        much: &[
            "hard", "harder", "hardest", "difficult", "complicated", "high effort", "much effort", "a lot of effort",
            "great deal of effort",
        ],
        not: &[
            "not", "never", "hardly", "barely", "less", "least", "but", "far", "isn", "wasn", "didn", "doesn", "don", "couldn",
            "cannot", "without", "neither",
        ],
        least: &["disagree", "not at all", "none at all"],
    },
    Words {
        language: "ar",
        easy: &["مدى سهولة", "سهلت"],
        hard: &["مدى صعوبة", "صعبت"],
        little: &["سهل", "سهلة"],
        much: &["صعب", "صعبة"],
        not: &["ليس", "ليست", "غير", "لا", "لم"],
        least: &["لا اوافق"],
    },
    Words {
        language: "de",
        easy: &["wie einfach", "wie leicht", "leicht gemacht", "einfach gemacht"],
        hard: &[
            "wie schwer", "wie schwierig", "wie kompliziert", "wie aufwendig", "wie aufwandig", "wie viel aufwand war",
            "wie viel muhe hat", "wie hoch war der aufwand", "wie hoch war ihr aufwand", "schwer gemacht",
        ],
        little: &["einfach", "leicht", "muhelos"],
        much: &["schwer", "schwierig", "kompliziert"],
        not: &["nicht", "kein", "keine", "kaum", "wenig", "weder"],
        least: &["nicht zu", "uberhaupt nicht", "gar nicht"],
    },
    Words {
        language: "es",
        easy: &[
            "que tan facil", "cuan facil", "como de facil", "te resulto facil", "le resulto facil", "fue facil", "me facilito",
        ],
        hard: &[
            "que tan dificil", "cuan dificil", "como de dificil", "te resulto dificil", "le resulto dificil", "fue dificil",
            "me dificulto", "cuanto esfuerzo tuvo", "cuanto esfuerzo tuviste", "cuanto esfuerzo te", "cuanto esfuerzo le",
        ],
        little: &["facil", "sencillo"],
        much: &["dificil", "complicado"],
        not: &["no", "nada", "poco", "ni"],
        least: &["en desacuerdo", "nada"],
    },
    Words {
        language: "fr",
        easy: &["t il ete facile", "etait il facile", "m a ete facile", "a quel point etait ce facile"],
        hard: &["t il ete difficile", "etait il difficile", "m a ete difficile", "a quel point etait ce difficile"],
        little: &["facile", "simple"],
        much: &["difficile", "complique"],
        not: &["pas", "ne", "n", "peu", "ni"],
        least: &["pas du tout", "pas d accord"],
    },
    Words {
        language: "he",
        easy: &["כמה קל", "כמה היה קל", "כמה היה לך קל", "הקלו עליי"],
        hard: &["כמה קשה", "כמה היה קשה", "כמה היה לך קשה", "הקשו עליי"],
        little: &["קל", "קלה"],
        much: &["קשה"],
        not: &["לא", "אינו"],
        least: &["לא מסכים", "לא מסכימה"],
    },
    Words {
        language: "it",
        easy: &["stato facile", "quanto facile", "reso facile", "quanto e facile"],
        hard: &["stato difficile", "quanto difficile", "reso difficile", "quanto e difficile", "quanta fatica ha"],
        little: &["facile", "semplice"],
        much: &["difficile", "complicato"],
        not: &["non", "per niente", "poco", "ne"],
        least: &["per niente", "in disaccordo"],
    },
    Words {
        language: "pl",
        easy: &["jak latwo", "jak latwe", "ulatwia mi", "ulatwilo mi"],
        hard: &["jak trudno", "jak trudne", "jak ciezko", "utrudnia mi", "utrudnilo mi", "ile wysilku wymagalo"],
        little: &["latwo", "latwe", "latwy", "latwa"],
        much: &["trudno", "trudne", "trudny", "trudna", "ciezko"],
        not: &["nie", "niezbyt", "wcale", "malo", "ani"],
        least: &["nie zgadzam"],
    },
    Words {
        language: "pt",
        easy: &["foi facil", "quao facil", "facilitou me", "foi para si facil"],
        hard: &["foi dificil", "quao dificil", "dificultou me", "quanto esforco teve"],
        little: &["facil", "simples"],
        much: &["dificil", "complicado"],
        not: &["nao", "nada", "pouco", "nem"],
        least: &["discordo", "nada"],
    },
    Words {
        language: "ro",
        easy: &["cat de usor", "cat de simplu", "facut usor"],
        hard: &["cat de greu", "cat de dificil", "cat de complicat", "facut greu", "cat efort ai", "cat efort ati"],
        little: &["usor", "simplu", "facil"],
        much: &["greu", "dificil", "complicat"],
        not: &["nu", "deloc", "putin", "nici"],
        least: &["dezacord", "deloc"],
    },
    Words {
        language: "ru",
        easy: &["насколько легко", "насколько просто", "мне легко", "мне было легко"],
        hard: &["насколько сложно", "насколько трудно", "мне сложно", "мне трудно", "сколько усилий вам", "сколько усилий вы"],
        little: &["легко", "очень просто"],
        much: &["сложно", "трудно", "тяжело"],
        not: &["не", "мало", "ни"],
        least: &["не согласен", "не согласна", "совсем нет"],
    },
    Words {
        language: "uk",
        easy: &["наскільки легко", "наскільки просто", "мені легко", "мені було легко"],
        hard: &["наскільки складно", "наскільки важко", "мені складно", "мені важко", "скільки зусиль вам", "скільки зусиль ви"],
        little: &["легко", "дуже просто"],
        much: &["складно", "важко"],
        not: &["не", "мало", "ні", "ані"],
        least: &["не згоден", "не згодна", "зовсім ні"],
    },
];
