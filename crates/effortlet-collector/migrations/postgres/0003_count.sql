-- The last id that was given to a segment; none is given twice.
alter table folded add column segments bigint not null default 0;
