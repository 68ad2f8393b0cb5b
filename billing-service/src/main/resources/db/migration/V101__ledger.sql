-- A row for each wallet and each of its bookings, written in the wallet's own transactions.
create table wallet (
    account  text primary key,
    currency text           not null,
    balance  numeric(20, 4) not null
);

create table statement_line (
    account   text           not null,
    n         bigint         not null,
    id        text           not null,
    at        timestamptz    not null,
    kind      text           not null,
    reference text           not null,
    method    text           not null,
    amount    numeric(20, 4) not null,
    balance   numeric(20, 4) not null,
    currency  text           not null,
    primary key (account, n)
);

-- Totals over all wallets, fed from the log: the sum of debits equals the sum of credits, always.
create table ledger_total (
    ledger_account text           not null,
    currency       text           not null,
    debit          numeric(24, 4) not null,
    credit         numeric(24, 4) not null,
    primary key (ledger_account, currency)
);
