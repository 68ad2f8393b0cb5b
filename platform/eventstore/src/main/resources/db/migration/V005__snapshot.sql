-- Aggregates' states after some event, so that long histories needn't be replayed; all may be deleted at any time.
create table snapshot (
    aggregate_id text   primary key,
    n            bigint not null,
    revision     text   not null,
    hash         bytea  not null,
    state        json   not null
);
