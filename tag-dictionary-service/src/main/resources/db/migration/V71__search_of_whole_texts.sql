-- Whole source tags and translations in any case, for search_tags. Only tags that were renamed have a source name.
create index tag_by_source_name on tag (lower(source_name collate "default")) where source_name is not null;
create index tag_translation_by_text on tag_translation (lower(translation));
