-- Not only codes are counted: invitations are too.
alter table second_factor_allowance rename to allowance;
alter index second_factor_allowance_pkey rename to allowance_pkey;
alter index second_factor_allowance_used_until rename to allowance_used_until;

create index invitation_expired on invitation (expires_at) where state = 'expired';
