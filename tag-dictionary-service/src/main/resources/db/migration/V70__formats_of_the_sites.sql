-- The ids that databases in the wild have (dataset builder of genai-tag-db-tools); of these 4 was pixiv here before.
update tag_format set name = 'safebooru.donmai.us', description = 'safebooru.donmai.us' where id = 4;
insert into tag_format (id, name, description) values
    (5, 'allthefallen', 'booru.allthefallen.moe'), (6, 'sankaku', 'chan.sankakucomplex.com'),
    (7, 'gelbooru', 'gelbooru.com'), (8, 'rule34', 'rule34.xxx'), (9, 'xbooru', 'xbooru.com'),
    (10, 'hypnohub', 'hypnohub.net'), (11, 'konachan.com', 'konachan.com'), (12, 'konachan.net', 'konachan.net'),
    (13, 'lolibooru', 'lolibooru.moe'), (14, 'anime-pictures', 'anime-pictures.net'), (15, 'wallhaven', 'wallhaven.cc'),
    (16, 'yande.re', 'yande.re'), (17, 'zerochan', 'zerochan.net'), (18, 'pixiv', 'pixiv.net');

-- Sites that name their types, or have none, use the numbers that all sites share.
insert into tag_type_mapping (format_id, type_id, type_name_id)
select f.id, n.id, n.id from tag_format f cross join tag_type_name n where f.id in (6, 15, 17, 18);
update tag_status set format_id = 18 where format_id = 4;
update tag_usage_count set format_id = 18 where format_id = 4;
update vocabulary set format_id = 18 where format_id = 4;
delete from tag_type_mapping where format_id = 4;

-- Those that grew out of Danbooru number general, artist, copyright and character as it does.
insert into tag_type_mapping (format_id, type_id, type_name_id)
select f.id, m.type_id, m.type_name_id from tag_format f cross join tag_type_mapping m
where m.format_id = 1 and (f.id in (4, 5, 7, 8, 9, 10) or f.id in (11, 12, 13, 16) and m.type_id < 5);
-- Circles draw together: artists. Konachan and yande.re number them the other way round.
insert into tag_type_mapping (format_id, type_id, type_name_id) values
    (11, 5, 7), (11, 6, 2), (12, 5, 7), (12, 6, 2), (16, 5, 2), (16, 6, 7),
    (14, 0, 7), (14, 1, 4), (14, 2, 1), (14, 3, 3), (14, 4, 2), (14, 5, 3), (14, 6, 3), (14, 7, 1);
