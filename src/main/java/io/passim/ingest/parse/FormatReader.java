package io.passim.ingest.parse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;

/** Reads files of one format. */
interface FormatReader {
  /**
   * Appends the words of {@code file} to {@code text}.
   *
   * @return the title that the file gives itself, blank if none
   */
  String read(Path file, TextBuilder text, DoubleConsumer progress)
      throws IOException, SAXException, TikaException, UnreadableException;
}
