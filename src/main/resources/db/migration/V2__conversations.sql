-- Conversations, their turns and what people thought of the answers.

CREATE TABLE conversations (
  id VARCHAR(64) PRIMARY KEY,
  title VARCHAR(512) NOT NULL,
  started_at TIMESTAMP WITH TIME ZONE NOT NULL,
  -- Message numbers up to here may have been given out; after a restart counting goes on above it.
  seq_ceiling BIGINT NOT NULL
);

CREATE INDEX conversations_by_start ON conversations (started_at);

CREATE TABLE turns (
  answer_id VARCHAR(64) PRIMARY KEY,
  conversation_id VARCHAR(64) NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  ask_id VARCHAR(128) NOT NULL,
  seq BIGINT NOT NULL,
  answer TEXT NOT NULL,
  answered_at TIMESTAMP WITH TIME ZONE NOT NULL,
  UNIQUE (conversation_id, ask_id),
  UNIQUE (conversation_id, seq)
);

CREATE TABLE feedback (
  answer_id VARCHAR(64) PRIMARY KEY REFERENCES turns (answer_id) ON DELETE CASCADE,
  rating VARCHAR(8) NOT NULL,
  reason TEXT,
  expected TEXT,
  given_at TIMESTAMP WITH TIME ZONE NOT NULL
);
