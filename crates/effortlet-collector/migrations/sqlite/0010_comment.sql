-- What a team made of an answer to a text question. It goes with the answer, and a revision begins anew.
create table comment (
    response text not null,
    position integer not null,
    site text not null,
    state text not null check (state in ('new', 'read', 'done')),
    note text not null,
    changed_at integer not null,
    primary key (response, position, site),
    foreign key (response, position) references answer (response, position) on delete cascade
) strict, without rowid;
