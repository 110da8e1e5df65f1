package io.passim.evaluate;

import io.passim.answer.AvailableReader;
import io.passim.answer.OtherReaders;
import io.passim.document.Problem;
import io.passim.inference.ModelLoadException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reader that an evaluation asks for: checked when it is queued, opened for its run. */
@ApplicationScoped
class ReaderChoice {
  /** What is told of a problem: enough for a person, and no more than is stored of it. */
  private static final int LONGEST = 1000;

  private static final int LONGEST_NAME = 100;

  private final OtherReaders readers;
  private final long maxBytes;

  ReaderChoice(OtherReaders readers, EvaluationConfig config) {
    this.readers = readers;
    this.maxBytes = config.maxReaderSize().asLongValue();
  }

  /**
   * Checks a name.
   *
   * @param name null for the server's reader
   * @return the same
   * @throws InvalidEvaluationException if there is no such reader, or it cannot be used
   */
  @Nullable String check(@Nullable String name) {
    if (name == null) {
      return null;
    }
    List<AvailableReader> found = readers.list();
    AvailableReader reader =
        found.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> notFound(name, found));
    Problem problem = reader.problem();
    if (problem != null) {
      throw unusable(problem.detail());
    }
    if (!reader.inUse() && reader.facts() != null && reader.facts().bytes() > maxBytes) {
      throw unusable(
          String.format(
              Locale.ROOT,
              "The graph of %s has %d bytes; passim.evaluate.max-reader-size allows %d.",
              name,
              reader.facts().bytes(),
              maxBytes));
    }
    return name;
  }

  /**
   * Opens a reader for a run, which closes it.
   *
   * @throws InvalidEvaluationException likewise
   */
  OtherReaders.Opened open(String name) {
    check(name);
    try {
      return readers.open(name);
    } catch (ModelLoadException e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
  }

  private static InvalidEvaluationException unusable(String detail) {
    return new InvalidEvaluationException("reader_unusable", shortened(detail, LONGEST));
  }

  private static InvalidEvaluationException notFound(String name, List<AvailableReader> found) {
    String names = found.stream().map(AvailableReader::name).collect(Collectors.joining(", "));
    return new InvalidEvaluationException(
        "reader_not_found",
        shortened(
            "There is no reader \""
                + shortened(name, LONGEST_NAME)
                + "\"; there are "
                + names
                + ".",
            LONGEST));
  }

  private static String shortened(String text, int length) {
    return SquadReader.clean(text.length() > length ? text.substring(0, length) + "…" : text);
  }
}
