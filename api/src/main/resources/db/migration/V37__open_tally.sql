-- How many incidents are open, by the organisations they concern and by severity: the sum of n. The counts above the queue are read here,
-- exact and in a millisecond, where counting a hundred thousand incidents took a hundred. Changes are added as rows of their own, so that
-- two transactions never wait for one another; incidents.store.OpenTally folds them now and then.
create table incident_tally (
    organization_ids text[] not null,
    severity         text not null,
    n                bigint not null
);

create function incident_tally_came() returns trigger language plpgsql as $$
begin
    insert into incident_tally
        select organization_ids, severity, count(*) from came where open group by organization_ids, severity;
    return null;
end $$;

create function incident_tally_changed() returns trigger language plpgsql as $$
begin
    insert into incident_tally
        select organization_ids, severity, sum(n) from (
            select organization_ids, severity, 1 n from came where open
            union all select organization_ids, severity, -1 from gone where open) moved
        group by organization_ids, severity having sum(n) <> 0;
    return null;
end $$;

create function incident_tally_gone() returns trigger language plpgsql as $$
begin
    insert into incident_tally
        select organization_ids, severity, -count(*) from gone where open group by organization_ids, severity;
    return null;
end $$;

create trigger incident_tally_came after insert on incidents
    referencing new table as came for each statement execute function incident_tally_came();
create trigger incident_tally_changed after update on incidents
    referencing old table as gone new table as came for each statement execute function incident_tally_changed();
create trigger incident_tally_gone after delete on incidents
    referencing old table as gone for each statement execute function incident_tally_gone();

insert into incident_tally
    select organization_ids, severity, count(*) from incidents where open group by organization_ids, severity;
