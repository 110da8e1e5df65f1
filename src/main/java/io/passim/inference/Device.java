package io.passim.inference;

/** Where a graph runs. */
public enum Device {
  /** The processor's cores. */
  CPU,
  /** An NVIDIA GPU, the first one. */
  CUDA
}
