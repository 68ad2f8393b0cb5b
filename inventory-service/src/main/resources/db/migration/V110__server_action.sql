-- A row for each action, written in its commands' transactions.
create table server_action (
    id           text primary key,
    account      text        not null,
    server       text        not null,
    type         text        not null,
    image        text,
    requested_by text        not null,
    session      text,
    correlation  text,
    state        text        not null,
    step         integer     not null default 0,
    checkpoint   text        not null default '',
    progress     integer     not null default 0,
    cancellable  boolean     not null default true,
    cancelling   boolean     not null default false,
    fault        text,
    requested_at timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz
);

create index server_action_of_account on server_action (account, id desc);
create index server_action_of_server on server_action (server, id desc);
create index server_action_open on server_action (id) where state in ('requested', 'running');

-- One action at a time per server: its key decides between two that are asked for at once.
create table server_busy (
    server text primary key,
    action text not null
);

-- Which worker drives an open action, and until when nobody else may.
create table action_claim (
    action text primary key,
    worker text        not null,
    until  timestamptz not null
);
