-- Somebody asks those who may decide to look at an incident: since when, who, why; taken back where they have answered.
alter table incidents
    add column escalated_at        timestamptz,
    add column escalated_by        bigint,
    add column escalated_by_name   text,
    add column escalation_reason   text,
    add check ((escalated_at is null) = (escalation_reason is null)),
    add check ((escalated_at is null) = (escalated_by_name is null));
create index incidents_escalated on incidents (escalated_at) where escalated_at is not null;

-- What an undo goes back to.
alter table incident_undo add column escalated boolean not null default false;

insert into notice_rules (kind, role, console, mail) values ('INCIDENT_ESCALATED', 'SOC_LEAD', true, true);
