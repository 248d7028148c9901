-- What people say over what the installed lists say. 'tag' means that the tag itself is theirs; the others are columns
-- that lists write too. NULL when nothing is, as of nearly all tags. A web address and a deprecation need no mark: no
-- list has them, so whoever finds one knows that a person set it.
alter table tag add column own_fields text[]
    check (own_fields <> '{}' and own_fields <@ array['tag', 'category', 'count', 'display_name', 'description']);
-- What the lists say of such a tag, by column, to be taken again when a person gives a field back. Means nothing for
-- columns that are not among own_fields: there the column itself says it.
alter table tag add column base_values jsonb;

-- True for those of people, empty for those of lists.
alter table tag_alias add column is_own boolean;
alter table tag_translation add column is_own boolean;

-- Who brought in what is there was not written down, but when: rows of a tag list have the time of its transaction, and
-- a list of aliases has many tags at one time, where a person edits one.
update tag_alias set is_own = true
where created_at not in (select created_at from tag_import)
  and created_at in (select created_at from tag_alias group by created_at having min(tag_id) = max(tag_id));
update tag_translation set is_own = true where source = 'user';
-- People's began at 1 where those of lists begin at 0.
update tag_translation set position = position - 1
where tag_id in (select tag_id from tag_translation group by tag_id having min(position) > 0);
update tag set own_fields = array_remove(array['tag', 'category', case when count > 0 then 'count' end,
    case when display_name is not null then 'display_name' end, case when description is not null then 'description' end], null)
where source = 'user_custom' and created_at not in (select created_at from tag_import)
   or id in (select tag_id from tag_review where state = 'accepted');
