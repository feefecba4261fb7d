//! How the figures of a report are made, for those who want to know.

use effortlet_core::score::SUPPRESSED_BELOW;
use maud::{Markup, html};

pub(super) fn notes() -> Markup {
    html! {
        details class="notes" {
            summary { "How these figures are made" }
            dl {
                dt { "Customer Effort Score" }
                dd {
                    "The sum of all ratings divided by the number of people who gave one. "
                    "Its interval is Student’s t, after adding half an answer that is spread evenly over the scale: "
                    "so it has a width also where all ratings are equal."
                }
                dt { "Easy" }
                dd {
                    "The share of ratings in the easy band: 5 to 7 of 7, 4 to 5 of 5, 7 to 10 of 10, "
                    "mirrored where lower is easier. Wilson’s interval."
                }
                dt { "Net effort" }
                dd { "The easy share less the difficult share. Adjusted Wald interval." }
                dt { "Found it" }
                dd { "Yes among yes and no. Wilson’s interval." }
                dt { "What people chose" }
                dd {
                    "People who chose an option among all who answered the question. An option that nobody chose is not "
                    "listed. Wilson’s interval."
                }
                dt { "Easy success" }
                dd {
                    "People who found it and gave an easy rating, among all who said yes or no. "
                    "It cannot rise when failures rise."
                }
                dt { "Against the period before" }
                dd {
                    "The difference to as many days just before, as far as this period has passed. The distances to the "
                    "ends of both figures’ intervals are squared and added (Newcombe’s method 10, which Zou and Donner "
                    "carried over to means). An arrow stands only where the interval of the difference excludes 0."
                }
            }
            dl {
                dt { "Score over time" }
                dd {
                    "The score of each stretch of days (UTC, by arrival). Days with few answers are one stretch with their "
                    "neighbours. One is withheld where it would tell, taken from the score of all, of fewer than "
                    (SUPPRESSED_BELOW) " people."
                }
            }
            dl {
                dt { "Where effort is lost" }
                dd {
                    "People who said no, or said yes and gave no easy rating, among those who said no or rated. Each share is "
                    "pulled towards its section, or towards all, by as many answers as the differences between "
                    "them make likely (empirical Bayes, beta-binomial); times those who answered, it says how many were "
                    "lost and puts them in order. Intervals, and ranges of places, hold 95% of 1,000 draws from what may be true."
                }
            }
            p {
                "All intervals are at 95%. Versions and scales are never mixed. "
                "Figures from fewer than " (SUPPRESSED_BELOW) " answers are withheld, and so are comments. "
                "A figure moves on when the answers of " (SUPPRESSED_BELOW) " more people have come: two reports a moment apart, "
                "or two filters, never tell what one person answered."
            }
        }
    }
}
