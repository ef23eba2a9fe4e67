-- Entries are written once, in the transaction of the change they tell of. The line is the entry, byte for byte; the other columns
-- are only there to find it, and the chain's check compares them with the line.
create table audit_entries (
    number           bigint primary key check (number > 0),
    line             text not null,
    -- SHA-256 of the line in UTF-8; the next line repeats it
    hash             text not null check (hash ~ '^[0-9a-f]{64}$'),
    day              date not null,
    at               timestamptz not null,
    account_id       bigint,
    actor_name       text not null,
    role             text,
    action           text not null,
    object_type      text not null,
    object_id        text not null,
    -- of the object, and the one acted for
    organization_ids text[] not null,
    address          text,
    search_text      text not null
);
create index audit_entries_by_day on audit_entries (day, number);
create index audit_entries_by_person on audit_entries (actor_name, number);
create index audit_entries_by_role on audit_entries (role, number);
create index audit_entries_by_action on audit_entries (action, number);
create index audit_entries_by_object on audit_entries (object_type, object_id, number);
create index audit_entries_by_address on audit_entries (address, number);
create index audit_entries_by_organization on audit_entries using gin (organization_ids);

-- The end of the chain: whoever writes locks this row last of all, so that there is one chain and no gap.
create table audit_chain (
    single      boolean primary key default true check (single),
    last_number bigint not null,
    last_hash   text not null,
    -- nothing is written with an earlier time: neither by a clock that is slow, nor into a day that has its anchor
    last_at     timestamptz not null
);
insert into audit_chain (last_number, last_hash, last_at) values (0, repeat('0', 64), '1970-01-01T00:00:00Z');

-- The public halves of the keys that anchors and exports were signed with.
create table audit_keys (
    id         text primary key check (id ~ '^[0-9a-f]{64}$'),
    public_key bytea not null,
    made_at    timestamptz not null
);

-- One for each day that is over, from the day of the first entry on.
create table audit_anchors (
    day          date primary key,
    line         text not null,
    signature    bytea not null,
    key_id       text not null references audit_keys (id),
    last_number  bigint not null
);

-- Where anchors were sent to; the only part of the log that changes.
create table audit_deliveries (
    day          date not null references audit_anchors (day),
    target       text not null,
    attempts     integer not null,
    tried_at     timestamptz not null,
    delivered_at timestamptz,
    problem      text,
    primary key (day, target)
);

create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception '% refuses %: the audit log is only ever added to', tg_table_name, tg_op using errcode = '42501';
end $$;
create trigger audit_entries_stay before update or delete or truncate on audit_entries
    for each statement execute function audit_refuse();
create trigger audit_keys_stay before update or delete or truncate on audit_keys
    for each statement execute function audit_refuse();
create trigger audit_anchors_stay before update or delete or truncate on audit_anchors
    for each statement execute function audit_refuse();
create trigger audit_chain_stays before delete or truncate on audit_chain
    for each statement execute function audit_refuse();

create function audit_refuse_step_back() returns trigger language plpgsql as $$
begin
    if new.last_number < old.last_number or new.last_at < old.last_at then
        raise exception 'audit_chain refuses to step back' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger audit_chain_goes_on before update on audit_chain
    for each row execute function audit_refuse_step_back();
