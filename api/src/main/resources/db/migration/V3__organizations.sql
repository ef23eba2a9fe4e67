-- The id is the internal key: text without meaning, never a legal code. Codes are rows of organization_codes.
create table organizations (
    id          text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    parent_id   text references organizations (id),
    kind        text not null,
    name        text not null,
    name_en     text,
    -- no dossier in the province's scope, or contact only
    outside     boolean not null default false,
    valid_from  date,
    valid_to    date,
    note        text,
    version     integer not null default 1,
    search_text text not null,
    check (parent_id <> id)
);
-- one root
create unique index organizations_root on organizations ((true)) where parent_id is null;
create index organizations_by_parent on organizations (parent_id);

create table organization_codes (
    organization_id text not null references organizations (id),
    scheme          text not null,
    value           text not null,
    valid_from      date,
    valid_to        date,
    source          text,
    primary key (organization_id, scheme, value)
);
create index organization_codes_by_value on organization_codes (scheme, value);

create table organization_predecessors (
    organization_id text not null references organizations (id),
    predecessor_id  text not null references organizations (id),
    primary key (organization_id, predecessor_id),
    check (organization_id <> predecessor_id)
);

create table organization_contacts (
    id              bigint generated always as identity primary key,
    organization_id text not null references organizations (id),
    name            text not null,
    title           text,
    phone           text,
    -- answered day and night
    always_reached  boolean not null default false,
    mail            text,
    -- where the organisation publishes that incidents are taken in
    intake_address  text,
    verified_at     timestamptz,
    verified_by     text,
    -- days until it must be verified again
    verify_days     integer not null default 365 check (verify_days between 1 and 3650),
    version         integer not null default 1
);
create index organization_contacts_of on organization_contacts (organization_id);

-- advanced in the transaction of every change, so that each instance of the process knows when to read the tree again
create table organization_changes (
    single  boolean primary key default true check (single),
    version bigint not null
);
insert into organization_changes (version) values (1);
