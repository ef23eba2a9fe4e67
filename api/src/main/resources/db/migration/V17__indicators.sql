-- What gives attackers away: one row for each kind and value, whatever has become of it.
create table indicators (
    id               bigint generated always as identity primary key,
    type             text not null check (type in ('ip', 'network', 'domain', 'url', 'md5', 'sha1', 'sha256')),
    -- in its one spelling, as vn.chieng.indicators writes it
    value            text not null,
    source           text not null,
    confidence       smallint not null check (confidence between 0 and 100),
    level            text not null check (level in ('informational', 'low', 'medium', 'high', 'critical')),
    valid_until      timestamptz,
    description      text not null,
    -- set when the engine has been told that it is over
    expired_at       timestamptz,
    withdrawn_at     timestamptz,
    withdrawn_by     text,
    withdrawn_reason text,
    version          integer not null default 1,
    changed_at       timestamptz not null,
    changed_by       text not null,
    search_text      text not null,
    unique (type, value)
);
create index indicators_by_change on indicators (changed_at desc, id desc);
create index indicators_by_source on indicators (source);
create index indicators_to_expire on indicators (valid_until) where expired_at is null and withdrawn_at is null;

-- One upload: read and compared first, applied when a person says so.
create table indicator_imports (
    id           bigint generated always as identity primary key,
    file_name    text not null,
    state        text not null check (state in ('reading', 'ready', 'applying', 'applied', 'failed', 'discarded')),
    -- why it failed, as a bundle key's end
    failure      text,
    rows_done    integer not null default 0,
    added        integer not null default 0,
    changed      integer not null default 0,
    unchanged    integer not null default 0,
    refused      integer not null default 0,
    account_name text not null,
    started_at   timestamptz not null,
    -- advanced while somebody works on it, so that an abandoned one is seen
    touched_at   timestamptz not null
);
-- one at a time
create unique index indicator_imports_running on indicator_imports ((true)) where state in ('reading', 'applying');

create table indicator_import_rows (
    import_id   bigint not null references indicator_imports (id) on delete cascade,
    line        integer not null,
    verdict     text not null check (verdict in ('read', 'added', 'changed', 'unchanged', 'refused')),
    -- of a refused line what was written
    type        text not null,
    value       text not null,
    source      text not null,
    confidence  smallint not null,
    level       text not null,
    valid_until timestamptz,
    description text not null,
    -- why a line was refused, as a bundle key's end
    problem     text,
    primary key (import_id, line)
);
create unique index indicator_import_rows_once on indicator_import_rows (import_id, type, value) where verdict <> 'refused';
create index indicator_import_rows_by_verdict on indicator_import_rows (import_id, verdict, line);
