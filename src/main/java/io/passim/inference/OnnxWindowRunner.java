package io.passim.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Runs a reader's graph out of and into buffers of its own. Used by one thread.
 *
 * <p>Inputs {@code input_ids}, {@code attention_mask} and, if the graph has it, {@code
 * token_type_ids}: int64 {@code [batch, sequence]}. Outputs {@code start_logits} and {@code
 * end_logits}: float32 {@code [batch, sequence]}. The Java API has no IO binding, so on a GPU the
 * runtime copies these few kilobytes to the device and back.
 */
final class OnnxWindowRunner implements WindowRunner {
  private static final String INPUT_IDS = "input_ids";
  private static final String ATTENTION_MASK = "attention_mask";
  private static final String TOKEN_TYPE_IDS = "token_type_ids";
  private static final String START_LOGITS = "start_logits";
  private static final String END_LOGITS = "end_logits";

  private final OrtSession session;
  private final Set<String> inputs;
  private final long padTokenId;
  private final TensorBuffers buffers = new TensorBuffers();

  /**
   * @param inputs names of the graph's inputs
   */
  OnnxWindowRunner(OrtSession session, Set<String> inputs, long padTokenId) {
    this.session = session;
    this.inputs = inputs;
    this.padTokenId = padTokenId;
  }

  @Override
  public List<WindowLogits> run(List<TokenWindow> windows) {
    int longest = windows.stream().mapToInt(TokenWindow::length).max().orElseThrow();
    try (TensorBuffers.Tensors in = buffers.tensors(windows.size(), longest);
        TensorBuffers.Tensors out = buffers.tensors(windows.size(), longest)) {
      fill(in.addLongs(INPUT_IDS), windows, longest, padTokenId, Token::id);
      fill(in.addLongs(ATTENTION_MASK), windows, longest, 0, token -> 1);
      if (inputs.contains(TOKEN_TYPE_IDS)) {
        fill(in.addLongs(TOKEN_TYPE_IDS), windows, longest, 0, Token::type);
      }
      FloatBuffer start = out.addFloats(START_LOGITS);
      FloatBuffer end = out.addFloats(END_LOGITS);
      session.run(in.byName(), out.byName()).close();
      List<WindowLogits> logits = new ArrayList<>(windows.size());
      for (TokenWindow window : windows) {
        int row = logits.size() * longest;
        logits.add(
            new WindowLogits(
                window, row(start, row, window.length()), row(end, row, window.length())));
      }
      return List.copyOf(logits);
    } catch (OrtException e) {
      throw new IllegalStateException("the reader failed: " + e.getMessage(), e);
    }
  }

  private static void fill(
      LongBuffer values,
      List<TokenWindow> windows,
      int longest,
      long padding,
      ToLongFunction<Token> value) {
    for (TokenWindow window : windows) {
      for (Token token : window.tokens()) {
        values.put(value.applyAsLong(token));
      }
      for (int i = window.length(); i < longest; i++) {
        values.put(padding);
      }
    }
  }

  private static float[] row(FloatBuffer logits, int from, int length) {
    float[] row = new float[length];
    logits.get(from, row);
    return row;
  }
}
