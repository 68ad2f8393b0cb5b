create table taken_in (place bigint generated always as identity, account text not null, owner text not null, causation text not null);
