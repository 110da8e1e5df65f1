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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;

/**
 * ONNX Runtime and nothing else, for comparison: the windows are cut beforehand, and run as one
 * padded batch by all cores, or each alone by one of as many threads as there are cores. Used by
 * one thread.
 */
public final class BareReader implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment("passim");
  private final ModelFolder folder;
  private final OrtSession session;
  private final OrtSession single;
  private final ExecutorService cores =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  private BareReader(ModelFolder folder) throws OrtException {
    this.folder = folder;
    this.session = session(folder, Runtime.getRuntime().availableProcessors());
    this.single = session(folder, 1);
  }

  /** Opens the graph of the model that the system properties name. */
  public static BareReader open() {
    TestConfig config = TestConfig.ofProperties();
    ModelFolder folder = ModelFolder.open(config.modelsDirectory().resolve(config.reader()));
    try {
      return new BareReader(folder);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OrtSession session(ModelFolder folder, int threads) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      return OrtEnvironment.getEnvironment("passim")
          .createSession(folder.graph().toString(), options);
    }
  }

  /** Runs batches, a thread for each core, and waits for all. */
  public void runOnSingleThreads(List<Batch> batches) {
    List<Callable<Void>> runs =
        batches.stream()
            .<Callable<Void>>map(batch ->
                () -> {
                  single.run(batch.tensors).close();
                  return null;
                })
            .toList();
    try {
      for (Future<Void> run : cores.invokeAll(runs)) {
        run.get();
      }
    } catch (InterruptedException | ExecutionException e) {
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
    cores.close();
    session.close();
    single.close();
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
