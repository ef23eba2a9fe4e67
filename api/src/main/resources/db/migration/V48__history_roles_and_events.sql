-- The role somebody acted in stands with what they did; what people write into the timeline has a time of its own.
alter table incident_history
    add column acted_as    text,
    add column happened_at timestamptz;
