-- One row a logged-in browser. The cookie itself is never stored, and tokens only encrypted.
create table session (
    id                   uuid primary key,
    cookie_hash          bytea       not null unique check (octet_length(cookie_hash) = 32),
    user_id              text        not null,
    keycloak_session     text        not null,
    id_token             bytea       not null,
    access_token         bytea       not null,
    access_token_ends_at timestamptz not null,
    refresh_token        bytea       not null,
    created_at           timestamptz not null,
    last_seen_at         timestamptz not null,
    ends_at              timestamptz not null
);

create index session_keycloak_session on session (keycloak_session);
create index session_user_id on session (user_id);
create index session_last_seen_at on session (last_seen_at);
create index session_ends_at on session (ends_at);
