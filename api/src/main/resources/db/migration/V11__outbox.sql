-- What waits to be sent to Kafka, in the order of the commits; a row goes once the broker has it.
create table outbox (
    id         bigint generated always as identity primary key,
    topic      text        not null,
    record_key text        not null,
    -- null: the key's record is to go
    value      bytea check (octet_length(value) <= 1000000),
    created_at timestamptz not null default now()
);
