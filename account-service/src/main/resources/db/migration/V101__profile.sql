-- Personal data of the customers, beside the log: erasable, never rebuilt from events.
create table profile (
    account     text primary key,
    email       text not null,
    language    text not null,
    first_name  text not null,
    last_name   text not null,
    phone       text not null default '',
    company     text not null default '',
    vat_number  text not null default '',
    line1       text not null default '',
    line2       text not null default '',
    postal_code text not null default '',
    city        text not null default '',
    country     text not null default ''
);
