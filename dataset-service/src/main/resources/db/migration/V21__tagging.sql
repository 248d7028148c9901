-- The items of a tagging job, from the request to the tags on the item.
CREATE TABLE auto_tag_item (
    job_id  uuid   NOT NULL REFERENCES job ON DELETE CASCADE,
    item_id bigint NOT NULL REFERENCES item ON DELETE CASCADE,
    state   text   NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'scored', 'done', 'failed')),
    chosen  jsonb,                              -- the tags to apply, while scored
    changed boolean NOT NULL DEFAULT false,     -- whether the item got other tags
    PRIMARY KEY (job_id, item_id)
);
CREATE INDEX auto_tag_scored ON auto_tag_item (job_id, item_id) WHERE state = 'scored';
CREATE INDEX auto_tag_of_item ON auto_tag_item (item_id);
