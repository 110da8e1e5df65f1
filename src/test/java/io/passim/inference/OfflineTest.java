package io.passim.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.util.Utils;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Nothing is fetched or reported when a model is loaded and used. */
class OfflineTest {
  @Test
  void switchesAreSetBeforeTheLibraryLoads() {
    OfflineTokenizers.SWITCHES.forEach((key, value) -> assertEquals(value, readSwitch(key)));
    assertTrue(Utils.isOfflineMode());
    assertEquals("true", Utils.getEnvOrSystemProperty("OPT_OUT_TRACKING"));
  }

  private static String readSwitch(String key) {
    try (WindowTokenizer tokenizer =
        WindowTokenizer.open(
            Path.of("models/reader-minilm-l6/tokenizer.json"), new WindowSize(384, 128, 64))) {
      tokenizer.encode("who?", List.of("Ada"));
    }
    return System.getProperty(key);
  }

  @Test
  void noConnectionIsAskedFor() {
    ProxySelector before = ProxySelector.getDefault();
    Queue<URI> asked = new ConcurrentLinkedQueue<>();
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(Proxy.NO_PROXY);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
    try (OnnxReaderModel model = OnnxReaderModel.open(TestConfig.SHIPPED);
        ReaderLease lease = model.lease(() -> false)) {
      lease.run(lease.encode("Who wrote it?", List.of("Ada wrote it.")));
    } finally {
      ProxySelector.setDefault(before);
    }
    assertTrue(asked.isEmpty(), asked.toString());
  }
}
