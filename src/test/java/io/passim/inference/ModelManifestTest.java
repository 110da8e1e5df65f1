package io.passim.inference;

import static io.passim.inference.TestEncoders.manifestWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelManifestTest {
  private static final String HASH = "0".repeat(64);

  @Test
  void fingerprintIsThatOfWhatDecidesAboutVectors() {
    Set<String> fingerprints = new HashSet<>();
    fingerprints.add(TestEncoders.shipped().manifest().fingerprint());
    fingerprints.add(manifestWith("sha256", HASH).fingerprint());
    fingerprints.add(manifestWith("tokenizerSha256", HASH).fingerprint());
    fingerprints.add(manifestWith("maxLength", "128").fingerprint());
    fingerprints.add(manifestWith("questionPrefix", "query: ").fingerprint());
    fingerprints.add(manifestWith("passagePrefix", "query: ").fingerprint());
    assertEquals(6, fingerprints.size());
    fingerprints.add(manifestWith("licence", "MIT").fingerprint());
    fingerprints.add(manifestWith("probe", null).fingerprint());
    assertEquals(6, fingerprints.size());
  }
}
