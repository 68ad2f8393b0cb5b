-- A row for each account that holds a role on a hosting plan, written in the plan's own transactions.
create table hosting_plan (
    account    text not null,
    id         text collate "C" not null,
    roles      text[] not null,
    name       text not null,
    domain     text not null,
    status     text not null,
    created_at timestamptz not null,
    primary key (account, id)
);

create index hosting_plan_id on hosting_plan (id);
