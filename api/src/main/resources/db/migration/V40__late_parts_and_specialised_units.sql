-- Why a part was approved after its last day, and who agreed to that.
alter table annual_report_parts add column late_reason text;
alter table annual_report_parts add column late_approver text;

-- Which unit appraises for a body and for those below it that have none of their own.
create table specialised_units (
    organization_id text primary key references organizations (id),
    unit_id         text not null references organizations (id),
    paper           text not null,
    assigned_by     text not null,
    assigned_at     timestamptz not null,
    version         integer not null default 1
);
