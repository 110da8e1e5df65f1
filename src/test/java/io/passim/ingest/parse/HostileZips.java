package io.passim.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Archives and Office packages: bombs, nesting, names that lead elsewhere. */
final class HostileZips {
  private static final int OVER_A_GIGABYTE = 1_100_000_000;
  private static final String WORD = "xmlns:w=\"" + Packages.WORD + "\"";

  private HostileZips() {}

  static List<HostileFile> all() {
    List<HostileFile> files = new ArrayList<>();
    files.add(
        new HostileFile(
            "flat.zip", Zips.bomb(Map.of(), "zeros.txt", "", "0", OVER_A_GIGABYTE, "")));
    files.add(new HostileFile("copies.zip", Zips.nested(new byte[4 << 20], 6, 16)));
    files.add(new HostileFile("deep.zip", Zips.nested(Zips.of("notes.txt", "Deep down."), 300, 1)));
    files.add(new HostileFile("overlap.zip", Zips.overlapping(new byte[10 << 20], 20_000)));
    files.add(wordBomb("paragraphs.docx", "<w:p><w:r><w:t>Again. </w:t></w:r></w:p>"));
    files.add(wordBomb("spaces.docx", " "));
    files.add(sheetBomb());
    files.add(openDocumentBomb());
    files.add(presentationOfManySlides());
    files.add(new HostileFile("traversal.zip", traversal(Map.of())));
    files.add(
        new HostileFile("traversal.docx", traversal(Packages.word(paragraph("Read harmlessly.")))));
    files.add(
        new HostileFile("traversal.epub", traversal(Packages.epub("<p>Read harmlessly.</p>"))));
    files.add(new HostileFile("nested-tables.docx", Zips.of(Packages.word(nestedTables(10_000)))));
    return files;
  }

  private static HostileFile wordBomb(String name, String part) {
    Map<String, byte[]> parts = new LinkedHashMap<>(Packages.word(""));
    parts.remove("word/document.xml");
    return new HostileFile(
        name,
        Zips.bomb(
            parts,
            "word/document.xml",
            "<w:document " + WORD + "><w:body>",
            part,
            OVER_A_GIGABYTE / part.length(),
            "</w:body></w:document>"));
  }

  private static HostileFile sheetBomb() {
    Map<String, byte[]> parts = new LinkedHashMap<>(Packages.sheet(""));
    parts.remove("xl/worksheets/sheet1.xml");
    String row = "<row><c t=\"inlineStr\"><is><t>again</t></is></c></row>";
    return new HostileFile(
        "rows.xlsx",
        Zips.bomb(
            parts,
            "xl/worksheets/sheet1.xml",
            "<worksheet xmlns=\"" + Packages.SHEET + "\"><sheetData>",
            row,
            OVER_A_GIGABYTE / row.length(),
            "</sheetData></worksheet>"));
  }

  private static HostileFile openDocumentBomb() {
    String[] around = Packages.openDocumentText("SPLIT").split("SPLIT", 2);
    String part = "<text:p>Again. </text:p>";
    return new HostileFile(
        "again.odt",
        Zips.bomb(
            Packages.openDocument(),
            "content.xml",
            around[0],
            part,
            OVER_A_GIGABYTE / part.length(),
            around[1]));
  }

  private static HostileFile presentationOfManySlides() {
    Map<String, byte[]> parts = new LinkedHashMap<>(Packages.word(paragraph("Read harmlessly.")));
    for (int i = 0; i < 20_000; i++) {
      parts.put("ppt/slides/slide" + i + ".xml", new byte[0]);
    }
    return new HostileFile("many-parts.docx", Zips.of(parts));
  }

  /** Names that would lie outside of any directory that they are unpacked to. */
  private static byte[] traversal(Map<String, byte[]> honest) {
    Map<String, byte[]> entries = new LinkedHashMap<>(honest);
    byte[] evil = "passim-evil".getBytes(StandardCharsets.UTF_8);
    for (String name :
        List.of(
            "../passim-evil.txt",
            "../../../../../../../../tmp/passim-evil.txt",
            "/tmp/passim-evil.txt",
            "..\\..\\passim-evil.txt",
            "C:\\passim-evil.txt",
            "media/../../passim-evil.txt",
            "passim-evil\0.txt")) {
      entries.put(name, evil);
    }
    return Zips.of(entries);
  }

  private static String nestedTables(int depth) {
    return "<w:tbl><w:tr><w:tc>".repeat(depth)
        + paragraph("Deep down.")
        + "</w:tc></w:tr></w:tbl>".repeat(depth);
  }

  private static String paragraph(String words) {
    return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
  }
}
