-- Facts about a body that people record until something measures them; the latest stands here, earlier ones in the audit log.
create table coverage_facts (
    organization_id text not null references organizations (id),
    kind            text not null,
    state           text not null,
    as_of           date not null,
    note            text,
    recorded_by     text not null,
    recorded_at     timestamptz not null,
    version         integer not null default 1,
    primary key (organization_id, kind)
);

-- How it stood at the end of each month, by body; written once, except for the month that runs.
create table coverage_months (
    month           date not null check (extract(day from month) = 1),
    organization_id text not null references organizations (id),
    systems         integer not null,
    determined      integer not null,
    operating       integer not null,
    -- of those operating; null where nothing told of dossiers
    approved        integer,
    excepted        integer not null,
    taken_at        timestamptz not null,
    primary key (month, organization_id)
);
