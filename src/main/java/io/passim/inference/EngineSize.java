package io.passim.inference;

import java.util.Locale;

/**
 * How much of the machine reads, and in which portions. Immutable.
 *
 * @param workers native runs at the same time
 * @param threads threads that compute one run on the CPU
 * @param batching which windows share a run
 */
record EngineSize(int workers, int threads, Batching batching) {
  /** One prepares its run while the other's is computed. */
  private static final int CUDA_WORKERS = 2;

  private static final int CUDA_BATCH_TOKENS = 16_384;

  EngineSize {
    if (workers < 1 || threads < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "passim.inference.workers and threads must be at least 1: %d, %d",
              workers,
              threads));
    }
  }

  /**
   * Size of the session's own pool, counting one caller, from which all runs take their helpers.
   */
  int poolThreads() {
    return workers * (threads - 1) + 1;
  }

  /**
   * What is configured and, where nothing is, what suits the device. On the CPU that is one worker
   * of one thread per core, and one window a run: threads that share a run wait for each other at
   * every operator, and there a longer run is no faster by the token. A GPU wants long runs; unless
   * their length is configured, windows of different readings do not share them, so that the last
   * bits of an answer do not depend on who else asks.
   *
   * @param cores of the machine
   */
  static EngineSize of(InferenceConfig config, ModelManifest manifest, Device device, int cores) {
    boolean gpu = device == Device.CUDA;
    int workers = config.workers().orElse(gpu ? CUDA_WORKERS : cores);
    int threads = config.threads().orElse(gpu ? 1 : Math.max(1, cores / Math.max(1, workers)));
    Batching batching =
        switch (manifest.batching()) {
          case ALONE -> Batching.alone();
          case ANY ->
              config.batchTokens().isPresent()
                  ? new Batching(config.batchTokens().getAsInt(), true)
                  : gpu ? Batching.withinReadings(CUDA_BATCH_TOKENS) : Batching.alone();
        };
    return new EngineSize(workers, threads, batching);
  }
}
