package io.passim.ingest.parse;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.exception.TikaException;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.xml.sax.SAXException;

/** Markdown (CommonMark with tables), read as the HTML that it stands for. */
final class MarkdownReader implements FormatReader {
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A\\uFEFF?---\\R((?:[^\\n]*\\R){0,200}?)(?:---|\\.\\.\\.)\\R");

  private static final Pattern FIELD =
      Pattern.compile("(?im)^(title|author|date):[ \\t]*[\"']?(.*?)[\"']?[ \\t]*$");

  private static final List<TablesExtension> EXTENSIONS =
      List.of((TablesExtension) TablesExtension.create());

  private final HtmlReader html = new HtmlReader();
  private final int maxCharacters;

  MarkdownReader(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  @Override
  public FileProperties read(Reading reading) throws IOException, SAXException, TikaException {
    String markdown = PlainText.readAll(reading.path(), maxCharacters);
    FileProperties properties = FileProperties.NONE;
    Matcher front = FRONT_MATTER.matcher(markdown);
    if (front.find()) {
      properties = properties(front.group(1));
      markdown = markdown.substring(front.end());
    }
    Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).build();
    html.readBody(renderer.render(parser.parse(markdown)), reading.text());
    return properties;
  }

  private static FileProperties properties(String frontMatter) {
    Map<String, String> fields = new HashMap<>();
    Matcher field = FIELD.matcher(frontMatter);
    while (field.find()) {
      fields.putIfAbsent(field.group(1).toLowerCase(Locale.ROOT), field.group(2));
    }
    return new FileProperties(
        fields.getOrDefault("title", ""),
        fields.get("author"),
        FileDates.parse(fields.get("date")));
  }
}
