create table incident_watchers (
    incident_id bigint not null references incidents (id),
    account_id  bigint not null references accounts (id),
    since       timestamptz not null,
    primary key (incident_id, account_id)
);

create table incident_mentions (
    history_id bigint not null references incident_history (id),
    account_id bigint not null references accounts (id),
    primary key (history_id, account_id)
);
create index incident_mentions_account on incident_mentions (account_id);

create table incident_tasks (
    id          bigint generated always as identity primary key,
    incident_id bigint not null references incidents (id),
    title       text not null,
    owner_id    bigint references accounts (id),
    owner_name  text,
    due_at      timestamptz,
    done_at     timestamptz,
    done_by     text,
    created_at  timestamptz not null,
    created_by  text not null,
    version     integer not null default 1
);
create index incident_tasks_incident on incident_tasks (incident_id);
create index incident_tasks_due on incident_tasks (due_at) where done_at is null;

create table incident_observables (
    id          bigint generated always as identity primary key,
    incident_id bigint not null references incidents (id),
    type        text not null,
    value       text not null,
    tlp         text not null,
    indicator   boolean not null,
    note        text,
    added_at    timestamptz not null,
    added_by    text not null,
    unique (incident_id, type, value)
);
create index incident_observables_value on incident_observables (type, value);

-- Who has the page open; told again by every heartbeat of the stream, so it may be lost.
create unlogged table incident_presence (
    incident_id bigint not null,
    account_id  bigint not null,
    name        text not null,
    seen_at     timestamptz not null,
    primary key (incident_id, account_id)
);
