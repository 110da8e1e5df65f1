package io.passim.ingest;

import io.passim.document.CharSpan;
import io.passim.document.DocumentText;
import io.passim.document.Page;
import io.passim.document.PageWords;
import io.passim.document.Problem;
import io.passim.document.RecognisedWord;
import io.passim.ingest.parse.Cancellation;
import io.passim.ingest.parse.DocumentParser;
import io.passim.ingest.parse.ParseResult;
import io.passim.ingest.parse.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/**
 * Takes a file's characters for its text. A file that begins with {@code BAD} is damaged, one with
 * {@code BUG} throws, one with {@code MEMORY} needs more memory than there is, and one with {@code
 * WAIT} takes until {@link #goOn}; {@code WAIT BAD} is damaged after that. One with {@code SCAN}
 * has a page without text, one with {@code WORDS} is a scan on which {@link #WORDS} stand.
 */
final class FakeParser implements DocumentParser {
  static final List<RecognisedWord> WORDS =
      List.of(new RecognisedWord("WORDS", 1, 0.1f, 0.1f, 0.2f, 0.05f));

  private final AtomicInteger parses = new AtomicInteger();
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @Override
  public ParseResult parse(SourceFile file, DoubleConsumer progress, Cancellation cancellation)
      throws InterruptedException {
    parses.incrementAndGet();
    progress.accept(0.5);
    String text = read(file);
    if (text.startsWith("BAD")) {
      return new ParseResult.Failed(new Problem("document_damaged", "It is bad."));
    }
    if (text.startsWith("BUG")) {
      throw new IllegalStateException("a bug");
    }
    if (text.startsWith("MEMORY")) {
      throw new OutOfMemoryError("a test");
    }
    if (text.startsWith("WAIT")) {
      waiting.countDown();
      try (var _ = cancellation.whenCancelled(goOn::countDown)) {
        goOn.await();
      }
      if (cancellation.isCancelled()) {
        return new ParseResult.Failed(new Problem("cancelled", "It was cancelled."));
      }
      if (text.startsWith("WAIT BAD")) {
        return new ParseResult.Failed(new Problem("parser_crashed", "It broke the parser."));
      }
    }
    return new ParseResult.Parsed(
        file.filename(),
        null,
        null,
        "en",
        new DocumentText(text, List.of(new Page(1, new CharSpan(0, text.length()))), List.of())
            .withoutTextOn(text.startsWith("SCAN") ? 1 : 0),
        text.startsWith("WORDS") ? List.of(new PageWords(1, WORDS)) : List.of());
  }

  int parses() {
    return parses.get();
  }

  /** Returns once a file that waits is being parsed. */
  void awaitWaiting() throws InterruptedException {
    waiting.await();
  }

  void goOn() {
    goOn.countDown();
  }

  private static String read(SourceFile file) {
    try {
      return Files.readString(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
