-- Of which weeks a webhook was told, survey by survey, or had nothing to be told. Only the latest is kept.
create table digest (
    webhook text collate "C" not null,
    survey text collate "C" not null,
    week text collate "C" not null,
    primary key (webhook, survey, week)
);
