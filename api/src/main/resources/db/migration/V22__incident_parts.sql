-- A signal keeps what it brought, so that an incident can be made anew from its signals after a merge or a split.
alter table incident_signals
    add column tags             text[] not null default '{}',
    add column organization_ids text[] not null default '{}',
    add column exercise_ids     text[] not null default '{}';
update incident_signals s set tags = i.tags, organization_ids = i.organization_ids, exercise_ids = i.exercise_ids
    from incidents i where i.id = s.incident_id;

-- The signal that brought the line first; null for lines that came before this was kept.
alter table incident_evidence add column signal_id text;
create index incident_evidence_signal on incident_evidence (incident_id, signal_id);
create index incident_rules_rule on incident_rules (rule_id);
