-- Lower case without accents, as vietnamese.SearchText has it; works whatever the locale of the database is.
create function search_plain(text) returns text language sql immutable strict parallel safe as $$
    select lower(translate(regexp_replace(normalize($1, NFD), '[\u0300-\u036f]', '', 'g'), 'Đđ', 'dd'))
$$;

-- An address, or nothing where the text is none: log lines say what they like.
create function address_or_null(text) returns inet language plpgsql immutable strict parallel safe as $$
begin
    return $1::inet;
exception when others then
    return null;
end $$;

alter table incident_rules
    add column search_text text not null generated always as (search_plain(title_vi || E'\n' || title_en)) stored;

-- The marks that people put on incidents; tags are those of the rules.
create table incident_labels (
    incident_id bigint not null references incidents (id),
    label       text not null check (length(label) between 1 and 60),
    search_text text not null,
    added_by    bigint references accounts (id),
    added_at    timestamptz not null,
    primary key (incident_id, label)
);
create index incident_labels_label on incident_labels (search_text);

-- The lists and the counts above them: answered from the index alone.
create index incidents_open_by_severity on incidents (severity, last_seen desc, id desc) where open;
create index incidents_by_severity on incidents (severity, last_seen desc, id desc);
create index incidents_by_detection on incidents (detected_at);
create index incidents_by_assignee on incidents (assignee_id, last_seen desc) where open;
create index incidents_by_system on incidents (system_id) where system_id is not null;

-- Lists that people come back to: filters, sort and columns as they stand in an address.
create table saved_views (
    id              uuid primary key,
    area            text not null,
    name            text not null,
    address         text not null,
    owner_id        bigint not null references accounts (id),
    -- whoever acts for this organisation sees it too; null: the owner only
    organization_id text,
    created_at      timestamptz not null,
    unique (owner_id, area, name)
);
create index saved_views_organization on saved_views (organization_id, area);

-- Which one a person had open last, so that it opens again.
create table last_views (
    account_id bigint not null references accounts (id),
    area       text not null,
    view_id    uuid not null references saved_views (id) on delete cascade,
    primary key (account_id, area)
);
