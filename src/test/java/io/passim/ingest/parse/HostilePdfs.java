package io.passim.ingest.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/** PDFs that turn in circles, nest, unfold, or fetch. */
final class HostilePdfs {
  private static final int DEEP = 10_000;
  private static final String CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
  private static final String PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
  private static final String PAGE =
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
          + " /Resources << /Font << /F 5 0 R >> >> >>";
  private static final String FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
  private static final String WORDS = "BT /F 12 Tf 50 700 Td (Some words of a page.) Tj ET";

  private HostilePdfs() {}

  /**
   * All of them.
   *
   * @param url of the server that must not be asked
   * @param secret the path of a file that must not be read
   */
  static List<HostileFile> all(String url, String secret) {
    List<HostileFile> files = new ArrayList<>();
    files.add(pdf("xfa.pdf", forms(url, secret)));
    files.add(pdf("actions.pdf", actions(url)));
    files.add(
        pdf(
            "page-cycle.pdf",
            List.of(
                CATALOG,
                "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 >>",
                "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 9 >>")));
    files.add(pdf("no-pages.pdf", List.of("<< /Type /Catalog /Pages 1 0 R >>")));
    files.add(
        pdf(
            "millions.pdf",
            List.of(
                CATALOG,
                "<< /Type /Pages /Kids [" + "3 0 R ".repeat(200_000) + "] /Count 200000 >>",
                PAGE,
                stream(WORDS),
                FONT)));
    files.add(
        pdf(
            "length-cycle.pdf",
            List.of(
                CATALOG,
                PAGES,
                PAGE,
                "<< /Length 4 0 R >> stream\n" + WORDS + "\nendstream",
                FONT)));
    files.add(pdf("form-cycle.pdf", formCycle()));
    files.add(pdf("attachment-cycle.pdf", attachmentCycle()));
    files.add(
        pdf("array.pdf", List.of(CATALOG, PAGES, PAGE, "[".repeat(DEEP) + "]".repeat(DEEP), FONT)));
    files.add(
        pdf(
            "dictionary.pdf",
            List.of(CATALOG, PAGES, PAGE, "<< /A ".repeat(DEEP) + "1" + " >>".repeat(DEEP), FONT)));
    files.add(pdf("page-tree.pdf", pageTree()));
    files.add(pdf("operators.pdf", content("q ".repeat(2_000_000) + WORDS)));
    files.add(pdf("nested-array.pdf", content("[".repeat(DEEP) + WORDS)));
    files.add(
        pdf(
            "huge-font.pdf",
            content(WORDS.replace("12 Tf", "1e38 Tf") + "BT -1e38 1e38 Td (x) Tj ET")));
    files.add(packed("unfolding.pdf", 1_100_000_000));
    files.add(previousCycle());
    files.add(pdf("huge-image.pdf", image()));
    return files;
  }

  /** A PDF of these objects, numbered from 1, the first of which is its catalogue. */
  static HostileFile pdf(String name, List<String> objects) {
    List<byte[]> bytes = new ArrayList<>();
    objects.forEach(object -> bytes.add(object.getBytes(StandardCharsets.ISO_8859_1)));
    return new HostileFile(name, write(bytes, -1));
  }

  /** An honest page, to be mutated. */
  static byte[] honest() {
    return pdf("honest.pdf", content(WORDS)).content();
  }

  private static List<String> content(String operators) {
    return List.of(CATALOG, PAGES, PAGE, stream(operators), FONT);
  }

  /** A list of attachments that holds itself, and a file that is attached to itself. */
  private static List<String> attachmentCycle() {
    return List.of(
        "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 6 0 R >> >>",
        PAGES,
        PAGE,
        stream(WORDS),
        FONT,
        "<< /Kids [6 0 R 7 0 R 7 0 R] >>",
        "<< /Kids [6 0 R] /Names [(a) 8 0 R (b) 6 0 R (c) (text)] >>",
        "<< /Type /Filespec /F (a.pdf) /EF << /F 8 0 R >> >>");
  }

  private static List<String> forms(String url, String secret) {
    String form =
        "<?xml version=\"1.0\"?><!DOCTYPE xdp [<!ENTITY a SYSTEM \"file://"
            + secret
            + "\">"
            + "<!ENTITY b SYSTEM \""
            + url
            + "xfa\"><!ENTITY c \"laughing\">"
            + "<!ENTITY d \""
            + "&c;".repeat(100)
            + "\"><!ENTITY e \""
            + "&d;".repeat(100)
            + "\"><!ENTITY f \""
            + "&e;".repeat(100)
            + "\"><!ENTITY g \""
            + "&f;".repeat(100)
            + "\">]>"
            + "<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"><template"
            + " xmlns=\"http://www.xfa.org/schema/xfa-template/3.0/\"><subform><field name=\"f\"><value>"
            + "<text>&a;&b;&g;</text></value></field></subform></template></xdp:xdp>";
    return List.of(
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /XFA 6 0 R >> >>",
        PAGES,
        PAGE,
        stream(WORDS),
        FONT,
        stream(form));
  }

  private static List<String> actions(String url) {
    return List.of(
        "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI ("
            + url
            + "open) >>"
            + " /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.launchURL\\(\""
            + url
            + "\"\\)) >>] >> >> >>",
        PAGES,
        PAGE.replace("/Contents", "/AA << /O << /S /Launch /F (" + url + ") >> >> /Contents"),
        "<< /Length 0 /F << /FS /URL /F (" + url + "stream) >> >> stream\n\nendstream",
        FONT);
  }

  private static List<String> formCycle() {
    return List.of(
        CATALOG,
        PAGES,
        PAGE.replace("/Font", "/XObject << /X 6 0 R >> /Font"),
        stream(WORDS + " /X Do"),
        FONT,
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
            + " /Length 11 >> stream\n/X Do /X Do\nendstream");
  }

  private static List<String> pageTree() {
    List<String> objects = new ArrayList<>(List.of("<< /Type /Catalog /Pages 2 0 R >>"));
    for (int number = 2; number < DEEP; number++) {
      objects.add("<< /Type /Pages /Kids [" + (number + 1) + " 0 R] /Count 1 >>");
    }
    objects.add("<< /Type /Page /MediaBox [0 0 600 800] >>");
    return objects;
  }

  private static List<String> image() {
    return List.of(
        CATALOG,
        PAGES,
        PAGE.replace("/Font", "/XObject << /I 6 0 R >> /Font"),
        stream(WORDS + " 600 0 0 800 0 0 cm /I Do"),
        FONT,
        "<< /Type /XObject /Subtype /Image /Width 2000000000 /Height 2000000000 /BitsPerComponent 8"
            + " /ColorSpace /DeviceRGB /Length 3 >> stream\nabc\nendstream");
  }

  /** The page's content packs as many spaces as told. */
  private static HostileFile packed(String name, int spaces) {
    byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (long left = spaces; left > 0; left -= block.length) {
      deflater.setInput(block);
      while (!deflater.needsInput()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    List<byte[]> objects = new ArrayList<>();
    for (String object : List.of(CATALOG, PAGES, PAGE)) {
      objects.add(object.getBytes(StandardCharsets.US_ASCII));
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(
        ("<< /Filter /FlateDecode /Length " + packed.size() + " >> stream\n")
            .getBytes(StandardCharsets.US_ASCII));
    content.writeBytes(packed.toByteArray());
    content.writeBytes("\nendstream".getBytes(StandardCharsets.US_ASCII));
    objects.add(content.toByteArray());
    objects.add(FONT.getBytes(StandardCharsets.US_ASCII));
    return new HostileFile(name, write(objects, -1));
  }

  /** Each cross-reference table names itself as the one before. */
  private static HostileFile previousCycle() {
    List<byte[]> objects = new ArrayList<>();
    content(WORDS).forEach(object -> objects.add(object.getBytes(StandardCharsets.US_ASCII)));
    byte[] once = write(objects, 0);
    String text = new String(once, StandardCharsets.ISO_8859_1);
    return new HostileFile("previous-cycle.pdf", write(objects, text.lastIndexOf("xref\n0")));
  }

  private static String stream(String content) {
    return "<< /Length " + content.length() + " >> stream\n" + content + "\nendstream";
  }

  private static byte[] write(List<byte[]> objects, int previous) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
    StringBuilder table =
        new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append("%010d 00000 n \n".formatted(out.size()));
      out.writeBytes(((i + 1) + " 0 obj\n").getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(objects.get(i));
      out.writeBytes("\nendobj\n".getBytes(StandardCharsets.US_ASCII));
    }
    int start = out.size();
    table.append("trailer\n<< /Root 1 0 R /Size ").append(objects.size() + 1);
    if (previous >= 0) {
      table.append(" /Prev ").append(previous);
    }
    table.append(" >>\nstartxref\n").append(start).append("\n%%EOF\n");
    out.writeBytes(table.toString().getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }
}
