package io.passim.ingest.parse;

import java.io.IOException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.xml.sax.SAXException;

/** Word documents of the old binary format, without the headers and footers of their pages. */
final class DocReader implements FormatReader {
  @Override
  public FileProperties read(Reading reading) throws IOException, SAXException, TikaException {
    OfficeParserConfig office = new OfficeParserConfig();
    office.setIncludeHeadersAndFooters(false);
    ParseContext context = NothingEmbedded.context();
    context.set(OfficeParserConfig.class, office);
    Metadata metadata = new Metadata();
    metadata.set(HttpHeaders.CONTENT_TYPE, MediaTypes.DOC);
    try (TikaInputStream content = TikaInputStream.get(reading.path())) {
      new OfficeParser().parse(content, new XhtmlHandler(reading.text()), metadata, context);
    }
    return FileProperties.of(metadata);
  }
}
