//! The score: what ratings and yes-or-no answers add up to, each figure with its interval.
//!
//! Works on counts, so figures over parts that are merged equal the figure over the whole.
//! Never mixes surveys, versions, questions, scales or directions in one number.

mod figure;
mod interval;
mod tally;
mod difference;

pub use difference::difference;
pub use figure::{Estimate, Figure, Method, SMALL_BELOW, SUPPRESSED_BELOW};
pub use tally::{Asked, Mixed, Ratings, YesNo};

use crate::scale::Band;
use interval::{adjusted_wald, student, wilson};

/// The Customer Effort Score: the sum of ratings divided by the number of respondents.
pub fn mean(ratings: &Ratings) -> Figure {
    let n = ratings.n();
    let value = ratings.sum() as f64 / n as f64;
    Figure::new(n, Method::T, || {
        let (low, high) = student(ratings);
        Estimate { value, low, high }
    })
}

/// The share of ratings in the easy band.
pub fn easy_share(ratings: &Ratings) -> Figure {
    share(ratings.in_band(Band::Easy), ratings.n())
}

/// The easy share less the difficult share, from −1 to 1.
pub fn net_effort(ratings: &Ratings) -> Figure {
    let n = ratings.n();
    let (easy, difficult) = (ratings.in_band(Band::Easy), ratings.in_band(Band::Difficult));
    let value = (easy as f64 - difficult as f64) / n as f64;
    Figure::new(n, Method::AdjustedWald, || {
        let (low, high) = adjusted_wald(easy, difficult, n);
        Estimate { value, low, high }
    })
}

/// The share of yes among the answers to a yes-or-no question.
pub fn found_rate(found: &YesNo) -> Figure {
    share(found.yes, found.n())
}

/// The share of those who chose an option among all who answered the question, of which some may
/// have chosen several.
pub fn chosen_share(chosen: u64, answered: u64) -> Figure {
    share(chosen.min(answered), answered)
}

/// The share of people who found what they looked for and found it easy, among all who said
/// whether they found it: the one figure that cannot rise when failures rise.
///
/// `finders` are the ratings of those who said yes. It is withheld also where it would give
/// away the ratings of fewer than five of them.
pub fn easy_success(found: &YesNo, finders: &Ratings) -> Result<Figure, Mixed> {
    let (yes_no, ratings) = (found.asked(), finders.asked());
    if (&yes_no.survey, &yes_no.version) != (&ratings.survey, &ratings.version) {
        return Err(Mixed);
    }
    let few = (1..SUPPRESSED_BELOW).contains(&finders.n());
    let easy = finders.in_band(Band::Easy).min(found.yes);
    let figure = share(easy, found.n());
    Ok(if few { figure.withheld() } else { figure })
}

fn share(part: u64, n: u64) -> Figure {
    Figure::new(n, Method::Wilson, || {
        let (low, high) = wilson(part, n);
        Estimate { value: part as f64 / n as f64, low, high }
    })
}

#[cfg(test)]
mod tests;
