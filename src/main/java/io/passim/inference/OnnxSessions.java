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

/** Loads graphs into ONNX Runtime, all of them in the same way. */
final class OnnxSessions {
  static final OrtEnvironment ENVIRONMENT = environment();

  private OnnxSessions() {}

  private static OrtEnvironment environment() {
    OrtEnvironment environment = OrtEnvironment.getEnvironment("passim");
    try {
      environment.setTelemetry(false);
    } catch (OrtException e) {
      throw new IllegalStateException("telemetry of ONNX Runtime cannot be turned off", e);
    }
    return environment;
  }

  /**
   * Loads a graph from the very bytes whose hash is in its manifest. Weights in other files, which
   * no hash is known of, are refused.
   *
   * @param signature what the graph is to be
   * @param threads on the CPU: the calling one, and those that help all runs together
   * @throws ModelLoadException if the graph cannot be loaded or is not what its manifest says
   */
  static OrtSession open(ModelFolder folder, ModelSignature signature, Device device, int threads) {
    try (OrtSession.SessionOptions options = options(device, threads)) {
      OrtSession session = ENVIRONMENT.createSession(folder.graphBytes(), options);
      try {
        signature.check(
            folder.manifest(),
            tensors(session.getInputInfo().values()),
            tensors(session.getOutputInfo().values()));
        return session;
      } catch (OrtException | RuntimeException | Error e) {
        session.close();
        throw e;
      }
    } catch (OrtException e) {
      throw new ModelLoadException(
          folder.graph()
              + " cannot be loaded (expected: an ONNX graph that holds its weights itself): "
              + e.getMessage(),
          e);
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
    } catch (OrtException | RuntimeException | Error e) {
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
}
