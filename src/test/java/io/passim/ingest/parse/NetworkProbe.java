package io.passim.ingest.parse;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A program that tries in every way to reach a port of this machine, and to start a child without a
 * bound on memory, and writes which succeeded.
 */
final class NetworkProbe {
  private NetworkProbe() {}

  /**
   * Tries, and writes a line for each way: its name and {@code true} or {@code false}.
   *
   * @param arguments the port; a name that the system knows; whether to confine the process as a
   *     worker is
   */
  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[0]);
    if (Boolean.parseBoolean(arguments[2])) {
      System.out.println("confined " + WorkerConfinement.apply(1 << 20, 2L << 30));
    }
    Map<String, Callable<?>> ways = new LinkedHashMap<>();
    ways.put("url", () -> URI.create("http://127.0.0.1:" + port + "/").toURL().openStream().read());
    ways.put("name", () -> InetAddress.getAllByName(arguments[1]));
    ways.put("socket", () -> connect(new Socket(), port));
    ways.put(
        "channel",
        () ->
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .isOpen());
    ways.put("datagram", () -> send(port));
    ways.put("child", () -> fromChild(port));
    ways.put("memory", () -> inChild("[ \"$(ulimit -d)\" = unlimited ]"));
    ways.forEach((name, way) -> System.out.println(name + " " + succeeds(way)));
  }

  private static boolean succeeds(Callable<?> way) {
    try {
      way.call();
      return true;
    } catch (Exception | LinkageError e) {
      System.err.println(e);
      return false;
    }
  }

  private static boolean connect(Socket socket, int port) throws IOException {
    try (socket) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return socket.isConnected();
    }
  }

  private static boolean send(int port) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(
          new DatagramPacket(
              new byte[1], 1, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
      return true;
    }
  }

  private static boolean fromChild(int port) throws IOException, InterruptedException {
    return inChild("exec 3<>/dev/tcp/127.0.0.1/" + port);
  }

  private static boolean inChild(String command) throws IOException, InterruptedException {
    if (new ProcessBuilder("bash", "-c", command).start().waitFor() != 0) {
      throw new IOException("bash failed: " + command);
    }
    return true;
  }
}
