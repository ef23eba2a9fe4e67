-- The annual report: one a year, with a part of each unit; what is frozen is kept as the bytes that were hashed.
create table annual_reports (
    year          integer primary key check (year between 2000 and 2200),
    pack          text not null,
    pack_version  text not null,
    first_day     date not null,
    last_day      date not null,
    state         text not null check (state in ('open', 'frozen', 'signed')),
    -- text by section of the pack
    sections      jsonb not null default '{}',
    -- number, place, day, addressees, copies and who signs
    head          jsonb not null,
    version       integer not null default 1,
    opened_at     timestamptz not null,
    opened_by     text not null,
    content       bytea,
    content_hash  text,
    frozen_at     timestamptz,
    frozen_by     text,
    signed_file   bytea,
    signed_name   text,
    signed_hash   text,
    signed_at     timestamptz,
    signed_by     text,
    check (last_day >= first_day),
    check ((state = 'open') = (content is null)),
    check ((state = 'signed') = (signed_file is not null)),
    check ((content is null) = (content_hash is null)),
    check ((signed_file is null) = (signed_hash is null))
);

-- What a unit reports: its figures and a row for each of its systems.
create table annual_report_parts (
    year            integer not null references annual_reports (year),
    organization_id text not null references organizations (id),
    part            jsonb not null,
    approved_at     timestamptz,
    approved_by     text,
    version         integer not null default 1,
    primary key (year, organization_id),
    check ((approved_at is null) = (approved_by is null))
);

-- Files made of frozen content: the same content gives the same bytes, so that they are made once.
create table annual_report_files (
    year     integer not null references annual_reports (year),
    format   text not null,
    language text not null,
    content  bytea not null,
    hash     text not null,
    primary key (year, format, language)
);
