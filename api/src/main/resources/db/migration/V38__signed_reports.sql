-- The signed file of a report, one for each version; what was uploaded stays as it is.
create table incident_report_signed_copies (
    report_id bigint primary key references incident_reports (id),
    name      text not null,
    sha256    text not null,
    bytes     bigint not null,
    content   bytea not null,
    added_at  timestamptz not null,
    added_by  text not null
);
create trigger incident_report_signed_copies_stay before update or delete on incident_report_signed_copies
    for each row execute function incident_reports_stay();
