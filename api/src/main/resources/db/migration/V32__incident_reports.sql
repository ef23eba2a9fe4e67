-- One fact sheet for each incident: what people typed, by field of the law pack; everything else comes from the incident itself.
create table incident_fact_sheets (
    incident_id bigint primary key references incidents (id),
    typed       jsonb not null,
    version     integer not null default 1,
    changed_at  timestamptz not null,
    changed_by  text not null
);

-- A version of a report: its lines are frozen when it is made, its files are made from them again and have the same hash.
create table incident_reports (
    id           bigint generated always as identity primary key,
    incident_id  bigint not null references incidents (id),
    form         text not null,
    type         text,
    number       integer not null,
    pack         text not null,
    pack_version text not null,
    heading      text not null,
    lines        jsonb not null,
    pdf_sha256   text not null,
    docx_sha256  text not null,
    made_at      timestamptz not null,
    made_by      text not null,
    agency       text not null,
    tlp          text not null,
    drill        boolean not null,
    unique (incident_id, form, number)
);

create table incident_report_sendings (
    report_id   bigint primary key references incident_reports (id),
    sent_at     timestamptz not null,
    sender      text not null,
    signer      text not null,
    recipient   text not null,
    channel     text not null,
    document_no text,
    proof       text not null,
    signed_sha256 text,
    clocks      text[] not null,
    late_seconds bigint
);

-- A report is never changed and never deleted; what is wrong is said in the next version.
create function incident_reports_stay() returns trigger language plpgsql as $$
begin
    raise exception 'a report stays as it was made';
end $$;
create trigger incident_reports_stay before update or delete on incident_reports
    for each row execute function incident_reports_stay();
create trigger incident_report_sendings_stay before update or delete on incident_report_sendings
    for each row execute function incident_reports_stay();
