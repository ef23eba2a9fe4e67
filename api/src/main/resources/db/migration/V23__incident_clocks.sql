-- The moments from which clocks count, to the minute. A correction never overwrites: it adds a row below.
create table incident_moments (
    incident_id bigint not null references incidents (id),
    event       text not null,
    at          timestamptz not null,
    primary key (incident_id, event)
);

create table incident_moment_corrections (
    id          bigint generated always as identity primary key,
    incident_id bigint not null references incidents (id),
    event       text not null,
    old_at      timestamptz not null,
    new_at      timestamptz not null,
    reason      text not null,
    actor_id    bigint references accounts (id),
    actor_name  text not null,
    on_at       timestamptz not null
);
create index incident_moment_corrections_incident on incident_moment_corrections (incident_id, id);

create table incident_clocks (
    incident_id  bigint not null references incidents (id),
    clock        text not null,
    pack         text not null,
    pack_version text not null,
    state        text not null check (state in ('RUNNING', 'STOPPED', 'SENT')),
    from_at      timestamptz not null,
    due_at       timestamptz not null,
    -- only a preliminary report was sent, a closing one must follow
    closing_owed boolean not null default false,
    primary key (incident_id, clock)
);
create index incident_clocks_open on incident_clocks (due_at) where state = 'RUNNING' or closing_owed;

-- Given once: the row is locked with its incident, and the telling is in the same transaction.
create table incident_clock_warnings (
    incident_id bigint not null,
    clock       text not null,
    percent     integer not null,
    at          timestamptz not null,
    given_at    timestamptz,
    primary key (incident_id, clock, percent),
    foreign key (incident_id, clock) references incident_clocks (incident_id, clock)
);
create index incident_clock_warnings_waiting on incident_clock_warnings (at) where given_at is null;

create table incident_clock_sendings (
    incident_id bigint not null,
    clock       text not null,
    closing     boolean not null,
    sent_at     timestamptz not null,
    sent_by     text not null,
    recipient   text not null,
    channel     text not null,
    number      text,
    proof       text not null,
    preliminary boolean not null,
    primary key (incident_id, clock, closing),
    foreign key (incident_id, clock) references incident_clocks (incident_id, clock)
);

create table incident_clock_log (
    id          bigint generated always as identity primary key,
    incident_id bigint not null references incidents (id),
    at          timestamptz not null,
    clock       text not null,
    kind        text not null,
    old_at      timestamptz,
    new_at      timestamptz,
    actor_name  text,
    reason      text
);
create index incident_clock_log_incident on incident_clock_log (incident_id, id);
