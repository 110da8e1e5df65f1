package io.passim.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import io.passim.it.Browser.Visit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages and the widget as people meet them: one server, one browser, a profile per test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {
  private static final String QUESTION = "How long does the crossing take?";
  private static final String ANSWER = "25 minutes";
  private static final Path AXE = Path.of("frontend/node_modules/axe-core/axe.min.js");
  private static final int PATIENCE_MILLIS = 60_000;

  private PassimProcess server;
  private Browser browser;

  /** A collection with one document that answers {@link #QUESTION}, by its name. */
  private String ferry;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    server =
        PassimProcess.start(
            directory.resolve("data"),
            PassimProcess.samplesIn(Samples.copyTo(directory.resolve("samples"))));
    browser = Browser.launch();
    PassimClient client = server.client();
    ferry = "Ferry";
    client.ingest(client.createCollection(ferry), Upload.fixture("two-pages.pdf"));
  }

  @AfterAll
  void stop() {
    try (PassimProcess _ = server;
        Browser _ = browser) {
      PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
    }
  }

  @Test
  void anUploadedFileBecomesReadyAndAnUnreadableOneSaysWhy() {
    try (Visit visit = browser.visit(server.address())) {
      Page page = visit.open("/library");
      createCollection(page, "Two files");
      page.locator("passim-drop-zone input#files")
          .setInputFiles(
              new Path[] {
                Upload.fixturePath("two-pages.pdf"), Upload.fixturePath("encrypted.pdf")
              });
      Locator ready = row(page, "two-pages.pdf");
      assertThat(ready.locator(".status")).hasText("Ready");
      assertThat(ready).containsText("2 pages");
      Locator failed = row(page, "encrypted.pdf");
      assertThat(failed.locator(".status")).hasText("Failed");
      assertThat(failed.locator(".problem")).containsText("protected by a password");
      assertThat(page.locator("passim-collection-list [aria-current=true]"))
          .containsText("2 documents");
    }
  }

  @Test
  void whatSomebodyElseDeletesIsGoneAtOnce() throws IOException {
    PassimClient other = server.client();
    String collection = other.createCollection("Two people");
    other.ingest(collection, Upload.text("kept.txt", "The canteen opens at noon."));
    String id =
        other
            .ingest(collection, Upload.text("gone.txt", "The library closes at six."))
            .get("id")
            .asText();
    try (Visit visit = browser.visit(server.address())) {
      Page page = visit.open("/library");
      page.waitForResponse(
          response -> response.url().endsWith(collection + "/events"),
          () -> page.locator("passim-collection-list").getByText("Two people").click());
      Locator gone = row(page, "gone.txt");
      assertThat(gone.locator(".status")).hasText("Ready");
      other.delete(id);
      assertThat(gone).hasCount(0);
      assertThat(row(page, "kept.txt")).isVisible();
      assertThat(page.locator("passim-collection-list [aria-current=true]"))
          .containsText("1 document");
    }
  }

  @Test
  void anAnswerIsQuotedWithItsPageAndConfidence() {
    try (Visit visit = browser.visit(server.address())) {
      Page page = visit.open("/");
      ask(page, ferry, QUESTION);
      Locator answer = page.locator("passim-answer");
      assertThat(answer.locator("passim-quote strong").first()).containsText(ANSWER);
      assertThat(answer.locator("passim-citation .page").first()).hasText(", p. 2");
      Locator confidence = answer.locator("passim-confidence").first();
      assertThat(confidence.locator(".word")).hasText(Pattern.compile("High|Good|Fair|Low"));
      assertThat(confidence.locator(".number")).hasText(Pattern.compile("\\d{1,3}\\s?%"));
    }
  }

  @Test
  void aCitationOpensTheDocumentAtItsWords() {
    try (Visit visit = browser.visit(server.address())) {
      Page page = visit.open("/");
      ask(page, ferry, QUESTION);
      Locator words = page.locator("passim-answer passim-quote strong").first();
      assertThat(words).containsText(ANSWER);
      String answer = words.textContent();
      page.locator("passim-answer passim-citation a").first().click();
      assertThat(page).hasURL(Pattern.compile("/documents/[^/?]+\\?start=\\d+&end=\\d+$"));
      Locator mark = page.locator("passim-pdf-view mark.cited");
      assertThat(mark).hasText(answer);
      assertThat(mark).isInViewport();
      page.reload();
      assertThat(mark).hasText(answer);
      assertThat(mark).isInViewport();
    }
  }

  @Test
  void aConversationIsThereAfterAReload() {
    try (Visit visit = browser.visit(server.address())) {
      Page page = visit.open("/");
      ask(page, ferry, QUESTION);
      Locator words = page.locator("passim-answer passim-quote strong").first();
      assertThat(words).containsText(ANSWER);
      assertThat(page).hasURL(Pattern.compile("/\\?conversation=.+"));
      page.reload();
      assertThat(page.locator("passim-exchange h2")).containsText(QUESTION);
      assertThat(words).containsText(ANSWER);
    }
  }

  @Test
  void theWidgetAnswersInAPortal() {
    Samples.await(server.client());
    try (Visit visit = browser.visit(server.address())) {
      Page page = visit.open("/embed-demo/");
      page.locator("passim-chat .launcher").click();
      Locator widget = page.locator("passim-chat dialog");
      assertThat(widget).isVisible();
      ask(widget, Samples.QUESTION);
      assertThat(widget.locator("passim-quote strong, passim-passages li").first()).isVisible();
      assertThat(page.locator("#last")).containsText("The portal heard an answer");
      widget.getByText("Why this answer?").click();
      Locator bars = widget.locator(".bar > span");
      assertThat(bars.first()).isAttached();
      assertEquals(
          List.of(),
          bars.evaluateAll("bars => bars.filter(({ style }) => style.inlineSize === '')"),
          "bars that the portal's policy left without a length");
      page.keyboard().press("Escape");
      assertThat(widget).isHidden();
      assertThat(page.locator("passim-chat .launcher")).isFocused();
    }
  }

  @Test
  void nothingOfTheWidgetIsLostInAVeryShortWindow() {
    try (Visit visit = browser.visit(server.address())) {
      Page page = visit.open("/embed-demo/");
      page.setViewportSize(320, 180);
      page.locator("passim-chat .launcher").click();
      Locator widget = page.locator("passim-chat dialog");
      for (String part : List.of("textarea", ".greeting", ".head button:last-child")) {
        widget.locator(part).scrollIntoViewIfNeeded();
        assertThat(widget.locator(part)).isInViewport();
      }
    }
  }

  @Test
  void markupInDocumentsAndFileNamesIsShownAsText() {
    String name = "<img src=x onerror=window.pwned=2>.txt";
    String text =
        """
        <img src=x onerror="window.pwned=1">The keeper of the vault is Ada Quill.</img>
        """;
    try (Visit visit = browser.visit(server.address())) {
      Page page = visit.open("/library");
      createCollection(page, "<b onclick=window.pwned=3>Vault</b>");
      page.locator("passim-drop-zone input#files")
          .setInputFiles(
              new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
      assertThat(row(page, "<img src=x").locator(".status")).hasText("Ready");
      assertNothingRan(page);
      visit.open("/");
      ask(page, "<b onclick=window.pwned=3>Vault</b>", "Who is the keeper of the vault?");
      Locator answer = page.locator("passim-answer");
      assertThat(answer).containsText("Ada Quill");
      assertNothingRan(page);
      answer.locator("cite a").first().click();
      Locator shown = page.locator("passim-viewer-page passim-document-text");
      assertThat(shown).containsText("The keeper of the vault is Ada Quill.");
      assertThat(page.locator("passim-viewer-page")).containsText(name);
      assertNothingRan(page);
    }
  }

  @Test
  void thePageSpeaksFrenchWhenAsked() {
    try (Visit visit = browser.visit(server.address())) {
      Page page = visit.open("/");
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      Locator french = page.getByRole(AriaRole.BUTTON, byName("FR, Français"));
      french.click();
      assertThat(page.locator("html")).hasAttribute("lang", "fr");
      assertThat(french).hasAttribute("aria-pressed", "true");
      assertThat(page.locator("nav [aria-current=page]")).hasText("Demander");
      page.reload();
      assertThat(page.locator("html")).hasAttribute("lang", "fr");
    }
  }

  @Test
  void theAppearanceIsAChoiceThatStays() {
    try (Visit visit = browser.visit(server.address())) {
      Page page = visit.open("/");
      Locator appearance = page.getByRole(AriaRole.BUTTON, byName("Appearance"));
      assertThat(appearance).hasAttribute("aria-label", "Appearance: As the system");
      appearance.click();
      assertThat(appearance).hasAttribute("aria-label", "Appearance: Light");
      Object light = background(page);
      appearance.click();
      assertThat(appearance).hasAttribute("aria-label", "Appearance: Dark");
      assertNotEquals(light, background(page));
      page.reload();
      assertThat(appearance).hasAttribute("aria-label", "Appearance: Dark");
      assertNotEquals(light, background(page));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, 1280, 800",
    "DARK, 1280, 800",
    "LIGHT, 390, 844",
    "DARK, 390, 844",
  })
  void thePagesAreAccessible(ColorScheme colours, int width, int height) {
    assertTrue(Files.isRegularFile(AXE), AXE + " is missing: run npm ci in frontend/");
    try (Visit visit = browser.visit(server.address(), width, height, colours)) {
      visit.addScript(AXE);
      Page page = visit.open("/");
      assertThat(page.locator("passim-welcome")).isVisible();
      assertEquals(List.of(), violations(page));
      ask(page, ferry, QUESTION);
      page.locator("passim-answer").getByRole(AriaRole.BUTTON, within("Why this answer?")).click();
      assertThat(page.locator("passim-explanation")).isVisible();
      assertEquals(List.of(), violations(page));
      visit.open("/library");
      assertThat(page.locator("passim-drop-zone")).isVisible();
      assertEquals(List.of(), violations(page));
      page.locator("passim-collection-list").getByText(ferry).click();
      page.locator("passim-document-row a").first().click();
      assertThat(page.locator("passim-pdf-view .textLayer").first()).isVisible();
      page.getByRole(AriaRole.BUTTON, byName("Search in this document")).click();
      assertThat(page.locator("passim-find-bar input")).isFocused();
      assertEquals(List.of(), violations(page));
      page.getByRole(AriaRole.BUTTON, byName("Text")).click();
      assertThat(page.locator("passim-document-text section").first()).isVisible();
      assertEquals(List.of(), violations(page));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, 1280, 800",
    "DARK, 1280, 800",
    "LIGHT, 390, 844",
    "DARK, 390, 844",
  })
  void thePagesOfAdministratorsAreAccessible(ColorScheme colours, int width, int height) {
    String asked = " on a " + colours + " screen of " + width + "?";
    try (Visit visit = browser.visit(server.address(), width, height, colours)) {
      visit.addScript(AXE);
      Page page = visit.open("/curated/new");
      quote(page, "How long is the crossing" + asked, ANSWER);
      assertEquals(List.of(), violations(page));
      page.locator("passim-curated-form button[type=submit]").click();
      assertThat(page.locator("passim-curated-list li").first()).containsText(asked);
      assertEquals(List.of(), violations(page));
      visit.open("/");
      ask(page, ferry, "Who painted the ceiling of the opera" + asked);
      visit.open("/reviews");
      Locator item = page.locator("passim-review-item").first();
      assertThat(item).containsText(asked);
      item.getByRole(AriaRole.BUTTON, within("Test case…")).click();
      assertThat(item.locator("passim-review-decision textarea").first()).isFocused();
      assertEquals(List.of(), violations(page));
      item.locator("passim-review-decision button[type=submit]").click();
      assertThat(page.locator("passim-review-list .done")).containsText(asked);
      page.locator("passim-reviews-page nav a").nth(1).click();
      assertThat(page.locator("passim-review-item").first()).containsText("Test case");
      assertEquals(List.of(), violations(page));
      page.locator("passim-reviews-page nav a").nth(2).click();
      assertThat(page.locator("passim-case-list li").first()).containsText(asked);
      assertEquals(List.of(), violations(page));
    }
  }

  @Test
  void wordsThatAreSelectedInADocumentCanBePinnedAndAreGiven() {
    String asked = "How much time is spent aboard?";
    try (Visit visit = browser.visit(server.address())) {
      Page page = visit.open("/curated/new");
      quote(page, asked, ANSWER);
      page.locator("passim-quotation-choice #words").fill("");
      page.locator("passim-document-text .text").getByText("minutes").first().dblclick();
      page.locator("passim-quotation-choice .take").click();
      assertThat(page.locator("passim-quotation-choice #words")).not().hasValue("");
      String words = page.locator("passim-document-text mark.cited").textContent();
      page.locator("passim-curated-form button[type=submit]").click();
      assertThat(page).hasURL(Pattern.compile("/curated$"));
      visit.open("/");
      ask(page, ferry, asked);
      assertThat(page.locator("passim-answer passim-quote strong")).hasText(words);
      page.locator("passim-answer .curated a").click();
      assertThat(page.locator("passim-curated-form #question")).hasValue(asked);
    }
  }

  /** A guard that never barks guards nothing. */
  @Test
  void whatNoPageMayDoIsNoticed() {
    Visit visit = browser.visit(server.address());
    Page page = visit.open("/");
    page.evaluate("() => { new Image().src = 'http://127.0.0.2:9/pixel.png'; }");
    page.evaluate(
        """
        () => new Promise((resolve) => {
          setTimeout(() => { throw new Error('on purpose'); });
          setTimeout(resolve, 1);
        })
        """);
    page.navigate(server.address().toString().replace("127.0.0.1", "localhost"));
    String offences =
        Objects.requireNonNull(assertThrows(AssertionError.class, visit::close).getMessage());
    assertTrue(offences.contains("policy: img-src http://127.0.0.2:9"), offences);
    assertTrue(offences.contains("uncaught: "), offences);
    assertTrue(offences.contains("request to http://localhost"), offences);
  }

  private static void createCollection(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, byName("New collection")).click();
    page.locator("passim-collection-list input#name").fill(name);
    page.locator("passim-collection-list button[type=submit]").click();
    assertThat(page.locator("passim-library-page h1")).hasText(name);
  }

  /** Fills the form for a curated answer with words of the ferry's document. */
  private void quote(Page page, String question, String words) {
    page.locator("passim-curated-form #question").fill(question);
    page.locator("passim-document-choice select").first().selectOption(ferry);
    page.locator("passim-document-choice .document select")
        .selectOption(new SelectOption().setIndex(1));
    page.locator("passim-quotation-choice #words").fill(words);
    assertThat(page.locator("passim-document-text mark.cited")).hasText(words);
  }

  private static Locator row(Page page, String text) {
    return page.locator("passim-document-row").filter(new Locator.FilterOptions().setHasText(text));
  }

  private static void ask(Page page, String collection, String question) {
    page.locator("passim-collection-choice select").selectOption(collection);
    ask(page.locator("passim-chat-page"), question);
  }

  private static void ask(Locator chat, String question) {
    chat.locator("passim-composer textarea").fill(question);
    chat.locator("passim-composer textarea").press("Enter");
    assertThat(chat.locator("passim-answer"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
  }

  private static Page.GetByRoleOptions byName(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions within(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  /** The markup of the test would have set this, had it been taken for more than text. */
  private static void assertNothingRan(Page page) {
    assertEquals("undefined", page.evaluate("() => typeof window.pwned"));
    assertThat(page.locator("img")).hasCount(0);
    assertThat(page.locator("[onclick], [onerror]")).hasCount(0);
  }

  private static Object background(Page page) {
    return page.locator("passim-app .page")
        .evaluate(
            """
            (element) => {
              while (element !== null) {
                const colour = getComputedStyle(element).backgroundColor;
                if (colour !== 'rgba(0, 0, 0, 0)') return colour;
                element = element.parentElement ?? element.getRootNode().host ?? null;
              }
              return getComputedStyle(document.documentElement).colorScheme;
            }
            """);
  }

  /** What axe finds serious or critical, each as its rule and the elements that break it. */
  private static Object violations(Page page) {
    return page.evaluate(
        """
        async () => {
          const { violations, passes } = await axe.run();
          if (passes.length === 0) throw new Error('axe looked at nothing');
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) =>
              `${id}: ${nodes.map(({ target, failureSummary }) => target + ' ' + failureSummary).join('; ')}`);
        }
        """);
  }
}
