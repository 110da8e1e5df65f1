package io.passim.ingest.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** HTML, in the encoding that it declares or that its bytes suggest. */
final class HtmlReader implements FormatReader {
  @Override
  public FileProperties read(Reading reading) throws IOException, SAXException, TikaException {
    TextBuilder text = reading.text();
    FileProperties properties = read(reading, XhtmlHandler.ofPage(text));
    // A page of links and nothing else is about them.
    return text.isBlank() ? read(reading, new XhtmlHandler(text)) : properties;
  }

  private static FileProperties read(Reading reading, XhtmlHandler text)
      throws IOException, SAXException, TikaException {
    try (InputStream content = TikaInputStream.get(reading.path())) {
      return read(content, new Metadata(), text);
    }
  }

  /** Reads the body of HTML that another format was turned into. */
  FileProperties readBody(String html, TextBuilder text)
      throws IOException, SAXException, TikaException {
    return read(
        "<html><head><meta charset=\"UTF-8\"></head><body>" + html + "</body></html>", text);
  }

  /** Reads a page that has been decoded. */
  FileProperties read(String page, TextBuilder text)
      throws IOException, SAXException, TikaException {
    Metadata metadata = new Metadata();
    metadata.set(HttpHeaders.CONTENT_TYPE, "text/html; charset=UTF-8");
    metadata.set(TikaCoreProperties.CONTENT_TYPE_USER_OVERRIDE, "text/html; charset=UTF-8");
    return read(
        new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)),
        metadata,
        new XhtmlHandler(text));
  }

  /**
   * Reads a chapter of a book.
   *
   * @param text where its words go
   */
  static void readChapter(InputStream content, TextBuilder text)
      throws IOException, SAXException, TikaException {
    parse(content, XhtmlHandler.ofBook(text), new Metadata());
  }

  /**
   * Reads a page.
   *
   * @param text of an empty one, or of a part of its own: where the page tells its main content,
   *     what is there goes
   */
  private static FileProperties read(InputStream content, Metadata metadata, XhtmlHandler text)
      throws IOException, SAXException, TikaException {
    parse(content, text, metadata);
    return new FileProperties(
        Objects.requireNonNullElse(metadata.get(TikaCoreProperties.TITLE), ""),
        first(metadata, "author", "dc:creator", "dc.creator", "DC.creator", "article:author"),
        date(metadata));
  }

  private static void parse(InputStream content, XhtmlHandler text, Metadata metadata)
      throws IOException, SAXException, TikaException {
    ParseContext context = new ParseContext();
    // The default mapper drops the elements that tell main content from navigation.
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    new JSoupParser().parse(content, text, metadata, context);
  }

  private static @Nullable String first(Metadata metadata, String... names) {
    return Stream.of(names)
        .map(metadata::get)
        .filter(value -> value != null && !value.isBlank() && !value.startsWith("http"))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable LocalDate date(Metadata metadata) {
    return Stream.of(
            "article:published_time",
            "dcterms:created",
            "dcterms.created",
            "dc.date",
            "DC.date",
            "date",
            "article:modified_time",
            "dcterms:modified",
            "last-modified")
        .map(metadata::get)
        .map(FileDates::parse)
        .flatMap(day -> Optional.ofNullable(day).stream())
        .findFirst()
        .orElse(null);
  }
}
