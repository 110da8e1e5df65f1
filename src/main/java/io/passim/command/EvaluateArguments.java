package io.passim.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code evaluate FILE [--collection ID]... [--reader R] [--name N] [--json OUT] [--csv OUT]}.
 *
 * @param collections empty for the dataset's own contexts
 * @param reader null for the configured one
 * @param json where the evaluation is written as on the wire, null for nowhere
 * @param csv where a row for each question is written, null for nowhere
 */
record EvaluateArguments(
    Path dataset,
    List<String> collections,
    @Nullable String reader,
    String name,
    @Nullable Path json,
    @Nullable Path csv) {
  static final String USAGE =
      """
      Usage: evaluate FILE [--collection ID]... [--reader NAME] [--name NAME] [--json OUT] [--csv OUT]

        FILE             questions in SQuAD's format, version 1.1 or 2.0; may be compressed (.gz)
        --collection ID  asks this collection, or several; without it, the texts in the file
        --reader NAME    answers with this folder of the models directory; without it, with
                         passim.inference.reader
        --name NAME      what the evaluation is called; the file's name if absent
        --json OUT       writes the figures as GET /api/v1/evaluations/{id} gives them
        --csv OUT        writes a row for each question
      """;

  EvaluateArguments {
    collections = List.copyOf(collections);
  }

  /**
   * Reads what stands behind {@code evaluate}.
   *
   * @throws UsageException if it is not as {@link #USAGE} says
   */
  static EvaluateArguments parse(List<String> arguments) throws UsageException {
    Path dataset = null;
    List<String> collections = new ArrayList<>();
    String reader = null;
    String name = null;
    Path json = null;
    Path csv = null;
    Iterator<String> left = arguments.iterator();
    while (left.hasNext()) {
      String argument = left.next();
      switch (argument) {
        case "--collection" -> collections.add(value(argument, left));
        case "--reader" -> reader = value(argument, left);
        case "--name" -> name = value(argument, left);
        case "--json" -> json = Path.of(value(argument, left));
        case "--csv" -> csv = Path.of(value(argument, left));
        default -> {
          if (argument.startsWith("--") || dataset != null) {
            throw new UsageException("What is \"" + argument + "\"?");
          }
          dataset = Path.of(argument);
        }
      }
    }
    if (dataset == null) {
      throw new UsageException("Which file?");
    }
    return new EvaluateArguments(
        dataset, collections, reader, name == null ? fileName(dataset) : name, json, csv);
  }

  private static String value(String option, Iterator<String> left) throws UsageException {
    if (!left.hasNext()) {
      throw new UsageException("What is the value of " + option + "?");
    }
    return left.next();
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }
}
