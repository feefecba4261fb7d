-- What teams ask: definitions by site, the versions of their surveys with the texts of their questions.
create table definition (
    site text primary key,
    registered_at integer not null
) strict, without rowid;

create table version (
    site text not null,
    survey text not null,
    version text not null,
    first_seen integer not null,
    -- The version that it is read together with: itself, unless a team says that they are comparable.
    reads_as text not null,
    -- In texts: what stands for {organization}, and the language that stands in.
    organization text not null,
    default_locale text not null,
    -- A list of questions with their texts, scales and options; null for what was stored before
    -- definitions were known.
    asked text,
    primary key (site, survey, version)
) strict, without rowid;

-- What widgets call a version. Several names lead to one version where only something cosmetic changed.
create table posted_version (
    site text not null,
    survey text not null,
    posted text not null,
    version text not null,
    primary key (site, survey, posted),
    foreign key (site, survey, version) references version (site, survey, version)
) strict, without rowid;

-- Responses that no known definition could have produced. They are in no figure.
create table apart (
    -- The response's id.
    id text primary key,
    rev integer not null,
    state text not null,
    site text not null,
    survey text not null,
    survey_version text not null,
    -- What is not known of it, and which one.
    reason text not null,
    name text not null,
    shown_at integer not null,
    answered_at integer,
    received_at integer not null,
    revised_at integer not null,
    -- The whole response in JSON.
    body text not null
) strict, without rowid;

create index apart_groups on apart (site, survey, survey_version, reason, name, received_at);

-- How much is kept apart, so that a limit costs one row to look at.
create table apart_total (
    id integer primary key check (id = 1),
    responses integer not null,
    bytes integer not null
) strict;

insert into apart_total values (1, 0, 0);

create trigger apart_came after insert on apart begin
    update apart_total set responses = responses + 1, bytes = bytes + octet_length(new.body);
end;

create trigger apart_changed after update on apart begin
    update apart_total set bytes = bytes - octet_length(old.body) + octet_length(new.body);
end;

create trigger apart_went after delete on apart begin
    update apart_total set responses = responses - 1, bytes = bytes - octet_length(old.body);
end;

-- Responses belong to a site, may only have been shown, and know the revision of their page.
create table response_of_site (
    id text primary key,
    rev integer not null check (rev >= 0),
    state text not null check (state in ('shown', 'partial', 'complete', 'dismissed')),
    site text not null,
    survey text not null,
    survey_version text not null,
    trigger text not null,
    locale text not null,
    page_url text not null,
    page_title text not null,
    page_section text,
    page_article text,
    page_revision text,
    -- Moments are milliseconds since 1970-01-01T00:00:00Z.
    shown_at integer not null,
    answered_at integer,
    -- When its first revision arrived, and when this one did, by the collector's own clock.
    received_at integer not null,
    revised_at integer not null,
    -- An object of texts, numbers and flags.
    context text not null,
    check ((state = 'shown') = (rev = 0))
) strict, without rowid;

insert into response_of_site (
    id, rev, state, site, survey, survey_version, trigger, locale, page_url, page_title, page_section,
    page_article, shown_at, answered_at, received_at, revised_at, context
)
select id, rev, state, 'default', survey, survey_version, trigger, locale, page_url, page_title, page_section,
    page_article, shown_at, answered_at, received_at, revised_at, context
from response;

-- A table that others refer to cannot be replaced: dropping it would take their rows along.
create table answer_of_site (
    response text not null references response_of_site (id) on delete cascade,
    -- Answers in the order they were given, from 0.
    position integer not null,
    question text not null,
    kind text not null check (kind in ('yesNo', 'effort', 'text', 'choice')),
    -- Of a choice the option's id.
    choice text check (kind = 'choice' or choice in ('yes', 'no')),
    rating integer,
    points integer check (points in (5, 7, 10)),
    easy_is text check (easy_is in ('high', 'low')),
    -- Null where the scale rose as its language is read.
    scale_order text check (scale_order in ('leftToRight')),
    text text,
    primary key (response, position),
    check ((kind in ('yesNo', 'choice')) = (choice is not null)),
    check ((kind = 'effort') = (rating is not null and points is not null and easy_is is not null)),
    check ((kind = 'text') = (text is not null)),
    check (rating between 1 and points)
) strict, without rowid;

insert into answer_of_site (response, position, question, kind, choice, rating, points, easy_is, scale_order, text)
select response, position, question, kind, choice, rating, points, easy_is, scale_order, text from answer;

drop table answer;
drop table response;
alter table response_of_site rename to response;
alter table answer_of_site rename to answer;

-- Totals come from this one alone, the latest comments from the other.
create index response_totals on response (site, survey, survey_version, state, received_at, revised_at);
create index response_latest on response (site, survey, revised_at);

-- What was stored so far counts on.
insert into version (site, survey, version, first_seen, reads_as, organization, default_locale)
select site, survey, survey_version, min(received_at), survey_version, '', ''
from response group by site, survey, survey_version;

insert into posted_version (site, survey, posted, version) select site, survey, version, version from version;
