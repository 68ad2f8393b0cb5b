-- API tokens: a row for each until it is revoked.
create table api_token (
    id          text primary key,
    user_id     text        not null,
    account     text        not null,
    permissions text[]      not null,
    services    text[]      not null,
    ends_at     timestamptz not null,
    created_at  timestamptz not null
);

create index api_token_of_user on api_token (user_id, account, id desc);

-- What they are known by, as hashes, and what customers call them. Beside the log: gone once revoked, never rebuilt.
create table api_token_secret (
    token        text primary key,
    hash         text not null,
    name         text not null,
    last_used_at timestamptz
);

create unique index api_token_secret_hash on api_token_secret (hash);
