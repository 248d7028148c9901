create table fact (n bigint primary key);
create table effect (n bigint not null);
