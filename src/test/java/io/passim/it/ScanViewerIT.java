package io.passim.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.passim.it.Marks.assertOnInk;
import static io.passim.it.Marks.marked;
import static io.passim.it.Marks.marks;
import static io.passim.it.Marks.solid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.passim.it.Browser.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans as people see them when they follow a citation: the words are in the picture. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScanViewerIT {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final List<String> NOTICE =
      List.of(
          "It leaves at ten on Sundays. The ferry leaves the pier at nine and",
          "returns before noon. When the harbour is full of ice in Janu-",
          "ary it leaves at eleven. Nobody complains about the ferry.");

  private PassimProcess server;
  private Browser browser;
  private PassimClient client;
  private String collection;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    server = PassimProcess.start(directory.resolve("data"), PassimProcess.WITHOUT_SAMPLES);
    browser = Browser.launch();
    client = server.client();
    collection = client.createCollection("Scans");
  }

  @AfterAll
  void stop() {
    try (PassimProcess _ = server;
        Browser _ = browser) {
      PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0", "90,0", "180,0", "270,0", "0,1.5", "90,-1.5"})
  void quotedWordsAcrossLinesAreMarkedHoweverThePageLies(int rotation, double slope)
      throws IOException {
    String id =
        ingest(
            "turned-%d-%s.pdf".formatted(rotation, slope),
            PdfFiles.scanned(PdfFiles.pages(List.of(NOTICE)), rotation, slope));
    String text = client.text(id);
    int start = text.indexOf("at nine");
    int end = text.indexOf("at eleven", start) + "at eleven".length();
    assertTrue(start > 0 && end > start, text);
    try (Visit visit = browser.visit(server.address())) {
      Page page = open(visit, id, start, end);
      assertEquals(solid(text.substring(start, end)), solid(marked(page)));
      assertThat(marks(page).first()).isInViewport();
      assertThat(marks(page).first()).isFocused();
      assertOnInk(page);
      BoundingBox first = marks(page).first().boundingBox();
      BoundingBox last = marks(page).last().boundingBox();
      assertTrue(first.y + first.height < last.y + last.height / 2, "on lines of their own");
      for (String size : List.of("Larger", "Larger", "Smaller")) {
        String before = percent(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(size)).click();
        assertThat(page.locator("passim-page-controls [role=group]"))
            .not()
            .hasAttribute("aria-label", before);
        assertThat(marks(page).first()).isInViewport();
        assertOnInk(page);
      }
    }
  }

  @Test
  void whatIsPrintedAndWhatIsScannedIsSearchedAndCopiedAlike() throws IOException {
    List<List<String>> pages =
        List.of(NOTICE, List.of("The ferry carries forty bicycles.", "It is painted white."));
    String id =
        ingest(
            "mixed.pdf",
            PdfFiles.joined(PdfFiles.pages(pages), PdfFiles.scanned(PdfFiles.pages(pages), 0, 0)));
    String text = client.text(id);
    int cited = text.lastIndexOf("forty bicycles");
    try (Visit visit = browser.visit(server.address())) {
      Page page = open(visit, id, cited, cited + "forty bicycles".length());
      assertThat(page.locator("[data-page='4'] mark.cited"))
          .hasText(new String[] {"forty ", "bicycles"});
      assertOnInk(page);
      page.keyboard().press("/");
      Locator field = page.locator("passim-find-bar input");
      field.fill("painted white");
      assertThat(page.locator("passim-find-bar .count")).hasText("2 of 2");
      assertThat(page.locator("[data-page='4'] mark.current").first()).isInViewport();
      field.press("Enter");
      assertThat(page.locator("[data-page='2'] mark.current").first()).isInViewport();
      field.press("Escape");
      assertThat(page.locator("mark.current")).hasCount(0);
      page.locator("passim-page-controls input").fill("4");
      page.locator("passim-page-controls input").press("Enter");
      Object copied =
          page.locator("[data-page='4'] .textLayer")
              .evaluate(
                  """
                  (layer) => {
                    const selection = layer.getRootNode().getSelection();
                    selection.selectAllChildren(layer);
                    return selection.toString();
                  }
                  """);
      assertEquals("The ferry carries forty bicycles.\nIt is painted white.", copied);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"returns before noon", "Bundle 000417"})
  void wordsOfAScanAndOfAStampOnItAreMarked(String words) throws IOException {
    String id =
        ingest(
            "stamped.pdf",
            PdfFiles.stamped(
                PdfFiles.scanned(PdfFiles.pages(List.of(NOTICE)), 0, 0), "Bundle 000417"));
    int start = client.text(id).indexOf(words);
    try (Visit visit = browser.visit(server.address())) {
      Page page = open(visit, id, start, start + words.length());
      assertEquals(solid(words), solid(marked(page)));
      assertOnInk(page);
    }
  }

  @Test
  void aScanWhoseWordsAreNotKnownIsShownAsText() throws IOException {
    String id = ingest("old.pdf", PdfFiles.scanned(PdfFiles.pages(List.of(NOTICE)), 0, 0));
    int start = client.text(id).indexOf("before noon");
    try (Visit visit = browser.visit(server.address())) {
      visit
          .page()
          .route(
              "**/words",
              route ->
                  route.fulfill(new Route.FulfillOptions().setBody("{\"page\":1,\"words\":[]}")));
      Page page = open(visit, id, start, start + "before noon".length());
      assertThat(page.locator("passim-document-text mark.cited")).hasText("before noon");
    }
  }

  private String ingest(String name, byte[] pdf) throws IOException {
    JsonNode document = client.ingest(collection, new Upload(name, pdf));
    assumeTrue(
        !document.at("/problem/code").asText().equals("document_without_text"), "needs Tesseract");
    return document.path("duplicateOf").isTextual()
        ? document.get("duplicateOf").asText()
        : document.get("id").asText();
  }

  private static Page open(Visit visit, String id, int start, int end) {
    Page page = visit.open("/documents/%s?start=%d&end=%d".formatted(id, start, end));
    assertThat(marks(page).first()).isVisible();
    return page;
  }

  private static String percent(Page page) {
    return page.locator("passim-page-controls [role=group]").getAttribute("aria-label");
  }
}
