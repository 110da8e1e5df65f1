package io.passim.ingest.parse;

import java.io.IOException;
import javax.xml.parsers.SAXParser;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.xml.sax.SAXException;

/**
 * Word documents, without the headers and footers of their pages. Pages are what Word last laid
 * out, or where the author ended them; notes stand on the last.
 */
final class DocxReader implements FormatReader {
  @Override
  public FileProperties read(Reading reading)
      throws IOException, SAXException, TikaException, UnreadableException {
    OfficePackage.refuseEncrypted(reading.path());
    OfficeParserConfig office = new OfficeParserConfig();
    office.setIncludeHeadersAndFooters(false);
    office.setIncludeDeletedContent(false);
    office.setUseSAXDocxExtractor(true);
    ParseContext context = NothingEmbedded.context();
    context.set(OfficeParserConfig.class, office);
    Metadata metadata = new Metadata();
    metadata.set(HttpHeaders.CONTENT_TYPE, MediaTypes.DOCX);
    XhtmlHandler text = new XhtmlHandler(reading.text());
    ReadBytes read = new ReadBytes(OfficePackage.wordBytes(reading.path()), reading.progress());
    context.set(SAXParser.class, new DocxParts(text, reading.path(), read));
    reading.text().startPage(1);
    try (TikaInputStream content = TikaInputStream.get(reading.path())) {
      new OOXMLParser().parse(content, text, metadata, context);
    }
    OfficePackage.readEmbedded(reading);
    return FileProperties.of(metadata);
  }
}
