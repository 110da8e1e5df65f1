package io.passim.ingest.parse;

import java.io.IOException;
import org.apache.tika.exception.TikaException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** The text of a mail: its subject as heading, who wrote to whom when, what was written. */
final class MailText {
  private static final HtmlReader HTML = new HtmlReader();

  private MailText() {}

  /** Appends the header; what is null or blank is left out. */
  static void header(
      TextBuilder text,
      @Nullable String subject,
      @Nullable String from,
      @Nullable String to,
      @Nullable String copy,
      @Nullable String date) {
    if (subject != null) {
      text.heading(1, subject);
    }
    StringBuilder lines = new StringBuilder();
    line(lines, "From", from);
    line(lines, "To", to);
    line(lines, "Cc", copy);
    line(lines, "Date", date);
    text.paragraph(lines);
  }

  /** Appends what was written: the HTML if it has words, for its structure, else the plain text. */
  static void body(TextBuilder text, @Nullable String html, @Nullable String plain)
      throws IOException, SAXException, TikaException {
    TextBuilder written = text.part();
    if (html != null) {
      HTML.read(html, written);
    }
    if (written.isBlank() && plain != null) {
      PlainTextReader.write(plain, written);
    }
    text.append(written.build());
  }

  private static void line(StringBuilder lines, String name, @Nullable String value) {
    String clean = value == null ? "" : TextCleaner.cleanLine(value);
    if (!clean.isEmpty()) {
      lines.append(lines.isEmpty() ? "" : "\n").append(name).append(": ").append(clean);
    }
  }
}
