package io.passim.rank;

import io.passim.document.CharSpan;
import io.passim.inference.ReaderLease;
import io.passim.inference.ReaderModel;
import io.passim.inference.Token;
import io.passim.inference.TokenWindow;
import io.passim.inference.WindowLogits;
import io.passim.retrieve.RetrievedPassage;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What libraries make of a reader, for comparison: every passage is read, start and end are turned
 * into probabilities within their own window, and the span with the highest product answers.
 */
record PlainPipeline(ReaderModel model) {
  /** In tokens, as Hugging Face's pipeline has it. */
  private static final int LONGEST_ANSWER = 15;

  String answer(String question, List<RetrievedPassage> passages) {
    if (passages.isEmpty()) {
      return "";
    }
    List<String> texts = passages.stream().map(passage -> passage.passage().text()).toList();
    String best = "";
    double highest = -1;
    try (ReaderLease lease = model.lease(() -> false)) {
      for (WindowLogits logits : lease.run(lease.encode(question, texts), _ -> {})) {
        TokenWindow window = logits.window();
        int[] tokens =
            IntStream.range(0, window.length())
                .filter(i -> window.tokens().get(i).segment() == Token.Segment.PASSAGE)
                .toArray();
        double[] start = softmax(tokens, logits::start);
        double[] end = softmax(tokens, logits::end);
        for (int i = 0; i < tokens.length; i++) {
          for (int j = i; j < Math.min(tokens.length, i + LONGEST_ANSWER); j++) {
            if (start[i] * end[j] > highest) {
              highest = start[i] * end[j];
              CharSpan first = window.tokens().get(tokens[i]).span();
              CharSpan last = window.tokens().get(tokens[j]).span();
              best =
                  first == null || last == null
                      ? ""
                      : texts
                          .get(window.passage())
                          .substring(first.start(), Math.max(first.start(), last.end()));
            }
          }
        }
      }
    }
    return best;
  }

  private static double[] softmax(int[] tokens, IntToDoubleFunction logit) {
    double most = IntStream.of(tokens).mapToDouble(logit).max().orElse(0);
    double[] exp =
        IntStream.of(tokens).mapToDouble(i -> Math.exp(logit.applyAsDouble(i) - most)).toArray();
    double sum = 0;
    for (double each : exp) {
      sum += each;
    }
    for (int i = 0; i < exp.length; i++) {
      exp[i] /= sum;
    }
    return exp;
  }
}
