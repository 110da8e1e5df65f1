package io.passim.ingest.parse;

import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/**
 * The reading of one file.
 *
 * @param file what is read
 * @param text where its words go
 * @param progress told the part that is done, 0 to 1
 * @param inside what reads the files inside it
 */
record Reading(SourceFile file, TextBuilder text, DoubleConsumer progress, Unfolding inside) {
  Path path() {
    return file.path();
  }
}
