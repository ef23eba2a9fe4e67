create table accounts (
    id                   bigint generated always as identity primary key,
    name                 text not null unique,
    display_name         text not null,
    password_hash        text not null,
    roles                text[] not null check (cardinality(roles) > 0),
    -- null: every organisation; otherwise exactly these
    organization_ids     text[],
    locale               text not null default 'vi',
    must_change_password boolean not null default false,
    failed_attempts      integer not null default 0,
    locked_until         timestamptz,
    disabled             boolean not null default false,
    created_at           timestamptz not null,
    last_signed_in_at    timestamptz
);

create table api_tokens (
    id               bigint generated always as identity primary key,
    name             text not null unique,
    token_sha256     bytea not null unique,
    account_id       bigint references accounts (id) on delete cascade,
    roles            text[] not null check (cardinality(roles) > 0),
    organization_ids text[],
    created_at       timestamptz not null,
    expires_at       timestamptz not null
);
