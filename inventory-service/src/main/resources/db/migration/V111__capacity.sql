-- 'staff' where the provider's staff asked for it; what the worker does is told so too.
alter table server_action add column capacity text;
