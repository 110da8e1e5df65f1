package io.passim.inference;

import io.passim.document.CharSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Reads a few windows when a reader is loaded, so that a tokenizer, a graph and a manifest that do
 * not belong together are found then and not by the question that happens to need what is missing.
 *
 * <p>The first run has the highest id of the vocabulary and rows of different lengths, which must
 * give each row what it gets alone unless the manifest says that windows run alone; the last has a
 * window of the greatest length.
 */
final class ReaderProbe {
  private static final CharSpan SOMEWHERE = new CharSpan(0, 1);

  /**
   * More than what rounding in another order makes of a logit, less than what quantisation does.
   */
  private static final double SAME = 1e-2;

  private final ModelManifest manifest;
  private final Function<List<TokenWindow>, List<WindowLogits>> reader;
  private final TokenWindow shortest;
  private final long highestId;

  private ReaderProbe(
      ModelManifest manifest,
      WindowTokenizer tokenizer,
      Function<List<TokenWindow>, List<WindowLogits>> reader) {
    this.manifest = manifest;
    this.reader = reader;
    this.shortest = tokenizer.encode("a", List.of("a")).getFirst();
    this.highestId = tokenizer.vocabulary().highestId();
  }

  /**
   * @param reader runs windows through the graph
   * @throws ModelLoadException saying what the manifest or the tokenizer has and the graph does not
   */
  static void check(
      ModelManifest manifest,
      WindowTokenizer tokenizer,
      Function<List<TokenWindow>, List<WindowLogits>> reader) {
    tokenizer.vocabulary().check(manifest);
    ReaderProbe probe = new ReaderProbe(manifest, tokenizer, reader);
    probe.requireNullToken();
    tokenizer.check(manifest);
    probe.requireVocabulary();
    probe.requireLength();
  }

  private void requireNullToken() {
    if (shortest.tokens().getFirst().segment() != Token.Segment.SPECIAL) {
      throw new ModelLoadException(
          String.format(
              Locale.ROOT,
              "%s of %s begins a window with text, but a reader's first token is special and stands"
                  + " for no answer; it made %s of a question \"a\" and a passage \"a\"",
              manifest.tokenizer(),
              manifest.name(),
              shortest.tokens()));
    }
  }

  private void requireVocabulary() {
    List<TokenWindow> windows = List.of(shortest, filled(shortest.length() + 2));
    String what =
        String.format(
            Locale.ROOT,
            "two windows of %d and %d tokens, with ids up to %d, the highest of its %s",
            shortest.length(),
            shortest.length() + 2,
            highestId,
            manifest.tokenizer());
    List<WindowLogits> together = run(windows, what);
    if (manifest.batching() == ModelManifest.Batching.ANY) {
      for (int i = 0; i < windows.size(); i++) {
        requireSame(together.get(i), run(windows.subList(i, i + 1), what).getFirst());
      }
    }
  }

  private void requireSame(WindowLogits together, WindowLogits alone) {
    for (int i = 0; i < alone.window().length(); i++) {
      if (Math.abs(together.start(i) - alone.start(i)) > SAME
          || Math.abs(together.end(i) - alone.end(i)) > SAME) {
        throw new ModelLoadException(
            String.format(
                Locale.ROOT,
                "%s gives token %d the logits %s and %s in the company of another window, but %s and"
                    + " %s alone: its model.json must say \"batching\": \"alone\"",
                manifest.name(),
                i,
                together.start(i),
                together.end(i),
                alone.start(i),
                alone.end(i)));
      }
    }
  }

  private void requireLength() {
    if (manifest.maxLength() > shortest.length()) {
      run(
          List.of(filled(manifest.maxLength())),
          "a window of " + manifest.maxLength() + " tokens, its maxLength");
    }
  }

  private List<WindowLogits> run(List<TokenWindow> windows, String what) {
    try {
      return reader.apply(windows);
    } catch (RuntimeException e) {
      throw new ModelLoadException(
          String.format(
              Locale.ROOT,
              "%s cannot read %s, as its manifest and tokenizer ask: %s",
              manifest.name(),
              what,
              e.getMessage()),
          e);
    }
  }

  /**
   * The shortest window, filled up with the highest id and the mask, which unlike padding has a
   * position in every layout.
   */
  private TokenWindow filled(int length) {
    List<Token> tokens = new ArrayList<>(shortest.tokens());
    long type = tokens.getLast().type();
    while (tokens.size() < length) {
      long id = tokens.size() == shortest.length() ? highestId : manifest.maskTokenId();
      tokens.add(new Token(id, type, Token.Segment.PASSAGE, SOMEWHERE));
    }
    return new TokenWindow(0, tokens);
  }
}
