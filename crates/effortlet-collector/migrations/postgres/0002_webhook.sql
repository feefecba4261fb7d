-- Who is told of low scores and comments, and what there is to tell.
create table webhook (
    id text primary key,
    site text not null,
    -- Null for every survey of the site.
    survey text,
    form text not null check (form in ('standard', 'chat', 'github', 'gitlab')),
    url text not null,
    -- A list of events.
    wants text not null,
    -- Both are needed as they are: to sign, and to be let in.
    secret text not null,
    token text,
    -- Of a removed one the row stays until its deliveries are gone, without what it was.
    state text not null check (state in ('active', 'paused', 'ended', 'removed')),
    -- Why it has ended.
    reason text,
    made_at bigint not null
);

-- Written in the transaction of the response that it tells of.
create table delivery (
    -- What receivers know a repeat by.
    id text primary key,
    webhook text not null,
    event text not null,
    -- Null of a test.
    response text,
    -- The article, or the address of its page.
    subject text not null,
    body text not null,
    state text not null check (state in ('waiting', 'delivered', 'failed')),
    attempts bigint not null,
    -- When it is due; while somebody sends it, when another may take it up.
    next_at bigint not null,
    -- When it was tried first; null as long as nobody can have it.
    tried_at bigint,
    ended_at bigint,
    -- What the receiver answered last, and why that was not enough.
    status bigint,
    reason text,
    made_at bigint not null
);

create index delivery_due on delivery (webhook, next_at) where state = 'waiting';
create index delivery_latest on delivery (webhook, made_at, id);
create index delivery_subject on delivery (webhook, subject, made_at);
create index delivery_response on delivery (response);
create index delivery_age on delivery (made_at);

-- The issue of an article, for webhooks that have one for each.
create table issue (
    webhook text not null,
    subject text not null,
    -- Null until it is known to be there.
    number bigint,
    url text,
    -- What it says of how many low answers and comments there were.
    low bigint not null,
    comments bigint not null,
    told_at bigint not null,
    -- Somebody is at it until then.
    busy_until bigint not null,
    -- When its making began, whether it was made or not; 0 when that is known.
    begun_at bigint not null,
    primary key (webhook, subject)
);
