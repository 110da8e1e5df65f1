package io.passim.ingest;

import java.nio.file.Path;

/**
 * A file that has reached this machine.
 *
 * @param submission what the client says of it
 * @param file its bytes, under a name that means nothing
 */
public record Upload(Submission submission, Path file) {}
