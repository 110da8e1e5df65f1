package io.passim.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackGuardTest {
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
  void theLoopbackInterfaceNeedsNoAccessControl(String host) {
    assertDoesNotThrow(() -> start(host, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
  void anyOtherInterfaceMustBeAllowedOutright(String host) {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> start(host, false));
    assertTrue(String.valueOf(refused.getMessage()).contains("anonymous-network"));
  }

  @Test
  void whoAllowsItGetsIt() {
    assertDoesNotThrow(() -> start("0.0.0.0", true));
  }

  private static void start(String host, boolean anonymousNetwork) {
    AccessConfig config =
        new AccessConfig() {
          @Override
          public boolean anonymousNetwork() {
            return anonymousNetwork;
          }

          @Override
          public Optional<List<String>> allowedOrigins() {
            return Optional.empty();
          }
        };
    new LoopbackGuard(config, host).checkInterface(new StartupEvent());
  }
}
