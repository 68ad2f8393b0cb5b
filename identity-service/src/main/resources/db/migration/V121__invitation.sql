-- Invitations, without the address: a row for each, whatever became of it.
create table invitation (
    id          text primary key,
    account     text        not null,
    invited_by  text        not null,
    permissions text[]      not null,
    services    text[]      not null,
    ends_at     timestamptz,
    state       text        not null,
    sent_at     timestamptz not null,
    expires_at  timestamptz not null
);

create index invitation_of_account on invitation (account, id desc);
create index invitation_pending on invitation (expires_at) where state = 'pending';

-- The addresses that were invited. Personal data beside the log: gone once accepted or withdrawn, never rebuilt.
create table invitee (
    invitation text primary key,
    email      text not null,
    language   text not null
);

-- What the links in the mails carry, as hashes: the newest of each invitation.
create table invitation_link (
    invitation text primary key,
    hash       text not null
);

create unique index invitation_link_hash on invitation_link (hash);
