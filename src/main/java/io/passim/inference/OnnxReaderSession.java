package io.passim.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A reader's graph in ONNX Runtime. Shared by the workers, each of which runs it through its own
 * {@link #runner}.
 */
final class OnnxReaderSession implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final ModelManifest manifest;
  private final Device device;

  private OnnxReaderSession(
      OrtEnvironment environment, OrtSession session, ModelManifest manifest, Device device)
      throws OrtException {
    this.environment = environment;
    this.session = session;
    this.manifest = manifest;
    this.device = device;
    List<ModelManifest.Tensor> inputs = tensors(session.getInputInfo().values());
    List<ModelManifest.Tensor> outputs = tensors(session.getOutputInfo().values());
    ReaderSignature.check(manifest, inputs, outputs);
  }

  /**
   * Loads the graph.
   *
   * @param threads on the CPU: the calling one, and those that help all runs together
   * @throws ModelLoadException if the graph cannot be loaded or is no reader as its manifest says
   */
  static OnnxReaderSession open(ModelFolder folder, Device device, int threads) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment("passim");
    try (OrtSession.SessionOptions options = options(device, threads)) {
      OrtSession session = environment.createSession(folder.graph().toString(), options);
      try {
        return new OnnxReaderSession(environment, session, folder.manifest(), device);
      } catch (OrtException | RuntimeException e) {
        session.close();
        throw e;
      }
    } catch (OrtException e) {
      throw new ModelLoadException(folder.graph() + " cannot be loaded: " + e.getMessage(), e);
    }
  }

  private static OrtSession.SessionOptions options(Device device, int threads) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    try {
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setDeterministicCompute(true);
      // Windows have hundreds of lengths, and a pattern would be kept for each. The arena stays:
      // without it runs are slower, and freed memory stays with the allocator.
      options.setMemoryPatternOptimization(false);
      // Where several threads share a run they spin between its operators, never between runs.
      options.addConfigEntry("session.intra_op.allow_spinning", threads > 1 ? "1" : "0");
      options.addConfigEntry("session.force_spinning_stop", "1");
      if (device == Device.CUDA) {
        addCuda(options);
      }
      return options;
    } catch (OrtException | RuntimeException e) {
      options.close();
      throw e;
    }
  }

  /** Calibrations were fitted to float32 scores, which TF32 would round. */
  private static void addCuda(OrtSession.SessionOptions options) throws OrtException {
    try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions()) {
      cuda.add("use_tf32", "0");
      options.addCUDA(cuda);
    }
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

  /** Where it runs. */
  Device device() {
    return device;
  }

  /** What one worker runs windows with. */
  WindowRunner runner() {
    return new OnnxWindowRunner(
        environment, session, Set.copyOf(session.getInputNames()), manifest.padTokenId());
  }

  /** Call it once no run is in progress. */
  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the reader could not be closed: " + e.getMessage(), e);
    }
  }
}
