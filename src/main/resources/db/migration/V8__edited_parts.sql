-- Which parts of its metadata people have written, one a line; it used to be all or none.
ALTER TABLE documents ADD COLUMN edited_parts VARCHAR(100) DEFAULT '' NOT NULL;
UPDATE documents SET edited_parts = 'AUTHOR' || CHAR(10) || 'DATE' || CHAR(10) || 'TITLE' WHERE metadata_edited;
ALTER TABLE documents DROP COLUMN metadata_edited;
