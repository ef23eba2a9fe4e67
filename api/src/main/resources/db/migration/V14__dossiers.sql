-- Security-level dossiers: how far each is on its route, what its sections hold in every version, files, remarks, votes.
create table dossier_numbers (
    year integer primary key,
    last integer not null
);

create table dossiers (
    id               uuid primary key,
    -- what people call it: HS-2026-0001
    number           text not null unique,
    system_id        uuid not null references systems (id),
    -- which version of the system's dossier this is
    edition          integer not null check (edition >= 1),
    predecessor_id   uuid references dossiers (id),
    -- operator first, then owner, appraiser and delegate: whose scope it lies in
    organization_ids text[] not null check (cardinality(organization_ids) >= 1),
    pack             text not null,
    pack_version     text not null,
    level            smallint not null,
    state            text not null,
    -- route, position, parties and log as they stand
    course           jsonb not null,
    -- ids of the pack's flags that hold
    flags            text[] not null default '{}',
    label            text not null,
    -- advanced by every move
    version          integer not null default 1,
    -- advanced by every saved section
    content_version  integer not null default 1,
    sealed_sha256    text check (length(sealed_sha256) = 64),
    sealed_at        timestamptz,
    approved_on      date,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    search_text      text not null,
    check ((sealed_sha256 is null) = (sealed_at is null))
);
create unique index dossiers_one_open on dossiers (system_id) where state not in ('APPROVED', 'SUPERSEDED');
create unique index dossiers_edition on dossiers (system_id, edition);
create index dossiers_in_scope on dossiers using gin (organization_ids);

create table dossier_sections (
    dossier_id      uuid not null references dossiers (id),
    section         text not null,
    version         integer not null,
    content         jsonb not null,
    done            boolean not null default false,
    -- number of the dossier that the content was copied from
    reused_from     text,
    changed_at      timestamptz not null,
    changed_by      bigint,
    changed_by_name text not null,
    primary key (dossier_id, section)
);

create table dossier_section_versions (
    dossier_id      uuid not null references dossiers (id),
    section         text not null,
    version         integer not null,
    content         jsonb not null,
    changed_at      timestamptz not null,
    changed_by      bigint,
    changed_by_name text not null,
    primary key (dossier_id, section, version)
);

create table dossier_files (
    id               uuid primary key,
    dossier_id       uuid not null references dossiers (id),
    section          text,
    name             text not null,
    media_type       text not null,
    bytes            bigint not null check (bytes > 0),
    sha256           text not null check (length(sha256) = 64),
    label            text not null,
    -- a signed copy: of which form, and the hash of the generated file it was signed from
    form             text,
    generated_sha256 text check (length(generated_sha256) = 64),
    -- who stated that it holds no state secret
    attested_by      bigint,
    attested_by_name text not null,
    uploaded_at      timestamptz not null,
    removed_at       timestamptz
);
create index dossier_files_of on dossier_files (dossier_id);

-- What is approved stays as it was approved.
create function dossier_is_sealed() returns trigger language plpgsql as $$
begin
    if exists (select from dossiers d where d.id = coalesce(new.dossier_id, old.dossier_id) and d.sealed_at is not null) then
        raise exception 'dossier % is sealed', coalesce(new.dossier_id, old.dossier_id);
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger dossier_sections_sealed before insert or update or delete on dossier_sections
    for each row execute function dossier_is_sealed();
create trigger dossier_section_versions_sealed before insert or update or delete on dossier_section_versions
    for each row execute function dossier_is_sealed();
