# What the report and its login say. English is the source of all other languages.
#
# A key is named for its page. $n, $shown, $from and other numbers choose between one and many; what a
# text only chooses by, such as $easy, is not shown. What people and teams wrote takes the place of its name.

## Everywhere

frame-skip = Skip to the report
frame-access = Your access
frame-builder = Builder
frame-tokens = Read tokens
frame-log-out = Log out
frame-language = Language
interval = { $low } to { $high }
interval-rough = { $low } to { $high }, rough
days = { $from } to { $to }
moment = { $day }, { $time } UTC
quoted = “{ $text }”
points = { $form ->
    [one] { $points } point
   *[other] { $points } points
}
better = { $change } better
worse = { $change } worse
no-clear-change = no clear change
too-few = too few answers
withheld = withheld
figure = Figure
score = Score
easy = Easy
easy-success = Easy success
share = Share
before = Before
after = After
now = Now
difference = Difference
version = Version
place = { ORDINAL($place) }
out-of = { $part } of { $all }
band = { $band ->
    [difficult] difficult
    [easy] easy
   *[neutral] neutral
}
show = Show
show-everything = Show everything
any = Any
by = By
figures-link = Figures
figures-of = Figures of { $name }
comments-link = Comments
comments-about = Comments about { $name }
copy = Copy
copied = Copied

## How answers arrive, where there are none

arrive-line = Put this line into your help center’s pages. It brings the widget and your definition, and answers come back here. The address in it is the one at which you reach this server: visitors have to reach it too.
arrive-first = Answer the first survey yourself on one of them, then reload this page.

## The list of surveys

home-title = Surveys
home-empty = No answers yet
home-empty-more = This collector is running and ready. Reports appear here as soon as the first answer arrives.
home-score = { $easy ->
    [low] of { $points }, lower is easier
   *[high] of { $points }, higher is easier
}
home-said-yes = said yes
home-interval = 95% interval { $low } to { $high }
home-interval-rough = 95% interval { $low } to { $high }, rough
home-few = Fewer than five have answered; the score is shown from the fifth on.
home-no-comparison = Too few answers to compare the last { $days } days with those before.
home-no-change = No clear change against the { $days } days before.
home-than = than in the { $days } days before
home-spark = By week: { $first } at first, { $last } at last, on a scale from 1 to { $points }
home-answered-of = { $answered } of { $shown } who were asked answered ({ $share }), last asked { $last }
home-answered = { $n ->
    [one] { $n } answer, last asked { $last }
   *[other] { $n } answers, last asked { $last }
}
home-answered-and-closed = { $n ->
    [one] { $n } answer, { $closed } closed it, last asked { $last }
   *[other] { $n } answers, { $closed } closed it, last asked { $last }
}
home-no-definition = This collector was given no definition
home-no-definition-more = It does not know what your visitors are asked, so it keeps every answer apart and counts none. Start it with your definition, or post that to { $address }; answers that were kept apart and fit it are counted then.
home-apart = Kept apart
home-apart-count = { $n ->
    [one] Kept apart: { $n } response
   *[other] Kept apart: { $n } responses
}
home-apart-more = No definition that this collector knows asks what they answer. They are in no figure, and are counted as soon as a definition is registered that does. Up to { $most } are kept.
home-apart-group = { $n ->
    [one] { $n } response to { $survey } of { $site }: { $unknown }
   *[other] { $n } responses to { $survey } of { $site }: { $unknown }
}
home-apart-unknown = { $reason ->
    [site] unknown site { $name }
    [survey] unknown survey { $name }
    [version] unknown version { $name }
    [question] unknown question { $name }
    [kind] unknown kind { $name }
    [scale] unknown scale { $name }
    [direction] unknown direction { $name }
    [order] unknown order { $name }
   *[option] unknown option { $name }
}

## One survey

survey-nothing = Nothing yet
survey-nothing-for = Nothing for “{ $survey }” yet
survey-nothing-more = No response to this survey has arrived.
survey-see-all = See all surveys with responses
missing-unnamed = No survey is named
missing-unnamed-more = This address does not say which survey it is about: { $name } is missing.
missing-survey = There is no survey “{ $survey }” here
missing-survey-more = No definition asks it, and nothing has arrived for it. These surveys have responses:
missing-version = Version { $version } of “{ $survey }” is unknown
missing-version-more = Nothing has arrived for it. These versions have responses:
missing-version-yet = Nothing for version { $version } of “{ $survey }” yet
missing-version-yet-more = A definition asks it, but no response to it has arrived. These versions have responses:
missing-report = The report of “{ $survey }”
survey-responses = { $n ->
    [one] { $n } response · last one { $last }
   *[other] { $n } responses · last one { $last }
}
survey-week = The last week
survey-share = Share this report
survey-versions = Versions of this survey
survey-newest = { $version } (newest)
survey-newer = { $n ->
    [0] { $version } is newer: nobody has answered it so far. Its figures are told from { $least } answers on.
   *[other] { $version } is newer: { $n } answered so far. Its figures are told from { $least } answers on.
}
survey-newer-filtered = { $n ->
    [0] { $version } is newer: nobody has answered it under these filters. Its figures are told from { $least } answers on.
   *[other] { $version } is newer: { $n } answered under these filters. Its figures are told from { $least } answers on.
}
survey-newer-version = Version { $version }
survey-together = Versions { $versions } are read together.
survey-score-of = Score of { $question }
survey-scale = { $easy ->
    [low] 1 to { $points }, lower is easier
   *[high] 1 to { $points }, higher is easier
}
survey-no-ratings = Nobody has answered a rating, a yes-or-no question or a choice of this version yet.

score-title = Customer Effort Score
score-not-yet = Not yet
score-not-yet-scale = { $easy ->
    [low] from 1 to { $points }, lower is easier
   *[high] from 1 to { $points }, higher is easier
}
score-label = { $score } on a scale from 1 to { $points }, between { $low } and { $high }
score-label-none = no score yet on a scale from 1 to { $points }
score-interval = { $n ->
    [one] 95% interval { $interval }, from { $n } rating.
   *[other] 95% interval { $interval }, from { $n } ratings.
}
score-band = { $band } { $share }

doubt-rough = A rough idea.
doubt-rough-score = With fewer than { $few } ratings the score may still move a lot.
doubt-rough-shares = With fewer than { $few } answers the shares may still move a lot.
doubt-ratings = { $n ->
    [one] { $n } rating so far.
   *[other] { $n } ratings so far.
}
doubt-answers = { $n ->
    [one] { $n } answer so far.
   *[other] { $n } answers so far.
}
doubt-score-from = The score appears from { $least }, so that nobody can be told apart.
doubt-choice-from = What was chosen appears from { $least }, so that nobody can be told apart.

tile-found = Found it
tile-found-more = said yes, they found what they needed
tile-success-more = found it, and found it easy
tile-easy-more = gave a rating in the easy band
tile-net = Net effort
tile-net-more = easy less difficult
tile-label = { $name }: { $value }
tile-interval = { $low } to { $high }, { $sample }
tile-interval-rough = { $low } to { $high }, { $sample }, rough
tile-few = too few answers, { $sample }
tile-withheld = not shown here, so that nobody can be told apart, { $sample }

ratings-title = How people rated
ratings-caption = How often each point was chosen
ratings-rating = Rating
bars-bar = Bar
bars-answers = Answers

choice-title = What people chose
choice-label = What people chose: { $question }
choice-caption = How many chose each option
choice-option = Option
choice-from = { $n ->
    [one] From { $n } answer, each share with its 95% interval.
   *[other] From { $n } answers, each share with its 95% interval.
}
choice-several = Some chose several, so that shares add up to more than 100%.

funnel-title = What became of the nudge
funnel-caption = How many took each step
funnel-step = Step
funnel-shown = Shown
funnel-began = Began to answer
funnel-complete = Answered to the end
funnel-partial = Left midway
funnel-dismissed = Closed without an answer
funnel-ignored = Neither answered nor closed
funnel-who = Who did not answer?
funnel-who-more = And what that may have done to the figures.

latest-title = Latest comments
latest-none = None to show yet. Comments appear when { $least } people have written, so that nobody can be told apart.
latest-topics = What comes up again and again: the articles that are missing.
latest-all = All comments, with what their writers rated

## Filters

filters-title = Filters
filters-period = Period
filters-all-time = All time
filters-last = Last { $days } days
filters-choose = Choose days, section, article, language, trigger, device or a fact, or what to compare with
filters-in-force = Filters in force
filters-without = Without the filter { $filter }: { $value }
filters-days = Days (UTC)
filters-from = from { $day }
filters-until = until { $day }
filters-first-day = First day
filters-last-day = Last day
filters-none = Without filters
filters-note = Days are those of UTC, on which answers arrived; both are within. Values that fewer than five people have are not listed.
filters-counted = Counted are the days from { $from } to { $to }: days with few answers are counted together with their neighbours, so that nobody can be told apart.
filters-nobody = No response fits these filters
filters-nobody-more = Of this version of the survey nothing arrived that all of them hold for. { $everything }
filters-refused = Filters that cannot be followed
filters-refused-more = These filters cannot be followed, so no figure is shown.
filter = { $filter ->
    [version] Version
    [from] From
    [to] Until
    [section] Section
    [article] Article
    [locale] Language
    [trigger] Trigger
    [context] Fact
    [question] Question
    [topic] Topic
   *[device] Device
}
exports-title = Take the responses along
exports-all = Each response in a row, of all versions.
exports-filtered = Each response in a row, of all versions, under the same filters.
exports-lines = JSON lines

mistake-unreadable = This address cannot be read.
mistake-unknown = There is no filter “{ $name }”. There are { $known }.
mistake-twice = The filter “{ $name }” stands in the address twice; it can have one value.
mistake-too-long = { $filter ->
    [version] This version has { $characters } characters. None has more than { $most }.
    [from] This first day has { $characters } characters. None has more than { $most }.
    [to] This last day has { $characters } characters. None has more than { $most }.
    [section] This section has { $characters } characters. None has more than { $most }.
    [article] This article has { $characters } characters. None has more than { $most }.
    [locale] This locale has { $characters } characters. None has more than { $most }.
    [trigger] This trigger has { $characters } characters. None has more than { $most }.
    [device] This device has { $characters } characters. None has more than { $most }.
   *[other] This value has { $characters } characters. None has more than { $most }.
}
mistake-no-facts = Nothing can be filtered by “{ $name }”: whoever runs the collector names the facts to filter by (--fact).
mistake-unnamed-fact = Nothing can be filtered by “{ $name }”, but by { $known }.
mistake-no-fact = “{ $text }” is no fact with its value. One is written plan=pro.
mistake-one-day-of-two = To compare with other days, their first and their last day are both needed.
mistake-overlap = Some days from { $from } to { $to } are among those that are shown: people would be compared with themselves.
mistake-no-other = “{ $version }” is no other version of this survey to compare with.
mistake-no-text = What stands for “{ $name }” is no text: a NUL character is in it.
mistake-no-day = “{ $text }” is no day to put under “{ $name }”. A day is written 2026-11-29.
mistake-order = The period ends on { $to }, which is before it begins, on { $from }.
mistake-none-of = “{ $text }” is nothing to put under “{ $name }”. It can be { $words }.

## A form that cannot be read, and a page that cannot be shown

form-refused = Nothing was changed
form-lacking = The form has nothing for “{ $name }”.
form-no-number = “{ $text }” is nothing to put under “{ $name }”. It can be a whole number.
form-too-long = “{ $name }” has { $characters } characters. It can have { $most } at most.
form-back = Back to the page
refused-title = That did not work
refused-more = What was asked for cannot be followed:
refused-unknown = There is nothing of that name here.
refused-busy = Too much is asked of the collector just now. Please try again in a moment.

## A period against the one before, and the trend

change-title = Against the period before
change-none = Too few answered before these days, or nobody, so that there is nothing to compare with.
change-version = Compared with version { $version }
change-days = Compared with other days
change-shown = Shown
change-compared = Other
change-none-there = Too few answered there, or nobody, so that there is nothing to compare with.
change-overlap = Few answered on these days, so they are counted with their neighbours, and both periods would have people in common.
change-differently = Asked differently, so that nothing is subtracted. Here: { $now }. There: { $with }.
change-all-days = All days of version { $now }, against all of version { $with }. Each difference with its 95% interval.
change-found-caption = Who found it now and before
change-asking-there = The asking has changed too: { $rate } of those who were shown the survey answered, { $earlier } there ({ $difference }). A part of what moved above may be that others answered.
asked-scale = “{ $text }”, 1 to { $points }, { $easiest } is easiest
asked-labels = “{ $text }”, 1 to { $points }, { $easiest } is easiest ({ $labels })
change-caption = Figures of { $question } now and before
change-periods = { $now }, against { $with }; days of UTC. Each difference with its 95% interval.
change-asking = The asking has changed too: { $rate } of those who were shown the survey answered, { $earlier } before ({ $difference }). A part of what moved above may be that others answered.

trend-title = Score over time
trend-label = Score over time, { $question }
trend-lengths = Length of a stretch
trend-unit = { $unit ->
    [day] day
    [week] week
   *[month] month
}
trend-few = Too few have answered to draw how the score moved.
trend-note = Each point with its 95% interval. A hollow one has fewer than { $few } ratings.
trend-edits = A dotted line is an edit of the article beside it.
trend-edited = “{ $article }” was edited
trend-cut = Only the latest are drawn.
trend-behind = The figures behind it
trend-chart = { $unit ->
    [day] Score by day from { $from } to { $to }, on a scale from 1 to { $points }: { $first } at first, { $last } at last. The figures are in the table below.
    [week] Score by week from { $from } to { $to }, on a scale from 1 to { $points }: { $first } at first, { $last } at last. The figures are in the table below.
   *[month] Score by month from { $from } to { $to }, on a scale from 1 to { $points }: { $first } at first, { $last } at last. The figures are in the table below.
}
trend-mark = version { $version }
trend-caption = Score by stretch of days and version
trend-ratings = Ratings

## Where effort is lost

lost-title = Where effort is lost
lost-more = Visitors who did not find what they were looking for, or did not find it easy. What lost most of them stands first: what many met goes before what few met, be its share a little worse.
lost-by = Where effort is lost, by
lost-kind = { $by ->
    [article] article
    [section] section
    [locale] language
    [trigger] trigger
    [context] fact
   *[device] device
}
lost-nothing = { $by ->
    [article] Nothing can be said of single articles yet. Each appears from { $least } answers, so that nobody can be told apart.
    [section] Nothing can be said of single sections yet. Each appears from { $least } answers, so that nobody can be told apart.
    [locale] Nothing can be said of single languages yet. Each appears from { $least } answers, so that nobody can be told apart.
    [trigger] Nothing can be said of single triggers yet. Each appears from { $least } answers, so that nobody can be told apart.
    [context] Nothing can be said of single facts yet. Each appears from { $least } answers, so that nobody can be told apart.
   *[device] Nothing can be said of single devices yet. Each appears from { $least } answers, so that nobody can be told apart.
}
lost-caption = { $by ->
    [article] The articles at which most visitors were lost
    [section] The sections at which most visitors were lost
    [locale] The languages at which most visitors were lost
    [trigger] The triggers at which most visitors were lost
    [context] The facts at which most visitors were lost
   *[device] The devices at which most visitors were lost
}
lost-others = { $by ->
    [article] { $n ->
        [one] { $n } article more
       *[other] { $n } articles more
    }
    [section] { $n ->
        [one] { $n } section more
       *[other] { $n } sections more
    }
    [locale] { $n ->
        [one] { $n } language more
       *[other] { $n } languages more
    }
    [trigger] { $n ->
        [one] { $n } trigger more
       *[other] { $n } triggers more
    }
    [context] { $n ->
        [one] { $n } fact more
       *[other] { $n } facts more
    }
   *[device] { $n ->
        [one] { $n } device more
       *[other] { $n } devices more
    }
}
lost-withheld = { $by ->
    [article] { $n ->
        [one] { $n } article more has too few answers to be told without telling people apart.
       *[other] { $n } articles more have too few answers to be told without telling people apart.
    }
    [section] { $n ->
        [one] { $n } section more has too few answers to be told without telling people apart.
       *[other] { $n } sections more have too few answers to be told without telling people apart.
    }
    [locale] { $n ->
        [one] { $n } language more has too few answers to be told without telling people apart.
       *[other] { $n } languages more have too few answers to be told without telling people apart.
    }
    [trigger] { $n ->
        [one] { $n } trigger more has too few answers to be told without telling people apart.
       *[other] { $n } triggers more have too few answers to be told without telling people apart.
    }
    [context] { $n ->
        [one] { $n } fact more has too few answers to be told without telling people apart.
       *[other] { $n } facts more have too few answers to be told without telling people apart.
    }
   *[device] { $n ->
        [one] { $n } device more has too few answers to be told without telling people apart.
       *[other] { $n } devices more have too few answers to be told without telling people apart.
    }
}
lost-not-looked-at = { $by ->
    [article] { $n ->
        [one] { $n } article more, of which fewer people tell, is not looked at.
       *[other] { $n } articles more, of which fewer people tell, are not looked at.
    }
    [section] { $n ->
        [one] { $n } section more, of which fewer people tell, is not looked at.
       *[other] { $n } sections more, of which fewer people tell, are not looked at.
    }
    [locale] { $n ->
        [one] { $n } language more, of which fewer people tell, is not looked at.
       *[other] { $n } languages more, of which fewer people tell, are not looked at.
    }
    [trigger] { $n ->
        [one] { $n } trigger more, of which fewer people tell, is not looked at.
       *[other] { $n } triggers more, of which fewer people tell, are not looked at.
    }
    [context] { $n ->
        [one] { $n } fact more, of which fewer people tell, is not looked at.
       *[other] { $n } facts more, of which fewer people tell, are not looked at.
    }
   *[device] { $n ->
        [one] { $n } device more, of which fewer people tell, is not looked at.
       *[other] { $n } devices more, of which fewer people tell, are not looked at.
    }
}
lost-note = Each with its 95% interval, drawn as a thin line.
lost-shrunk = { $by ->
    [article] Where few have answered, a share is taken for one nearer to that of its section, so that one bad day does not put it first.
   *[other] Where few have answered, a share is taken for one nearer to that of all, so that one bad day does not put it first.
}
lost-repair = Did the repair help?
lost-repair-more = Edited articles before and after.
lost-place = Place
lost-likely = Likely lost
lost-taken-for = { $lost } of { $answered }, taken for { $share }
lost-edited = edited { $day }
lost-first-seen = first seen { $day }
lost-counted = counted from { $from } to { $to }
lost-around = Where few answer on a day, days around the period are counted too, so that nobody can be told apart.
lost-surely = surely { ORDINAL($place) }
lost-between = between { ORDINAL($from) } and { ORDINAL($to) }

## Did the repair help?

edits-title = Did the repair help?
edits-page = Did the repair help? · { $survey }
edits-more = Articles of { $survey } before each edit and after it.
edits-label = Edits
edits-none = No edit of an article is known
edits-none-more = An article counts as edited when its pages tell another revision than before, and five answers have come from it: { $json-ld } in their JSON-LD, { $meta }, or what you write as { $attribute } on any element.
edits-without-filters = Look without filters
edits-count = { $n ->
    [one] { $n } edit
   *[other] { $n } edits
}
edits-helped = { $n ->
    [one] { $n } helped
   *[other] { $n } helped
}
edits-worse = { $n ->
    [one] { $n } made it worse
   *[other] { $n } made it worse
}
edits-unclear = { $n ->
    [one] { $n } cannot be told yet
   *[other] { $n } cannot be told yet
}
edits-summary = { $helped }, { $unclear }.
edits-summary-worse = { $helped }, { $worse }, { $unclear }.
edits-others = { $n ->
    [one] { $n } edit more
   *[other] { $n } edits more
}
edits-note = Shown is the share of visitors who did not find what they were looking for, or did not find it easy, over up to 13 weeks before the edit and after it, with 95% intervals; the upper bar is before. “Helped” asks for more than an interval without 0, since among many edits some look so by chance: of all that is said to have helped, or made it worse, one in 20 is expected to be wrong at most, however often you look. Edits within a week are one.
edits-earlier = { $n ->
    [one] { $n } earlier edit is not looked at.
   *[other] { $n } earlier edits are not looked at.
}
edits-caption = Articles before an edit and after it
edits-few = Too few answered before it, or have since.
edits-verdict = { $verdict ->
    [helped] helped
    [worse] made it worse
   *[unclear] cannot be told yet
}
edits-on = edited on { $day }
edits-between = edited from { $from } to { $to }
edits-all = All articles on the same days: { $before } before, { $after } after.
edits-alike = They may have moved as much, so it was hardly this edit.

## Who did not answer?

silent-title = Who did not answer?
silent-page = Who did not answer? · { $survey }
silent-more = Those who were shown { $survey }, beside those who answered.
silent-unknown = Nobody knows who was shown it
silent-unknown-more = { $n ->
    [one] { $n } person has answered. That the survey was shown has not been told so far, or its definition says { $setting }, so that there is no response rate.
   *[other] { $n } people have answered. That the survey was shown has not been told so far, or its definition says { $setting }, so that there is no response rate.
}
silent-weights = Figures with and without weights
silent-rate = { $share } answered
silent-rate-few = Too few answered
silent-counts = { $shown ->
    [one] { $shown } person was shown the survey, { $answered } answered.
   *[other] { $shown } people were shown the survey, { $answered } answered.
}
silent-caption = Figures as answered, and weighted to all who were shown the survey
silent-as-answered = As answered
silent-weighted = Weighted
silent-lost = Lost
silent-note = “Lost” is the share of visitors who did not find what they were looking for, or did not find it easy. “Weighted” is what both would be had people of every article, trigger, device and language answered equally often. Nobody can see whether those who kept silent were like those of their kind who answered.
silent-bounds = Whatever they would have said, between { $low } and { $high } of all were lost.
silent-too-good = The figures look better than they are: where more visitors are lost, fewer answer.
silent-too-bad = The figures look worse than they are: where more visitors are lost, more answer.
silent-no-bias = By article, trigger, device and language no bias can be seen.
silent-few = Too few have answered to see a bias.
silent-by = { $by ->
    [article] Response rate by article
    [section] Response rate by section
    [locale] Response rate by language
    [trigger] Response rate by trigger
   *[device] Response rate by device
}
silent-others = { $n } more
silent-by-caption = How many of those who were shown the survey answered
silent-answered = Answered

## What people said

said-title = What people said
said-page = What people said · { $survey }
said-more = In answer to { $survey }, the latest first.
said-versions = Of all versions of the survey; figures in reports are of one at a time.
said-label = Comments
said-pages = Pages of comments
said-latest = Back to the latest
said-older = Older comments
said-refused = These filters cannot be followed, so no comment is shown.
said-wrong-twice = { $name }: expected one value
said-wrong-nul = Expected texts without a NUL character
said-wrong-words = q: expected at most 200 characters to look for
said-wrong-low = low: expected 1, or nothing
said-wrong-state = state: expected one of new, read and done
said-wrong-before = before: expected a number that an earlier page has led to
said-wrong-topic = topic: expected a language and a phrase that the list of topics has led to
said-wrong-survey = survey: expected the survey whose comments are meant
said-gone-page = No longer there
said-gone = That comment is no longer there
said-gone-more = It was erased, or its writer has changed it meanwhile. Nothing was kept of what you pressed.
said-back = Back to the comments
said-words = Words
said-state = State
said-low = Only from people who found it difficult
said-again = What comes up again and again
said-again-latest = With how many people wrote it, among the latest { $n } comments.
said-topics = All topics, to sort and to work through
said-in = In { $language }
said-none-looked-at = None among the { $people } people that were looked at. There are older comments.
said-none-fits = No comment fits. { $all }
said-show-all = Show all comments
said-nobody = Nobody has written anything yet.
said-found = found it
said-not-found = did not find it
said-on-article = All on this article
said-on-article-label = All on this article: { $article }
said-state-label = State of this comment
said-state-name = { $state ->
    [new] New
    [read] Read
   *[done] Done
}
said-note = Note
said-note-label = Note on this comment
said-keep = Keep the note
said-rating = { $band ->
    [difficult] { $rating } of { $points }, difficult
    [easy] { $rating } of { $points }, easy
   *[neutral] { $rating } of { $points }, neither
}

## Topics

topics-title = Topics
topics-page = Topics · { $survey }
topics-more = What comes up again and again in the comments of { $survey }.
topics-in = Topics in { $language }
topics-count = { $n ->
    [one] { $n } topic
   *[other] { $n } topics
}
topics-older = Counted are the latest comments, as many as are read at once; there are older ones.
topics-refused = These filters cannot be followed, so no topic is shown.
topics-show-all = Show all topics
topics-gone = That topic is no longer there
topics-gone-more = Fewer than { $least } people whose comments are kept have written it. Nothing was kept of what you pressed.
topics-back = Back to the topics
topics-none-missing = No article is said to be missing.
topics-missing = { $n ->
    [one] { $n } missing, none of them written since.
   *[other] { $n } missing, none of them written since.
}
topics-missing-written = { $n ->
    [one] { $n } missing, { $written } of them written since.
   *[other] { $n } missing, { $written } of them written since.
}
topics-sorted = Every topic is sorted.
topics-unsorted = { $n ->
    [one] One topic is not sorted yet.
   *[other] { $n } topics are not sorted yet.
}
topics-answering = In answer to
topics-questions = All questions
topics-class = Class
topics-not-sorted = Not sorted yet
topics-class-name = { $class ->
    [missing] Missing
    [outdated] Outdated
    [wrong] Wrong
   *[other] Other
}
topics-state-name = { $state ->
    [open] Open
    [written] Written
   *[done] Done
}
topics-none-fits = No topic fits
topics-none-fits-more = Nothing that { $least } people have written is left by these filters. { $all }
topics-none = No topic yet
topics-none-more = A word, or two that follow each other, becomes a topic when { $least } people have written it, whatever its endings. Then say here whether an article about it is missing, and when you have written it.
topics-export = Take the topics along
topics-export-more = Each topic in a row, with its class, state and note, under the same filters.
topics-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
topics-before-and-since = { $before ->
    [one] { $before } person before, { $since } since { $day }
   *[other] { $before } people before, { $since } since { $day }
}
topics-pace = { $before } a week before, { $since } a week since
topics-matter = What is the matter with { $topic }
topics-state = State of { $topic }
topics-add-note = Add a note
topics-change-note = Change the note
topics-note = Note on this topic

## Sharing a report

shares-page = Share · { $survey }
shares-more = The report of { $survey }, as it is under these filters, for people who have no login.
shares-what = What is shared
shares-no-filters = No filters: all days, sections, articles, languages, triggers and devices.
shares-make = Make an address
shares-for = It can be read for
shares-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
shares-share = Share
shares-they-see = Whoever has the address sees the figures of this version under these filters, as they are when it is opened.
shares-they-do-not-see = They see nothing that somebody wrote, no single response and no other survey.
shares-no-other-filters = They cannot choose other filters. Figures of few people are withheld filter by filter, so somebody who may try many of them could learn more than you have shared.
shares-known = Shared addresses of this survey
shares-none = None now. One that has ended is no longer listed.
shares-made = The address, until { $until }
shares-see = See what they see
shares-by = Shared by { $who }, until { $until }.
shares-team = the team
shares-opened = Last opened on { $day }.
shares-unopened = Not opened yet.
shares-end = End now
shares-end-label = End now: the address that was shared by { $who } until { $until }
shares-wrong-days = Please choose 1, 7, 30 or 90 days.
shares-wrong-many = { $most } addresses of this survey are shared already. Please end one of them first.
shared-until = { $n ->
    [one] { $n } response. This report was shared with you, and can be read here until { $until }.
   *[other] { $n } responses. This report was shared with you, and can be read here until { $until }.
}
shared-nobody = Nothing has arrived that all of them hold for.
shared-gone = Nothing for “{ $survey }” now
shared-gone-more = The responses that this report was about are no longer there.
shared-nothing = This address shows nothing
shared-nothing-page = Nothing here
shared-nothing-more = A shared report can be read until the day that was chosen for it, or until its team ends it. Or the address did not arrive whole.
shared-ask = Ask whoever sent it to you for a new one. If you belong to the team, log in to your collector and share the report again.
shared-often = Too many tries
shared-often-more = { $seconds ->
    [one] Too many addresses that show nothing were asked for. Please wait { $seconds } second, then try again.
   *[other] Too many addresses that show nothing were asked for. Please wait { $seconds } seconds, then try again.
}
shared-fixed = This report has its filters
shared-fixed-page = Filters are fixed
shared-fixed-more = A shared report shows what was shared, and no other filters: “{ $name }” cannot be chosen here.
shared-fixed-open = Open the address without what stands behind its question mark.

## What figures are compared with

with-title = Compare with
with-first-day = Other first day
with-last-day = Other last day
with-version = Other version
with-same-version = The same version
with-note = Left empty, a period is compared with as many days just before it.
with-without = Do not compare with { $other }

## Searches and contact

paths-title = Searches and contact
paths-more = Effort that shows in what visitors did: they searched again, found nothing to open, or wrote to support after they had read.
paths-caption = What came of each path
paths-path = Path
paths-share = { $share }, { $low } to { $high }
paths-note = Lost are visitors who did not find what they were looking for, or did not find it easy, of those who answered, with a 95% interval.

## One week

week-unreadable = “{ $text }” is no week. A week is written 2026-W48.
week-not-over = The week { $week } is not over yet. A digest is of a whole week, Monday to Sunday (UTC).
next = Next
next-title = What to do next
next-nothing = Nothing stands out this week, and too few have answered to say where effort is lost. Let it run.
next-silent = Look whether the widget is still on your pages: nobody answered this week, and { $before } did the week before.
next-worse = Look at what was changed in “{ $title }”: since its edit on { $day } more of its readers are lost.
next-fewer = Find out who no longer answers before you read the score: clearly fewer of those who are asked answer than the week before.
next-rewrite-first = Rewrite “{ $title }”: about { $lost } of the { $answered } who answered there in 13 weeks were lost, surely more than at any other article.
next-rewrite-surely = Rewrite “{ $title }”: about { $lost } of the { $answered } who answered there in 13 weeks were lost. It is surely the { ORDINAL($place) } of all articles.
next-rewrite-between = Rewrite “{ $title }”: about { $lost } of the { $answered } who answered there in 13 weeks were lost. It is between the { ORDINAL($from) } and the { ORDINAL($to) } of all articles.
next-comments = Read the { $n } comments of this week.
next-few-comments = Read the few comments of this week.
digest-page = Week { $week } · { $survey }
digest-title = Week { $week } of { $year }
digest-refused = There is no such digest.
digest-refused-page = No such digest
digest-last = See the last full week
digest-week = Week
digest-before = Week before
digest-after = Week after
digest-asking = The asking
digest-responses = Responses
digest-week-before = The week before
digest-rate = Of those asked, answered
digest-report = The report of this week
digest-score-label = { $score }, between { $low } and { $high }
digest-interval = { $n ->
    [one] 95% interval { $low } to { $high }, from { $n } answer.
   *[other] 95% interval { $low } to { $high }, from { $n } answers.
}
digest-interval-rough = { $n ->
    [one] 95% interval { $low } to { $high }, from { $n } answer, rough.
   *[other] 95% interval { $low } to { $high }, from { $n } answers, rough.
}
digest-few-before = Too few answered the week before to compare.
digest-than = than the week before ({ $low } to { $high })
digest-no-change = No clear change against the week before: { $change } ({ $low } to { $high })
digest-few-asked = Too few were asked the week before to compare.
digest-asking-changed = The asking has changed: { $before } answered the week before ({ $change }). A part of what moved may be that others answered.
digest-asking-same = No clear change: { $before } answered the week before ({ $low } to { $high }).
digest-no-comments = Nobody wrote anything this week.
digest-comments = { $n ->
    [one] { $n } comment this week.
   *[other] { $n } comments this week.
}
digest-few-comments = Fewer than five comments this week.
digest-read = Read them
digest-lost = Where most visitors were lost
digest-lost-more = Lost are visitors who did not find what they were looking for, or did not find it easy. The share is of those who answered about the article.
digest-lost-caption = The articles at which most visitors were lost in 13 weeks
digest-article = Article, in 13 weeks
digest-share = Share lost
digest-few-lately = too few answered lately to say whether that moved
digest-worse = worse:
digest-better = better:
digest-unclear = no clear change:
digest-lately-lost = { $now } lost in the last four weeks, { $before } in the four before ({ $low } to { $high })
digest-lately-not-found = { $now } did not find it in the last four weeks, { $before } in the four before ({ $low } to { $high })
digest-edits = Edits that were decided this week
digest-no-edits = Of no edit it became plain this week whether it helped.
digest-all-edits = All edits
digest-all-edits-intervals = All edits, with their intervals
digest-made-worse = Made it worse
digest-helped = Helped
digest-edited-shares = edited { $day }: { $after } of its readers are lost, { $before } were before
digest-notes = A week is Monday to Sunday (UTC), by arrival. The 13 weeks of an article begin and end some days earlier or later where few answer about it, so that nobody can be told apart. All intervals are at 95%; an arrow stands only where the interval of the change leaves out 0. What to do next follows from these figures by fixed rules, the first that holds: silence, an edit that made it worse, clearly fewer answers, the costliest article that was not edited in four weeks, new comments.

## What made a survey show

trigger-exit-intent = About to leave
trigger-scroll = Scrolled far down
trigger-click = Clicked something
trigger-event = Told by the page
trigger-section-leave = Left a section
trigger-time = After some time
trigger-link = Link in a message
trigger-help-center = Way through the help center
trigger-help-center-visited = Visited the help center
trigger-help-center-articles = Read several articles
trigger-help-center-searches = Searched again and again
trigger-help-center-search-without-click = Left after a search
trigger-help-center-ping-pong = Back and forth between list and articles
trigger-help-center-contact-after = Contact after articles
trigger-help-center-dwell = Long on an article
trigger-help-center-dead-end = Dead end

## How these figures are made

notes-title = How these figures are made
notes-score = The sum of all ratings divided by the number of people who gave one. Its interval is Student’s t, after adding half an answer that is spread evenly over the scale: so it has a width also where all ratings are equal.
notes-easy = The share of ratings in the easy band: 5 to 7 of 7, 4 to 5 of 5, 7 to 10 of 10, mirrored where lower is easier. Wilson’s interval.
notes-net = The easy share less the difficult share. Adjusted Wald interval.
notes-found = Yes among yes and no. Wilson’s interval.
notes-choice = People who chose an option among all who answered the question. An option that nobody chose is not listed. Wilson’s interval.
notes-success = People who found it and gave an easy rating, among all who said yes or no. It cannot rise when failures rise.
notes-change = The difference to as many days just before, as far as this period has passed. The distances to the ends of both figures’ intervals are squared and added (Newcombe’s method 10, which Zou and Donner carried over to means). An arrow stands only where the interval of the difference excludes 0.
notes-trend = The score of each stretch of days (UTC, by arrival). Days with few answers are one stretch with their neighbours. One is withheld where it would tell, taken from the score of all, of fewer than { $least } people.
notes-lost = People who said no, or said yes and gave no easy rating, among those who said no or rated. Each share is pulled towards its section, or towards all, by as many answers as the differences between them make likely (empirical Bayes, beta-binomial); times those who answered, it says how many were lost and puts them in order. Intervals, and ranges of places, hold 95% of { $draws } draws from what may be true.
notes-all = All intervals are at 95%. Versions and scales are never mixed. Figures from fewer than { $least } answers are withheld, and so are comments. A figure moves on when the answers of { $least } more people have come: two reports a moment apart, or two filters, never tell what one person answered.

## Logging in

login-title = Log in
login-more = This report belongs to a team. Its password lets you in.
login-password = Password
login-submit = Log in
login-first-time = First time here? The collector prints an address to set the password when it starts.
login-not-yet = Not yet: { $page }
login-choose = Choose the team’s password
login-choose-page = Choose a password
login-choose-more = Whoever knows it can read this report. Take { $least } characters or more: a few words that do not belong together are easy to keep in mind.
login-again = The same once more
login-set = Set the password
login-used = This address no longer counts
login-used-page = No longer counts
login-used-more = An address to set the password can be used once, and only until the collector starts again. As long as no password is set, each start prints a new one.
login-with-password = Log in with the password
login-wrong-form = That form did not arrive whole. Please try again.
login-wrong-password = That is not the password. Please try again.
login-wrong-short = The password needs at least { $least } characters.
login-wrong-long = The password needs at most { $most } characters.
login-wrong-another = The two passwords are not the same. Please type them again.
login-wrong-often = { $seconds ->
    [one] Too many tries. Please wait a second, then try again.
   *[other] Too many tries. Please wait { $seconds } seconds, then try again.
}
login-wrong-busy = Many people are logging in just now. Please try again in a moment.
login-wrong-unavailable = The collector cannot reach its database just now. Please try again later.
tokens-title = Read tokens
tokens-more = Programs that read the figures show one of these. A token can read, never change anything.
tokens-made = The token “{ $name }”
tokens-copy = Copy it now: it is not shown again.
tokens-header = A program sends it in this header:
tokens-make = Make a token
tokens-for = What is it for?
tokens-example = Weekly dashboard
tokens-known = Tokens that count
tokens-none = None yet.
tokens-made-at = Made { $time }
tokens-revoke = Revoke
tokens-revoke-label = Revoke { $name }
tokens-wrong-name = A token needs a name of 1 to 100 characters.
tokens-wrong-taken = A token needs a name that no other token has.
tokens-wrong-unavailable = The token could not be made just now. Please try again later.
