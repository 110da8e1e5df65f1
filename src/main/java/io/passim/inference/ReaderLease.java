package io.passim.inference;

import io.passim.document.CharSpan;
import java.util.List;
import java.util.function.Consumer;

/**
 * A place at the reader for one reading. Used by one thread, which blocks and may be virtual; the
 * native work is done on the reader's own threads, older leases first and those in the background
 * last.
 *
 * <p>Every method throws {@link java.util.concurrent.CancellationException} when the reading was
 * cancelled or its thread interrupted while waiting, and {@link OverloadedException} when the
 * reader is shutting down; work that was queued for it is withdrawn.
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
   * How many windows are read in about the time of one, at least 1: this lease's share of the
   * workers now, or any number on a device that reads many in one run.
   */
  int sideBySide();

  /**
   * Computes the logits of some windows, which may run side by side. With the default configuration
   * the same windows give the same bits, whoever else is being served.
   *
   * @param windows any number
   * @param read told each window once it has been read, in the order in which they finish, on the
   *     calling thread
   * @return one per window, in order
   */
  List<WindowLogits> run(List<TokenWindow> windows, Consumer<TokenWindow> read);

  /** Computes the logits of some windows, with nobody to tell of the progress. */
  default List<WindowLogits> run(List<TokenWindow> windows) {
    return run(windows, window -> {});
  }

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
