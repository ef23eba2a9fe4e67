-- People are accounts; what they are, and where, are role assignments. What proves who they are is kept apart.
alter table accounts
    add column kind text not null default 'business' check (kind in ('administrator', 'business', 'technical', 'service')),
    add column mail text,
    add column phone text,
    add column organization_id text references organizations (id),
    add column disabled_reason text,
    add column disabled_at timestamptz,
    -- for the day nobody else can sign in: never disabled for idleness, each use is an alarm
    add column break_glass boolean not null default false,
    add column version integer not null default 1;

create table role_assignments (
    id              bigint generated always as identity primary key,
    account_id      bigint not null references accounts (id),
    role            text not null,
    organization_id text not null references organizations (id),
    granted_by      bigint references accounts (id),
    granted_at      timestamptz not null,
    -- exclusive; null: until withdrawn
    ends_at         timestamptz,
    withdrawn_at    timestamptz,
    -- a delegation: whose assignment is lent, for which duties, narrowed to which organisations (null: all of it)
    delegated_from  bigint references role_assignments (id),
    duties          text,
    delegated_organization_ids text[],
    -- last time a reviewer confirmed that this is still needed
    reviewed_at     timestamptz,
    check (delegated_from is null or ends_at is not null)
);
create unique index role_assignments_once on role_assignments (account_id, role, organization_id)
    where withdrawn_at is null and delegated_from is null;
create index role_assignments_of_account on role_assignments (account_id) where withdrawn_at is null;
create index role_assignments_of_organization on role_assignments (organization_id) where withdrawn_at is null;

alter table accounts drop column roles, drop column organization_ids;
