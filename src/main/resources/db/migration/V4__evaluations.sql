-- Evaluations and what came of each of their questions.

CREATE TABLE evaluations (
  id             VARCHAR(64)              PRIMARY KEY,
  name           VARCHAR(200)             NOT NULL,
  -- One to a line; null if the dataset's own contexts are asked.
  collection_ids TEXT,
  status         VARCHAR(16)              NOT NULL,
  problem_code   VARCHAR(64),
  problem_detail VARCHAR(2000),
  questions      INTEGER                  NOT NULL,
  asked          INTEGER                  NOT NULL,
  -- JSON
  provenance     TEXT,
  report         TEXT,
  created_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  started_at     TIMESTAMP WITH TIME ZONE,
  finished_at    TIMESTAMP WITH TIME ZONE
);

CREATE INDEX evaluations_by_creation ON evaluations (created_at);

CREATE TABLE evaluated_questions (
  evaluation_id VARCHAR(64) NOT NULL REFERENCES evaluations (id) ON DELETE CASCADE,
  -- Place in the dataset, from 0.
  place         INTEGER     NOT NULL,
  -- JSON
  outcome       TEXT        NOT NULL,
  PRIMARY KEY (evaluation_id, place)
);
