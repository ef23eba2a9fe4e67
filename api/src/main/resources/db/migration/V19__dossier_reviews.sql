-- The appraisal of dossiers: remarks for each section with their replies, what was found of each section, the council, and printed papers.
create table dossier_remarks (
    id             bigint generated always as identity primary key,
    dossier_id     uuid not null references dossiers (id),
    section        text not null,
    round          integer not null,
    -- of the section, when the remark was made
    section_version integer not null,
    state          text not null check (state in ('OPEN', 'ANSWERED', 'RESOLVED', 'NOTE')),
    text           text not null,
    made_at        timestamptz not null,
    made_by        bigint not null,
    made_by_name   text not null,
    reply          text,
    replied_at     timestamptz,
    replied_by_name text,
    resolved_at    timestamptz
);
create index dossier_remarks_of on dossier_remarks (dossier_id, section);

create table dossier_findings (
    dossier_id      uuid not null references dossiers (id),
    section         text not null,
    finding         text not null check (finding in ('MET', 'SUPPLEMENT', 'NOT_MET')),
    section_version integer not null,
    found_at        timestamptz not null,
    found_by        bigint not null,
    found_by_name   text not null,
    primary key (dossier_id, section)
);

create table dossier_council (
    dossier_id uuid not null references dossiers (id),
    account_id bigint not null references accounts (id),
    name       text not null,
    named_at   timestamptz not null,
    fit        boolean,
    opinion    text,
    voted_at   timestamptz,
    primary key (dossier_id, account_id)
);

-- What a form said when it was printed, so that a signed copy can be bound to it.
create table dossier_papers (
    dossier_id uuid not null references dossiers (id),
    form       text not null,
    sha256     text not null check (length(sha256) = 64),
    printed_at timestamptz not null,
    printed_by text not null,
    primary key (dossier_id, form, sha256)
);
