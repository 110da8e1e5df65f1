package io.passim.ingest.parse;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Text recognition by the {@code tesseract} program, where it is on the path, in a process of its
 * own. It gets pixels that Java has decoded, never the bytes of an upload. One instance serves one
 * thread at a time; it looks for the program once.
 */
final class Tesseract {
  /** How long one page may take, on the processor. */
  static final Duration PAGE = Duration.ofSeconds(60);

  private static final Duration LIST = Duration.ofSeconds(10);
  private static final long LOOK_MILLIS = 100;

  private static final List<String> PREFERRED = List.of("eng", "fra");
  private static final int MAX_LANGUAGES = 3;

  private final String program;
  private final Duration page;
  private final Runnable pageBegins;
  private @Nullable List<String> languages;

  Tesseract() {
    this(() -> {});
  }

  /**
   * @param pageBegins runs before each page that is read
   */
  Tesseract(Runnable pageBegins) {
    this("tesseract", PAGE, pageBegins);
  }

  /**
   * @param program its name or path
   * @param page how long it may be at one, on the processor
   * @param pageBegins runs before each page that is read
   */
  Tesseract(String program, Duration page, Runnable pageBegins) {
    this.program = program;
    this.page = page;
    this.pageBegins = pageBegins;
  }

  /** Whether the program is there with the data of at least one language. */
  boolean isInstalled() {
    return !languages().isEmpty();
  }

  /**
   * What is read in a picture of text, empty if there is none.
   *
   * @param picture of type {@link BufferedImage#TYPE_BYTE_GRAY}
   * @param dotsPerInch that it was made with
   * @throws UnreadableException if the program fails or takes too long
   */
  RecognisedPage read(BufferedImage picture, int dotsPerInch)
      throws IOException, UnreadableException {
    pageBegins.run();
    Path input = Files.createTempFile("page", ".pgm");
    Path output = Files.createTempFile("page", ".tsv");
    try {
      writePortableGraymap(picture, input);
      run(
          List.of(
              program,
              input.toString(),
              "stdout",
              "-l",
              String.join("+", languages()),
              "--dpi",
              Integer.toString(dotsPerInch),
              "tsv"),
          output,
          page);
      return RecognisedWords.page(
          Files.readAllLines(output, StandardCharsets.UTF_8),
          picture.getWidth(),
          picture.getHeight());
    } finally {
      Files.deleteIfExists(input);
      Files.deleteIfExists(output);
    }
  }

  private List<String> languages() {
    List<String> known = languages;
    if (known == null) {
      known = findLanguages();
      languages = known;
    }
    return known;
  }

  private List<String> findLanguages() {
    List<String> installed = new ArrayList<>();
    try {
      Path output = Files.createTempFile("languages", ".txt");
      try {
        run(List.of(program, "--list-langs"), output, LIST);
        installed.addAll(Files.readAllLines(output, StandardCharsets.UTF_8));
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException | UnreadableException notInstalled) {
      return List.of();
    }
    installed.removeIf(line -> !line.matches("[a-z]{3}(?:_[a-z]+)?") || line.equals("osd"));
    List<String> preferred = PREFERRED.stream().filter(installed::contains).toList();
    return preferred.isEmpty() ? installed.stream().limit(MAX_LANGUAGES).toList() : preferred;
  }

  private static void run(List<String> command, Path output, Duration limit)
      throws IOException, UnreadableException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile())
            .redirectError(Redirect.DISCARD);
    // One page at a time: more threads would take the cores of those who ask.
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    Process process = builder.start();
    try {
      TimeAllowance allowance = TimeAllowance.of(limit, Duration.ZERO);
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (allowance.isUsedUp(process.info().totalCpuDuration().orElse(Duration.ZERO))) {
          throw failed("took longer than " + limit.toSeconds() + " seconds");
        }
      }
      if (process.exitValue() != 0) {
        throw failed("failed with status " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static UnreadableException failed(String how) {
    return new UnreadableException(
        "document_without_text",
        "Text recognition (OCR) "
            + how
            + " on a page, and no other page has text. Scan the document in another resolution, or"
            + " run it through another program for text recognition and upload the result.");
  }

  private static void writePortableGraymap(BufferedImage picture, Path file) throws IOException {
    byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    String header = "P5\n" + picture.getWidth() + " " + picture.getHeight() + "\n255\n";
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(header.getBytes(StandardCharsets.US_ASCII));
      out.write(pixels);
    }
  }
}
