-- An address that shows one report without a login, until it ends. Of its token only SHA-256 is kept.
create table share (
    id integer primary key,
    hash blob not null unique,
    site text not null,
    survey text not null,
    -- What the report is asked for: pairs of a name and a value, as JSON.
    asked text not null,
    made_by text not null,
    made_at integer not null,
    ends_at integer not null,
    -- The last day (UTC) on which somebody opened it, counted from 1970-01-01.
    opened_day integer
) strict;
create index share_of_survey on share (site, survey);
