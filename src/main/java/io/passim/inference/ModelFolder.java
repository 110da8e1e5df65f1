package io.passim.inference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model on disk whose files have been checked against its manifest.
 *
 * @param directory the folder
 * @param manifest what its {@code model.json} says
 */
record ModelFolder(Path directory, ModelManifest manifest) {
  private static final String MANIFEST = "model.json";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * Reads the manifest and verifies that every file it names is there, with the hash it names.
   *
   * @throws ModelLoadException if not, saying what the folder does contain
   */
  static ModelFolder open(Path directory) {
    Path file = directory.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new ModelLoadException(
          String.format(Locale.ROOT, "no %s in %s", MANIFEST, contents(directory)));
    }
    ModelFolder folder = new ModelFolder(directory, manifest(file));
    folder.verify();
    return folder;
  }

  private static ModelManifest manifest(Path file) {
    try {
      ModelManifest manifest = JSON.readValue(file.toFile(), ModelManifest.class);
      if (manifest == null) {
        throw new ModelLoadException(file + " is null, not a manifest");
      }
      return manifest;
    } catch (JsonProcessingException e) {
      throw new ModelLoadException(file + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new ModelLoadException(file + " cannot be read", e);
    }
  }

  Path graph() {
    return directory.resolve(manifest.file());
  }

  Path tokenizer() {
    return directory.resolve(manifest.tokenizer());
  }

  private void verify() {
    requireHash(graph(), manifest.sha256());
    requireHash(tokenizer(), manifest.tokenizerSha256());
    if (manifest.calibration() != null) {
      requireFile(directory.resolve(manifest.calibration()));
    }
  }

  private void requireHash(Path file, String expected) {
    requireFile(file);
    String actual = sha256(file);
    if (!actual.equals(expected)) {
      throw new ModelLoadException(
          String.format(
              Locale.ROOT,
              "%s has the sha256 %s, but %s says %s",
              file,
              actual,
              MANIFEST,
              expected));
    }
  }

  private void requireFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ModelLoadException(
          String.format(
              Locale.ROOT,
              "%s names %s, which is not in %s",
              MANIFEST,
              file.getFileName(),
              contents(directory)));
    }
  }

  private static String contents(Path directory) {
    if (!Files.isDirectory(directory)) {
      return directory.toAbsolutePath() + ", which is no directory";
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .sorted()
          .collect(Collectors.joining(", ", directory.toAbsolutePath() + " (it holds: ", ")"));
    } catch (IOException e) {
      return directory.toAbsolutePath() + ", which cannot be listed";
    }
  }

  private static String sha256(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new ModelLoadException(file + " cannot be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
