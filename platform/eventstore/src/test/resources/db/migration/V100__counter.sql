create table counter_value (id text primary key, value integer not null check (value >= 0));
create table counter_peak (id text primary key, value integer not null);
create table counter_total (name text primary key, total integer not null);
create index counter_value_by_value on counter_value (value) where value > 0;
create table witnessed (place bigint generated always as identity, id text not null, value integer not null);
create table seen (place bigint generated always as identity, id text not null, value integer not null);
create table early (at timestamptz not null default clock_timestamp());
