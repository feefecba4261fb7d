-- What a team made of an answer to a text question. It goes with the answer, and a revision begins anew.
create table comment (
    response text collate "C" not null,
    position integer not null,
    site text collate "C" not null,
    state text collate "C" not null check (state in ('new', 'read', 'done')),
    note text not null,
    changed_at bigint not null,
    primary key (response, position, site),
    foreign key (response, position, site) references answer (response, position, site) on delete cascade
);
