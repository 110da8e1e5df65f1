package io.passim.inference;

import io.passim.document.CharSpan;
import java.util.List;

/**
 * A place at the reader for one reading. Used by one thread, which blocks; the native work is done
 * on the reader's own threads, older leases first.
 *
 * <p>Every method throws {@link java.util.concurrent.CancellationException} when the reading was
 * cancelled or its thread interrupted while waiting; work that was queued for it is withdrawn.
 */
public interface ReaderLease extends AutoCloseable {
  /**
   * Cuts question and passages into windows of the model's vocabulary.
   *
   * <p>Text is data: the names of special tokens in it have no meaning, and what the tokenizer
   * cannot take (lone surrogates, NUL) is read as a placeholder without moving any offset.
   *
   * @param question may be long; what exceeds the configured number of tokens is left out
   * @param passages their texts
   * @return at least one window per passage, in passage order; offsets are UTF-16 code units in the
   *     texts as given
   */
  List<TokenWindow> encode(String question, List<String> passages);

  /**
   * Computes the logits of some windows in one run. The same windows in the same order give the
   * same bits.
   *
   * @param windows at least one; shorter ones are padded to the longest
   * @return one per window, in order
   */
  List<WindowLogits> run(List<TokenWindow> windows);

  /**
   * A copy of a window in which one word of the question cannot be read.
   *
   * @param word where it stands in the question
   */
  TokenWindow occlude(TokenWindow window, CharSpan word);

  /** Gives the place back. */
  @Override
  void close();
}
