package io.passim.ingest.parse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.utils.XMLReaderUtils;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * OpenDocument: texts with the pages that the program last laid out, sheets and slides with one
 * page each. Tika's own reader tells neither pages nor the names of sheets.
 */
final class OpenDocumentReader implements FormatReader {
  @Override
  public FileProperties read(Reading reading)
      throws IOException, SAXException, TikaException, UnreadableException {
    try (ZipFile zip = ZippedXml.open(reading)) {
      NodeList keys =
          ZippedXml.elements(ZippedXml.tree(zip, "META-INF/manifest.xml"), "encryption-data");
      if (keys != null && keys.getLength() > 0) {
        throw Reasons.encrypted();
      }
      ZipEntry entry = zip.getEntry("content.xml");
      if (entry == null) {
        throw new FileNotFoundException("content.xml");
      }
      OpenStyles named = styles(zip);
      ReadBytes read = new ReadBytes(entry.getSize(), reading.progress());
      try (InputStream content = read.of(zip.getInputStream(entry))) {
        XMLReaderUtils.parseSAX(
            content, new OpenDocumentHandler(reading.text(), named), new ParseContext());
      }
      Document meta = ZippedXml.tree(zip, "meta.xml");
      return new FileProperties(
          Objects.requireNonNullElse(ZippedXml.first(meta, "title"), ""),
          either(meta, "initial-creator", "creator"),
          FileDates.parse(either(meta, "creation-date", "date")));
    }
  }

  /** The named styles; as many as can be read. */
  private static OpenStyles styles(ZipFile zip) throws IOException {
    OpenStyles styles = new OpenStyles();
    ZipEntry entry = zip.getEntry("styles.xml");
    if (entry != null) {
      try (InputStream content = zip.getInputStream(entry)) {
        XMLReaderUtils.parseSAX(content, styles, new ParseContext());
      } catch (SAXException | TikaException | ZipException e) {
        return styles;
      }
    }
    return styles;
  }

  private static @Nullable String either(@Nullable Document meta, String first, String second) {
    String found = ZippedXml.first(meta, first);
    return found == null || found.isBlank() ? ZippedXml.first(meta, second) : found;
  }
}
