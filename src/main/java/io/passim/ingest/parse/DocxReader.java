package io.passim.ingest.parse;

import java.io.IOException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.xml.sax.SAXException;

/** Word documents, without the headers and footers of their pages. */
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
    try (TikaInputStream content = TikaInputStream.get(reading.path())) {
      new OOXMLParser().parse(content, new XhtmlHandler(reading.text()), metadata, context);
    }
    OfficePackage.readEmbedded(reading);
    return FileProperties.of(metadata);
  }
}
