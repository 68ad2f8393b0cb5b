-- Who may act for somebody else's account: a row for each while it lasts.
create table delegation (
    id          text primary key,
    account     text        not null,
    user_id     text        not null,
    permissions text[]      not null,
    services    text[]      not null,
    ends_at     timestamptz,
    version     integer     not null,
    since       timestamptz not null
);

create index delegation_of_user on delegation (user_id, account);
create index delegation_of_account on delegation (account, since, user_id);
create index delegation_ends_at on delegation (ends_at) where ends_at is not null;
