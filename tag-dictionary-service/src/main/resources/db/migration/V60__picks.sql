-- What each person chose from suggestions: it comes first for them next time.
create table tag_pick (
    author  text        not null check (char_length(author) between 1 and 200),
    tag_id  bigint      not null references tag on delete cascade,
    picks   integer     not null default 1,
    last_at timestamptz not null default now(),
    primary key (author, tag_id)
);
create index tag_pick_recent on tag_pick (author, last_at desc);
create index tag_pick_by_tag on tag_pick (tag_id);
