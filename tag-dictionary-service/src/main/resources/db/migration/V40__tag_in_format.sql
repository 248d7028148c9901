-- What each format says of each of its tags. Tags of Danbooru that have no row of their own are no aliases there, of the
-- type that their category is, with the count of the tag; the codes 0, 1, 3, 4 and 5 of categories are Danbooru's types.
create view tag_in_format as
select s.tag_id, s.format_id, s.type_id, s.is_alias, s.preferred_tag_id, s.is_deprecated,
       coalesce(u.count, case when s.format_id = 1 then t.count else 0 end)::bigint as count
from tag_status s join tag t on t.id = s.tag_id
left join tag_usage_count u on u.tag_id = s.tag_id and u.format_id = s.format_id
union all
select t.id, 1::smallint, t.category, false, t.id, t.is_deprecated, coalesce(u.count, t.count)::bigint
from tag t
left join tag_usage_count u on u.tag_id = t.id and u.format_id = 1
where t.source = 'danbooru' and t.category in (0, 1, 3, 4, 5)
  and not exists (select from tag_status s where s.tag_id = t.id and s.format_id = 1);
