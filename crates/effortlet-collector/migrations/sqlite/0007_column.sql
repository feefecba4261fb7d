-- Figures come from columns: rows are numbered, and appended to segments in the order of their numbers.

-- The number of the revision that is stored. Each one gets a higher one than all before.
alter table response add column seq integer not null default 0;

-- The last number that was given.
create table last_seq (
    id integer primary key check (id = 1),
    seq integer not null
) strict;

insert into last_seq select 1, count(*) from response;

update response set seq = numbered.seq
from (select id, row_number() over (order by revised_at, id) seq from response) numbered
where numbered.id = response.id;

create unique index response_seq on response (seq);

-- Numbers whose row counts no more: it was revised, erased or forgotten.
create table void (
    seq integer primary key,
    site text not null,
    survey text not null
) strict;

-- Up to which number rows are in segments.
create table folded (
    id integer primary key check (id = 1),
    up_to integer not null
) strict;

insert into folded values (1, 0);

-- So many responses of one survey, a column each in segment_column. Days are those since 1970-01-01.
create table segment (
    id integer primary key,
    site text not null,
    survey text not null,
    first_seq integer not null,
    last_seq integer not null,
    first_day integer not null,
    last_day integer not null,
    responses integer not null
) strict;

create index segment_survey on segment (site, survey, first_day);

create table segment_column (
    segment integer not null references segment (id) on delete cascade,
    name text not null,
    -- What the codes stand for, a list as JSON.
    dictionary text not null,
    codes blob not null,
    primary key (segment, name)
) strict, without rowid;

-- Answers are where their responses are, also where a database is distributed by site.
alter table answer add column site text not null default 'default';

update answer set site = (select site from response where id = response)
where response in (select id from response where site <> 'default');
