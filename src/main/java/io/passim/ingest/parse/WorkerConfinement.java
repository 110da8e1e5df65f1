package io.passim.ingest.parse;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes from this process, and from all that it will start, what parsing does not need: sockets,
 * core dumps, large files and memory without bound. What is taken cannot be had back, whatever a
 * file makes the process run.
 *
 * <p>Sockets go by a seccomp filter, which needs no privilege and works inside a container too:
 * {@code socket} fails with {@code EACCES}, and so does {@code io_uring_setup}, which could open
 * one. Linux on x86-64 and ARM64 only (seccomp(2), setrlimit(2)).
 */
final class WorkerConfinement {
  private static final Logger LOG = Logger.getLogger(WorkerConfinement.class);

  private static final int SET_NO_NEW_PRIVILEGES = 38;
  private static final long SET_MODE_FILTER = 1;
  private static final long ALL_THREADS = 1;

  private static final int LIMIT_FILE_SIZE = 1;
  private static final int LIMIT_DATA = 2;
  private static final int LIMIT_CORE = 4;

  private static final int IO_URING_SETUP = 425;
  private static final int FIRST_X32_CALL = 0x40000000;

  private static final int ALLOW = 0x7fff0000;
  private static final int DENY = 0x00050000 | 13;
  private static final int KILL = 0x80000000;

  private static final short LOAD = 0x20;
  private static final short IF_EQUAL = 0x15;
  private static final short IF_AT_LEAST = 0x35;
  private static final short RETURN = 0x06;

  private static final int CALL_NUMBER = 0;
  private static final int ARCHITECTURE = 4;

  private static final long INSTRUCTION_BYTES = 8;

  private static final Linker LINKER = Linker.nativeLinker();

  private WorkerConfinement() {}

  /**
   * Applies to every thread of this process, at once and for good.
   *
   * @param fileBytes the most bytes of a file that is written
   * @param dataBytes the most bytes of memory that one process may write to
   * @return whether all of it is in force; if not, the settings of the Java virtual machine are all
   *     that keeps this process from the network
   */
  static boolean apply(long fileBytes, long dataBytes) {
    Optional<Machine> machine = Machine.current();
    if (machine.isEmpty()) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      limit(arena, LIMIT_FILE_SIZE, fileBytes);
      limit(arena, LIMIT_DATA, dataBytes);
      limit(arena, LIMIT_CORE, 0);
      closeNetwork(arena, machine.get());
      return true;
    } catch (IOException e) {
      LOG.warn("the parser's process is not confined", e);
      return false;
    }
  }

  private static void limit(Arena arena, int resource, long most) throws IOException {
    MemorySegment limits = arena.allocateFrom(ValueLayout.JAVA_LONG, most, most);
    MethodHandle setrlimit =
        function(
            "setrlimit",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    try {
      check((int) setrlimit.invokeExact(resource, limits), "setrlimit " + resource);
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static void closeNetwork(Arena arena, Machine machine) throws IOException {
    MethodHandle prctl =
        function(
            "prctl",
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    MethodHandle syscall =
        function(
            "syscall",
            FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.ADDRESS),
            Linker.Option.firstVariadicArg(1));
    try {
      check((int) prctl.invokeExact(SET_NO_NEW_PRIVILEGES, 1L, 0L, 0L, 0L), "no_new_privs");
      long failed =
          (long)
              syscall.invokeExact(
                  machine.seccomp, SET_MODE_FILTER, ALL_THREADS, program(arena, machine));
      check(failed, "seccomp");
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** The {@code struct sock_fprog} of the filter, in classic BPF. */
  private static MemorySegment program(Arena arena, Machine machine) {
    MemorySegment filter = arena.allocate(9 * INSTRUCTION_BYTES, Long.BYTES);
    instruction(filter, 0, LOAD, 0, 0, ARCHITECTURE);
    instruction(filter, 1, IF_EQUAL, 1, 0, machine.architecture);
    instruction(filter, 2, RETURN, 0, 0, KILL);
    instruction(filter, 3, LOAD, 0, 0, CALL_NUMBER);
    instruction(filter, 4, IF_AT_LEAST, 3, 0, FIRST_X32_CALL);
    instruction(filter, 5, IF_EQUAL, 2, 0, machine.socket);
    instruction(filter, 6, IF_EQUAL, 1, 0, IO_URING_SETUP);
    instruction(filter, 7, RETURN, 0, 0, ALLOW);
    instruction(filter, 8, RETURN, 0, 0, DENY);
    MemorySegment program =
        arena.allocate(
            MemoryLayout.structLayout(
                ValueLayout.JAVA_SHORT, MemoryLayout.paddingLayout(6), ValueLayout.ADDRESS));
    program.set(ValueLayout.JAVA_SHORT, 0, (short) 9);
    program.set(ValueLayout.ADDRESS, Long.BYTES, filter);
    return program;
  }

  private static void instruction(
      MemorySegment filter, int index, short code, int ifTrue, int ifFalse, int operand) {
    long at = index * INSTRUCTION_BYTES;
    filter.set(ValueLayout.JAVA_SHORT, at, code);
    filter.set(ValueLayout.JAVA_BYTE, at + 2, (byte) ifTrue);
    filter.set(ValueLayout.JAVA_BYTE, at + 3, (byte) ifFalse);
    filter.set(ValueLayout.JAVA_INT, at + 4, operand);
  }

  // Calling the system is what this class is for.
  @SuppressWarnings("restricted")
  private static MethodHandle function(
      String name, FunctionDescriptor type, Linker.Option... options) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, options);
  }

  private static void check(long result, String what) throws IOException {
    if (result != 0) {
      throw new IOException("the kernel refuses " + what);
    }
  }

  /** What differs from one processor to another: the audit architecture and numbers of calls. */
  private enum Machine {
    X86_64("amd64", 0xC000003E, 41, 317),
    ARM_64("aarch64", 0xC00000B7, 198, 277);

    final String name;
    final int architecture;
    final int socket;
    final long seccomp;

    Machine(String name, int architecture, int socket, long seccomp) {
      this.name = name;
      this.architecture = architecture;
      this.socket = socket;
      this.seccomp = seccomp;
    }

    static Optional<Machine> current() {
      if (!System.getProperty("os.name").equals("Linux")) {
        return Optional.empty();
      }
      for (Machine machine : values()) {
        if (machine.name.equals(System.getProperty("os.arch"))) {
          return Optional.of(machine);
        }
      }
      return Optional.empty();
    }
  }
}
