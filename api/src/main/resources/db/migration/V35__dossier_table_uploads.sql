-- Rows of a table read from a file and shown to whoever uploaded it, until they are taken or forgotten.
create table dossier_table_uploads (
    id         uuid primary key,
    dossier_id uuid not null references dossiers (id),
    section    text not null,
    account_id bigint not null,
    content    jsonb not null,
    read_at    timestamptz not null
);
create index dossier_table_uploads_by_age on dossier_table_uploads (read_at);
