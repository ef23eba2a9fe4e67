-- Every table of uploads counts in the same columns.
alter table rule_imports rename column total to rows_total;
alter table rule_imports rename column done to rows_done;
