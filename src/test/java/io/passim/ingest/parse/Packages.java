package io.passim.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of the smallest Office, OpenDocument and EPUB files, around a text that is given. */
final class Packages {
  static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE_RELATIONS =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private Packages() {}

  /** A Word document with this body. */
  static Map<String, byte[]> word(String body) {
    return word("", body);
  }

  /** The same with a prolog, such as a document type, before the root of its main part. */
  static Map<String, byte[]> word(String prolog, String body) {
    return parts(
        "[Content_Types].xml",
        types(
            "/word/document.xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
        "_rels/.rels",
        relation("officeDocument", "word/document.xml", ""),
        "word/document.xml",
        prolog + "<w:document xmlns:w=\"" + WORD + "\"><w:body>" + body + "</w:body></w:document>");
  }

  /** A Word document with this body and what these parts hold of styles and of numbering. */
  static Map<String, byte[]> word(String styles, String numbering, String body) {
    String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    Map<String, byte[]> parts = word(body);
    parts.putAll(
        parts(
            "[Content_Types].xml",
            types(
                "/word/document.xml",
                type + "document.main+xml",
                "/word/styles.xml",
                type + "styles+xml",
                "/word/numbering.xml",
                type + "numbering+xml"),
            "word/_rels/document.xml.rels",
            "<Relationships xmlns=\""
                + PACKAGE_RELATIONS
                + "\"><Relationship Id=\"r1\" Type=\""
                + RELATIONS
                + "/styles\" Target=\"styles.xml\"/><Relationship Id=\"r2\" Type=\""
                + RELATIONS
                + "/numbering\" Target=\"numbering.xml\"/></Relationships>",
            "word/styles.xml",
            "<w:styles xmlns:w=\"" + WORD + "\">" + styles + "</w:styles>",
            "word/numbering.xml",
            "<w:numbering xmlns:w=\"" + WORD + "\">" + numbering + "</w:numbering>"));
    return parts;
  }

  /** A workbook of one sheet with these rows. */
  static Map<String, byte[]> sheet(String rows) {
    return parts(
        "[Content_Types].xml",
        types(
            "/xl/workbook.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "/xl/worksheets/sheet1.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"),
        "_rels/.rels",
        relation("officeDocument", "xl/workbook.xml", ""),
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + SHEET
            + "\" xmlns:r=\""
            + RELATIONS
            + "\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels",
        relation("worksheet", "worksheets/sheet1.xml", ""),
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"" + SHEET + "\"><sheetData>" + rows + "</sheetData></worksheet>");
  }

  /** What an OpenDocument text has besides its content. */
  static Map<String, byte[]> openDocument() {
    return parts(
        "mimetype",
        "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml",
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
            + "<manifest:file-entry manifest:full-path=\"content.xml\""
            + " manifest:media-type=\"text/xml\"/></manifest:manifest>");
  }

  /** The content of an OpenDocument text with this body. */
  static String openDocumentText(String body) {
    return "<office:document-content"
        + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
        + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
        + "<office:body><office:text>"
        + body
        + "</office:text></office:body></office:document-content>";
  }

  /** A book of one chapter with this body. */
  static Map<String, byte[]> epub(String body) {
    return epub("", body);
  }

  /** The same with a prolog before the chapter. */
  static Map<String, byte[]> epub(String prolog, String body) {
    return parts(
        "mimetype",
        "application/epub+zip",
        "META-INF/container.xml",
        "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" version=\"1.0\">"
            + "<rootfiles><rootfile full-path=\"book.opf\""
            + " media-type=\"application/oebps-package+xml\"/></rootfiles></container>",
        "book.opf",
        prolog
            + "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\">"
            + "<manifest><item id=\"one\" href=\"one.xhtml\""
            + " media-type=\"application/xhtml+xml\"/></manifest>"
            + "<spine><itemref idref=\"one\"/></spine></package>",
        "one.xhtml",
        prolog
            + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>One</title></head><body>"
            + body
            + "</body></html>");
  }

  static String relation(String type, String target, String attributes) {
    return "<Relationships xmlns=\""
        + PACKAGE_RELATIONS
        + "\"><Relationship Id=\"r1\" Type=\""
        + RELATIONS
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\" "
        + attributes
        + "/></Relationships>";
  }

  private static String types(String... partsAndTypes) {
    StringBuilder types =
        new StringBuilder(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    for (int i = 0; i < partsAndTypes.length; i += 2) {
      types
          .append("<Override PartName=\"")
          .append(partsAndTypes[i])
          .append("\" ContentType=\"")
          .append(partsAndTypes[i + 1])
          .append("\"/>");
    }
    return types.append("</Types>").toString();
  }

  private static Map<String, byte[]> parts(String... namesAndTexts) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      parts.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return parts;
  }
}
