-- A file may be disposed of when its time is over: one person proposes, another carries it out. The row and its chain of custody stay.
alter table evidence_items
    add column proposed_at timestamptz,
    add column proposer_id bigint,
    add column proposer text,
    add column proposed_because text,
    add column disposed_at timestamptz;

alter table evidence_custody drop constraint evidence_custody_step_check;
alter table evidence_custody add constraint evidence_custody_step_check check (step in
    ('ADDED', 'VERIFIED', 'DAMAGED', 'TAKEN', 'HELD', 'RELEASED', 'PROPOSED', 'KEPT', 'DISPOSED'));
