package io.passim.ingest;

import io.passim.document.DiskFull;
import io.passim.document.Problem;
import io.passim.ingest.parse.ParserNotStartedException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why documents wait that nothing is wrong with: what the server lacked when it last tried to take
 * one in. Any thread may call any method.
 */
@Singleton
class IngestStall {
  private static final Problem DISK_FULL =
      new Problem(
          DiskFull.PROBLEM.code(),
          "The server's disk is full. Documents that wait are taken in once it has room again.");

  private static final Problem NO_PARSER =
      new Problem(
          "parser_not_started",
          "The process that reads files does not start; the server's log says why. Documents that"
              + " wait are taken in once it does.");

  private static final Problem STORAGE =
      new Problem(
          "storage_failed",
          "The server's disk or database refuses; its log says why. Documents that wait are taken"
              + " in once it does not.");

  private static final Problem BUG =
      new Problem(
          "internal_error",
          "The server fails to take documents in; its log says why. It goes on trying.");

  private final DiskFull diskFull;
  private volatile @Nullable Problem problem;

  @Inject
  IngestStall(DiskFull diskFull) {
    this.diskFull = diskFull;
  }

  /** Empty unless the last document that had its turn had to be put off. */
  Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  /** A document, or all, had to be put off. */
  void begin(Throwable failure) {
    problem = problemOf(failure);
  }

  /** A document has come to its end, or none is left. */
  void end() {
    problem = null;
  }

  private Problem problemOf(Throwable failure) {
    if (diskFull.isBehind(failure)) {
      return DISK_FULL;
    }
    if (failure instanceof ParserNotStartedException) {
      return NO_PARSER;
    }
    return StorageFailures.isOne(failure) ? STORAGE : BUG;
  }
}
