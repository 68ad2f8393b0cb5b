-- Who may act for which account: a row for each, written in the transaction of the aggregate that grants it.
create table account_access (
    user_id text        not null,
    account text        not null,
    kind    text        not null,
    own     boolean     not null,
    since   timestamptz not null,
    primary key (user_id, account)
);

-- A user has one own account, and an account one owner.
create unique index account_access_own on account_access (user_id) where own;
create unique index account_access_owner on account_access (account) where own;
