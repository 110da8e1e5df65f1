-- Which reader an evaluation asks for, null for the server's, and what tells its dataset from others.

ALTER TABLE evaluations ADD COLUMN reader VARCHAR(200);
ALTER TABLE evaluations ADD COLUMN dataset_sha256 VARCHAR(64);
