//! A help center whose truth is known: 60 articles in six sections over 26 weeks, read in three languages.
//!
//! Ten articles lose most visitors, since they are bad and much read. Six others are bad until they are
//! rewritten in week 15, which their revision tells; some more are edited, which changes nothing.

use super::numbers::Numbers;
use super::sought::sought;
use super::weeks::{REPAIRED_IN, WEEKS, begin};
use crate::store::Received;
use effortlet_core::response::{Answered, Context, Fact, Page, Random, Response, State, Timing, Value};
use effortlet_core::survey::EasyIs;
use effortlet_core::time::{Duration, Timestamp};

pub(crate) const DEFINITION: &str = r#"{ "version": 1, "organization": "Acme", "surveys": [{
    "id": "help-center", "version": "demo", "triggers": { "exitIntent": {} },
    "questions": [
        { "id": "found", "kind": "yesNo", "text": "Did you find the information you needed?",
          "branch": [{ "when": { "is": "yes" }, "to": "effort" }] },
        { "id": "sought", "kind": "text", "text": "What were you looking for?", "optional": true },
        { "id": "effort", "kind": "effort", "text": "{organization} made it easy for me to find a solution" },
        { "id": "improve", "kind": "text", "text": "What could we improve?", "optional": true }
    ] }] }"#;

/// Those that lose most, and those that are rewritten, by their place in `TITLES`.
const WORST: [usize; 10] = [1, 7, 14, 18, 23, 30, 36, 41, 47, 55];
const REPAIRED: [usize; 6] = [4, 16, 28, 33, 44, 58];

/// Those that are edited in some week without any gain.
const REWORDED: [(usize, u64); 4] = [(2, 8), (21, 11), (38, 18), (51, 21)];

const SECTIONS: [&str; 6] = ["billing", "account", "orders", "shipping", "returns", "app"];
const TITLES: [&str; 60] = [
    "Pay an invoice", "Change your card", "Read your invoice", "Taxes", "Ask for a credit note", "Discounts", "Pay by bank transfer",
    "Why a payment failed", "Change your plan", "Cancel your plan",
    "Change your e-mail address", "Change your password", "Sign in with a code", "Close your account", "You cannot sign in", "Add a colleague",
    "Roles and rights", "Your data", "Two accounts in one", "Languages",
    "Place an order", "Change an order", "Cancel an order", "Where is my order", "Order again", "Gift cards", "Large orders", "Order by phone",
    "Order status", "Stock and waiting lists",
    "What shipping costs", "Delivery times", "Ship abroad", "Customs", "Pick it up yourself", "A parcel that is late", "A parcel that is lost",
    "A parcel that is damaged", "Change the address", "Signatures",
    "Send something back", "Print a return label", "When you get your money", "Exchange a size", "Return a gift", "What cannot be returned",
    "Warranty", "Repairs", "Missing parts", "Return from abroad",
    "Install the app", "Notifications", "The app does not start", "Scan a code", "Use it without a network", "Share a list", "Dark mode",
    "Update the app", "Delete the app", "Older phones",
];

const LOST: [(&str, [&str; 5]); 3] = [
    ("en", [
        "The steps do not match what I see.", "The picture is out of date.", "It does not say how long it takes.",
        "I still had to write to support.", "I looked for the button and it is not there.",
    ]),
    ("ro", [
        "Pașii nu se potrivesc cu ce văd.", "Imaginea este veche.", "Nu scrie cât durează.", "Tot a trebuit să scriu la suport.",
        "Am căutat butonul și nu este.",
    ]),
    ("ru", [
        "Шаги не совпадают с тем, что я вижу.", "Снимок экрана устарел.", "Не написано, сколько это займёт.",
        "Всё равно пришлось писать в поддержку.", "Искал кнопку, её там нет.",
    ]),
];

const PLEASED: [(&str, [&str; 2]); 3] = [
    ("en", ["Clear, thank you.", "Short and useful."]),
    ("ro", ["Clar, mulțumesc.", "Scurt și util."]),
    ("ru", ["Понятно, спасибо.", "Коротко и полезно."]),
];

/// How often an article is read beside others, and of a thousand of its readers how many are lost.
#[derive(Clone, Copy, Debug)]
struct Truth {
    read: u64,
    lost: u64,
    lost_later: u64,
}

fn truth(article: usize) -> Truth {
    let mut numbers = Numbers::new(article as u64);
    let section = (article / 10) as u64;
    let usual = 90 + 15 * section + numbers.below(60);
    if WORST.contains(&article) {
        let lost = 480 + numbers.below(170);
        return Truth { read: 110 + numbers.below(50), lost, lost_later: lost };
    }
    if REPAIRED.contains(&article) {
        return Truth { read: 80 + numbers.below(40), lost: 400, lost_later: 150 };
    }
    Truth { read: 40 + numbers.below(90), lost: usual, lost_later: usual }
}

/// The articles that lose most visitors over all weeks, the worst first.
pub(crate) fn worst() -> Vec<String> {
    let mut all: Vec<(u64, usize)> = (0..TITLES.len()).map(|it| {
        let Truth { read, lost, lost_later } = truth(it);
        (read * (lost * REPAIRED_IN + lost_later * (WEEKS - REPAIRED_IN)), it)
    }).collect();
    all.sort_unstable_by(|one, other| other.cmp(one));
    all.into_iter().take(10).map(|(_, it)| slug(it)).collect()
}

/// What a page tells in some week.
fn revision(article: usize, week: u64) -> &'static str {
    let edited_in = REWORDED.iter().find(|it| it.0 == article).map(|it| it.1);
    let edited_in = edited_in.or(REPAIRED.contains(&article).then_some(REPAIRED_IN));
    if edited_in.is_some_and(|it| week >= it) { "2" } else { "1" }
}

/// The articles that are repaired.
pub(crate) fn repaired() -> Vec<String> {
    REPAIRED.into_iter().map(slug).collect()
}

fn slug(article: usize) -> String {
    let title = TITLES.get(article).copied().unwrap_or_default();
    title.to_lowercase().replace(' ', "-")
}

fn article(numbers: &mut Numbers) -> usize {
    let all: u64 = (0..TITLES.len()).map(|it| truth(it).read).sum();
    let mut at = numbers.below(all);
    (0..TITLES.len()).find(|it| {
        let read = truth(*it).read;
        let is_it = at < read;
        at = at.saturating_sub(read);
        is_it
    }).unwrap_or_default()
}

/// One person's response, whole, and maybe another's who did not answer.
pub(crate) fn response(seed: u64, number: u64, of: u64, today: Timestamp) -> Vec<Received> {
    let mut numbers = Numbers::new(seed ^ number.wrapping_mul(0xD6E8_FEB8_6659_FD93));
    let days = WEEKS * 7;
    let day = number * days / of.max(1);
    let start = begin(today).0 + Duration::days(1).0 * day.cast_signed();
    let shown = Timestamp(start + numbers.within_day((number, of), days));
    let article = article(&mut numbers);
    let (truth, is_later) = (truth(article), day / 7 >= REPAIRED_IN);
    let lost = if is_later { truth.lost_later } else { truth.lost };
    let language = match numbers.below(20) {
        0..12 => 0,
        12..17 => 1,
        _ => 2,
    };
    let section = SECTIONS.get(article / 10).copied().unwrap_or_default();
    let (state, mut answers) = answers(&mut numbers, lost, language);
    if answers.first().is_some_and(|it| it.value == Value::Text("no".to_owned()))
        && let Some(text) = sought(&mut Numbers::new(seed ^ !number), language, day / 7)
    {
        answers.insert(1, Answered::plain("sought".to_owned(), "text", Value::Text(text.to_owned())));
    }
    let is_answered = state != State::Dismissed;
    let response = Response {
        schema: effortlet_core::response::SCHEMA,
        id: Random::new(numbers.next()).uuid(shown),
        rev: 1,
        state,
        site: None,
        survey: super::SURVEY.to_owned(),
        survey_version: "demo".to_owned(),
        trigger: trigger(&mut numbers, seed ^ number.rotate_left(17), is_lost(&answers)).to_owned(),
        locale: LOST.get(language).map_or("en", |it| it.0).to_owned(),
        answers,
        page: Page {
            url: format!("https://help.acme.example/{section}/{}", slug(article)),
            title: TITLES.get(article).copied().unwrap_or_default().to_owned(),
            section: Some(section.to_owned()),
            article: Some(slug(article)),
            revision: Some(revision(article, day / 7).to_owned()),
        },
        timing: Timing { shown_at: shown.rfc3339(), answered_at: is_answered.then(|| shown.rfc3339()), sent_at: None },
        context: Context(vec![
            ("device".to_owned(), Fact::Text(numbers.of(&["desktop", "phone"], "phone").to_owned())),
            ("plan".to_owned(), Fact::Text(Numbers::new(seed ^ number.rotate_left(29)).of(&["free", "free", "pro"], "free").to_owned())),
        ]),
    };
    let answered_at = is_answered.then_some(Timestamp(shown.0 + Duration::seconds(20).0));
    let silent = silent(&mut numbers, &response, shown);
    let received = |response, answered_at| Received { shown_at: shown, answered_at, arrived: Timestamp(shown.0 + Duration::seconds(21).0), response };
    silent.into_iter().map(|it| received(it, None)).chain([received(response, answered_at)]).collect()
}

/// A third come by their way through the help center; those who are lost search again, or write to support.
fn trigger(numbers: &mut Numbers, seed: u64, is_lost: bool) -> &'static str {
    let own = numbers.of(&["exitIntent", "scroll", "helpCenter"], "scroll");
    let ways: &[&str] = match is_lost {
        true => &["helpCenter.searches", "helpCenter.searches", "helpCenter.searchWithoutClick", "helpCenter.contactAfter", "helpCenter.pingPong"],
        false => &["helpCenter.articles", "helpCenter.articles", "helpCenter.articles", "helpCenter.visited", "helpCenter.searches", "helpCenter.searchWithoutClick", "helpCenter.contactAfter"],
    };
    if own == "helpCenter" { Numbers::new(seed).of(ways, own) } else { own }
}

fn is_lost(answers: &[Answered]) -> bool {
    answers.iter().any(|it| matches!(&it.value, Value::Rating(rating) if *rating < 5))
}

/// Another visitor of the same kind who did not answer: on phones more often, and who was about to leave.
fn silent(numbers: &mut Numbers, like: &Response, shown: Timestamp) -> Option<Response> {
    let is_phone = like.context.0.iter().any(|(_, fact)| *fact == Fact::Text("phone".to_owned()));
    let of_100 = if is_phone { 55 } else { 25 } + if like.trigger == "exitIntent" { 25 } else { 0 };
    (numbers.below(100) < of_100).then(|| Response {
        id: Random::new(numbers.next()).uuid(shown),
        rev: 0,
        state: State::Shown,
        answers: Vec::new(),
        timing: Timing { answered_at: None, ..like.timing.clone() },
        ..like.clone()
    })
}

/// Of those who are lost, three in five did not find it, and two found it with effort.
fn answers(numbers: &mut Numbers, lost: u64, language: usize) -> (State, Vec<Answered>) {
    if numbers.below(100) < 22 {
        return (State::Dismissed, Vec::new());
    }
    let is_lost = numbers.below(1_000) < lost;
    let found = !is_lost || numbers.below(5) >= 3;
    let rating = match (is_lost, found) {
        (true, false) => 1 + numbers.below(3),
        (true, true) => 2 + numbers.below(3),
        (false, _) => 5 + numbers.below(3),
    };
    let mut answers = vec![
        Answered::plain("found".to_owned(), "yesNo", Value::Text(if found { "yes" } else { "no" }.to_owned())),
        Answered {
            points: Some(7),
            easy_is: Some(EasyIs::High),
            ..Answered::plain("effort".to_owned(), "effort", Value::Rating(u8::try_from(rating).unwrap_or(7)))
        },
    ];
    if numbers.below(100) < if is_lost { 20 } else { 3 } {
        let words = if is_lost { LOST.get(language).map(|it| &it.1[..]) } else { PLEASED.get(language).map(|it| &it.1[..]) };
        let text = numbers.of(words.unwrap_or_default(), "");
        answers.push(Answered::plain("improve".to_owned(), "text", Value::Text(text.to_owned())));
    }
    (State::Complete, answers)
}
