-- 'staff' where the provider's staff did it for a customer; otherwise empty.
alter table activity add column capacity text not null default '';
