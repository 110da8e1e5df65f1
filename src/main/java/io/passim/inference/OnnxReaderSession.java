package io.passim.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * A reader's graph in ONNX Runtime, on the CPU. {@link #run} may be called from any thread.
 *
 * <p>Inputs {@code input_ids}, {@code attention_mask} and, if the graph has it, {@code
 * token_type_ids}: int64 {@code [batch, sequence]}. Outputs {@code start_logits} and {@code
 * end_logits}: float32 {@code [batch, sequence]}.
 */
final class OnnxReaderSession implements AutoCloseable {
  private static final String INPUT_IDS = "input_ids";
  private static final String ATTENTION_MASK = "attention_mask";
  private static final String TOKEN_TYPE_IDS = "token_type_ids";
  private static final String START_LOGITS = "start_logits";
  private static final String END_LOGITS = "end_logits";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final long padTokenId;
  private final boolean takesTypes;

  private OnnxReaderSession(OrtEnvironment environment, OrtSession session, ModelManifest manifest)
      throws OrtException {
    this.environment = environment;
    this.session = session;
    this.padTokenId = manifest.padTokenId();
    this.takesTypes = session.getInputNames().contains(TOKEN_TYPE_IDS);
    List<ModelManifest.Tensor> inputs = tensors(session.getInputInfo().values());
    List<ModelManifest.Tensor> outputs = tensors(session.getOutputInfo().values());
    ReaderSignature.check(manifest, inputs, outputs);
  }

  /**
   * @param threads that compute one run together
   * @throws ModelLoadException if the graph cannot be loaded or is no reader as its manifest says
   */
  static OnnxReaderSession open(ModelFolder folder, int threads) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment("passim");
    try (OrtSession.SessionOptions options = options(threads)) {
      OrtSession session = environment.createSession(folder.graph().toString(), options);
      try {
        return new OnnxReaderSession(environment, session, folder.manifest());
      } catch (OrtException | RuntimeException e) {
        session.close();
        throw e;
      }
    } catch (OrtException e) {
      throw new ModelLoadException(folder.graph() + " cannot be loaded: " + e.getMessage(), e);
    }
  }

  private static OrtSession.SessionOptions options(int threads) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    options.setDeterministicCompute(true);
    // Threads spin between the operators of a run, which is faster, but never between runs.
    options.addConfigEntry("session.intra_op.allow_spinning", "1");
    options.addConfigEntry("session.force_spinning_stop", "1");
    return options;
  }

  private static List<ModelManifest.Tensor> tensors(Collection<NodeInfo> nodes) {
    List<ModelManifest.Tensor> tensors = new ArrayList<>();
    for (NodeInfo node : nodes) {
      if (node.getInfo() instanceof TensorInfo info) {
        tensors.add(
            new ModelManifest.Tensor(node.getName(), typeName(info), info.getShape().length));
      } else {
        tensors.add(new ModelManifest.Tensor(node.getName(), "no tensor", 0));
      }
    }
    return tensors;
  }

  private static String typeName(TensorInfo info) {
    return switch (info.type) {
      case FLOAT -> "float32";
      case DOUBLE -> "float64";
      default -> info.type.name().toLowerCase(Locale.ROOT);
    };
  }

  /** The logits of each window, in order, from one run over all of them. */
  List<WindowLogits> run(List<TokenWindow> windows) {
    int longest = windows.stream().mapToInt(TokenWindow::length).max().orElseThrow();
    try (Inputs inputs = new Inputs(windows.size(), longest)) {
      inputs.add(INPUT_IDS, fill(windows, longest, padTokenId, Token::id));
      inputs.add(ATTENTION_MASK, fill(windows, longest, 0, token -> 1));
      if (takesTypes) {
        inputs.add(TOKEN_TYPE_IDS, fill(windows, longest, 0, Token::type));
      }
      try (OrtSession.Result result = session.run(inputs.tensors)) {
        FloatBuffer start = logits(result, START_LOGITS);
        FloatBuffer end = logits(result, END_LOGITS);
        List<WindowLogits> logits = new ArrayList<>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
          TokenWindow window = windows.get(i);
          logits.add(
              new WindowLogits(
                  window,
                  row(start, i * longest, window.length()),
                  row(end, i * longest, window.length())));
        }
        return List.copyOf(logits);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the reader failed: " + e.getMessage(), e);
    }
  }

  private static long[] fill(
      List<TokenWindow> windows, int longest, long padding, ToLongFunction<Token> value) {
    long[] rows = new long[windows.size() * longest];
    Arrays.fill(rows, padding);
    for (int row = 0; row < windows.size(); row++) {
      List<Token> tokens = windows.get(row).tokens();
      for (int i = 0; i < tokens.size(); i++) {
        rows[row * longest + i] = value.applyAsLong(tokens.get(i));
      }
    }
    return rows;
  }

  private static FloatBuffer logits(OrtSession.Result result, String name) {
    return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
  }

  private static float[] row(FloatBuffer logits, int from, int length) {
    float[] row = new float[length];
    logits.get(from, row);
    return row;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the reader could not be closed: " + e.getMessage(), e);
    }
  }

  /** Owns the input tensors of one run. */
  private final class Inputs implements AutoCloseable {
    private final Map<String, OnnxTensor> tensors = new HashMap<>();
    private final long[] shape;

    private Inputs(int batch, int sequence) {
      this.shape = new long[] {batch, sequence};
    }

    private void add(String name, long[] values) throws OrtException {
      tensors.put(name, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
    }

    @Override
    public void close() {
      tensors.values().forEach(OnnxTensor::close);
    }
  }
}
