package io.passim.ingest.parse;

import java.io.IOException;
import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;

/** Reads files of one format. */
interface FormatReader {
  /**
   * Appends the words of the file to the text.
   *
   * @return what the file says of itself
   */
  FileProperties read(Reading reading)
      throws IOException, SAXException, TikaException, UnreadableException;
}
