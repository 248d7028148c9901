-- An implication that is put out of force is an operation like others: told, and undone by its id.
alter table dictionary_operation drop constraint dictionary_operation_kind_check;
alter table dictionary_operation add constraint dictionary_operation_kind_check
    check (kind in ('alias', 'rename', 'merge', 'deprecate', 'implication', 'unimply', 'delete', 'review'));
