-- Public events whose effect is in this database: the row is written with the effect, so each takes effect once.
create table inbox (
    subscription text        not null,
    event_id     text        not null,
    at           timestamptz not null default now(),
    primary key (subscription, event_id)
);

-- Messages that a subscription could not handle, and the later ones of the same aggregate, in order.
create table parked_message (
    subscription text        not null,
    topic        text        not null,
    partition    integer     not null,
    "offset"     bigint      not null,
    aggregate_id text        not null,
    type         text        not null,
    headers      json        not null,
    value        text        not null,
    error        text        not null,
    tries        integer     not null,
    parked_at    timestamptz not null default now(),
    next_try_at  timestamptz not null,
    primary key (subscription, topic, partition, "offset")
);

create index parked_message_of_aggregate on parked_message (subscription, aggregate_id, "offset");
