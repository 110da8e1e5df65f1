package io.passim.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks again and again at the network sockets of the processes that the tests have started, from
 * its start until it is closed. Linux only: see proc_pid_net(5).
 */
final class SocketWatch implements AutoCloseable {
  private static final List<String> PROTOCOLS =
      List.of("tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6");
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Set<Socket> seen = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean closed;

  private SocketWatch() {
    thread = Thread.ofPlatform().daemon().name("socket-watch").unstarted(this::watch);
  }

  /**
   * A socket of a process.
   *
   * @param protocol as the file in {@code /proc/PID/net} is named
   * @param local address and port in the kernel's hexadecimal form
   * @param remote the same; zeros if it is not connected
   */
  record Socket(long pid, String protocol, String local, String remote) {
    private static final Pattern LOOPBACK =
        Pattern.compile("(?:0{16}F{4}0{4}|0{16}0{4}F{4})?.{6}7F|0{24}01000000");

    boolean isTcp() {
      return protocol.startsWith("tcp");
    }

    boolean isLoopback() {
      return LOOPBACK.matcher(address(local)).matches();
    }

    int port() {
      return Integer.parseInt(local.substring(local.indexOf(':') + 1), 16);
    }

    private static String address(String place) {
      return place.substring(0, place.indexOf(':'));
    }
  }

  static boolean isPossible() {
    return Files.isReadable(Path.of("/proc/self/net/tcp"));
  }

  static SocketWatch start() {
    SocketWatch watch = new SocketWatch();
    watch.thread.start();
    return watch;
  }

  /** Every socket that was there at some moment. */
  Set<Socket> seen() {
    return Set.copyOf(seen);
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    while (!closed) {
      ProcessHandle.current().descendants().mapToLong(ProcessHandle::pid).forEach(this::look);
      LockSupport.parkNanos(INTERVAL_NANOS);
    }
  }

  private void look(long pid) {
    try {
      Path process = Path.of("/proc", Long.toString(pid));
      Map<String, Socket> sockets = new HashMap<>();
      for (String protocol : PROTOCOLS) {
        sockets.putAll(sockets(pid, protocol, process.resolve("net").resolve(protocol)));
      }
      sockets.keySet().retainAll(inodes(process.resolve("fd")));
      seen.addAll(sockets.values());
    } catch (IOException | UncheckedIOException | DirectoryIteratorException endedMeanwhile) {
      // A process that has ended has no sockets.
    }
  }

  /** The sockets of the process's network, by inode. */
  private static Map<String, Socket> sockets(long pid, String protocol, Path table)
      throws IOException {
    Map<String, Socket> sockets = new HashMap<>();
    if (Files.isReadable(table)) {
      for (String line : Files.readAllLines(table)) {
        String[] columns = line.strip().split(" +", -1);
        if (columns.length > 9 && columns[1].contains(":")) {
          sockets.put(columns[9], new Socket(pid, protocol, columns[1], columns[2]));
        }
      }
    }
    return sockets;
  }

  /** The inodes of the sockets that the process itself has open. */
  private static Set<String> inodes(Path descriptors) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(descriptors)) {
      for (Path file : files) {
        Matcher socket = SOCKET.matcher(target(file));
        if (socket.matches()) {
          inodes.add(socket.group(1));
        }
      }
    }
    return inodes;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
