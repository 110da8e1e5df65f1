-- Deleted documents whose words may still stand in other records: rewritten in the background.

CREATE TABLE words_to_erase (
  document_id VARCHAR(64) NOT NULL,
  -- TURNS or EVALUATIONS
  held_in     VARCHAR(16) NOT NULL,
  PRIMARY KEY (document_id, held_in)
);

INSERT INTO words_to_erase SELECT id, 'TURNS' FROM deleted_documents;
INSERT INTO words_to_erase SELECT id, 'EVALUATIONS' FROM deleted_documents;

UPDATE curated_answers SET text = ''
  WHERE document_id IN (SELECT id FROM deleted_documents);
