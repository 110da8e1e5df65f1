package io.passim.evaluate;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;

/** Gives tests and tools datasets. */
public final class TestDatasets {
  private TestDatasets() {}

  /** Reads datasets of any size. */
  public static DatasetReader reader() {
    return new DatasetReader(config(Integer.MAX_VALUE, Long.MAX_VALUE, 1));
  }

  /** A configuration with these limits. */
  static EvaluationConfig config(int maxQuestions, long maxBytes, int queue) {
    return new EvaluationConfig() {
      @Override
      public MemorySize maxDatasetSize() {
        return new MemorySize(BigInteger.valueOf(maxBytes));
      }

      @Override
      public int maxQuestions() {
        return maxQuestions;
      }

      @Override
      public int maxQuestionLength() {
        return 1000;
      }

      @Override
      public int queue() {
        return queue;
      }

      @Override
      public MemorySize maxReaderSize() {
        return new MemorySize(BigInteger.valueOf(1000));
      }
    };
  }
}
