package io.passim.ingest.parse;

import io.passim.ingest.parse.CorpusFiles.Fact;
import io.passim.ingest.parse.CorpusFiles.Format;
import io.passim.ingest.parse.CorpusStory.CorpusSection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Formats that are zip files: OpenDocument, EPUB and archives. */
final class CorpusArchives {
  private static final List<String> LANGUAGES = List.of("en", "fr");
  private static final String OFFICE =
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
          + " xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\""
          + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
          + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

  private CorpusArchives() {}

  static List<Format> formats() {
    return List.of(
        new Format("odt", "odt", LANGUAGES, Fact.PAGED, CorpusArchives::odt),
        new Format("ods", "ods", LANGUAGES, Fact.SECOND_ROW, CorpusArchives::ods),
        new Format("odp", "odp", LANGUAGES, Fact.PAGED, CorpusArchives::odp),
        new Format("epub", "epub", LANGUAGES, Fact.PAGED, CorpusArchives::epub),
        new Format("zip", "zip", LANGUAGES, Fact.PAGED, CorpusArchives::zip));
  }

  private static void odt(CorpusStory story, Path file) throws IOException {
    StringBuilder body = new StringBuilder("<office:text>");
    for (int i = 0; i < story.sections().size(); i++) {
      CorpusSection section = story.sections().get(i);
      body.append(i == 0 ? "" : "<text:soft-page-break/>")
          .append("<text:h text:outline-level=\"1\">")
          .append(xml(section.heading()))
          .append("</text:h>");
      section.paragraphs().forEach(words -> paragraph(body, words));
      body.append("<text:list>");
      for (String item : section.items()) {
        body.append("<text:list-item>");
        paragraph(body, item);
        body.append("</text:list-item>");
      }
      body.append("</text:list>");
    }
    openDocument(file, MediaTypes.ODT, story, body.append("</office:text>"));
  }

  private static void ods(CorpusStory story, Path file) throws IOException {
    StringBuilder body =
        new StringBuilder("<office:spreadsheet><table:table table:name=\"Notes\">");
    for (String words : story.sections().getFirst().paragraphs()) {
      row(body, List.of(words));
    }
    body.append("</table:table><table:table table:name=\"Pupils\">");
    story.rows().forEach(cells -> row(body, cells));
    body.append(
        "<table:table-row table:number-rows-repeated=\"1048500\">"
            + "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>");
    openDocument(file, MediaTypes.ODS, story, body.append("</table:table></office:spreadsheet>"));
  }

  private static void odp(CorpusStory story, Path file) throws IOException {
    StringBuilder body = new StringBuilder("<office:presentation>");
    for (CorpusSection section : story.sections()) {
      body.append("<draw:page><draw:frame presentation:class=\"title\"><draw:text-box>");
      paragraph(body, section.heading());
      body.append("</draw:text-box></draw:frame><draw:frame><draw:text-box>");
      section.paragraphs().forEach(words -> paragraph(body, words));
      body.append("</draw:text-box></draw:frame></draw:page>");
    }
    openDocument(file, MediaTypes.ODP, story, body.append("</office:presentation>"));
  }

  private static void epub(CorpusStory story, Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mimetype", bytes(MediaTypes.EPUB));
    entries.put(
        "META-INF/container.xml",
        bytes(
            "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
                + "<rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>"));
    StringBuilder manifest = new StringBuilder();
    StringBuilder spine = new StringBuilder();
    for (int i = 0; i < story.sections().size(); i++) {
      manifest
          .append("<item id=\"c" + i + "\" href=\"text/chapter%20" + i + ".xhtml\"")
          .append(" media-type=\"application/xhtml+xml\"/>");
      spine.append("<itemref idref=\"c" + i + "\"/>");
    }
    entries.put(
        "OEBPS/book.opf",
        bytes(
            "<package xmlns=\"http://www.idpf.org/2007/opf\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:title>"
                + xml(story.title())
                + "</dc:title><dc:creator>Ada Pym</dc:creator><dc:date>2024-02-29</dc:date>"
                + "</metadata><manifest>"
                + manifest
                + "</manifest><spine>"
                + spine
                + "</spine></package>"));
    for (int i = 0; i < story.sections().size(); i++) {
      entries.put(
          "OEBPS/text/chapter " + i + ".xhtml", bytes(CorpusTexts.xhtml(story.sections().get(i))));
    }
    write(file, entries);
  }

  /** Each section is a file of its own, in one format or another. */
  private static void zip(CorpusStory story, Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < story.sections().size(); i++) {
      CorpusSection section = story.sections().get(i);
      entries.put(
          "folder/part " + (i + 1) + (i % 2 == 0 ? ".md" : ".html"),
          bytes(i % 2 == 0 ? CorpusTexts.markdown(section) : CorpusTexts.xhtml(section)));
    }
    write(file, entries);
  }

  private static void openDocument(Path file, String type, CorpusStory story, CharSequence body)
      throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mimetype", bytes(type));
    entries.put(
        "content.xml",
        bytes(
            "<office:document-content "
                + OFFICE
                + "><office:body>"
                + body
                + "</office:body></office:document-content>"));
    entries.put(
        "meta.xml",
        bytes(
            "<office:document-meta "
                + OFFICE
                + "><office:meta><dc:title>"
                + xml(story.title())
                + "</dc:title><meta:initial-creator>Ada Pym</meta:initial-creator>"
                + "<meta:creation-date>2024-02-29T10:00:00</meta:creation-date>"
                + "</office:meta></office:document-meta>"));
    write(file, entries);
  }

  /** A zip file; the first entry is stored, as the media type of a format must be. */
  static void write(Path file, Map<String, byte[]> entries) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTime(0);
        if (entry.getKey().equals("mimetype")) {
          header.setMethod(ZipEntry.STORED);
          header.setSize(entry.getValue().length);
          CRC32 crc = new CRC32();
          crc.update(entry.getValue());
          header.setCrc(crc.getValue());
        }
        out.putNextEntry(header);
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
  }

  private static void row(StringBuilder body, List<String> cells) {
    body.append("<table:table-row>");
    for (String cell : cells) {
      body.append("<table:table-cell>");
      paragraph(body, cell);
      body.append("</table:table-cell>");
    }
    body.append("</table:table-row>");
  }

  private static void paragraph(StringBuilder body, String words) {
    body.append("<text:p>").append(xml(words)).append("</text:p>");
  }

  static String xml(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static byte[] bytes(CharSequence words) {
    return words.toString().getBytes(StandardCharsets.UTF_8);
  }
}
