package io.passim.ingest.parse;

import java.nio.file.Path;

/**
 * A file to be parsed.
 *
 * @param path where its bytes are
 * @param filename as it was uploaded
 * @param mediaType one of {@link MediaTypes#ACCEPTED}
 */
public record SourceFile(Path path, String filename, String mediaType) {}
