-- An exception may be written as the searches and the condition of a Sigma filter instead of as lines of a form.
alter table rule_filters add column text text;
alter table rule_filters add check ((text is null) <> (conditions = '[]'::jsonb));
