-- The action log: one chain of entries an account, written by ActivityLog alone. login, address and salt are personal and
-- erased by setting all three to null; what the chain holds of them is their commitment. Everything else is never changed.
create table activity (
    account     text        not null,
    n           bigint      not null,
    id          uuid        not null unique,
    at          timestamptz not null,
    user_id     text        not null,
    session     text        not null,
    action      text        not null,
    target      text        not null,
    status      integer, -- null where no answer was seen
    code        text,
    correlation text        not null,
    login       text,
    address     text,
    salt        bytea,
    commitment  bytea       not null,
    hash        bytea       not null,
    primary key (account, n)
);

create index activity_session on activity (account, session, n);
create index activity_user on activity (account, user_id, n);

-- The end of each chain. due: others have not been told of it as it is.
create table activity_head (
    account text primary key,
    n       bigint  not null,
    hash    bytea   not null,
    due     boolean not null
);

create index activity_head_due on activity_head (account) where due;

-- What others were told of the chains, by events.
create table activity_checkpoint (
    account text        not null,
    entries bigint      not null,
    hash    text        not null,
    at      timestamptz not null,
    primary key (account, entries)
);
