-- Emptied here, written anew by the process at its start: it held names with their accents only, and SQL cannot fold them everywhere.
update organizations set search_text = '';

-- Kinds of codes are data; a code of a scheme that is not listed is shown by the scheme's own key.
create table organization_code_schemes (
    scheme  text primary key check (scheme ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
    name_vi text not null,
    name_en text not null,
    place   integer not null
);
insert into organization_code_schemes (scheme, name_vi, name_en, place) values
    ('statistics', 'Mã đơn vị hành chính', 'Administrative unit code', 1),
    ('qd-20', 'Mã định danh điện tử (QĐ 20/2020)', 'Electronic identifier (Decision 20/2020)', 2),
    ('qcvn-102', 'Mã định danh cũ (QCVN 102:2016)', 'Old electronic identifier (QCVN 102:2016)', 3);

create index organization_predecessors_by_predecessor on organization_predecessors (predecessor_id);

-- One upload: read and compared first, applied when a person says so.
create table organization_imports (
    id           bigint generated always as identity primary key,
    file_name    text not null,
    -- dropped when the import has ended
    content      bytea,
    content_kind text check (content_kind in ('organizations', 'contacts')),
    state        text not null check (state in ('reading', 'ready', 'applying', 'applied', 'outdated', 'failed', 'discarded')),
    rows_total   integer not null default 0,
    rows_done    integer not null default 0,
    added        integer not null default 0,
    changed      integer not null default 0,
    unchanged    integer not null default 0,
    bad          integer not null default 0,
    -- organization_changes.version that the comparison is true for
    base_version bigint,
    account_id   bigint,
    account_name text not null,
    started_at   timestamptz not null,
    -- advanced while somebody works on it, so that an abandoned one is seen
    touched_at   timestamptz not null
);
-- one at a time
create unique index organization_imports_running on organization_imports ((true)) where state in ('reading', 'applying');

create table organization_import_rows (
    import_id   bigint not null references organization_imports (id) on delete cascade,
    line        integer not null,
    verdict     text not null check (verdict in ('added', 'changed', 'bad')),
    object_id   text,
    object_name text,
    details     jsonb not null,
    primary key (import_id, verdict, line)
);
