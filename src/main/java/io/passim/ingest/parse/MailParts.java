package io.passim.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.apache.tika.exception.TikaException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Takes the parts of a mail as they come: of alternatives the richest, attachments behind the text.
 * Pictures that the text shows are left out.
 */
final class MailParts extends AbstractContentHandler {
  private static final Set<String> HEADERS = Set.of("subject", "from", "to", "cc", "date");

  private final Reading reading;
  private final int maxCharacters;
  private final TextBuilder attached;
  private final Map<String, String> headers = new HashMap<>();
  private final Deque<Boolean> multiparts = new ArrayDeque<>();
  private int alternatives;
  private boolean inPart;
  private boolean headerWritten;
  private @Nullable String html;
  private @Nullable String plain;

  MailParts(Reading reading, int maxCharacters) {
    this.reading = reading;
    this.maxCharacters = maxCharacters;
    attached = reading.text().part();
  }

  @Override
  public void startBodyPart() {
    inPart = true;
  }

  @Override
  public void field(Field field) {
    String name = field.getName().toLowerCase(Locale.ROOT);
    if (!inPart && HEADERS.contains(name)) {
      headers.putIfAbsent(name, decoded(field.getBody()));
    }
  }

  @Override
  public void startMultipart(BodyDescriptor multipart) {
    boolean alternative = multipart.getSubType().equalsIgnoreCase("alternative");
    multiparts.push(alternative);
    alternatives += alternative ? 1 : 0;
  }

  @Override
  public void endMultipart() {
    if (Boolean.TRUE.equals(multiparts.poll()) && --alternatives == 0) {
      try {
        writeBody();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void body(BodyDescriptor descriptor, InputStream content) throws IOException {
    MaximalBodyDescriptor part = (MaximalBodyDescriptor) descriptor;
    String type = part.getMimeType().toLowerCase(Locale.ROOT);
    String filename = filename(part);
    boolean attachment =
        filename != null || "attachment".equalsIgnoreCase(part.getContentDispositionType());
    if (!attachment && type.equals("text/html")) {
      html = html == null ? read(content, part) : html;
    } else if (!attachment && type.equals("text/plain")) {
      plain = plain == null ? read(content, part) : plain;
    } else if (!type.startsWith("image/") || part.getContentId() == null) {
      String name = filename == null ? nameless(type) : filename;
      var _ = reading.inside().read(name, content, 0, attached);
    }
    if (alternatives == 0) {
      writeBody();
    }
  }

  /** Appends what is left to append. */
  FileProperties finish() throws IOException {
    writeBody();
    if (!attached.isBlank()) {
      reading.text().startNextPage();
      reading.text().append(attached.build());
    }
    return new FileProperties(
        headers.getOrDefault("subject", ""),
        headers.get("from"),
        FileDates.parse(headers.get("date")));
  }

  private void writeBody() throws IOException {
    if (!headerWritten) {
      headerWritten = true;
      MailText.header(
          reading.text(),
          headers.get("subject"),
          headers.get("from"),
          headers.get("to"),
          headers.get("cc"),
          headers.get("date"));
    }
    try {
      MailText.body(reading.text(), html, plain);
    } catch (SAXException | TikaException e) {
      throw new IOException(e);
    }
    html = null;
    plain = null;
  }

  private String read(InputStream content, MaximalBodyDescriptor part) throws IOException {
    return PlainText.readAll(
        new InputStreamReader(content, charset(part.getCharset())), maxCharacters);
  }

  private static Charset charset(@Nullable String name) {
    try {
      // Mail that says ASCII, or nothing, and means it reads the same as UTF-8.
      return name == null || name.equalsIgnoreCase("us-ascii")
          ? StandardCharsets.UTF_8
          : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static @Nullable String filename(MaximalBodyDescriptor part) {
    String name = part.getContentDispositionFilename();
    if (name == null) {
      name = part.getContentTypeParameters().get("name");
    }
    return name == null || name.isBlank() ? null : decoded(name);
  }

  private static String nameless(String type) {
    return switch (type) {
      case "message/rfc822" -> "message.eml";
      case "text/csv" -> "attachment.csv";
      case "text/html" -> "attachment.html";
      default -> "attachment";
    };
  }

  private static String decoded(String words) {
    return DecoderUtil.decodeEncodedWords(words, DecodeMonitor.SILENT).strip();
  }
}
