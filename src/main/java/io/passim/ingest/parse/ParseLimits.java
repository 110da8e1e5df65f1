package io.passim.ingest.parse;

import io.passim.document.Problem;
import java.time.Duration;

/** What is said of a file that was stopped, or has stopped its worker. */
record ParseLimits(ParseConfig config) {
  static final Problem CRASHED =
      new Problem(
          "parser_crashed",
          "The document broke the program that reads it. Save it again in the program that made it,"
              + " and upload the new file.");

  /** Of no file, and never told to anybody but the log. */
  static final Problem NOT_STARTED =
      new Problem("internal_error", "The program that reads documents does not start.");

  Problem tooLate() {
    return new Problem(
        "parse_timeout",
        "Reading the document took longer than "
            + config.timeout().toSeconds()
            + " seconds. Split it, or raise passim.ingest.parse.timeout.");
  }

  /** How long the file may take from when text recognition begins to read one of its pages. */
  Duration page() {
    return config.timeout().plus(Tesseract.PAGE);
  }

  Problem pageTooLate() {
    return new Problem(
        "parse_timeout",
        "Reading one page of the scan took longer than "
            + page().toSeconds()
            + " seconds. Scan it in a lower resolution, or raise passim.ingest.parse.timeout.");
  }

  Problem tooMuchMemory() {
    return tooLarge("memory", config.workerHeap().asLongValue(), "worker-heap");
  }

  Problem tooMuchDisk() {
    return tooLarge("disk", config.workerDisk().asLongValue(), "worker-disk");
  }

  private static Problem tooLarge(String what, long bytes, String key) {
    return new Problem(
        "too_large",
        "Reading the document takes more "
            + what
            + " than the "
            + (bytes >> 20)
            + " MB that one document may take. Split it, or raise passim.ingest.parse."
            + key
            + ".");
  }
}
