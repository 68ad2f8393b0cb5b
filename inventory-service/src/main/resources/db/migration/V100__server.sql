-- A row for each account that holds a role on a server, nearly always one, with all that its list shows, filters and
-- sorts by: written in the server's own transactions.
create table server (
    account        text not null,
    number         text not null,
    roles          text[] not null,
    -- The number with zeros before it, so that texts order as numbers do; every order ends with it.
    position       text collate "C" not null,
    name           text not null,
    -- The name as it is sorted, in lower case.
    sort_name      text collate "C" not null,
    kind           text not null,
    location       text collate "C" not null,
    datacenter     text not null,
    status         text collate "C" not null,
    overdue        boolean not null,
    power          text not null,
    rescue         boolean not null,
    ips            text[] not null,
    cpus           int not null,
    cores          int not null,
    ram_gb         int not null,
    disk_gb        int not null,
    gpu            text,
    image          text not null,
    driver         text not null,
    driver_address text not null,
    created_at     timestamptz not null,
    primary key (account, number)
);

-- Changes, and the machines of actions, come by the number alone.
create index server_number on server (number);

-- One index for each order of an account's list: a page is read from where the last ended, whatever lies before it.
-- Those that begin with location and status serve as filters too.
create index server_in_order on server (account, position);
create index server_by_name on server (account, sort_name, position);
create index server_by_location on server (account, location, position);
create index server_by_status on server (account, status, position);
create index server_by_creation on server (account, created_at, position);
create index server_overdue on server (account, position) where overdue;

-- What a server is found by: its number, its name in lower case, each of its addresses. The beginning of a text is a
-- range of an index, bytewise; a network is a range of addresses. By the key it is seen whether one server is meant.
create table server_term (
    account text not null,
    term    text collate "C" not null,
    number  text not null,
    ip      inet,
    primary key (account, number, term)
);

-- The number is only carried along: as a part of the key it would tempt the planner to look terms up by it here.
create index server_term_term on server_term (account, term) include (number);
create index server_term_ip on server_term (account, ip) where ip is not null;
