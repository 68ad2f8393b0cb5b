-- What users do, from before a request is forwarded until account-service has taken it into the action log.
-- There is no outcome while a request is under way, and none ever comes if the gateway dies meanwhile.
create table activity (
    id            uuid primary key,
    at            timestamptz not null,
    user_id       text        not null,
    login         text        not null,
    account       text, -- the user's own where it is null
    session       text        not null,
    address       text        not null,
    action        text        not null,
    target        text        not null,
    correlation   text        not null,
    ended         boolean     not null,
    status        integer, -- null where no answer was seen
    code          text,
    claimed_until timestamptz
);

-- Refusals that come before there is a token are told of with the login as well.
alter table session add column login text not null default '';
