package io.passim.ingest.parse;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;

/** Limits for tests, patient and generous unless told otherwise. */
public record TestParseConfig(
    Path temporaryDirectory,
    Duration timeout,
    Duration workerStart,
    Duration workerIdle,
    long heapMegabytes,
    long diskMegabytes,
    int maxCharacters)
    implements ParseConfig {
  private static final Duration PATIENT = Duration.ofMinutes(2);

  public static TestParseConfig in(Path temporaryDirectory) {
    return new TestParseConfig(
        temporaryDirectory, PATIENT, PATIENT, PATIENT, 384, 512, 200_000_000);
  }

  TestParseConfig withTimeout(Duration limit) {
    return new TestParseConfig(
        temporaryDirectory,
        limit,
        workerStart,
        workerIdle,
        heapMegabytes,
        diskMegabytes,
        maxCharacters);
  }

  TestParseConfig withStart(Duration limit) {
    return new TestParseConfig(
        temporaryDirectory,
        timeout,
        limit,
        workerIdle,
        heapMegabytes,
        diskMegabytes,
        maxCharacters);
  }

  TestParseConfig withIdle(Duration limit) {
    return new TestParseConfig(
        temporaryDirectory,
        timeout,
        workerStart,
        limit,
        heapMegabytes,
        diskMegabytes,
        maxCharacters);
  }

  TestParseConfig withHeap(long megabytes) {
    return new TestParseConfig(
        temporaryDirectory,
        timeout,
        workerStart,
        workerIdle,
        megabytes,
        diskMegabytes,
        maxCharacters);
  }

  TestParseConfig withDisk(long megabytes) {
    return new TestParseConfig(
        temporaryDirectory,
        timeout,
        workerStart,
        workerIdle,
        heapMegabytes,
        megabytes,
        maxCharacters);
  }

  TestParseConfig withCharacters(int limit) {
    return new TestParseConfig(
        temporaryDirectory, timeout, workerStart, workerIdle, heapMegabytes, diskMegabytes, limit);
  }

  @Override
  public MemorySize workerHeap() {
    return megabytes(heapMegabytes);
  }

  @Override
  public MemorySize workerDisk() {
    return megabytes(diskMegabytes);
  }

  private static MemorySize megabytes(long count) {
    return new MemorySize(BigInteger.valueOf(count << 20));
  }
}
