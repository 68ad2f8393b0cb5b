-- The own rows of the bench's aggregates, written in their commands' transactions.
create table counter_value (
    id    text primary key,
    value bigint not null
);

create table wallet (
    account text primary key,
    balance bigint not null
);

create table statement_line (
    account text   not null,
    n       bigint not null,
    amount  bigint not null,
    balance bigint not null,
    primary key (account, n)
);

-- A read model fed from the log, a row for each event.
create table counted (
    place bigint generated always as identity,
    id    text   not null,
    value bigint not null,
    token text   not null
);
