-- The origins that a definition lists, so that a definition that was posted is heeded after a restart too.
alter table definition add column origins text not null default '[]';
