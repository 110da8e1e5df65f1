package io.passim.inference;

import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Decides on which device a graph runs. Used once, by the thread that loads the model.
 *
 * <p>A GPU is taken only if the graph could be opened there and has run once; otherwise the CPU
 * stands in, which is said with the reason: as a warning if the GPU was asked for, or was tried.
 *
 * @param wanted what the operator asked for
 * @param obstacle why a GPU is not even tried; empty if it is, unless the CPU is wanted
 */
record DeviceChoice(Wanted wanted, Optional<String> obstacle) {
  private static final Logger LOG = Logger.getLogger(DeviceChoice.class);

  /**
   * Opens a graph on the best device on which it works.
   *
   * @param check done before a GPU is tried; throws if the graph is no good on any device, for
   *     which the GPU is not to be blamed
   * @param open opens it, and throws if it does not run on that device
   * @throws RuntimeException what {@code check} throws, or {@code open} for the CPU
   */
  <T> T open(Runnable check, Function<Device, T> open) {
    if (wanted == Wanted.CPU) {
      return open.apply(Device.CPU);
    }
    if (obstacle.isPresent()) {
      fallBack(wanted == Wanted.CUDA ? Logger.Level.WARN : Logger.Level.INFO, obstacle.get());
      return open.apply(Device.CPU);
    }
    check.run();
    try {
      T opened = open.apply(Device.CUDA);
      LOG.info("the reader runs on the GPU");
      return opened;
    } catch (RuntimeException e) {
      fallBack(Logger.Level.WARN, String.valueOf(e.getMessage()));
      return open.apply(Device.CPU);
    }
  }

  private static void fallBack(Logger.Level level, String reason) {
    LOG.logf(level, "the reader runs on the CPU: %s", reason);
  }

  /** What {@code passim.inference.device} may say. */
  public enum Wanted {
    /** A GPU where one works and the graph is meant for it, otherwise the CPU. */
    AUTO,
    CPU,
    /** A GPU, with a warning if it does not work. */
    CUDA
  }
}
