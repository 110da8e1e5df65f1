package io.passim.ingest.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.xml.sax.SAXException;

/** HTML, in the encoding that it declares or that its bytes suggest. */
final class HtmlReader implements FormatReader {
  @Override
  public String read(Path file, TextBuilder text, DoubleConsumer progress)
      throws IOException, SAXException, TikaException {
    try (InputStream content = TikaInputStream.get(file)) {
      return read(content, new Metadata(), text);
    }
  }

  /** Reads HTML that another format was turned into. */
  String read(String html, TextBuilder text) throws IOException, SAXException, TikaException {
    Metadata metadata = new Metadata();
    metadata.set(HttpHeaders.CONTENT_TYPE, "text/html; charset=UTF-8");
    metadata.set(TikaCoreProperties.CONTENT_TYPE_USER_OVERRIDE, "text/html; charset=UTF-8");
    String page = "<html><head><meta charset=\"UTF-8\"></head><body>" + html + "</body></html>";
    return read(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)), metadata, text);
  }

  private static String read(InputStream content, Metadata metadata, TextBuilder text)
      throws IOException, SAXException, TikaException {
    ParseContext context = new ParseContext();
    // The default mapper drops the elements that tell main content from navigation.
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    new JSoupParser().parse(content, new XhtmlHandler(text), metadata, context);
    return Objects.requireNonNullElse(metadata.get(TikaCoreProperties.TITLE), "");
  }
}
