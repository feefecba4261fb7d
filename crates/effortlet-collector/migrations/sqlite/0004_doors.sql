-- Who may log in: one for the whole team today.
create table person (
    id integer primary key,
    name text not null unique,
    -- argon2id as a PHC string.
    password text not null,
    set_at integer not null
) strict;

-- The one-time address at which the first password is set. Of all secrets only SHA-256 is kept.
create table first_address (
    id integer primary key check (id = 1),
    hash blob not null,
    made_at integer not null
) strict;

create table session (
    hash blob primary key,
    data text not null,
    made_at integer not null,
    used_at integer not null
) strict, without rowid;

create index session_made on session (made_at);

-- Lets programs read the API.
create table read_token (
    id integer primary key,
    name text not null unique,
    hash blob not null unique,
    made_at integer not null
) strict;
