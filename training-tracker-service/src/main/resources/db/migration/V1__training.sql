-- Training runs and what they saw: the ledger of steps is the truth, usage and statistics are kept beside it.

create table training_run (
    id                 bigint generated always as identity primary key,
    dataset_id         bigint      not null,
    run_name           text        not null,
    run_number         integer     not null,
    parent_run_id      bigint      references training_run on delete set null,
    model_type         text,
    base_model         text,
    caption_type       text,
    training_config    text,                            -- JSON as the trainer gave it
    status             text        not null
        check (status in ('pending', 'running', 'completed', 'failed', 'cancelled')),
    started_at         timestamptz,
    completed_at       timestamptz,
    total_epochs       integer,
    completed_epochs   integer     not null default 0,
    total_steps        bigint,
    output_path        text,
    checkpoint_dir     text,
    metadata_file      text,
    config_file        text,
    version            integer     not null,            -- raised by every change of a person or trainer, not by reports
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    -- Written by reports alone.
    completed_steps    bigint      not null default 0,
    total_samples_seen bigint      not null default 0
);
create index training_run_dataset on training_run (dataset_id, id);
create index training_run_parent on training_run (parent_run_id);

-- What a run reported of one step. A step is taken once, so a report may come twice, late, or out of order.
create table training_step (
    run_id      bigint      not null references training_run on delete cascade,
    step        bigint      not null,
    epoch       integer     not null,
    item_ids    bigint[]    not null,                   -- an item may occur more than once
    losses      real[],                                 -- one for each item, where the trainer knows them
    reported_at timestamptz not null default now(),
    primary key (run_id, step)
);

create table training_item_usage (
    run_id           bigint  not null references training_run on delete cascade,
    item_id          bigint  not null,
    times_seen       bigint  not null,
    first_seen_epoch integer not null,                  -- epoch of first_seen_step
    last_seen_epoch  integer not null,
    first_seen_step  bigint  not null,                  -- smallest step, whenever it was reported
    last_seen_step   bigint  not null,
    primary key (run_id, item_id)
);
create index training_item_usage_item on training_item_usage (item_id);
create index training_item_usage_times on training_item_usage (run_id, times_seen desc, item_id);

-- Sums over all runs. Variance and deviation are those of the item's times_seen over the runs that used it.
create table training_item_stats (
    item_id                 bigint primary key,
    total_times_seen        bigint           not null,
    total_runs_participated integer          not null,
    squares                 numeric          not null,  -- sum of times_seen² over the runs
    first_trained_at        timestamptz      not null,
    last_trained_at         timestamptz      not null,
    created_at              timestamptz      not null default now(),
    updated_at              timestamptz      not null default now(),
    -- nullif: a report that only adds to known runs proposes a row with 0 runs before it meets the stored one.
    usage_variance          double precision not null generated always as
        (greatest(0, squares / nullif(total_runs_participated, 0)
                     - (total_times_seen::numeric / nullif(total_runs_participated, 0)) ^ 2)) stored,
    usage_std_dev           double precision not null generated always as
        (sqrt(greatest(0, squares / nullif(total_runs_participated, 0)
                          - (total_times_seen::numeric / nullif(total_runs_participated, 0)) ^ 2))) stored
);

-- Items that left their dataset. What they were trained on stays true, so their rows stay.
create table removed_item (
    item_id    bigint primary key,
    dataset_id bigint      not null,
    removed_at timestamptz not null default now()
);
