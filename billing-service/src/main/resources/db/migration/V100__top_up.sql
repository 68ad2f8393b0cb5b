-- A row for each top-up, written in its commands' transactions.
create table top_up (
    id           text primary key,
    account      text           not null,
    amount       numeric(20, 4) not null,
    currency     text           not null,
    method       text           not null,
    state        text           not null,
    checkout_url text,
    created_at   timestamptz    not null,
    completed_at timestamptz
);

create index top_up_of_account on top_up (account, id desc);
create index top_up_open on top_up (created_at) where state in ('requested', 'pending');

-- Payments that a person has to look at: they fit no top-up, or not as they should.
create table payment_case (
    method    text        not null,
    reference text        not null,
    top_up    text,
    reason    text        not null,
    report    text        not null,
    at        timestamptz not null,
    primary key (method, reference)
);
