-- What a team makes of what people write again and again in a language: `stems` is the phrase whatever its endings.
create table topic (
    site text collate "C" not null,
    survey text collate "C" not null,
    language text collate "C" not null,
    stems text collate "C" not null,
    class text collate "C" check (class in ('missing', 'outdated', 'wrong', 'other')),
    done_at bigint,
    note text not null,
    changed_at bigint not null,
    primary key (site, survey, language, stems)
);
