package io.passim.ingest.parse;

import io.passim.ingest.parse.CorpusFiles.Fact;
import io.passim.ingest.parse.CorpusFiles.Format;
import io.passim.ingest.parse.CorpusFiles.Writer;
import io.passim.ingest.parse.CorpusStory.CorpusSection;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Formats that are text, and plain text in many encodings. */
final class CorpusTexts {
  private static final List<String> LANGUAGES = List.of("en", "fr");

  private CorpusTexts() {}

  static List<Format> formats() {
    List<Format> formats = new ArrayList<>();
    formats.add(new Format("rtf", "rtf", LANGUAGES, Fact.PAGED, text(CorpusTexts::rtf)));
    formats.add(new Format("html", "html", LANGUAGES, Fact.FLOWING, text(CorpusTexts::html)));
    formats.add(new Format("markdown", "md", LANGUAGES, Fact.FLOWING, text(CorpusTexts::markdown)));
    formats.add(new Format("csv", "csv", LANGUAGES, Fact.ROW, text(story -> rows(story, ","))));
    formats.add(
        new Format("csv-semicolon", "csv", LANGUAGES, Fact.ROW, text(story -> rows(story, ";"))));
    formats.add(new Format("tsv", "tsv", LANGUAGES, Fact.ROW, text(story -> rows(story, "\t"))));
    for (String encoding : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      formats.add(plain(encoding, false, "en", "fr"));
      formats.add(plain(encoding, true, "en", "fr"));
    }
    formats.add(plain("windows-1252", false, "fr"));
    formats.add(plain("ISO-8859-1", false, "fr"));
    formats.add(plain("windows-1251", false, "ru"));
    formats.add(plain("KOI8-R", false, "ru"));
    formats.add(plain("ISO-8859-5", false, "ru"));
    formats.add(plain("UTF-16LE", false, "ru"));
    formats.add(plain("Shift_JIS", false, "ja"));
    formats.add(plain("EUC-JP", false, "ja"));
    return formats;
  }

  static String xhtml(CorpusSection section) {
    return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Part</title></head><body>"
        + body(section)
        + "</body></html>";
  }

  static String markdown(CorpusSection section) {
    return "# "
        + section.heading()
        + "\n\n"
        + String.join("\n\n", section.paragraphs())
        + "\n\n- "
        + String.join("\n- ", section.items())
        + "\n\n";
  }

  static String plain(CorpusStory story) {
    return story.sections().stream()
        .map(section ->
            section.heading() + "\n==========\n\n" + String.join("\n\n", section.paragraphs()))
        .collect(Collectors.joining("\n\n"));
  }

  static String html(CorpusStory story) {
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>"
        + story.title()
        + "</title></head><body><nav>Menu</nav><main>"
        + story.sections().stream().map(CorpusTexts::body).collect(Collectors.joining())
        + "</main><footer>Imprint</footer></body></html>";
  }

  static String rows(CorpusStory story, String delimiter) {
    return story.rows().stream()
        .map(row -> String.join(delimiter, row))
        .collect(Collectors.joining("\r\n"));
  }

  private static String markdown(CorpusStory story) {
    return story.sections().stream().map(CorpusTexts::markdown).collect(Collectors.joining());
  }

  private static String rtf(CorpusStory story) {
    StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\n");
    rtf.append("{\\info{\\title ").append(escaped(story.title())).append("}{\\author Ada Pym}}\n");
    for (CorpusSection section : story.sections()) {
      rtf.append("{\\pard\\b ").append(escaped(section.heading())).append("\\par}\n");
      for (String words : section.paragraphs()) {
        rtf.append("{\\pard ").append(escaped(words)).append("\\par}\n");
      }
      rtf.append("\\page\n");
    }
    return rtf.append('}').toString();
  }

  private static String escaped(String words) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      escaped.append(c < 128 ? String.valueOf(c) : "\\u" + (int) c + "?");
    }
    return escaped.toString();
  }

  private static String body(CorpusSection section) {
    StringBuilder body = new StringBuilder("<h1>" + section.heading() + "</h1>");
    section.paragraphs().forEach(words -> body.append("<p>").append(words).append("</p>"));
    body.append("<ul>");
    section.items().forEach(item -> body.append("<li>").append(item).append("</li>"));
    return body.append("</ul>").toString();
  }

  private static Format plain(String encoding, boolean marked, String... languages) {
    String name =
        "text-"
            + encoding.toLowerCase(Locale.ROOT)
            + (marked ? "-bom" : "")
            + (languages.length == 1 ? "-" + languages[0] : "");
    Charset charset = Charset.forName(encoding);
    return new Format(
        name,
        "txt",
        Arrays.asList(languages),
        Fact.FLOWING,
        (story, file) -> {
          ByteBuffer encoded = charset.encode((marked ? "\uFEFF" : "") + plain(story));
          byte[] bytes = new byte[encoded.remaining()];
          encoded.get(bytes);
          Files.write(file, bytes);
        });
  }

  private static Writer text(Function<CorpusStory, String> writing) {
    return (story, file) -> Files.writeString(file, writing.apply(story), StandardCharsets.UTF_8);
  }
}
