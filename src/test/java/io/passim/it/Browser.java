package io.passim.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The system's Chromium without a window. Each visit has a profile of its own, and notes what no
 * page may do: ask another host for something, or complain on its console.
 */
final class Browser implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** Has the console tell what the content security policy kept from happening. */
  private static final String TELL_VIOLATIONS =
      """
      addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
      """;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Browser launch() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      return new Browser(
          playwright,
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable())
                      .setHeadless(true)
                      .setArgs(OPTIONS)));
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  /** A wide window in light colours. */
  Visit visit(URI server) {
    return visit(server, 1280, 844, ColorScheme.LIGHT);
  }

  Visit visit(URI server, int width, int height, ColorScheme colours) {
    return new Visit(
        server,
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(server.toString())
                .setLocale("en-GB")
                .setViewportSize(width, height)
                .setColorScheme(colours)));
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Path executable() {
    return Optional.ofNullable(System.getenv("CHROMIUM"))
        .map(Path::of)
        .or(Browser::executableOnPath)
        .orElseThrow(
            () -> new AssertionError("no chromium on the PATH: install it, or set CHROMIUM to it"));
  }

  private static Optional<Path> executableOnPath() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getenv("PATH"))
        .flatMap(folder ->
            Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A person with a fresh profile. Closing it says what went wrong behind the page. */
  static final class Visit implements AutoCloseable {
    private final String host;
    private final BrowserContext context;
    private final Page page;
    private final List<String> offences = new ArrayList<>();

    private Visit(URI server, BrowserContext context) {
      host = server.getAuthority();
      this.context = context;
      context.addInitScript(TELL_VIOLATIONS);
      context.onRequest(request -> noteAddress(request.url()));
      context.onConsoleMessage(this::noteMessage);
      context.onWebError(error -> offences.add("uncaught: " + error.error()));
      context.onPage(opened -> opened.onWebSocket(this::noteSocket));
      page = context.newPage();
    }

    Page page() {
      return page;
    }

    /** Runs a script in every page before the page's own. */
    void addScript(Path script) {
      context.addInitScript(script);
    }

    Page open(String path) {
      page.navigate(path);
      return page;
    }

    @Override
    public void close() {
      context.close();
      assertEquals(List.of(), offences);
    }

    private void noteSocket(WebSocket socket) {
      noteAddress(socket.url());
    }

    private void noteAddress(String url) {
      URI address = URI.create(url);
      boolean local = List.of("data", "blob", "about").contains(address.getScheme());
      if (!local && !host.equals(address.getAuthority())) {
        offences.add("request to " + url);
      }
    }

    private void noteMessage(ConsoleMessage message) {
      if (message.type().equals("error") || message.type().equals("warning")) {
        offences.add(message.type() + " on " + message.page().url() + ": " + message.text());
      }
    }
  }
}
