-- Personal data of the users, beside the log: refreshed from Keycloak, erasable, never rebuilt from events.
create table person (
    user_id    text primary key,
    login      text        not null,
    email      text        not null,
    first_name text        not null,
    last_name  text        not null,
    language   text        not null,
    seen_at    timestamptz not null
);
