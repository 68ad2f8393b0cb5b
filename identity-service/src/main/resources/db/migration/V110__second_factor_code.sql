-- Codes that were sent: one for each challenge, as a keyed hash. The number is personal data and goes with the row.
create table second_factor_code (
    challenge     uuid primary key,
    user_id       text        not null,
    number        text        not null,
    hash          bytea,
    tries         integer     not null,
    operator      text,
    sent_at       timestamptz not null,
    expires_at    timestamptz not null,
    other_ways_at timestamptz not null
);

create index second_factor_code_expires_at on second_factor_code (expires_at);

-- Sends and wrong tries, for each user, number and address: known by keyed hashes, used up until that moment.
create table second_factor_allowance (
    subject    bytea primary key,
    used_until timestamptz not null
);

create index second_factor_allowance_used_until on second_factor_allowance (used_until);

-- What operators took and what became of it, without number or text.
create table operator_message (
    operator  text        not null,
    reference text        not null,
    handed_at timestamptz not null,
    state     text        not null,
    primary key (operator, reference)
);

create index operator_message_handed_at on operator_message (operator, handed_at);
