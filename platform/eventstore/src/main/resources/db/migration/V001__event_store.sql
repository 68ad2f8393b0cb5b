-- The log of a service: everything that happened to its aggregates, append-only.
-- xid is the transaction that wrote the row; readers go by (xid, seq) below the snapshot horizon,
-- the only order in which no event that commits later can sort before one already read.
create table event (
    seq          bigint generated always as identity,
    xid          xid8        not null default pg_current_xact_id(),
    aggregate    text        not null,
    aggregate_id text        not null,
    n            bigint      not null,
    type         text        not null,
    revision     text        not null,
    id           text        not null,
    at           timestamptz not null,
    payload      json        not null,
    metadata     json        not null,
    hash         bytea       not null,
    constraint event_aggregate_n primary key (aggregate_id, n)
);

create index event_tail on event (xid, seq);

-- What one event's hash covers, chained to the hash of the aggregate's event before it.
create function event_hash(previous bytea, aggregate_id text, n bigint, type text, revision text, id text, at timestamptz, payload json, metadata json)
    returns bytea language sql stable return
    sha256(coalesce(previous, ''::bytea) || convert_to(
        aggregate_id || E'\n' || n || E'\n' || type || E'\n' || revision || E'\n' || id || E'\n'
        || trunc(extract(epoch from at) * 1000000)::bigint || E'\n' || payload::text || E'\n' || metadata::text, 'UTF8'));

create function event_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'events are never changed or removed'; end $$;

create trigger event_is_append_only before update or delete or truncate on event
    execute function event_is_append_only();

-- Where each reader of the log stands, per segment of the aggregates.
create table reader_position (
    reader  text    not null,
    segment integer not null,
    xid     xid8    not null,
    seq     bigint  not null,
    primary key (reader, segment)
);

-- Events that a reader could not handle, and the later ones of the same aggregate, in order; retried until they succeed or are dropped.
create table dead_letter (
    reader       text        not null,
    segment      integer     not null,
    xid          xid8        not null,
    seq          bigint      not null,
    aggregate_id text        not null,
    error        text        not null,
    tries        integer     not null,
    parked_at    timestamptz not null default now(),
    next_try_at  timestamptz not null,
    primary key (reader, xid, seq)
);

create index dead_letter_of_aggregate on dead_letter (reader, aggregate_id, xid, seq);

-- Commands that may take effect once only, by the key that their sender chose.
create table done_once (
    key text primary key,
    at  timestamptz not null default now()
);
