-- Answers that administrators pin, and what has been decided about questions that were answered badly.

CREATE TABLE curated_answers (
  id          VARCHAR(64)              PRIMARY KEY,
  revision    INTEGER                  NOT NULL,
  text        TEXT                     NOT NULL,
  -- Where the text stands word for word; null if it is the administrator's own. No reference to the
  -- documents: that one is gone is said, and not forgotten.
  document_id VARCHAR(64),
  span_start  INTEGER,
  span_end    INTEGER,
  created_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  updated_at  TIMESTAMP WITH TIME ZONE NOT NULL
);

-- The question, at position 0, and its paraphrases.
CREATE TABLE curated_phrases (
  curated_id VARCHAR(64) NOT NULL REFERENCES curated_answers (id) ON DELETE CASCADE,
  position   INTEGER     NOT NULL,
  phrase     TEXT        NOT NULL,
  PRIMARY KEY (curated_id, position)
);

-- The collections whose askers are given it; without any, all. No reference to the collections: an
-- answer for one that is gone must not become an answer for all.
CREATE TABLE curated_collections (
  curated_id    VARCHAR(64) NOT NULL REFERENCES curated_answers (id) ON DELETE CASCADE,
  collection_id VARCHAR(64) NOT NULL,
  PRIMARY KEY (curated_id, collection_id)
);

-- No two answers to one question in one collection; an empty collection stands for all.
CREATE TABLE curated_keys (
  collection_id VARCHAR(64) NOT NULL,
  question_key  VARCHAR(64) NOT NULL,
  curated_id    VARCHAR(64) NOT NULL REFERENCES curated_answers (id) ON DELETE CASCADE,
  PRIMARY KEY (collection_id, question_key)
);

CREATE INDEX curated_keys_by_answer ON curated_keys (curated_id);

-- What the review queue groups turns by. Null in turns from before there was one.
ALTER TABLE turns ADD COLUMN question_key   VARCHAR(64);
-- answered, unsure, not_found or curated
ALTER TABLE turns ADD COLUMN outcome        VARCHAR(16);
-- One to a line; empty for all.
ALTER TABLE turns ADD COLUMN collection_ids TEXT;

CREATE INDEX turns_by_question ON turns (question_key, answered_at);
CREATE INDEX turns_by_outcome ON turns (outcome, question_key);

CREATE TABLE review_resolutions (
  question_key VARCHAR(64)              PRIMARY KEY,
  -- curated, gap, case or dismissed
  kind         VARCHAR(16)              NOT NULL,
  note         VARCHAR(2000),
  curated_id   VARCHAR(64),
  resolved_at  TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Written by administrators, so they outlive the conversations that gave rise to them.
CREATE TABLE review_cases (
  id           VARCHAR(64)              PRIMARY KEY,
  question_key VARCHAR(64)              NOT NULL UNIQUE,
  question     TEXT                     NOT NULL,
  context      TEXT,
  -- One to a line; none if the documents do not answer the question.
  answers      TEXT                     NOT NULL,
  created_at   TIMESTAMP WITH TIME ZONE NOT NULL
);
