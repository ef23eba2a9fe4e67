-- Sessions that every instance shares and that a restart does not end; the tables are Spring Session's.
create table spring_session (
    primary_id            char(36) not null constraint spring_session_pk primary key,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name)
);

-- Who is signed in where. A session counts only as long as its row is here: deleting the row revokes it at once, everywhere.
create table open_sessions (
    public_id       text primary key,
    -- of the cookie's value, which changes while the session goes on
    session_sha256  bytea not null unique,
    account_id      bigint not null references accounts (id),
    role            text not null,
    organization_id text not null references organizations (id),
    address         text,
    user_agent      text,
    since           timestamptz not null,
    last_seen_at    timestamptz not null,
    -- the latest moment it can end, whatever the person does
    ends_at         timestamptz not null
);
create index open_sessions_of_account on open_sessions (account_id);
create index open_sessions_by_end on open_sessions (ends_at);

-- Wrong passwords and codes in a row; apart from credentials, since whoever signs in elsewhere has codes but no password here.
create table sign_in_locks (
    account_id      bigint primary key references accounts (id),
    failed_attempts integer not null default 0,
    locked_until    timestamptz
);
insert into sign_in_locks (account_id, failed_attempts, locked_until)
    select account_id, failed_attempts, locked_until from credentials where failed_attempts > 0 or locked_until is not null;
alter table credentials
    drop column failed_attempts,
    drop column locked_until,
    add column password_set_at timestamptz not null default now(),
    -- long and mixed enough to stand without a second factor
    add column stands_alone boolean not null default true;

create table password_history (
    account_id    bigint not null references accounts (id),
    set_at        timestamptz not null,
    password_hash text not null,
    primary key (account_id, set_at)
);

create table second_factors (
    account_id   bigint primary key references accounts (id),
    -- encrypted with the key file of the api's home
    secret       bytea not null,
    created_at   timestamptz not null,
    -- null: shown, but not yet proven by a code
    confirmed_at timestamptz,
    -- the last time step whose code was taken: no code is taken twice
    last_step    bigint not null default 0
);
create table recovery_codes (
    account_id  bigint not null references accounts (id),
    code_sha256 bytea not null,
    used_at     timestamptz,
    primary key (account_id, code_sha256)
);

-- Whom an identity provider means by its subject.
create table provider_links (
    issuer     text not null,
    subject    text not null,
    account_id bigint not null references accounts (id),
    linked_at  timestamptz not null,
    primary key (issuer, subject),
    unique (issuer, account_id)
);

alter table api_tokens
    add column last_used_at timestamptz,
    drop constraint api_tokens_name_key;
create unique index api_tokens_name on api_tokens (coalesce(account_id, 0), name);
create index api_tokens_of_account on api_tokens (account_id);
