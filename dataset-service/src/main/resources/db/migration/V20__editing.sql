-- Files follow the database: what an edit still has to do to a caption's file, and how that went.
ALTER TABLE caption
    ADD COLUMN remove_file boolean     NOT NULL DEFAULT false, -- the caption was taken back; the row goes with its file
    ADD COLUMN write_after timestamptz,                        -- the file could not be written; when to try again
    ADD COLUMN write_error text;                               -- why not, for people
CREATE INDEX caption_unwritten ON caption (id) WHERE dirty OR remove_file;
