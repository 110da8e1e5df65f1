package io.passim.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * ONNX Runtime and nothing else, for comparison: the windows are cut beforehand, and run as one
 * padded batch by all cores. Used by one thread.
 */
public final class BareReader implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment("passim");
  private final ModelFolder folder;
  private final OrtSession session;

  private BareReader(ModelFolder folder, OrtSession session) {
    this.folder = folder;
    this.session = session;
  }

  /** Opens the graph of the model that the system properties name. */
  public static BareReader open() {
    TestConfig config = TestConfig.ofProperties();
    ModelFolder folder = ModelFolder.open(config.modelsDirectory().resolve(config.reader()));
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
      options.setInterOpNumThreads(1);
      return new BareReader(
          folder,
          OrtEnvironment.getEnvironment("passim")
              .createSession(folder.graph().toString(), options));
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tensors of one batch, ready to run; to be closed. */
  public Batch prepare(List<TokenWindow> windows) {
    int longest = windows.stream().mapToInt(TokenWindow::length).max().orElseThrow();
    Map<String, OnnxTensor> tensors = new HashMap<>();
    long pad = folder.manifest().padTokenId();
    for (String name : session.getInputNames()) {
      ToLongFunction<Token> value =
          switch (name) {
            case "input_ids" -> Token::id;
            case "attention_mask" -> token -> 1;
            default -> Token::type;
          };
      LongBuffer rows = rows(windows, longest, name.equals("input_ids") ? pad : 0, value);
      long[] shape = {windows.size(), longest};
      try {
        tensors.put(name, OnnxTensor.createTensor(environment, rows, shape));
      } catch (OrtException e) {
        throw new IllegalStateException(e);
      }
    }
    return new Batch(tensors);
  }

  private static LongBuffer rows(
      List<TokenWindow> windows, int longest, long padding, ToLongFunction<Token> value) {
    LongBuffer rows =
        ByteBuffer.allocateDirect(windows.size() * longest * Long.BYTES)
            .order(ByteOrder.nativeOrder())
            .asLongBuffer();
    for (TokenWindow window : windows) {
      window.tokens().forEach(token -> rows.put(value.applyAsLong(token)));
      for (int i = window.length(); i < longest; i++) {
        rows.put(padding);
      }
    }
    return rows.flip();
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }

  /** One batch. */
  public final class Batch implements AutoCloseable {
    private final Map<String, OnnxTensor> tensors;

    private Batch(Map<String, OnnxTensor> tensors) {
      this.tensors = tensors;
    }

    /** Computes the logits and lets go of them. */
    public void run() throws OrtException {
      session.run(tensors).close();
    }

    @Override
    public void close() {
      tensors.values().forEach(OnnxTensor::close);
    }
  }
}
