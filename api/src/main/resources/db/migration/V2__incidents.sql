-- The numbers SC-<year>-<n>: one row for each year, advanced in the transaction that opens an incident.
create table incident_numbers (
    year integer primary key,
    last integer not null
);

create table incidents (
    id               bigint generated always as identity primary key,
    number           text not null unique,
    incident_key     text not null,
    title_vi         text not null,
    title_en         text not null,
    level            text not null,
    severity         text not null check (severity in ('M1', 'M2', 'M3', 'M4')),
    state            text not null,
    close_reason     text,
    entity_kind      text not null,
    entity_value     text not null,
    organization_ids text[] not null,
    exercise_ids     text[] not null default '{}',
    tags             text[] not null default '{}',
    first_seen       timestamptz not null,
    last_seen        timestamptz not null,
    detected_at      timestamptz not null,
    detections       bigint not null,
    evidence_count   integer not null,
    evidence_full    boolean not null default false,
    assignee_id      bigint references accounts (id),
    assignee_name    text,
    -- advanced by every move of a person, compared with what that person saw
    version          integer not null default 1,
    -- set by every change, whoever made it; live pages catch up by it
    changed_at       timestamptz not null,
    search_text      text not null
);

-- A signal joins the open incident of its key; there is never more than one.
create unique index incidents_one_open_per_key on incidents (incident_key) where state <> 'CLOSED';
create index incidents_by_last_seen on incidents (last_seen desc, id desc);
create index incidents_open_by_last_seen on incidents (last_seen desc, id desc) where state <> 'CLOSED';
create index incidents_by_change on incidents (changed_at);
create index incidents_organizations on incidents using gin (organization_ids);

create table incident_signals (
    signal_id   text primary key,
    incident_id bigint not null references incidents (id),
    rule_id     text not null,
    title_vi    text not null,
    title_en    text not null,
    author      text not null,
    level       text not null,
    first_seen  timestamptz not null,
    last_seen   timestamptz not null,
    detections  bigint not null,
    applied_at  timestamptz not null
);
create index incident_signals_incident on incident_signals (incident_id);

create table incident_rules (
    incident_id bigint not null references incidents (id),
    rule_id     text not null,
    title_vi    text not null,
    title_en    text not null,
    author      text not null,
    level       text not null,
    primary key (incident_id, rule_id)
);

create table incident_evidence (
    incident_id     bigint not null references incidents (id),
    event_id        text not null,
    index_name      text not null,
    occurred_at     timestamptz not null,
    created_at      timestamptz not null,
    organization_id text not null,
    source_id       text not null,
    dataset         text not null,
    host            text,
    user_name       text,
    source_ip       text,
    exercise_id     text,
    -- UTF-8; bytea because log lines may hold U+0000, which text refuses
    original        bytea not null,
    truncated       boolean not null,
    primary key (incident_id, event_id)
);
create index incident_evidence_in_time on incident_evidence (incident_id, occurred_at, event_id);
-- The search box finds incidents by an address, host or user of their evidence, as whole words.
create index incident_evidence_source on incident_evidence (source_ip);
create index incident_evidence_host on incident_evidence (lower(host));
create index incident_evidence_user on incident_evidence (lower(user_name));

create table incident_history (
    id          bigint generated always as identity primary key,
    incident_id bigint not null references incidents (id),
    at          timestamptz not null,
    kind        text not null,
    actor_id    bigint references accounts (id),
    actor_name  text,
    old_value   text,
    new_value   text,
    note        text
);
create index incident_history_incident on incident_history (incident_id, at, id);
