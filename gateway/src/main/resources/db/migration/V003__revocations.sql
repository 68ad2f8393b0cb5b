-- What services have still to be told: log-ins that ended here or at Keycloak. Written with the end itself, gone once Kafka
-- has it.
create table revocation (
    kind          text        not null,
    id            text        not null,
    at            timestamptz not null,
    claimed_until timestamptz,
    primary key (kind, id)
);

-- Log-ins that ended here and that Keycloak has still to end: it is asked at once, and again where it was away.
create table keycloak_log_out (
    session       uuid primary key,
    refresh_token bytea       not null, -- encrypted as in the session's row
    at            timestamptz not null,
    claimed_until timestamptz not null
);
