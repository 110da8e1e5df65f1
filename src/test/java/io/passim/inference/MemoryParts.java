package io.passim.inference;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What the memory of this process is taken by, in bytes; {@value #UNKNOWN} what cannot be told.
 *
 * @param resident what it occupies
 * @param heap what the Java heap has been given
 * @param jvm what the JVM has taken beside it, for classes, code, threads, its collector; known
 *     with {@code -XX:NativeMemoryTracking=summary}
 * @param allocated what others, as ONNX Runtime, have allocated and not freed; known where that is,
 *     with glibc
 * @param kept what was freed and the allocator keeps; known with glibc
 */
public record MemoryParts(long resident, long heap, long jvm, long allocated, long kept) {
  /** Of a part that cannot be told. */
  public static final long UNKNOWN = -1;

  private static final Pattern COMMITTED = Pattern.compile("Total:.*committed=(\\d+)KB");
  private static final Pattern MALLOC = Pattern.compile("malloc: (\\d+)KB");
  private static final Optional<MethodHandle> MALLINFO = mallinfo();

  /** As of now. */
  public static MemoryParts now() {
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    String tracked = tracked();
    long committed = kibibytes(COMMITTED, tracked);
    long malloc = kibibytes(MALLOC, tracked);
    long[] all = MALLINFO.map(MemoryParts::call).orElse(new long[0]);
    return new MemoryParts(
        ResidentMemory.bytes(),
        heap,
        committed == UNKNOWN ? UNKNOWN : committed - heap,
        all.length == 0 || malloc == UNKNOWN ? UNKNOWN : Math.max(0, all[7] + all[4] - malloc),
        all.length == 0 ? UNKNOWN : all[8]);
  }

  /** What is used of the heap after a collection. */
  public static long liveHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static String tracked() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "vmNativeMemory",
                  new Object[] {new String[] {"summary"}},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long kibibytes(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Long.parseLong(found.group(1)) << 10 : UNKNOWN;
  }

  /** glibc's {@code struct mallinfo2}: ten numbers, of all arenas together. */
  @SuppressWarnings("restricted") // The signature is the one of malloc.h.
  private static Optional<MethodHandle> mallinfo() {
    Linker linker = Linker.nativeLinker();
    MemoryLayout numbers =
        MemoryLayout.structLayout(
            Collections.nCopies(10, ValueLayout.JAVA_LONG).toArray(MemoryLayout[]::new));
    return linker
        .defaultLookup()
        .find("mallinfo2")
        .map(address -> linker.downcallHandle(address, FunctionDescriptor.of(numbers)));
  }

  private static long[] call(MethodHandle mallinfo) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment numbers = (MemorySegment) mallinfo.invokeExact((SegmentAllocator) arena);
      return numbers.toArray(ValueLayout.JAVA_LONG);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
