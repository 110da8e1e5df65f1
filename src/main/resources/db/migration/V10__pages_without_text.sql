-- Pages that show something of which no words are known, such as scans that were not recognised.

ALTER TABLE documents ADD COLUMN pages_without_text INTEGER DEFAULT 0 NOT NULL;
