-- Drills, scans, reviews and tests that took place. None is changed or deleted; one recorded by mistake is withdrawn.
create table recorded_checks (
    id               bigint generated always as identity primary key,
    organization_id  text not null references organizations (id),
    kind             text not null,
    held_on          date not null,
    held_by          text not null,
    note             text,
    file_id          uuid,
    file_name        text,
    file_type        text,
    file_bytes       bigint,
    file_sha256      text,
    recorded_by      text not null,
    recorded_at      timestamptz not null,
    withdrawn_at     timestamptz,
    withdrawn_by     text,
    withdrawn_reason text,
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check ((file_id is null) = (file_sha256 is null))
);
create index recorded_checks_by_body on recorded_checks (organization_id, kind, held_on desc);

-- The systems that a check was of; none where it was of the whole body.
create table recorded_check_systems (
    check_id  bigint not null references recorded_checks (id),
    system_id uuid not null references systems (id),
    primary key (check_id, system_id)
);
create index recorded_check_systems_by_system on recorded_check_systems (system_id);

-- What was recorded of bodies so far goes on to count.
insert into recorded_checks (organization_id, kind, held_on, held_by, note, recorded_by, recorded_at)
select organization_id, kind, as_of, recorded_by, note, recorded_by, recorded_at
from coverage_facts where kind in ('drill', 'scan');
delete from coverage_facts where kind in ('drill', 'scan');
