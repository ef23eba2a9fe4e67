-- What stored events have shown so far: log sources of rules, and fields in events of them. An empty text is a key that the
-- log source does not state; an empty path stands for the log source itself.
create table seen_fields (
    category  text        not null,
    product   text        not null,
    service   text        not null,
    path      text        not null,
    last_seen timestamptz not null,
    primary key (category, product, service, path)
);

-- Since when and how lately somebody has looked; one row.
create table seen_looks (
    id    boolean primary key default true check (id),
    since timestamptz not null,
    at    timestamptz not null
);

alter table rules
    -- null: nobody has looked yet
    add column seen text check (seen in ('seen', 'fields', 'source')),
    add column seen_at timestamptz,
    add column unseen_fields text[] not null default '{}';
