//! What an address says of a page. Never says whose help center it is.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageKind {
    Home,
    Category,
    Section,
    Article,
    Search,
    Contact,
    /// No page of a help center.
    #[default]
    Other,
}

impl PageKind {
    const ALL: [Self; 7] =
        [Self::Home, Self::Category, Self::Section, Self::Article, Self::Search, Self::Contact, Self::Other];

    /// The words for them in definitions, in the order of `ALL`.
    pub const WORDS: [&str; 7] = ["home", "category", "section", "article", "search", "contact", "other"];

    pub fn word(self) -> &'static str {
        Self::WORDS.get(self as usize).copied().unwrap_or_default()
    }

    /// By its number from 0, in what is remembered.
    pub fn at(number: usize) -> Self {
        Self::ALL.get(number).copied().unwrap_or_default()
    }
}

/// What is known of a page from its address, and of its section from the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts<'p> {
    pub kind: PageKind,
    pub section: Option<&'p str>,
    /// As it stands in the address, so by another name in another language.
    pub article: Option<&'p str>,
    pub locale: Option<&'p str>,
}
