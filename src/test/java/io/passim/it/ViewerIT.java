package io.passim.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.passim.it.Marks.assertOnInk;
import static io.passim.it.Marks.marked;
import static io.passim.it.Marks.marks;
import static io.passim.it.Marks.solid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.passim.it.Browser.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Documents as people see them when they follow a citation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewerIT {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int MANY = 300;

  /** Pages in sight, before and behind; more are not to be kept. */
  private static final int DRAWN_AT_MOST = 12;

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
    collection = client.createCollection("Viewer");
  }

  @AfterAll
  void stop() {
    try (PassimProcess _ = server;
        Browser _ = browser) {
      PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
    }
  }

  @Test
  void theCitedWordsAreMarkedOnThePageThatIsDrawn() throws IOException {
    String id = ingest(Upload.fixture("two-pages.pdf"));
    try (Visit visit = browser.visit(server.address())) {
      Page page = open(visit, id, "25 minutes");
      Locator marks = marks(page);
      assertEquals("25 minutes", marked(page));
      assertThat(marks.first()).isInViewport();
      assertThat(marks.first()).isFocused();
      assertThat(page.locator("passim-page-controls input")).hasValue("2");
      assertOnInk(page);
    }
  }

  @Test
  void wordsAcrossLinesAreMarkedInEach() throws IOException {
    String id =
        ingest(
            new Upload(
                "lines.pdf",
                PdfFiles.pages(
                    List.of(
                        List.of(
                            "It leaves at ten on Sundays. The ferry leaves the pier at nine and",
                            "returns before noon. When the harbour is full of ice in Janu-",
                            "ary it leaves at ten. Nobody complains.")))));
    String text = client.text(id);
    int start = text.indexOf("at nine");
    int end = text.indexOf("at ten", start) + "at ten".length();
    try (Visit visit = browser.visit(server.address())) {
      Page page = open(visit, id, start, end);
      assertEquals(solid(text.substring(start, end)), solid(marked(page)));
      List<BoundingBox> boxes = marks(page).all().stream().map(Locator::boundingBox).toList();
      assertEquals(3, boxes.size());
      assertTrue(boxes.get(0).y + 10 < boxes.get(1).y && boxes.get(1).y + 10 < boxes.get(2).y);
      assertTrue(boxes.get(0).x > boxes.get(1).x, "the first line begins at its words");
      assertOnInk(page);
    }
  }

  @Test
  void wordsAcrossPagesAreMarkedOnBoth() throws IOException {
    String id =
        ingest(
            new Upload(
                "crossing.pdf",
                PdfFiles.pages(
                    List.of(
                        List.of("The yearbook of the harbour.", "Tickets are sold at the"),
                        List.of("north pier and on board.", "No ticket is sold by post.")))));
    try (Visit visit = browser.visit(server.address())) {
      String text = client.text(id);
      int start = text.indexOf("are sold");
      int end = text.indexOf("pier") + "pier".length();
      Page page = open(visit, id, start, end);
      assertThat(page.locator("[data-page='1'] mark.cited")).hasText("are sold at the");
      assertThat(page.locator("[data-page='2'] mark.cited")).hasText("north pier");
    }
  }

  @Test
  void aLongDocumentOpensAtItsEndAndKeepsFewPagesDrawn() throws IOException {
    String id = ingest(new Upload("long.pdf", PdfFiles.pages(manyPages())));
    try (Visit visit = browser.visit(server.address())) {
      Page page = open(visit, id, "seal number " + (MANY - 1));
      assertEquals("seal number " + (MANY - 1), marked(page));
      assertThat(page.locator("passim-pdf-view .page")).hasCount(MANY);
      assertTrue(page.locator("passim-pdf-view canvas").count() <= DRAWN_AT_MOST);
      Locator number = page.locator("passim-page-controls input");
      assertThat(number).hasValue(String.valueOf(MANY - 1));
      number.fill("7");
      number.press("Enter");
      assertThat(page.locator("[data-page='7'] .textLayer")).containsText("seal number 7");
      assertThat(page.locator("[data-page='" + (MANY - 1) + "'] canvas")).hasCount(0);
      assertTrue(page.locator("passim-pdf-view canvas").count() <= DRAWN_AT_MOST);
    }
  }

  @Test
  void aSearchGoesThroughAllPages() throws IOException {
    String id = ingest(new Upload("search.pdf", PdfFiles.pages(manyPages().subList(0, 20))));
    try (Visit visit = browser.visit(server.address())) {
      Page page = open(visit, id, "seal number 3");
      page.keyboard().press("/");
      Locator field = page.locator("passim-find-bar input");
      assertThat(field).isFocused();
      field.fill("SEÁL number 12");
      assertThat(page.locator("passim-find-bar .count")).hasText("1 of 1");
      assertThat(page.locator("[data-page='12'] mark.current")).hasText("seal number 12");
      assertThat(page.locator("mark.current")).isInViewport();
      assertThat(field).isFocused();
      field.fill("seal");
      assertThat(page.locator("passim-find-bar .count")).hasText("12 of 20");
      field.press("Enter");
      assertThat(page.locator("[data-page='13'] mark.current")).isInViewport();
      field.press("Escape");
      assertThat(page.locator("mark.current")).hasCount(0);
    }
  }

  @Test
  void theCitationsOfAnAnswerAreSteppedThroughAcrossDocuments() throws IOException {
    String two = client.createCollection("Two ferries");
    client.ingest(two, Upload.fixture("two-pages.pdf"));
    client.ingest(two, Upload.text("notice.txt", "The ferry crossing takes 25 minutes.\n"));
    try (Visit visit = browser.visit(server.address())) {
      Page page = visit.open("/");
      page.locator("passim-collection-choice select").selectOption("Two ferries");
      page.locator("passim-composer textarea").fill("How long does the crossing take?");
      page.locator("passim-composer textarea").press("Enter");
      page.locator("passim-answer passim-citation a").first().click();
      Locator steps = page.locator("passim-citation-steps");
      assertThat(steps).containsText(Pattern.compile("Citation 1 of [2-9]"));
      assertThat(marks(page).first()).isFocused();
      String first = page.url();
      page.keyboard().press("n");
      assertThat(steps).containsText("Citation 2 of ");
      assertThat(marks(page).first()).isFocused();
      assertNotEquals(first, page.url());
      page.reload();
      assertThat(steps).containsText("Citation 2 of ");
      assertThat(marks(page).first()).isFocused();
      page.keyboard().press("p");
      assertThat(page).hasURL(first);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Back")).click();
      assertThat(page.locator("passim-answer")).isVisible();
    }
  }

  @Test
  void whereAnOriginalCannotBeDrawnItsTextIsShown() throws IOException {
    String id = ingest(Upload.fixture("two-pages.pdf"));
    try (Visit visit = browser.visit(server.address())) {
      visit
          .page()
          .route(
              "**/content",
              route -> route.fulfill(new Route.FulfillOptions().setBody("no PDF at all")));
      Page page = open(visit, id, "25 minutes");
      assertThat(page.locator("passim-viewer-page .note"))
          .containsText("The pages of the original cannot be shown.");
      assertThat(page.locator("passim-document-text mark.cited")).hasText("25 minutes");
    }
  }

  @Test
  void nothingInAnOriginalRuns() throws IOException {
    String script = "window.pwned = 1; app.alert('pwned'); top.pwned = 1;";
    List<Upload> hostile =
        List.of(
            Upload.text("a.html", "<p>Vault one.</p><script>window.pwned = 1</script>"),
            Upload.text(
                "b.svg",
                """
                <svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned = 1">\
                <script>window.pwned = 1</script><text>Vault two.</text></svg>
                """),
            new Upload("c.pdf", PdfFiles.withScript("Vault three.", script)));
    for (Upload upload : hostile) {
      String id = ingest(upload);
      String content = "/api/v1/documents/" + id + "/content";
      try (Visit visit = browser.visit(server.address())) {
        Page page = visit.page();
        page.onDialog(dialog -> {
          throw new AssertionError(dialog.message());
        });
        assertNeverInline(page, content);
        visit.open("/documents/" + id);
        assertThat(page.locator("passim-viewer-page h1")).isVisible();
        if (upload.name().endsWith(".pdf")) {
          assertThat(page.locator(".textLayer")).containsText("Vault three.");
          assertThat(page.locator("passim-pdf-view .page :is(a, button, input)")).hasCount(0);
          page.locator("passim-pdf-view .page").click();
        }
        assertEquals("undefined", page.evaluate("() => typeof window.pwned"));
      }
    }
  }

  /** The address gives a file to keep, whoever asks for it and how. */
  private static void assertNeverInline(Page page, String content) {
    page.navigate("/library");
    APIResponse response = page.request().get(content);
    assertEquals(200, response.status());
    assertTrue(header(response, "content-disposition").startsWith("attachment"));
    assertTrue(header(response, "x-content-type-options").contains("nosniff"));
    assertTrue(header(response, "content-security-policy").contains("sandbox"));
    PlaywrightException refused =
        assertThrows(PlaywrightException.class, () -> page.navigate(content));
    assertTrue(String.valueOf(refused.getMessage()).contains("Download"), refused.getMessage());
  }

  private static String header(APIResponse response, String name) {
    return response.headers().getOrDefault(name, "");
  }

  private String ingest(Upload file) throws IOException {
    JsonNode document = client.ingest(collection, file);
    return document.path("duplicateOf").isTextual()
        ? document.get("duplicateOf").asText()
        : document.get("id").asText();
  }

  /** Opens a document at the first place of these words and waits until they are marked. */
  private Page open(Visit visit, String id, String words) throws IOException {
    String text = client.text(id);
    String spaced =
        Arrays.stream(words.split(" ")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
    Matcher matcher = Pattern.compile(spaced).matcher(text);
    assertTrue(matcher.find(), () -> words + " not in " + text);
    return open(visit, id, matcher.start(), matcher.end());
  }

  private static Page open(Visit visit, String id, int start, int end) {
    Page page = visit.open("/documents/%s?start=%d&end=%d".formatted(id, start, end));
    assertThat(marks(page).first()).isVisible();
    return page;
  }

  private static List<List<String>> manyPages() {
    return IntStream.rangeClosed(1, MANY)
        .mapToObj(page ->
            IntStream.rangeClosed(1, 40)
                .mapToObj(line ->
                    line == 20
                        ? "This page bears the seal number %d.".formatted(page)
                        : "Line %d tells of ferries and their harbours.".formatted(line))
                .toList())
        .toList();
  }
}
