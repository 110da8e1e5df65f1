-- What documents are filed under, and which version of them is in force.

ALTER TABLE documents ADD COLUMN folder          VARCHAR(1000) DEFAULT '' NOT NULL;
ALTER TABLE documents ADD COLUMN author          VARCHAR(300);
ALTER TABLE documents ADD COLUMN dated           DATE;
-- One to a line.
ALTER TABLE documents ADD COLUMN tags            VARCHAR(1000) DEFAULT '' NOT NULL;
ALTER TABLE documents ADD COLUMN metadata_edited BOOLEAN       DEFAULT FALSE NOT NULL;
-- The version before this one, and the one after it that is in force.
ALTER TABLE documents ADD COLUMN replaces        VARCHAR(64);
ALTER TABLE documents ADD COLUMN superseded_by   VARCHAR(64);
ALTER TABLE documents ADD COLUMN started_at      TIMESTAMP WITH TIME ZONE;

CREATE INDEX documents_by_name ON documents (collection_id, filename);
CREATE INDEX documents_by_predecessor ON documents (replaces);
CREATE INDEX documents_by_successor ON documents (superseded_by);

-- Nothing but that there was one: links to it say so.
CREATE TABLE deleted_documents (
  id         VARCHAR(64)              PRIMARY KEY,
  deleted_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- The files of the watched directory as they were when they were taken in.
CREATE TABLE watched_files (
  path        VARCHAR(2000) PRIMARY KEY,
  bytes       BIGINT        NOT NULL,
  modified_at TIMESTAMP WITH TIME ZONE NOT NULL,
  document_id VARCHAR(64)   NOT NULL
);
