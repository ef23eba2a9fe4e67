-- A whole report that is frozen after its last day states why, and who agreed, as its parts do.
alter table annual_reports add column late_reason text;
alter table annual_reports add column late_approver text;
