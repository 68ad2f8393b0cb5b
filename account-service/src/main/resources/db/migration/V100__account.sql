-- A row for each account, written in its commands' transactions. A user has one own account.
create table account (
    handle    text primary key,
    owner     text        not null unique,
    kind      text        not null,
    currency  text        not null,
    status    text        not null,
    opened_at timestamptz not null
);
