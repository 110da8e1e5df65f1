-- The confidence from which a collection's documents answer, 0 to 1; null for the server's own.
ALTER TABLE collections ADD COLUMN threshold DOUBLE PRECISION;
