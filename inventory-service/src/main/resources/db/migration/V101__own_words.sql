-- What customers write themselves, beside the log: erasable, never rebuilt from events.

-- A row for each account that holds a role on the server, so that a search stays among the account's own.
create table server_tag (
    account text not null,
    number  text not null,
    n       int  not null,
    tag     text not null,
    -- As it is found and compared, in lower case.
    folded  text collate "C" not null,
    primary key (account, number, n)
);

-- The number is only carried along: as a part of the key it would tempt the planner to look tags up by it here.
create index server_tag_folded on server_tag (account, folded) include (number);

create table reverse_dns (
    number text not null,
    ip     text not null,
    name   text not null,
    primary key (number, ip)
);
