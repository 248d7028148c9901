-- Who dropped an alternative does not want it again from the next list that has it.
alter table alternative_translation add column dropped_at timestamptz;
