-- Lists imported so far made names that a site does not want as tags lead to its invalid_tag. Nobody means that tag.
-- Danbooru's tags keep their aliases, also where e621 calls them invalid.
delete from tag_alias a using tag t
where t.id = a.tag_id and (t.name in ('bad_tag', 'invalid_tag') or t.category = 10 and exists (
    select from tag_status s where s.tag_id = t.id and s.format_id = 2 and s.type_id = 6 and not s.is_alias));
update tag_status s set is_alias = false, preferred_tag_id = s.tag_id, is_deprecated = true, updated_at = now()
from tag_status p join tag t on t.id = p.tag_id
where s.is_alias and p.tag_id = s.preferred_tag_id and p.format_id = s.format_id
    and (t.name in ('bad_tag', 'invalid_tag') or p.format_id = 2 and p.type_id = 6);
