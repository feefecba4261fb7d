-- Of which weeks a webhook was told, survey by survey, or had nothing to be told. Only the latest is kept.
create table digest (
    webhook text not null,
    survey text not null,
    week text not null,
    primary key (webhook, survey, week)
) strict, without rowid;
