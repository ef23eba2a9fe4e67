-- A text is kept once, however many versions of a rule have it.
create table rule_texts (
    hash text primary key,
    text text not null
);

create table rules (
    id              text primary key check (id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
    kind            text        not null check (kind in ('shipped', 'imported', 'own')),
    -- shipped, or the name of the import
    origin          text        not null,
    title           text        not null,
    title_vi        text        not null,
    author          text        not null,
    -- place in Sigma's order: informational 0 to critical 4
    level           smallint    not null check (level between 0 and 4),
    override        smallint check (override between 0 and 4),
    override_reason text,
    status          text,
    category        text,
    product         text,
    service         text,
    tags            text[]      not null,
    text_hash       text        not null references rule_texts (hash),
    enabled         boolean     not null,
    -- what the configured sources do not give; a rule that misses something is not effective
    missing_source  boolean     not null,
    missing_fields  text[]      not null,
    effective       boolean generated always as (not missing_source and cardinality(missing_fields) = 0) stored,
    filters         integer     not null default 0,
    version         integer     not null default 1,
    changed_at      timestamptz not null,
    search_text     text        not null
);
create index rules_by_tags on rules using gin (tags);

-- Exceptions stand apart from the text, so that an import cannot lose them.
create table rule_filters (
    id           bigint generated always as identity primary key,
    rule_id      text        not null references rules (id),
    conditions   jsonb       not null,
    reason       text        not null,
    -- the last day it holds
    expires_on   date,
    account_name text        not null,
    created_at   timestamptz not null,
    ended_at     timestamptz,
    ended_why    text check (ended_why in ('removed', 'expired'))
);
create index rule_filters_by_rule on rule_filters (rule_id) where ended_at is null;

create table rule_versions (
    rule_id      text        not null references rules (id),
    version      integer     not null,
    change       text        not null,
    text_hash    text        not null references rule_texts (hash),
    enabled      boolean     not null,
    override     smallint,
    -- the exceptions as Sigma filters
    tuning       text        not null,
    origin       text        not null,
    -- null: the process itself
    account_name text,
    at           timestamptz not null,
    reason       text,
    primary key (rule_id, version)
);
create function refuse_rule_version_change() returns trigger language plpgsql as $$
begin
    raise exception 'versions of rules are only added';
end $$;
create trigger rule_versions_append_only before update or delete on rule_versions
    for each row execute function refuse_rule_version_change();

-- One upload: read and compared first, applied when a person says so.
create table rule_imports (
    id           bigint generated always as identity primary key,
    file_name    text        not null,
    state        text        not null check (state in ('reading', 'ready', 'applying', 'applied', 'failed', 'discarded')),
    -- why it failed
    failure      text,
    total        integer     not null default 0,
    done         integer     not null default 0,
    added        integer     not null default 0,
    changed      integer     not null default 0,
    unchanged    integer     not null default 0,
    refused      integer     not null default 0,
    ineffective  integer     not null default 0,
    skipped      integer     not null default 0,
    taken        integer     not null default 0,
    enabled      integer     not null default 0,
    account_id   bigint,
    account_name text        not null,
    started_at   timestamptz not null,
    -- advanced while somebody works on it, so that an abandoned one is seen
    touched_at   timestamptz not null
);
-- one at a time
create unique index rule_imports_running on rule_imports ((true)) where state in ('reading', 'applying');

create table rule_import_items (
    import_id      bigint  not null references rule_imports (id) on delete cascade,
    place          integer not null,
    verdict        text    not null check (verdict in ('added', 'changed', 'refused')),
    file           text    not null,
    rule_id        text,
    title          text,
    level          smallint,
    status         text,
    category       text,
    product        text,
    service        text,
    missing_source boolean not null,
    missing_fields text[]  not null,
    issues         jsonb   not null,
    text           text,
    primary key (import_id, place)
);

-- What engines counted, one row for each run of an engine; the run '' holds those that have ended long ago.
create table rule_activity (
    run         text        not null,
    rule_id     text        not null,
    events      bigint      not null,
    candidates  bigint      not null,
    matches     bigint      not null,
    nanoseconds bigint      not null,
    failures    bigint      not null,
    last_match  timestamptz,
    at          timestamptz not null,
    primary key (rule_id, run)
);
create index rule_activity_by_age on rule_activity (at) where run <> '';
create view rule_totals as
select rule_id, sum(events)::bigint as events, sum(candidates)::bigint as candidates, sum(matches)::bigint as matches,
       sum(nanoseconds)::bigint as nanoseconds, sum(failures)::bigint as failures, max(last_match) as last_match,
       max(at) as at
from rule_activity group by rule_id;
