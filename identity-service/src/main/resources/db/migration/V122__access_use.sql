-- When a user last acted for an account, to the minute. Beside the log: it tells nothing that anything is decided by.
create table access_use (
    user_id text        not null,
    account text        not null,
    at      timestamptz not null,
    primary key (user_id, account)
);
