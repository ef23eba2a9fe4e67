-- Files of evidence; the bytes lie below the process's home by id, and nothing here ever deletes them.
create table evidence_items (
    id          uuid primary key,
    incident_id bigint not null references incidents (id),
    name        text not null,
    kind        text not null check (kind in ('FILE', 'LOG')),
    bytes       bigint not null,
    sha256      text not null,
    reason      text not null,
    added_at    timestamptz not null,
    added_by    text not null
);
create index evidence_items_incident on evidence_items (incident_id);

-- The chain of custody: who did what to an item, when, why, and which hash it had then.
create table evidence_custody (
    id      bigint generated always as identity primary key,
    item_id uuid not null references evidence_items (id),
    at      timestamptz not null,
    actor   text not null,
    step    text not null check (step in ('ADDED', 'VERIFIED', 'DAMAGED', 'TAKEN')),
    reason  text not null,
    sha256  text not null
);
create index evidence_custody_item on evidence_custody (item_id, id);

create table evidence_holds (
    incident_id bigint primary key references incidents (id),
    reason      text not null,
    placed_at   timestamptz not null,
    placed_by   text not null
);

-- Written requests to freeze configuration, logs and data of a system; the plan for going on comes first.
create table evidence_freeze_requests (
    id          bigint generated always as identity primary key,
    incident_id bigint not null references incidents (id),
    reason      text not null,
    scope       text not null,
    from_at     timestamptz not null,
    until_at    timestamptz not null,
    continuity  text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    check (until_at > from_at)
);
create index evidence_freeze_requests_incident on evidence_freeze_requests (incident_id, id);
