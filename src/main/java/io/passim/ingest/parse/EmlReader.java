package io.passim.ingest.parse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;

/** Mail as it is sent (RFC 5322, MIME): its header, its text and its attachments. */
final class EmlReader implements FormatReader {
  private static final int MAX_HEADERS = 1_000;
  private static final int MAX_LINE = 1 << 20;

  private final int maxCharacters;

  EmlReader(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  @Override
  public FileProperties read(Reading reading)
      throws IOException, SAXException, TikaException, UnreadableException {
    MailParts parts = new MailParts(reading, maxCharacters);
    MimeConfig limits =
        MimeConfig.custom()
            .setMaxHeaderCount(MAX_HEADERS)
            .setMaxHeaderLen(MAX_LINE)
            .setMaxLineLen(MAX_LINE)
            .setMalformedHeaderStartsBody(true)
            .build();
    BodyDescriptorBuilder descriptors = new DefaultBodyDescriptorBuilder();
    MimeStreamParser parser = new MimeStreamParser(limits, DecodeMonitor.SILENT, descriptors);
    parser.setContentDecoding(true);
    // A message that is attached is a file inside, not more of this one.
    parser.setNoRecurse();
    parser.setContentHandler(parts);
    ReadBytes read = new ReadBytes(Files.size(reading.path()), reading.progress());
    try (InputStream content =
        new BufferedInputStream(read.of(Files.newInputStream(reading.path())))) {
      parser.parse(content);
    } catch (MimeException e) {
      throw new IOException(e);
    }
    return parts.finish();
  }
}
