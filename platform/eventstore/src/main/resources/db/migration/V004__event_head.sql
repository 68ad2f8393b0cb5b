-- The last event of each aggregate, moved on a little after it was written and only along an unbroken chain. Kept apart
-- from the log, so that events cut off its end are missed.
create table event_head (
    aggregate_id text   primary key,
    n            bigint not null,
    hash         bytea  not null
);

-- How far the heads have come along the log: one row.
create table event_head_position (
    xid xid8   not null,
    seq bigint not null
);

insert into event_head_position values ('0', 0);
