-- What people ought to know; spread to readers and deliveries after the change it tells of is committed.
create table notices (
    id               bigint generated always as identity primary key,
    key              text not null unique,
    kind             text not null,
    subject_vi       text not null,
    subject_en       text not null,
    detail_vi        text,
    detail_en        text,
    path             text not null,
    organization_ids text[] not null,
    -- people named by whoever sent it, and the one who caused it and so is not told
    named_ids        bigint[] not null default '{}',
    caused_by        bigint,
    drill            boolean not null,
    created_at       timestamptz not null,
    spread_at        timestamptz
);
create index notices_to_spread on notices (id) where spread_at is null;

-- In the console: one row for each person told.
create table notice_readers (
    account_id bigint not null references accounts (id),
    notice_id  bigint not null references notices (id),
    read_at    timestamptz,
    primary key (account_id, notice_id)
);
create index notice_readers_unread on notice_readers (account_id) where read_at is null;

-- Systems of others that are told. The secret is sealed with the key of the home folder.
create table webhooks (
    id         bigint generated always as identity primary key,
    name       text not null unique,
    url        text not null,
    secret     bytea not null,
    kinds      text[] not null,
    drills     boolean not null,
    enabled    boolean not null,
    version    integer not null default 1,
    created_at timestamptz not null
);

-- One way to one recipient, tried until it is sent or given up; claimed by SKIP LOCKED, so that any number of instances may work.
create table deliveries (
    id            bigint generated always as identity primary key,
    notice_id     bigint not null references notices (id),
    channel       text not null check (channel in ('MAIL', 'WEBHOOK')),
    account_id    bigint references accounts (id),
    webhook_id    bigint references webhooks (id),
    -- what the receiver tells a repetition by
    idempotency   uuid not null default gen_random_uuid(),
    state         text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'DEAD', 'DROPPED')),
    -- goes out with others in one mail
    digest        boolean not null default false,
    attempts      integer not null default 0,
    due_at        timestamptz not null,
    claimed_until timestamptz,
    sent_at       timestamptz,
    last_error    text,
    created_at    timestamptz not null,
    check ((channel = 'MAIL') = (account_id is not null) and (channel = 'WEBHOOK') = (webhook_id is not null))
);
create unique index deliveries_once on deliveries (notice_id, channel, coalesce(account_id, 0), coalesce(webhook_id, 0));
create index deliveries_due on deliveries (due_at) where state = 'WAITING';
create index deliveries_dead on deliveries (id desc) where state = 'DEAD';
create index deliveries_webhook on deliveries (webhook_id) where webhook_id is not null;

-- Who is told what by which channel; a row that is missing tells nobody.
create table notice_rules (
    kind    text not null,
    role    text not null,
    console boolean not null,
    mail    boolean not null,
    primary key (kind, role)
);
create table notice_rules_version (version integer not null);
insert into notice_rules_version values (1);
insert into notice_rules (kind, role, console, mail) values
    ('INCIDENT_GRAVE', 'SOC_LEAD', true, true), ('INCIDENT_GRAVE', 'ANALYST', true, false),
    ('INCIDENT_GRAVE', 'OWNER', true, true), ('INCIDENT_GRAVE', 'CONTACT', true, false),
    ('CLOCK_WARNING', 'SOC_LEAD', true, true), ('CLOCK_WARNING', 'ANALYST', true, false),
    ('CLOCK_WARNING', 'OWNER', true, true), ('CLOCK_WARNING', 'LEADER', true, true),
    ('DOSSIER_DEADLINE', 'OWNER', true, true), ('DOSSIER_DEADLINE', 'OPERATOR', true, false),
    ('DOSSIER_DEADLINE', 'APPRAISER', true, true),
    ('REVIEW_DUE', 'ADMINISTRATOR', true, true), ('REVIEW_DUE', 'AUDITOR', true, false),
    ('SOURCE_SILENT', 'SOC_LEAD', true, true), ('SOURCE_SILENT', 'OPERATOR', true, false),
    ('SILENT_FAILURE', 'ADMINISTRATOR', true, false);

-- What a person chose; where there is no row, everything is told at once.
create table notice_preferences (
    account_id bigint primary key references accounts (id),
    mail_off   text[] not null default '{}',
    quiet_from time,
    quiet_to   time,
    digest     text not null default 'AT_ONCE' check (digest in ('AT_ONCE', 'HOURLY', 'DAILY')),
    check ((quiet_from is null) = (quiet_to is null))
);
