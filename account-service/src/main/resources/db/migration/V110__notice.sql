-- A row for each notice, written in its command's transaction; swept up when it is old.
create table notice (
    id         uuid primary key,
    account    text        not null,
    at         timestamptz not null,
    severity   text        not null,
    code       text        not null,
    parameters json        not null,
    link       text        not null
);

create index notice_of_account on notice (account, id);
create index notice_by_age on notice (at);

-- What a user has read: all of the account's notices up to one of them, and some beyond.
create table notice_read_up_to (
    account text not null,
    user_id text not null,
    up_to   uuid not null,
    primary key (account, user_id)
);

create table notice_read (
    user_id text not null,
    notice  uuid not null,
    primary key (user_id, notice)
);

create index notice_read_of_notice on notice_read (notice);

-- The codes that an account wants by e-mail as well.
create table notice_by_mail (
    account text not null,
    code    text not null,
    primary key (account, code)
);
