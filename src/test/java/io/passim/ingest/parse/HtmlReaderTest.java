package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReaderTest {
  @TempDir Path directory;

  @Test
  void leavesOutWhatSurroundsTheContent() throws IOException {
    assertEquals(
        "Before the rules.\n\nThe rules.",
        read(
            "<header>Site</header><nav><p>Menu</p></nav><script>alert(1)</script><style>p{}</style>"
                + "<p>Before the rules.</p><aside>Advert</aside><p>The rules.</p>"
                + "<p hidden>secret</p><footer>Imprint</footer>"));
  }

  @Test
  void keepsTheHeaderOfAnArticle() throws IOException {
    assertEquals(
        "Title\n\nText.", read("<article><header><h1>Title</h1></header><p>Text.</p></article>"));
  }

  @Test
  void readsOnlyTheMainElementWhereThereIsOne() throws IOException {
    assertEquals(
        "Text.", read("<div>Skip to content</div><main><p>Text.</p></main><div>Share this</div>"));
  }

  @Test
  void leavesOutLandmarksThatSurroundTheContent() throws IOException {
    assertEquals(
        "The rules.",
        read(
            "<div role=banner>Site</div><form role=search>Search</form><div role='navigation menu'>"
                + "Menu</div><p>The rules.</p><div role=complementary>Advert</div>"
                + "<div role=contentinfo>Imprint</div>"));
    assertEquals(
        "Rules\n\nAlso.\n\nEnd.",
        read(
            "<p>Skip</p><div role=main><div><h1>Rules</h1></div>"
                + "<div role=complementary>Also.</div><p>End.</p></div><p>Share this</p>"));
  }

  /** As they were made before there were elements for navigation. */
  @Test
  void leavesOutTheMenusOfAnOldPage() throws IOException {
    assertEquals(
        """
        Annual leave

        Staff have 26 days. See the policy.

        - Ada Pym, who signs forms
        - Bo Lund
        - Cy Roe
        - Di Fox

        - How do I book leave?
        - Who signs?
        - When is it paid?
        - And then?

        - Form A
        - Form B
        - Form C\
        """,
        read(
            "<div id=top><a href=/><img src=logo.gif></a> <a href=/>Home</a> | <a href=a>People</a>"
                + " | <a href=b>IT</a> | <a href=c>Money</a></div><div class=nav>"
                + list("Leave<ul><li><a href=d>Sick leave</a></ul>", "Pay", "Pensions", "Forms")
                + "</div><h1>Annual leave</h1>"
                + "<p>Staff have 26 days. See <a href=e>the policy</a>.</p>"
                + "<ul><li><a href=f>Ada Pym</a>, who signs forms<li><a href=g>Bo Lund</a>"
                + "<li><a href=h>Cy Roe</a><li><a href=i>Di Fox</a></ul>"
                + list("How do I book leave?", "Who signs?", "When is it paid?", "And then?")
                + list("Form A", "Form B", "Form C")
                + "<div class=foot><a href=j>Imprint</a> - <a href=k>Privacy</a> - <a href=l>Help</a>"
                + " - <a href=m>Contact</a></div>"));
  }

  @Test
  void keepsLinksThatAreTheContent() throws IOException {
    String forms = list("Form A", "Form B", "Form C", "Form D");
    String words = "- Form A\n- Form B\n- Form C\n- Form D";
    assertEquals(words, read(forms));
    assertEquals(words, read("<main>" + forms + "</main>"));
    assertEquals("Menu.\n\n" + words, read("<p>Menu.</p><article>" + forms + "</article>"));
    assertEquals(
        "Forms\n\n- a\n- b\n- c\n- d",
        Parsing.text(directory, "a.md", "# Forms\n\n- [a](a)\n- [b](b)\n- [c](c)\n- [d](d)\n"));
  }

  private static String list(String... links) {
    StringBuilder list = new StringBuilder("<ul>");
    for (String link : links) {
      list.append("<li><a href=x>").append(link.replaceFirst("<|$", "</a>$0")).append("</li>");
    }
    return list.append("</ul>").toString();
  }

  @Test
  void putsItemsAndRowsOnLines() throws IOException {
    assertEquals(
        "Bring:\n\n- a hat\n- a rope\n\n1) tie\n2) climb",
        read("Bring:<ul><li>a hat<li><p>a rope</p></ul><ol><li>tie</li><li>climb</li></ol>"));
    assertEquals(
        "A: 1 | B: 2 3",
        read("<table><tr><th>A<th>B</tr><tr><td>1</td><td><p>2</p><p>3</p></td></tr></table>"));
  }

  @Test
  void joinsInlineElementsAndKeepsBreaks() throws IOException {
    assertEquals(
        "One word and more\nnext", read("<p>One <b>wo</b>rd\n  and <i>more</i><br>next</p>"));
  }

  @Test
  void removesWhatDoesNotShow() throws IOException {
    assertEquals(
        "soft word café abc",
        read("<p>so\u00ADft\u00A0\u2003word cafe\u0301 \u202Eabc\u202C\uFEFF</p>"));
  }

  @Test
  void obeysTheDeclaredEncoding() throws IOException {
    Path file = directory.resolve("latin.html");
    Files.write(
        file,
        "<html><head><meta charset=\"iso-8859-1\"></head><body><p>déjà vu</p></body></html>"
            .getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("déjà vu", Parsing.parsed(file).text().text());
  }

  @Test
  void readsNoFileThatTheDocumentNames() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret.txt"), "secret");
    assertEquals(
        "a b",
        read("<!DOCTYPE html [<!ENTITY x SYSTEM \""
                + secret.toUri()
                + "\">]><p>a <object data=\""
                + secret.toUri()
                + "\"></object><iframe src=\""
                + secret.toUri()
                + "\"></iframe>b</p>")
            .replaceAll("\\]>", "")
            .replaceAll("\\s+", " ")
            .strip());
  }

  @Test
  void standsDeepNesting() throws IOException {
    assertEquals("deep", read("<div>".repeat(100_000) + "deep"));
  }

  private String read(String body) throws IOException {
    return Parsing.text(directory, "page.html", body);
  }
}
