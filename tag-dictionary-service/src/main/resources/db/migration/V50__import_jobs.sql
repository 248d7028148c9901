-- Rows that an import did not take, for a report; the first hundred thousand.
create table tag_import_rejection (
    import_id uuid   not null references tag_import on delete cascade,
    n         integer not null,
    line      bigint not null,
    reason    text   not null,
    text      text   not null,
    primary key (import_id, n)
);
create index tag_import_by_time on tag_import (created_at desc, id);
