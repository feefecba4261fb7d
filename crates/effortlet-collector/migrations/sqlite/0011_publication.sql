-- What a team published from the builder; the latest of a site is what its pages load, as long as the file that it
-- took the place of is the same (`over` is that file's hash, empty where there was none).
create table publication (
    number integer primary key,
    site text not null,
    published_at integer not null,
    definition text not null,
    over text not null
) strict;
create index publication_of_site on publication (site, number);
