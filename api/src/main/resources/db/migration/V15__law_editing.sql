-- Packs as legal editors write them: a draft is checked, submitted and approved by somebody else; then it is a version like those that ship.
create table law_drafts (
    id              uuid primary key,
    pack            text not null,
    base_pack       text not null,
    base_version    text not null,
    version         text not null,
    files           jsonb not null,
    summary         text not null,
    state           text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'WITHDRAWN')),
    editors         bigint[] not null,
    author_name     text not null,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    submitted_at    timestamptz,
    decided_by_name text,
    decided_at      timestamptz,
    decision_reason text,
    row_version     integer not null default 1
);

create unique index law_drafts_open on law_drafts (pack) where state in ('DRAFT', 'SUBMITTED', 'RETURNED');

create table law_packs (
    pack         text not null,
    version      text not null,
    files        jsonb not null,
    draft_id     uuid not null references law_drafts (id),
    published_at timestamptz not null,
    primary key (pack, version)
);

-- Every state of the holiday calendar since it was first edited; the last one counts.
create table law_calendars (
    number          bigint generated always as identity primary key,
    version         text not null unique,
    content         text not null,
    reason          text not null,
    changed_by_name text not null,
    changed_at      timestamptz not null
);
