-- How far a job had got when it was last taken: one that gets further with each attempt is not the one that crashes its
-- service.
alter table job add column reached integer not null default 0;
