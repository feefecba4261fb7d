-- One row a response: the revision that was posted last by its visitor's page.
create table response (
    id text primary key,
    rev integer not null check (rev >= 1),
    state text not null check (state in ('partial', 'complete', 'dismissed')),
    survey text not null,
    survey_version text not null,
    trigger text not null,
    locale text not null,
    page_url text not null,
    page_title text not null,
    page_section text,
    page_article text,
    -- Moments are milliseconds since 1970-01-01T00:00:00Z.
    shown_at integer not null,
    answered_at integer,
    -- When its first revision arrived, and when this one did, by the collector's own clock.
    received_at integer not null,
    revised_at integer not null,
    -- An object of texts, numbers and flags.
    context text not null
) strict, without rowid;

-- Totals come from this one alone, the latest comments from the other.
create index response_totals on response (survey, survey_version, state, received_at, revised_at);
create index response_latest on response (survey, revised_at);

create table answer (
    response text not null references response (id) on delete cascade,
    -- Answers in the order they were given, from 0.
    position integer not null,
    question text not null,
    kind text not null check (kind in ('yesNo', 'effort', 'text')),
    choice text check (choice in ('yes', 'no')),
    rating integer,
    points integer check (points in (5, 7, 10)),
    easy_is text check (easy_is in ('high', 'low')),
    text text,
    primary key (response, question),
    check ((kind = 'yesNo') = (choice is not null)),
    check ((kind = 'effort') = (rating is not null and points is not null and easy_is is not null)),
    check ((kind = 'text') = (text is not null)),
    check (rating between 1 and points)
) strict, without rowid;

-- Readiness is a real write, to this one row.
create table probe (
    id integer primary key check (id = 1),
    written_at integer not null
) strict;
