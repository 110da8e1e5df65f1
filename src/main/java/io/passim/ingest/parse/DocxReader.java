package io.passim.ingest.parse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Word documents, without the headers and footers of their pages and what is embedded in them. */
final class DocxReader implements FormatReader {
  @Override
  public String read(Path file, TextBuilder text, DoubleConsumer progress)
      throws IOException, SAXException, TikaException, UnreadableException {
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
      // Word keeps an encrypted document inside the container of the old format.
      if (FileMagic.valueOf(FileMagic.prepareToCheckMagic(content)) == FileMagic.OLE2) {
        throw new UnreadableException(
            "document_encrypted",
            "The document is protected by a password. Remove the password in Word and upload it"
                + " again.");
      }
    }
    OfficeParserConfig office = new OfficeParserConfig();
    office.setIncludeHeadersAndFooters(false);
    office.setIncludeDeletedContent(false);
    office.setUseSAXDocxExtractor(true);
    ParseContext context = new ParseContext();
    context.set(OfficeParserConfig.class, office);
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    Metadata metadata = new Metadata();
    metadata.set(HttpHeaders.CONTENT_TYPE, MediaTypes.DOCX);
    try (TikaInputStream content = TikaInputStream.get(file)) {
      new OOXMLParser().parse(content, new XhtmlHandler(text), metadata, context);
    }
    return Objects.requireNonNullElse(metadata.get(TikaCoreProperties.TITLE), "");
  }

  private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
  }
}
