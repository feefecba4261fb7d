-- How often responses were taken out of a segment, so that what is kept of it in memory is not its past.
alter table segment add column voided integer not null default 0;

-- The last id that was given to a segment; none is given twice.
alter table folded add column segments integer not null default 0;

-- Totals come from columns; from here only when the first response to a version arrived, and the newest.
drop index response_totals;
drop index response_latest;
create index response_first on response (site, survey, survey_version, received_at);
create index response_latest on response (site, survey, survey_version, revised_at);

-- What was shown is remembered for each filter.
create table shown_count_of_filter (
    site text not null,
    survey text not null,
    -- A list of the versions that are read together.
    version text not null,
    -- Which counts: those of a question, of a scale, of the people who said yes.
    name text not null,
    -- As JSON; empty for all responses.
    filter text not null,
    -- A list of pairs: what was answered, by how many.
    counts text not null,
    -- Rises with each row that is shown anew.
    shown integer not null,
    primary key (site, survey, version, name, filter)
) strict, without rowid;

insert into shown_count_of_filter (site, survey, version, name, filter, counts, shown)
select site, survey, version, name, '', counts, 0 from shown_count;

drop table shown_count;
alter table shown_count_of_filter rename to shown_count;

create index shown_count_age on shown_count (site, survey, shown);
