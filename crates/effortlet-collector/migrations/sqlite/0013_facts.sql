-- Names of the facts of `identify` that reports are filtered by, as JSON; there is a column of each in every segment.
alter table folded add column facts text not null default '[]';
