-- The states of the whole procedure. What was closed as no incident is dismissed now.
update incidents set state = 'DISMISSED' where state = 'CLOSED' and close_reason is distinct from 'RESOLVED';
update incident_history set new_value = replace(new_value, 'closed:', 'dismissed:')
    where kind = 'STATE' and new_value like 'closed:%' and new_value <> 'closed:resolved';

alter table incidents
    add column open             boolean generated always as (state not in ('DISMISSED', 'CLOSED', 'MERGED')) stored,
    -- a person chose the severity; only a stronger rule raises it after that
    add column severity_decided boolean not null default false,
    add column group_id         text,
    add column techniques       text[] not null default '{}',
    add column tlp              text not null default 'AMBER',
    add column pap              text not null default 'AMBER',
    -- answers to the questions of the law pack, by input, and which pack and version asked them
    add column answers          jsonb not null default '{}',
    add column law_pack         text,
    add column system_id        uuid,
    add column cause            text,
    add column cause_unknown    text,
    add column merged_into      bigint references incidents (id),
    add column state_before     text,
    -- the severity of the incident it was merged into, as it was before that
    add column severity_before  text,
    add column split_from       bigint references incidents (id),
    add constraint incidents_state check (state in ('NEW', 'VERIFYING', 'DISMISSED', 'CONFIRMED', 'CONTAINING',
        'REMEDIATING', 'RECOVERED', 'AWAITING_REPORT', 'CLOSED', 'MERGED')),
    add constraint incidents_merged check ((state = 'MERGED') = (merged_into is not null and state_before is not null)
        and merged_into <> id);

drop index incidents_one_open_per_key;
drop index incidents_open_by_last_seen;
create unique index incidents_one_open_per_key on incidents (incident_key) where open;
create index incidents_open_by_last_seen on incidents (last_seen desc, id desc) where open;
create index incidents_merged_key on incidents (incident_key) where merged_into is not null;
create index incidents_parts on incidents (merged_into) where merged_into is not null;

-- When each stage was entered for the first time; what time metrics are made of.
create table incident_stages (
    incident_id bigint not null references incidents (id),
    state       text not null,
    entered_at  timestamptz not null,
    primary key (incident_id, state)
);
insert into incident_stages select id, 'NEW', detected_at from incidents;
insert into incident_stages
    select incident_id, upper(split_part(new_value, ':', 1)), min(at) from incident_history where kind = 'STATE'
    group by incident_id, upper(split_part(new_value, ':', 1))
    on conflict do nothing;

-- The last change of a person that can be taken back within seconds, and what stood there before.
create table incident_undo (
    incident_id   bigint primary key references incidents (id),
    version       integer not null,
    account_id    bigint not null,
    state         text not null,
    assignee_id   bigint,
    assignee_name text,
    at            timestamptz not null
);

-- The incident itself and whatever was merged into it, directly or through another.
create function incident_family(root bigint) returns setof bigint language sql stable as $$
    with recursive family (id) as (
        select root union select i.id from incidents i join family f on i.merged_into = f.id)
    select id from family
$$;
