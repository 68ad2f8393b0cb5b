-- What the mail room sends or has sent. Personal data beside the log: erasable, never rebuilt from events.
create table mail (
    n           bigint generated always as identity primary key,
    id          text        not null unique,
    account     text,
    user_id     text,
    recipient   text        not null,
    language    text        not null,
    -- As the archive shows it, secrets blanked.
    subject     text        not null,
    body        text        not null,
    html        text        not null,
    -- As it is sent, encrypted, where that differs; gone once the mail is sent or given up.
    sealed      bytea,
    state       text        not null check (state in ('waiting', 'sent', 'failed')),
    tries       integer     not null default 0,
    -- While a replica sends it: when another one may take it for abandoned.
    next_try_at timestamptz not null,
    at          timestamptz not null,
    sent_at     timestamptz,
    check (sealed is null or state = 'waiting')
);

create index mail_of_account on mail (account, n);
create index mail_of_user on mail (user_id, n) where account is null;
create index mail_due on mail (next_try_at) where state = 'waiting';
