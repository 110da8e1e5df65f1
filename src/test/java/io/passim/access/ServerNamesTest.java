package io.passim.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNamesTest {
  private static final ServerNames NAMES =
      ServerNames.of(List.of("https://Passim.Example", " http://chat.example:8080", "/.*/", "*"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "passim",
        "10.1.2.3",
        "[fe80::1]",
        "fe80::1",
        "[::ffff:10.1.2.3]",
        "passim.example",
        "PASSIM.example",
        "chat.example"
      })
  void nobodyElseCanHaveTheseResolveToTheServer(String host) {
    assertTrue(NAMES.include(host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "10.1.2.3.evil.example",
        "passim.example.evil.example",
        "1.2.3.4a",
        "passim."
      })
  void othersCan(String host) {
    assertFalse(NAMES.include(host));
  }
}
