-- The same tables as SQLite's, with keys that have a site in them where a database may be distributed by it.
-- Texts are ordered by their bytes, as in SQLite. Moments are milliseconds since 1970-01-01T00:00:00Z.

-- What teams ask: definitions by site, the versions of their surveys with the texts of their questions.
create table definition (
    site text collate "C" primary key,
    registered_at bigint not null,
    -- A list as JSON.
    origins text not null default '[]'
);

create table version (
    site text collate "C" not null,
    survey text collate "C" not null,
    version text collate "C" not null,
    first_seen bigint not null,
    -- The version that it is read together with: itself, unless a team says that they are comparable.
    reads_as text collate "C" not null,
    -- In texts: what stands for {organization}, and the language that stands in.
    organization text not null,
    default_locale text not null,
    -- A list of questions with their texts, scales and options.
    asked text,
    primary key (site, survey, version)
);

-- What widgets call a version. Several names lead to one version where only something cosmetic changed.
create table posted_version (
    site text collate "C" not null,
    survey text collate "C" not null,
    posted text collate "C" not null,
    version text collate "C" not null,
    primary key (site, survey, posted),
    foreign key (site, survey, version) references version (site, survey, version)
);

-- Rises with each change of what is registered, so that other collectors hear of it.
create table catalog_change (
    id bigint primary key check (id = 1),
    number bigint not null
);

insert into catalog_change values (1, 0);

create function catalog_changed() returns trigger language plpgsql as $$
begin
    update catalog_change set number = number + 1 where id = 1;
    return null;
end $$;

create trigger definition_changed after insert or update or delete on definition
    for each statement execute function catalog_changed();
create trigger version_changed after insert or update or delete on version
    for each statement execute function catalog_changed();
create trigger posted_version_changed after insert or update or delete on posted_version
    for each statement execute function catalog_changed();

-- One row a response: the revision that was posted last by its visitor's page.
create table response (
    id text collate "C" not null,
    rev bigint not null check (rev >= 0),
    state text collate "C" not null check (state in ('shown', 'partial', 'complete', 'dismissed')),
    site text collate "C" not null,
    survey text collate "C" not null,
    survey_version text collate "C" not null,
    trigger text collate "C" not null,
    locale text collate "C" not null,
    page_url text not null,
    page_title text not null,
    page_section text collate "C",
    page_article text collate "C",
    page_revision text,
    shown_at bigint not null,
    answered_at bigint,
    -- When its first revision arrived, and when this one did, by the collector's own clock.
    received_at bigint not null,
    revised_at bigint not null,
    -- An object of texts, numbers and flags.
    context text not null,
    -- The number of the revision that is stored. Each one gets a higher one than all before.
    seq bigint not null,
    primary key (id, site),
    check ((state = 'shown') = (rev = 0))
);

create unique index response_seq on response (seq, site);
create index response_first on response (site, survey, survey_version, received_at);
create index response_latest on response (site, survey, survey_version, revised_at);
create index response_age on response (revised_at);

-- Never without its response, which is written with it and deleted after it: a foreign key would look
-- for it at each row, which takes as long as all else does that is written of a response.
create table answer (
    response text collate "C" not null,
    site text collate "C" not null,
    -- Answers in the order they were given, from 0.
    position integer not null,
    question text collate "C" not null,
    kind text collate "C" not null check (kind in ('yesNo', 'effort', 'text', 'choice')),
    -- Of a choice the option's id.
    choice text collate "C" check (kind = 'choice' or choice in ('yes', 'no')),
    rating smallint,
    points smallint check (points in (5, 7, 10)),
    easy_is text collate "C" check (easy_is in ('high', 'low')),
    -- Null where the scale rose as its language is read.
    scale_order text collate "C" check (scale_order in ('leftToRight')),
    text text,
    primary key (response, position, site),
    check ((kind in ('yesNo', 'choice')) = (choice is not null)),
    check ((kind = 'effort') = (rating is not null and points is not null and easy_is is not null)),
    check ((kind = 'text') = (text is not null)),
    check (rating between 1 and points)
);

create index answer_words on answer (response) where kind = 'text';

-- Responses that no known definition could have produced. They are in no figure.
create table apart (
    id text collate "C" primary key,
    rev bigint not null,
    state text collate "C" not null,
    site text collate "C" not null,
    survey text collate "C" not null,
    survey_version text collate "C" not null,
    -- What is not known of it, and which one.
    reason text collate "C" not null,
    name text collate "C" not null,
    shown_at bigint not null,
    answered_at bigint,
    received_at bigint not null,
    revised_at bigint not null,
    -- The whole response in JSON.
    body text not null
);

-- A made-up version may be as long as a post, and an index holds no more than 2,700 bytes of it.
create index apart_site on apart (site, received_at);

-- How much is kept apart, so that a limit costs one row to look at.
create table apart_total (
    id bigint primary key check (id = 1),
    responses bigint not null,
    bytes bigint not null
);

insert into apart_total values (1, 0, 0);

create function apart_came() returns trigger language plpgsql as $$
begin
    update apart_total set
        responses = responses + (select count(*) from came),
        bytes = bytes + (select coalesce(sum(octet_length(body)), 0) from came)
    where exists (select 1 from came);
    return null;
end $$;

create function apart_changed() returns trigger language plpgsql as $$
begin
    update apart_total set bytes = bytes
        + (select coalesce(sum(octet_length(body)), 0) from came)
        - (select coalesce(sum(octet_length(body)), 0) from went)
    where exists (select 1 from came);
    return null;
end $$;

create function apart_went() returns trigger language plpgsql as $$
begin
    update apart_total set
        responses = responses - (select count(*) from went),
        bytes = bytes - (select coalesce(sum(octet_length(body)), 0) from went)
    where exists (select 1 from went);
    return null;
end $$;

create trigger apart_came after insert on apart
    referencing new table as came for each statement execute function apart_came();
create trigger apart_changed after update on apart
    referencing new table as came old table as went for each statement execute function apart_changed();
create trigger apart_went after delete on apart
    referencing old table as went for each statement execute function apart_went();

-- The last number that was given. Its row is the lock of all who write.
create table last_seq (
    id bigint primary key check (id = 1),
    seq bigint not null
);

insert into last_seq values (1, 0);

-- Numbers whose row counts no more: it was revised, erased or forgotten.
create table void (
    seq bigint not null,
    site text collate "C" not null,
    survey text collate "C" not null,
    primary key (seq, site)
);

-- Up to which number rows are in segments.
create table folded (
    id bigint primary key check (id = 1),
    up_to bigint not null
);

insert into folded values (1, 0);

-- So many responses of one survey, a column each in segment_column. Days are those since 1970-01-01.
create table segment (
    id bigint primary key,
    site text collate "C" not null,
    survey text collate "C" not null,
    first_seq bigint not null,
    last_seq bigint not null,
    first_day bigint not null,
    last_day bigint not null,
    responses bigint not null,
    -- How often responses were taken out, so that what is kept of it in memory is not its past.
    voided bigint not null default 0
);

create index segment_survey on segment (site, survey, first_day);

create table segment_column (
    segment bigint not null references segment (id) on delete cascade,
    name text collate "C" not null,
    -- What the codes stand for, a list as JSON.
    dictionary text not null,
    codes bytea not null,
    primary key (segment, name)
);

-- Counts as they were shown last, under each filter.
create table shown_count (
    site text collate "C" not null,
    survey text collate "C" not null,
    -- A list of the versions that are read together.
    version text collate "C" not null,
    -- Which counts: those of a question, of a scale, of the people who said yes.
    name text collate "C" not null,
    -- As JSON; empty for all responses.
    filter text collate "C" not null,
    -- A list of pairs: what was answered, by how many.
    counts text not null,
    -- Rises with each row that is shown anew.
    shown bigint not null,
    primary key (site, survey, version, name, filter)
);

create index shown_count_age on shown_count (site, survey, shown);

-- Ids that were erased, as long as a browser may still post a revision of them.
create table erased (
    id text collate "C" primary key,
    erased_at bigint not null
);

-- Who may log in: one for the whole team today.
create table person (
    id bigint generated by default as identity primary key,
    name text collate "C" not null unique,
    -- argon2id as a PHC string.
    password text not null,
    set_at bigint not null
);

-- The one-time address at which the first password is set. Of all secrets only SHA-256 is kept.
create table first_address (
    id bigint primary key check (id = 1),
    hash bytea not null,
    made_at bigint not null
);

create table session (
    hash bytea primary key,
    data text not null,
    made_at bigint not null,
    used_at bigint not null
);

create index session_made on session (made_at);

-- Lets programs read the API.
create table read_token (
    id bigint generated by default as identity primary key,
    name text collate "C" not null unique,
    hash bytea not null unique,
    made_at bigint not null
);

-- Readiness is a real write, to this one row.
create table probe (
    id bigint primary key check (id = 1),
    written_at bigint not null
);
