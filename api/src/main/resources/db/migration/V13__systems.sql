-- The register of information systems: what they are, who answers for them, what the level rests on, and what is due.
create sequence system_codes;

create table systems (
    id               uuid primary key,
    -- what people call it: HT-00001
    code             text not null unique,
    name             text not null,
    purpose          text,
    -- who uses it or is served by it
    beneficiaries    text,
    operator_id      text not null references organizations (id),
    owner_id         text not null references organizations (id),
    delegate_id      text references organizations (id),
    delegate_until   date,
    delegation_paper text,
    -- operator first, then owner and delegate where they are others: whose scope it lies in
    organization_ids text[] not null check (cardinality(organization_ids) between 1 and 3),
    hosting          text not null,
    hosting_place    text,
    hired_service    boolean not null default false,
    contract         jsonb not null default '{}',
    -- when its project began: an older pack may go on for it
    project_start    date,
    status           text not null,
    status_since     date,
    -- answers by input of the pack: a text, or a list of texts
    answers          jsonb not null default '{}',
    -- answers to the pack's scoping questions
    scoping          jsonb not null default '{}',
    -- of counted inputs: how and on which day
    counts           jsonb not null default '{}',
    -- the level that was determined last, with all it rests on
    level            smallint check (level between 1 and 9),
    determination    jsonb,
    version          integer not null default 1,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    search_text      text not null,
    check ((level is null) = (determination is null)),
    check (delegate_id is null or delegate_until is not null)
);
create index systems_in_scope on systems using gin (organization_ids);
create index systems_of_operator on systems (operator_id);

-- Every determination of a level, as it was made; the latest is repeated in its system.
create table system_determinations (
    id            bigint generated always as identity primary key,
    system_id     uuid not null references systems (id),
    at            timestamptz not null,
    level         smallint not null,
    determination jsonb not null
);
create index system_determinations_of on system_determinations (system_id, at desc);

create table system_addresses (
    system_id uuid not null references systems (id),
    kind      text not null check (kind in ('host', 'network')),
    value     text not null,
    note      text,
    primary key (system_id, kind, value)
);
create index system_addresses_by_value on system_addresses (kind, value);

-- Seen from the system that owns the record; the other end is a registered system or one outside, by name.
create table system_links (
    id          bigint generated always as identity primary key,
    system_id   uuid not null references systems (id),
    other_id    uuid references systems (id),
    other_name  text,
    kind        text not null,
    direction   text not null,
    data        text,
    check ((other_id is null) <> (other_name is null)),
    check (other_id <> system_id)
);
create index system_links_of on system_links (system_id);
create index system_links_to on system_links (other_id) where other_id is not null;

-- The level is to be determined again, because of one of the pack's triggers.
create table system_tasks (
    id          bigint generated always as identity primary key,
    system_id   uuid not null references systems (id),
    -- the trigger's id in the pack
    trigger_id  text not null,
    cause       text not null,
    detail      text,
    opened_at   timestamptz not null,
    opened_by   text,
    closed_at   timestamptz,
    closed_by   text,
    closed_why  text,
    check ((closed_at is null) = (closed_by is null))
);
create unique index system_tasks_open on system_tasks (system_id, trigger_id, cause) where closed_at is null;
create index system_tasks_of on system_tasks (system_id, opened_at desc);

-- A system that operates although the gates before operation are shut: who answers for it, why and until when.
create table system_exceptions (
    id          bigint generated always as identity primary key,
    system_id   uuid not null references systems (id),
    approver    text not null,
    reason      text not null,
    until       date,
    gates       text[] not null,
    pack        text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    ended_at    timestamptz,
    ended_why   text
);
create unique index system_exceptions_open on system_exceptions (system_id) where ended_at is null;

-- Somebody's half-filled guided form.
create table system_drafts (
    id          uuid primary key,
    account_id  bigint not null,
    content     jsonb not null,
    version     integer not null default 1,
    begun_at    timestamptz not null,
    touched_at  timestamptz not null
);
create index system_drafts_of on system_drafts (account_id, touched_at desc);

-- One upload: read and compared first, applied when a person says so.
create table system_imports (
    id              bigint generated always as identity primary key,
    file_name       text not null,
    -- dropped when the import has ended
    content         bytea,
    state           text not null check (state in ('reading', 'ready', 'applying', 'applied', 'outdated', 'failed', 'discarded')),
    rows_total      integer not null default 0,
    rows_done       integer not null default 0,
    added           integer not null default 0,
    changed         integer not null default 0,
    unchanged       integer not null default 0,
    bad             integer not null default 0,
    organization_id text not null references organizations (id),
    account_id      bigint not null,
    account_name    text not null,
    started_at      timestamptz not null,
    -- advanced while somebody works on it, so that an abandoned one is seen
    touched_at      timestamptz not null
);
create index system_imports_of on system_imports (organization_id, id desc);

create table system_import_rows (
    id          bigint generated always as identity primary key,
    import_id   bigint not null references system_imports (id) on delete cascade,
    line        integer not null,
    verdict     text not null check (verdict in ('added', 'changed', 'unchanged', 'bad')),
    object_id   text,
    object_name text,
    details     jsonb not null
);
create index system_import_rows_of on system_import_rows (import_id, verdict, line);
