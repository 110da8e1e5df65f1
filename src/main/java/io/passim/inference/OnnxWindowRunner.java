package io.passim.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/**
 * Runs a reader's graph out of and into direct buffers that are kept between runs, so that a run
 * neither copies tensors nor leaves memory to the garbage collector. Used by one thread.
 *
 * <p>Inputs {@code input_ids}, {@code attention_mask} and, if the graph has it, {@code
 * token_type_ids}: int64 {@code [batch, sequence]}. Outputs {@code start_logits} and {@code
 * end_logits}: float32 {@code [batch, sequence]}. The Java API has no IO binding, so on a GPU the
 * runtime copies these few kilobytes to the device and back.
 */
final class OnnxWindowRunner implements WindowRunner {
  /** Native tensors that are open now, of all runners: between runs there are none. */
  static final AtomicLong OPEN_TENSORS = new AtomicLong();

  /** Direct buffers made so far, by all runners. */
  static final AtomicLong BUFFERS = new AtomicLong();

  private static final String INPUT_IDS = "input_ids";
  private static final String ATTENTION_MASK = "attention_mask";
  private static final String TOKEN_TYPE_IDS = "token_type_ids";
  private static final String START_LOGITS = "start_logits";
  private static final String END_LOGITS = "end_logits";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Set<String> inputs;
  private final long padTokenId;
  private final Map<String, ByteBuffer> buffers = new HashMap<>();

  /**
   * @param inputs names of the graph's inputs
   */
  OnnxWindowRunner(
      OrtEnvironment environment, OrtSession session, Set<String> inputs, long padTokenId) {
    this.environment = environment;
    this.session = session;
    this.inputs = inputs;
    this.padTokenId = padTokenId;
  }

  @Override
  public List<WindowLogits> run(List<TokenWindow> windows) {
    int longest = windows.stream().mapToInt(TokenWindow::length).max().orElseThrow();
    try (Tensors in = new Tensors(windows.size(), longest);
        Tensors out = new Tensors(windows.size(), longest)) {
      in.addLongs(INPUT_IDS, windows, padTokenId, Token::id);
      in.addLongs(ATTENTION_MASK, windows, 0, token -> 1);
      if (inputs.contains(TOKEN_TYPE_IDS)) {
        in.addLongs(TOKEN_TYPE_IDS, windows, 0, Token::type);
      }
      FloatBuffer start = out.addFloats(START_LOGITS);
      FloatBuffer end = out.addFloats(END_LOGITS);
      session.run(in.tensors, out.tensors).close();
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

  private static float[] row(FloatBuffer logits, int from, int length) {
    float[] row = new float[length];
    logits.get(from, row);
    return row;
  }

  /** A buffer of this many bytes, the same memory as in earlier runs unless they needed less. */
  private ByteBuffer buffer(String name, int bytes) {
    ByteBuffer kept = buffers.get(name);
    if (kept == null || kept.capacity() < bytes) {
      kept = ByteBuffer.allocateDirect(Integer.highestOneBit(bytes) * 2);
      buffers.put(name, kept);
      BUFFERS.incrementAndGet();
    }
    return kept.slice(0, bytes).order(ByteOrder.nativeOrder());
  }

  /** Owns the tensors of one run, all of one shape. */
  private final class Tensors implements AutoCloseable {
    private final Map<String, OnnxTensor> tensors = new HashMap<>();
    private final int batch;
    private final int sequence;

    private Tensors(int batch, int sequence) {
      this.batch = batch;
      this.sequence = sequence;
    }

    private void addLongs(
        String name, List<TokenWindow> windows, long padding, ToLongFunction<Token> value)
        throws OrtException {
      LongBuffer values = buffer(name, batch * sequence * Long.BYTES).asLongBuffer();
      for (TokenWindow window : windows) {
        for (Token token : window.tokens()) {
          values.put(value.applyAsLong(token));
        }
        for (int i = window.length(); i < sequence; i++) {
          values.put(padding);
        }
      }
      add(name, OnnxTensor.createTensor(environment, values.flip(), shape()));
    }

    private FloatBuffer addFloats(String name) throws OrtException {
      FloatBuffer values = buffer(name, batch * sequence * Float.BYTES).asFloatBuffer();
      add(name, OnnxTensor.createTensor(environment, values, shape()));
      return values;
    }

    private void add(String name, OnnxTensor tensor) {
      tensors.put(name, tensor);
      OPEN_TENSORS.incrementAndGet();
    }

    private long[] shape() {
      return new long[] {batch, sequence};
    }

    @Override
    public void close() {
      tensors.values().forEach(OnnxTensor::close);
      OPEN_TENSORS.addAndGet(-tensors.size());
    }
  }
}
