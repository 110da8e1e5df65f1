package io.passim.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Direct buffers that are kept between runs, so that a run neither copies tensors nor leaves memory
 * to the garbage collector. Used by one thread, for one run at a time.
 */
final class TensorBuffers {
  /** Native tensors that are open now, of all threads: between runs there are none. */
  static final AtomicLong OPEN_TENSORS = new AtomicLong();

  /** Direct buffers made so far, by all threads. */
  static final AtomicLong BUFFERS = new AtomicLong();

  private final Map<String, ByteBuffer> buffers = new HashMap<>();

  /** Tensors of one run, all of shape {@code [batch, sequence]}, none yet. */
  Tensors tensors(int batch, int sequence) {
    return new Tensors(batch, sequence);
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

  /** Owns the tensors of one run. */
  final class Tensors implements AutoCloseable {
    private final Map<String, OnnxTensor> tensors = new HashMap<>();
    private final int batch;
    private final int sequence;

    private Tensors(int batch, int sequence) {
      this.batch = batch;
      this.sequence = sequence;
    }

    /** By their names. */
    Map<String, OnnxTensor> byName() {
      return tensors;
    }

    /** The memory of a new int64 tensor, to be filled; holds what an earlier run left. */
    LongBuffer addLongs(String name) throws OrtException {
      LongBuffer values = buffer(name, batch * sequence * Long.BYTES).asLongBuffer();
      add(name, OnnxTensor.createTensor(OnnxSessions.ENVIRONMENT, values, shape()));
      return values;
    }

    /** The memory of a new float32 tensor; holds what an earlier run left. */
    FloatBuffer addFloats(String name) throws OrtException {
      FloatBuffer values = buffer(name, batch * sequence * Float.BYTES).asFloatBuffer();
      add(name, OnnxTensor.createTensor(OnnxSessions.ENVIRONMENT, values, shape()));
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
