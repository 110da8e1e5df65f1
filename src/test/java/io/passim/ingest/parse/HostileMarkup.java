package io.passim.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Markup and texts: entities that unfold or fetch, nesting, what regular expressions choke on. */
final class HostileMarkup {
  private static final int DEEP = 10_000;

  private HostileMarkup() {}

  /** Ten entities, each of which says the one before ten times: a billion laughs. */
  static List<HostileFile> entitiesThatUnfold() {
    StringBuilder type = new StringBuilder("<!DOCTYPE x [<!ENTITY lol0 \"laughing\">");
    for (int i = 1; i <= 9; i++) {
      type.append("<!ENTITY lol%d \"%s\">".formatted(i, "&lol%d;".formatted(i - 1).repeat(10)));
    }
    return withEntity("laughs", type.append("]>").toString(), "&lol9;");
  }

  /**
   * Entities and references that ask for something outside of the file.
   *
   * @param url of the server that must not be asked
   * @param secret the path of a file that must not be read
   */
  static List<HostileFile> referencesOutside(String url, String secret) {
    List<HostileFile> files = new ArrayList<>();
    files.addAll(
        withEntity("url", "<!DOCTYPE x [<!ENTITY out SYSTEM \"" + url + "entity\">]>", "&out;"));
    files.addAll(
        withEntity(
            "file", "<!DOCTYPE x [<!ENTITY out SYSTEM \"file://" + secret + "\">]>", "&out;"));
    files.addAll(withEntity("dtd", "<!DOCTYPE x SYSTEM \"" + url + "types.dtd\">", "words"));
    files.addAll(
        withEntity(
            "parameter",
            "<!DOCTYPE x [<!ENTITY % out SYSTEM \"" + url + "p.dtd\"> %out;]>",
            "words"));
    files.addAll(
        withEntity(
            "stylesheet",
            "<?xml-stylesheet type=\"text/xsl\" href=\"" + url + "style.xsl\"?>",
            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\"file://"
                + secret
                + "\"/>words"));
    files.add(
        HostileFile.text(
            "fetching.html",
            """
            <html><head><base href="%1$s"><link rel="stylesheet" href="%1$sa.css">
            <meta http-equiv="refresh" content="0;url=%1$sb"><script src="%1$sc.js"></script></head>
            <body><img src="%1$sd.png"><iframe src="file://%2$s"></iframe><object data="%1$se"></object>
            <script>fetch("%1$sf")</script><p>Words of a page.</p></body></html>
            """
                .formatted(url, secret)));
    files.add(
        HostileFile.text(
            "fetching.md",
            "![picture](" + url + "a.png)\n\n<img src=\"" + url + "b.png\">\n\nWords."));
    files.add(
        HostileFile.text(
            "fetching.rtf",
            "{\\rtf1 {\\field{\\*\\fldinst INCLUDETEXT \""
                + secret
                + "\"}{\\fldrslt Words.}}{\\field{\\*\\fldinst INCLUDEPICTURE \""
                + url
                + "a.png\"}{\\fldrslt }}}"));
    Map<String, byte[]> template = new LinkedHashMap<>(Packages.word(paragraph("Words.")));
    template.put(
        "word/_rels/document.xml.rels",
        Packages.relation("attachedTemplate", url + "template.dotm", "TargetMode=\"External\"")
            .getBytes(StandardCharsets.UTF_8));
    files.add(new HostileFile("template.docx", Zips.of(template)));
    return files;
  }

  /** 10,000 levels, and as much of what is costly to take apart. */
  static List<HostileFile> nestedAndSlow() {
    return List.of(
        HostileFile.text("deep.html", "<div>".repeat(DEEP) + "Deep down." + "</div>".repeat(DEEP)),
        HostileFile.text("tables.html", "<table><tr><td>".repeat(DEEP) + "Deep down."),
        HostileFile.text(
            "deep.xml", "<?xml version=\"1.0\"?>" + "<a>".repeat(DEEP) + "x" + "</a>".repeat(DEEP)),
        HostileFile.text(
            "deep.svg", svg("<g>".repeat(DEEP) + "<text>x</text>" + "</g>".repeat(DEEP))),
        HostileFile.text("quotes.md", "> ".repeat(DEEP) + "Deep down."),
        HostileFile.text("lists.md", lists()),
        HostileFile.text("brackets.md", "[".repeat(50_000) + "a" + "](b)".repeat(50_000)),
        HostileFile.text("stars.md", "*a **b ".repeat(50_000)),
        HostileFile.text("ticks.md", ticks()),
        HostileFile.text(
            "deep.rtf", "{\\rtf1 " + "{".repeat(DEEP) + "Deep down." + "}".repeat(DEEP + 1)),
        HostileFile.text("attributes.html", "<p " + "a=b c".repeat(100_000) + ">Words."),
        HostileFile.text("comments.html", "<!-- ".repeat(200_000) + "Words."),
        HostileFile.text("unclosed.html", "<a<b<c".repeat(200_000)),
        HostileFile.text("regex.txt", "a".repeat(2_000_000) + "!\n" + " ".repeat(2_000_000) + "!"),
        HostileFile.text("line.csv", "\"a,".repeat(500_000)),
        HostileFile.text("parts.eml", parts(2_000)));
  }

  /** The same entity in every kind of file that is made of XML or looks like it. */
  private static List<HostileFile> withEntity(String what, String prolog, String use) {
    Map<String, byte[]> open = new LinkedHashMap<>(Packages.openDocument());
    open.put(
        "content.xml",
        (prolog + Packages.openDocumentText("<text:p>" + use + "</text:p>"))
            .getBytes(StandardCharsets.UTF_8));
    return List.of(
        new HostileFile(what + ".docx", Zips.of(Packages.word(prolog, paragraph(use)))),
        new HostileFile(what + ".odt", Zips.of(open)),
        new HostileFile(what + ".epub", Zips.of(Packages.epub(prolog, "<p>" + use + "</p>"))),
        HostileFile.text(what + ".svg", prolog + svg("<text>" + use + "</text>")),
        HostileFile.text(what + ".xml", prolog + "<x>" + use + "</x>"),
        HostileFile.text(what + ".xhtml", prolog + xhtml(use)),
        HostileFile.text(what + ".html", prolog + "<html><body><p>" + use + "</p></body></html>"));
  }

  private static String paragraph(String words) {
    return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
  }

  private static String svg(String content) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\">" + content + "</svg>";
  }

  private static String xhtml(String content) {
    return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>"
        + content
        + "</p></body></html>";
  }

  private static String lists() {
    StringBuilder lists = new StringBuilder();
    for (int i = 0; i < 1500; i++) {
      lists.append("  ".repeat(i)).append("- item\n");
    }
    return lists.toString();
  }

  private static String ticks() {
    StringBuilder ticks = new StringBuilder();
    for (int i = 1; i < 2000; i++) {
      ticks.append("e").append("`".repeat(i));
    }
    return ticks.toString();
  }

  private static String parts(int depth) {
    StringBuilder mail =
        new StringBuilder("From: a@b.example\nSubject: Parts\nMIME-Version: 1.0\n");
    for (int i = 0; i < depth; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    return mail.append("Content-Type: text/plain\n\nDeep down.\n").toString();
  }
}
