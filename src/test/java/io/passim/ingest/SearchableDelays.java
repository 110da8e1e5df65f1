package io.passim.ingest;

import io.passim.index.PassageIndex;
import io.passim.index.PassageReplacement;
import io.passim.ingest.parse.DocumentParser;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long it takes from the end of a document's parse until words find it, watched at the parser
 * and at the index. Documents are told apart by their file names. Any thread may call.
 */
final class SearchableDelays {
  private static final double NANOS_PER_MILLI = 1e6;

  private final Map<String, Long> parsedAt = new ConcurrentHashMap<>();
  private final Map<String, Long> delays = new ConcurrentHashMap<>();

  DocumentParser at(DocumentParser parser) {
    return (file, progress, cancellation) -> {
      try {
        return parser.parse(file, progress, cancellation);
      } finally {
        parsedAt.put(file.filename(), System.nanoTime());
      }
    };
  }

  PassageIndex at(PassageIndex index) {
    return (PassageIndex)
        Proxy.newProxyInstance(
            PassageIndex.class.getClassLoader(),
            new Class<?>[] {PassageIndex.class},
            (_, method, arguments) -> {
              try {
                Object result = method.invoke(index, arguments);
                if (method.getName().equals("putAll")) {
                  ((List<?>) arguments[0]).forEach(each -> searchable((PassageReplacement) each));
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  void clear() {
    delays.clear();
  }

  /**
   * A quantile of the delays, in milliseconds.
   *
   * @param quantile above 0, at most 1
   */
  double millis(double quantile) {
    List<Long> sorted = delays.values().stream().sorted().toList();
    return sorted.get((int) Math.ceil(quantile * sorted.size()) - 1) / NANOS_PER_MILLI;
  }

  private void searchable(PassageReplacement replacement) {
    String filename = replacement.passages().document().filename();
    Long parsed = parsedAt.remove(filename);
    if (parsed != null) {
      delays.put(filename, System.nanoTime() - parsed);
    }
  }
}
