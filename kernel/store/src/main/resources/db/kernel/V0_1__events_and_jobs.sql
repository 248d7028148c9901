-- Events on their way out. A row is written in the transaction of the fact it announces; the relay gives it its place
-- in Redis (stream_ms, stream_n); it is deleted only when every consumer group has finished with it, so that a Redis
-- that lost its data can be filled again.
create table outbox (
    seq       bigint generated always as identity primary key,
    id        uuid        not null unique,
    stream    text        not null,
    type      text        not null,
    version   integer     not null,
    source    text        not null,
    time      timestamptz not null,
    subject   text        not null,
    data      text        not null,
    stream_ms bigint,
    stream_n  bigint
);
create index outbox_waiting on outbox (seq) where stream_ms is null;
create index outbox_published on outbox (stream, stream_ms, stream_n) where stream_ms is not null;

create function fuda_outbox_notify() returns trigger language plpgsql as $$
begin
    perform pg_notify('fuda_outbox', '');
    return null;
end $$;
create trigger outbox_notify after insert on outbox for each statement execute function fuda_outbox_notify();

-- Consumer groups ever seen on a stream: one that is missing in Redis has not confirmed anything.
create table outbox_group (
    stream    text        not null,
    grp       text        not null,
    last_seen timestamptz not null default now(),
    primary key (stream, grp)
);

-- Events whose effect is committed.
create table inbox (
    grp      text        not null,
    event_id uuid        not null,
    at       timestamptz not null default now(),
    primary key (grp, event_id)
);
create index inbox_at on inbox (at);

-- Up to where a group has finished everything: where it is created again when Redis lost it.
create table event_cursor (
    stream text not null,
    grp    text not null,
    entry  text not null,
    primary key (stream, grp)
);

create table dead_letter (
    id       bigint generated always as identity primary key,
    stream   text        not null,
    grp      text        not null,
    entry    text        not null,
    event_id uuid,
    type     text,
    subject  text,
    fields   jsonb       not null,
    reason   text        not null,
    attempts integer     not null,
    dead_at  timestamptz not null default now(),
    unique (stream, grp, entry)
);

create table job (
    id               uuid primary key,
    kind             text        not null,
    title            text        not null,
    subject          text,
    state            text        not null check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    external         boolean     not null default false,
    done             integer     not null default 0,
    total            integer,
    failed           integer     not null default 0,
    params           jsonb       not null default '{}',
    checkpoint       jsonb,
    result           jsonb,
    error            text,
    attempt          integer     not null default 0,
    owner            text,
    lease_until      timestamptz,
    cancel_requested boolean     not null default false,
    created_at       timestamptz not null default now(),
    started_at       timestamptz,
    finished_at      timestamptz
);
create index job_open on job (created_at) where state in ('queued', 'running');
create index job_recent on job (created_at desc);

create table job_failure (
    job_id uuid        not null references job on delete cascade,
    item   text        not null,
    reason text        not null,
    at     timestamptz not null default now(),
    primary key (job_id, item)
);

-- Told with the id and the state; a lease that is extended is nobody else's business.
create function fuda_job_notify() returns trigger language plpgsql as $$
begin
    perform pg_notify('fuda_job', new.id::text || ' ' || new.state);
    return null;
end $$;
create trigger job_created after insert on job for each row execute function fuda_job_notify();
create trigger job_changed after update on job for each row
    when ((old.state, old.done, old.total, old.failed, old.title, old.error, old.result, old.cancel_requested)
        is distinct from (new.state, new.done, new.total, new.failed, new.title, new.error, new.result, new.cancel_requested))
    execute function fuda_job_notify();
