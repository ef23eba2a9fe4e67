-- A file may answer one requirement of its section.
alter table dossier_files add column item text;
alter table dossier_files add constraint dossier_files_item_has_section check (item is null or section is not null);
