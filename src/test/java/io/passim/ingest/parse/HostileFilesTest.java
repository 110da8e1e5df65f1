package io.passim.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.passim.document.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What files made to do harm do to the parser: nothing that lasts. Each is read harmlessly or fails
 * with a reason; no other file is read or written, nothing is fetched, the disk stays bounded, and
 * an honest file is read right after.
 */
class HostileFilesTest {
  private static final Logger LOG = Logger.getLogger(HostileFilesTest.class);

  private static final Duration TIMEOUT = Duration.ofSeconds(6);
  private static final long DISK_MEGABYTES = 64;
  private static final int MAX_CHARACTERS = 5_000_000;
  private static final int MUTATIONS = 200;
  private static final String SECRET = "quorbit-4711-of-no-document";

  private static final Set<String> REASONS =
      Set.of(
          "document_encrypted",
          "document_without_text",
          "document_damaged",
          "empty_file",
          "too_large",
          "unsupported_media_type",
          "parse_timeout",
          "parser_crashed");

  /** What would take all memory, disk or time if it were read; everything else may be read. */
  private static final Set<String> BOMBS =
      Set.of(
          "flat.zip",
          "copies.zip",
          "deep.zip",
          "overlap.zip",
          "paragraphs.docx",
          "spaces.docx",
          "rows.xlsx",
          "again.odt",
          "many-parts.docx",
          "nested-tables.docx",
          "laughs.docx",
          "laughs.odt",
          "form-cycle.pdf",
          "page-tree.pdf",
          "operators.pdf",
          "unfolding.pdf");

  /** A worker is its heap and what a Java machine needs beside it. */
  private static final long MEMORY_MEGABYTES = 384 + 256;

  /** With these the file's worker has been ended. */
  private static final Set<String> ENDED = Set.of("too_large", "parse_timeout", "parser_crashed");

  @TempDir Path directory;
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;
  private IsolatedParser parser;
  private WorkerFootprint footprint;
  private Path uploads;
  private Path secret;

  @BeforeEach
  void open() throws IOException {
    uploads = Files.createDirectory(directory.resolve("uploads"));
    secret = Files.writeString(directory.resolve("secret.txt"), SECRET);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          byte[] body = SECRET.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    parser =
        new IsolatedParser(
            TestParseConfig.in(directory.resolve("parsing"))
                .withTimeout(TIMEOUT)
                .withDisk(DISK_MEGABYTES)
                .withCharacters(MAX_CHARACTERS));
    footprint = new WorkerFootprint(directory.resolve("parsing"));
  }

  @AfterEach
  void close() throws Exception {
    parser.close();
    server.stop(0);
    footprint.end();
    assertBelow(MEMORY_MEGABYTES, footprint.mostMemoryBytes(), "of memory");
    // A file may grow to twice the limit between two looks at it.
    assertBelow(2 * DISK_MEGABYTES + 16, footprint.mostDiskBytes(), "of disk");
    assertEquals(0, requests.get(), "requests to a server that a file named");
    assertEquals(Set.of(), files(directory.resolve("parsing")));
    assertEquals(Set.of("secret.txt"), files(directory));
    assertFalse(Files.exists(Path.of("/tmp/passim-evil.txt")));
    assertFalse(Files.exists(Path.of("passim-evil.txt")));
  }

  @Test
  void archivesThatUnfoldNestOrLeadElsewhere() throws Exception {
    readAll(HostileZips.all());
  }

  @Test
  void entitiesThatUnfold() throws Exception {
    readAll(HostileMarkup.entitiesThatUnfold());
  }

  @Test
  void referencesToWhatIsOutside() throws Exception {
    readAll(HostileMarkup.referencesOutside(url(), secret.toString()));
  }

  @Test
  void nestingAndSlowPatterns() throws Exception {
    readAll(HostileMarkup.nestedAndSlow());
  }

  @Test
  void pdfsThatTurnInCirclesNestOrUnfold() throws Exception {
    readAll(HostilePdfs.all(url(), secret.toString()));
  }

  @Test
  void namesAndContentsThatLie() throws Exception {
    byte[] program = ("MZ" + "\0".repeat(500)).getBytes(StandardCharsets.ISO_8859_1);
    byte[] page = "<html><body><p>Words.</p></body></html>".getBytes(StandardCharsets.UTF_8);
    readAll(
        List.of(
            new HostileFile("invoice.pdf.exe", program),
            new HostileFile("invoice.exe.pdf", program),
            new HostileFile("report.docx.html", page),
            new HostileFile("report.html.docx", page),
            new HostileFile("evil.txt\0.pdf", HostilePdfs.honest()),
            new HostileFile("line\nbreak\r\u202efdp.txt", page),
            new HostileFile("../../../etc/cron.d/evil.txt", page),
            new HostileFile("n".repeat(60_000) + ".txt", page),
            HostileFile.text("nul.txt", "Words\0 and \0\0 more words.\0"),
            HostileFile.text("nul.html", "<p>Words\0 and <b\0>more</b> &#0; &#xd800; words.</p>"),
            HostileFile.text("nul.md", "# Words\0\n\n\0and more"),
            new HostileFile("nothing-but-nul.txt", new byte[1 << 20]),
            new HostileFile(
                "broken-utf8.txt", new byte[] {'a', (byte) 0xC3, (byte) 0xED, (byte) 0xA0, 'b'}),
            new HostileFile("mark.txt", new byte[] {(byte) 0xFF, (byte) 0xFE}),
            new HostileFile("odd.txt", new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 'a', 0})));
  }

  @Test
  void truncatedFiles() throws Exception {
    List<HostileFile> files = new ArrayList<>();
    seeds()
        .forEach((name, content) -> {
          for (int part = 1; part < 20; part++) {
            files.add(new HostileFile(name, Arrays.copyOf(content, content.length * part / 20)));
          }
        });
    readAll(files);
  }

  @Test
  void fuzzedFiles() throws Exception {
    long seed = Long.getLong("passim.fuzz.seed", new Random().nextLong());
    LOG.infof("to see this again: -Dpassim.fuzz.seed=%d", seed);
    Random random = new Random(seed);
    List<HostileFile> files = new ArrayList<>();
    for (Map.Entry<String, byte[]> each : seeds().entrySet()) {
      for (int i = 0; i < MUTATIONS; i++) {
        files.add(new HostileFile(each.getKey(), Mutations.of(each.getValue(), random)));
      }
    }
    readAll(files);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void readAll(List<HostileFile> files) throws Exception {
    TreeSet<String> failures = new TreeSet<>();
    for (HostileFile file : files) {
      String failure = read(file);
      if (!failure.isEmpty()) {
        failures.add(file + ": " + failure);
      }
    }
    assertHonestFileIsRead();
    assertEquals(Set.of(), failures);
  }

  /** What is wrong with how the file was met; empty if nothing. */
  private String read(HostileFile hostile) throws Exception {
    Path file = Files.write(uploads.resolve("upload"), hostile.content());
    String name = Filenames.sanitise(hostile.name());
    long start = System.nanoTime();
    ParseResult result =
        parser.parse(new SourceFile(file, name, MediaTypes.detect(file, name)), done -> {});
    LOG.infof("%s: %s in %d ms", hostile, outcome(result), (System.nanoTime() - start) / 1_000_000);
    Files.delete(file);
    if (result instanceof ParseResult.Failed(Problem problem) && ENDED.contains(problem.code())) {
      assertHonestFileIsRead();
    }
    return switch (result) {
      case ParseResult.Failed(Problem problem) ->
          REASONS.contains(problem.code()) && !problem.detail().isBlank() ? "" : problem.toString();
      case ParseResult.Parsed parsed -> {
        String text = parsed.title() + parsed.author() + parsed.text().text();
        yield BOMBS.contains(hostile.name())
                || text.contains(SECRET)
                || text.contains("\0")
                || text.length() > 2 * MAX_CHARACTERS
            ? "reads " + text.substring(0, Math.min(200, text.length()))
            : "";
      }
    };
  }

  private static void assertBelow(long megabytes, long bytes, String what) {
    assertTrue(bytes < megabytes << 20, () -> (bytes >> 20) + " MB " + what);
  }

  private static String outcome(ParseResult result) {
    return switch (result) {
      case ParseResult.Failed(Problem problem) -> problem.code();
      case ParseResult.Parsed parsed -> "read, " + parsed.text().text().length() + " characters";
    };
  }

  private void assertHonestFileIsRead() throws Exception {
    Path honest = Parsing.fixture("notes.md").toAbsolutePath();
    assertInstanceOf(
        ParseResult.Parsed.class,
        parser.parse(new SourceFile(honest, "notes.md", MediaTypes.MARKDOWN), done -> {}));
  }

  /** One small honest file of each format. */
  private static Map<String, byte[]> seeds() throws IOException {
    Map<String, byte[]> seeds = new TreeMap<>();
    for (String fixture :
        List.of(
            "leave.docx", "mooring.doc", "two-pages.pdf", "page.html", "notes.md", "latin1.txt")) {
      seeds.put(fixture, Files.readAllBytes(Parsing.fixture(fixture)));
    }
    Map<String, byte[]> open = new LinkedHashMap<>(Packages.openDocument());
    open.put(
        "content.xml",
        Packages.openDocumentText("<text:p>Words.</text:p>").getBytes(StandardCharsets.UTF_8));
    seeds.put("words.odt", Zips.of(open));
    seeds.put("words.epub", Zips.of(Packages.epub("<h1>One</h1><p>Words.</p>")));
    seeds.put(
        "words.xlsx",
        Zips.of(
            Packages.sheet(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Words</t></is></c></row>")));
    seeds.put("words.zip", Zips.of("a.txt", "Some words.", "b/c.md", "# More\n\nwords"));
    seeds.put(
        "words.rtf",
        "{\\rtf1\\ansi{\\fonttbl\\f0 Arial;}\\f0 Some \\b words\\b0 .\\par}"
            .getBytes(StandardCharsets.US_ASCII));
    seeds.put(
        "words.eml",
        "From: a@b.example\nTo: c@d.example\nSubject: Words\nContent-Type: text/plain\n\nSome words.\n"
            .getBytes(StandardCharsets.US_ASCII));
    seeds.put("words.csv", "name,days\nAda,24\n\"Bo, x\",12\n".getBytes(StandardCharsets.US_ASCII));
    return seeds;
  }

  private static Set<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toSet());
    }
  }
}
