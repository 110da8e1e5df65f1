package io.passim.inference;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A reader that stands in the models directory.
 *
 * @param name of its folder, as {@code passim.inference.reader} takes it
 * @param directory the folder
 * @param inUse whether it is the server's reader
 * @param manifest null if it cannot be read
 * @param bytes size of its graph, 0 if there is none
 * @param problem why it cannot be loaded, without paths; null if nothing speaks against it
 */
public record ReaderFolder(
    String name,
    Path directory,
    boolean inUse,
    @Nullable ModelManifest manifest,
    long bytes,
    @Nullable String problem) {}
