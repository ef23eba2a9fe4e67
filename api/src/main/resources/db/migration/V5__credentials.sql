-- What proves who somebody is; only sign-in reads it.
create table credentials (
    account_id           bigint primary key references accounts (id),
    password_hash        text not null,
    must_change_password boolean not null default false,
    failed_attempts      integer not null default 0,
    locked_until         timestamptz
);
insert into credentials (account_id, password_hash, must_change_password)
    select id, password_hash, must_change_password from accounts;
alter table accounts drop column password_hash, drop column must_change_password, drop column failed_attempts,
    drop column locked_until;

-- A token acts in a role of its own, with fewer permissions where some are listed. Old tokens named no organisation.
drop table api_tokens;
create table api_tokens (
    id              bigint generated always as identity primary key,
    name            text not null unique,
    token_sha256    bytea not null unique,
    account_id      bigint references accounts (id) on delete cascade,
    role            text not null,
    organization_id text not null references organizations (id),
    -- null: all of the role's
    permissions     text[],
    created_at      timestamptz not null,
    expires_at      timestamptz not null
);
