-- Requests that clients may repeat (Idempotency-Key). The row is written with the request's effect, the answer after it.
create table request_key (
    key          text primary key,
    body_hash    text        not null,
    ids          text[]      not null,
    status       integer,
    location     text,
    content_type text,
    answer       bytea,
    at           timestamptz not null default now()
);

create index request_key_by_age on request_key (at);
