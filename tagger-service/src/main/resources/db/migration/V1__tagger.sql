-- Raw scores by image, and the images that wait to be tagged.

-- A version of a model, with its tags in the order of its output: scores name tags by their place in these arrays.
create table tagger_model (
    id         integer generated always as identity primary key,
    name       text        not null,
    version    text        not null,
    tags       text[]      not null,
    categories text[]      not null,
    created_at timestamptz not null default now(),
    unique (name, version)
);

-- What a model said of an image; every score from 0.01 on, so that another threshold costs no inference.
create table image_score (
    model_id   integer     not null references tagger_model,
    image_hash bytea       not null,                     -- SHA-256 of the file, 32 bytes
    scores     bytea       not null,                     -- for each score its place in tagger_model.tags from 0 (int32)
                                                         -- and its value 0..1 (float32), big-endian
    created_at timestamptz not null default now(),
    primary key (model_id, image_hash)
);
create index image_score_hash on image_score (image_hash);

-- An image that somebody wants tagged. Rows stay for a while after their end, so that a request that comes twice is
-- answered once.
create table tagging_task (
    id          bigint generated always as identity primary key,
    job_id      uuid,
    dataset_id  bigint      not null,
    item_id     bigint      not null,
    image_hash  text        not null,
    model       text        not null,
    image_url   text        not null,
    state       text        not null default 'waiting' check (state in ('waiting', 'running', 'tagged', 'failed')),
    attempts    integer     not null default 0,          -- tries that ended with a failure that may pass
    lost        integer     not null default 0,          -- tries whose worker ended in the middle
    claim       uuid,                                    -- the try in progress; who lost it must not save
    lease_until timestamptz,
    due_at      timestamptz not null default now(),
    reason      text,
    created_at  timestamptz not null default now(),
    finished_at timestamptz,
    unique nulls not distinct (job_id, dataset_id, item_id, image_hash, model)
);
create index tagging_task_waiting on tagging_task (due_at, id) where state = 'waiting';
create index tagging_task_running on tagging_task (lease_until) where state = 'running';
create index tagging_task_ended on tagging_task (finished_at) where state in ('tagged', 'failed');

-- How many tasks ended in which way since the service was set up; counting rows would take long and forget.
create table tagging_count (
    outcome text primary key check (outcome in ('tagged', 'failed')),
    total   bigint not null
);
insert into tagging_count values ('tagged', 0), ('failed', 0);

create function fuda_tagging_notify() returns trigger language plpgsql as $$
begin
    perform pg_notify('fuda_tagging', '');
    return null;
end $$;
create trigger tagging_task_notify after insert on tagging_task for each statement execute function fuda_tagging_notify();
