create table counter_value (id text primary key, value integer not null);
create table counter_total (total integer not null);
insert into counter_total values (0);
create table witnessed (place bigint generated always as identity, id text not null, value integer not null);
