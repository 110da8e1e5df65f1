package io.passim.ingest.parse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.xml.sax.SAXException;

/**
 * RTF, with the pages that its author ended. Tika does not tell its styles, so headings are known
 * by their looks: short paragraphs that are bold.
 */
final class RtfReader implements FormatReader {
  @Override
  public FileProperties read(Reading reading) throws IOException, SAXException, TikaException {
    Metadata metadata = new Metadata();
    ReadBytes read = new ReadBytes(Files.size(reading.path()), reading.progress());
    reading.text().startPage(1);
    try (InputStream content =
        new RtfMarks(new BufferedInputStream(read.of(Files.newInputStream(reading.path()))))) {
      new RTFParser()
          .parse(content, XhtmlHandler.ofRtf(reading.text()), metadata, NothingEmbedded.context());
    }
    return FileProperties.of(metadata);
  }
}
