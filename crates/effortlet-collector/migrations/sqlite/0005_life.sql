-- How long things live: what was shown of answers, and what was erased.

-- Counts as they were shown last. They move on by at least five people's answers at a time, so that
-- two reports a moment apart do not tell one person's.
create table shown_count (
    site text not null,
    survey text not null,
    -- A list of the versions that are read together.
    version text not null,
    -- Which counts: those of a question, of a scale, of the people who said yes.
    name text not null,
    -- A list of pairs: what was answered, by how many.
    counts text not null,
    primary key (site, survey, version, name)
) strict, without rowid;

-- Ids that were erased, as long as a browser may still post a revision of them.
create table erased (
    id text primary key,
    erased_at integer not null
) strict, without rowid;

-- What is old is found without looking at what is not.
create index response_age on response (revised_at);
create index answer_words on answer (response) where kind = 'text';
