-- What a team makes of what people write again and again in a language: `stems` is the phrase whatever its endings.
create table topic (
    site text not null,
    survey text not null,
    language text not null,
    stems text not null,
    class text check (class in ('missing', 'outdated', 'wrong', 'other')),
    done_at integer,
    note text not null,
    changed_at integer not null,
    primary key (site, survey, language, stems)
) strict, without rowid;
