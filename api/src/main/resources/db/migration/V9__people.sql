-- People are searched without accents and sorted by given name; both keys are made by the process, which also fills them for older rows.
alter table accounts
    add column search_text text not null default '',
    add column sort_key bytea not null default '',
    -- idleness counts from here where the account was enabled again after its last sign-in
    add column enabled_at timestamptz;
create index accounts_by_sort_key on accounts (sort_key, id);
create index accounts_of_organization on accounts (organization_id);

alter table role_assignments
    add column withdrawn_by bigint references accounts (id),
    add column withdrawn_reason text,
    -- number and date of the paper by which a role was delegated
    add column authorization_note text;
create index role_assignments_of_origin on role_assignments (delegated_from) where delegated_from is not null;

-- A review of who has access: opened over a subtree, due by a time, frozen once finished.
create table access_reviews (
    id              bigint generated always as identity primary key,
    organization_id text not null references organizations (id),
    opened_at       timestamptz not null,
    -- null: opened by the process
    opened_by       bigint references accounts (id),
    opened_by_name  text,
    due_at          timestamptz not null,
    finished_at     timestamptz,
    check (due_at > opened_at)
);
create unique index access_reviews_open on access_reviews (organization_id) where finished_at is null;

-- What was decided about each assignment, with the words of that day: names change later, the record does not.
create table access_review_items (
    id              bigint generated always as identity primary key,
    review_id       bigint not null references access_reviews (id),
    assignment_id   bigint not null references role_assignments (id),
    account_id      bigint not null references accounts (id),
    account_name    text not null,
    display_name    text not null,
    sort_key        bytea not null,
    role            text not null,
    organization_id text not null references organizations (id),
    granted_at      timestamptz not null,
    ends_at         timestamptz,
    delegated       boolean not null,
    outcome         text check (outcome in ('CONFIRMED', 'WITHDRAWN', 'GONE')),
    reason          text,
    decided_at      timestamptz,
    decided_by      bigint references accounts (id),
    decided_by_name text,
    unique (review_id, assignment_id),
    check ((outcome is null) = (decided_at is null))
);
create index access_review_items_open on access_review_items (review_id, organization_id) where outcome is null;

create function access_review_is_frozen() returns trigger language plpgsql as $$
begin
    if exists (select from access_reviews r where r.id = old.review_id and r.finished_at is not null) then
        raise exception 'access review % is finished and cannot be changed', old.review_id;
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger access_review_items_frozen before update or delete on access_review_items
    for each row execute function access_review_is_frozen();
