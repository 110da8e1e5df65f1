package io.passim.ingest.parse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import org.apache.tika.exception.TikaException;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.xml.sax.SAXException;

/** Markdown (CommonMark with tables), read as the HTML that it stands for. */
final class MarkdownReader implements FormatReader {
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A\\uFEFF?---\\R(?:[^\\n]*\\R){0,200}?(?:---|\\.\\.\\.)\\R");

  private static final List<TablesExtension> EXTENSIONS =
      List.of((TablesExtension) TablesExtension.create());

  private final HtmlReader html = new HtmlReader();
  private final int maxCharacters;

  MarkdownReader(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  @Override
  public String read(Path file, TextBuilder text, DoubleConsumer progress)
      throws IOException, SAXException, TikaException {
    String markdown = FRONT_MATTER.matcher(PlainText.readAll(file, maxCharacters)).replaceFirst("");
    Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).build();
    return html.read(renderer.render(parser.parse(markdown)), text);
  }
}
