package io.passim.inference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model on disk whose files have been checked against its manifest.
 *
 * @param directory the folder
 * @param manifest what its {@code model.json} says
 */
record ModelFolder(Path directory, ModelManifest manifest) {
  static final String MANIFEST = "model.json";

  private static final long LARGEST_MANIFEST = 1 << 20;

  /** What {@link Files#readAllBytes} takes. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * Reads the manifest and verifies that every file it names is there, with the hash it names.
   *
   * @throws ModelLoadException if not, saying what the folder does contain
   */
  static ModelFolder open(Path directory) {
    ModelFolder folder = read(directory);
    folder.verify(ModelFolder::sha256);
    return folder;
  }

  /**
   * Reads the manifest alone.
   *
   * @throws ModelLoadException if there is none, or it is damaged
   */
  static ModelFolder read(Path directory) {
    Path file = directory.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new ModelLoadException(
          String.format(Locale.ROOT, "no %s in %s", MANIFEST, contents(directory)));
    }
    return new ModelFolder(directory, manifest(file));
  }

  private static ModelManifest manifest(Path file) {
    try {
      if (Files.size(file) > LARGEST_MANIFEST) {
        throw new ModelLoadException(
            file + " has more than " + LARGEST_MANIFEST + " bytes, too many for a manifest");
      }
      ModelManifest manifest = JSON.readValue(file.toFile(), ModelManifest.class);
      if (manifest == null) {
        throw new ModelLoadException(file + " is null, not a manifest");
      }
      return manifest;
    } catch (UnrecognizedPropertyException e) {
      throw new ModelLoadException(
          String.format(
              Locale.ROOT,
              "%s: there is no \"%s\"; there are %s",
              file,
              e.getPropertyName(),
              e.getKnownPropertyIds()),
          e);
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

  /**
   * Verifies that the files are there, with the hashes that the manifest names.
   *
   * @param sha256 gives the hash of a file
   * @throws ModelLoadException if not
   */
  void verify(Function<Path, String> sha256) {
    requireHash(graph(), manifest.sha256(), sha256);
    requireHash(tokenizer(), manifest.tokenizerSha256(), sha256);
    if (manifest.calibration() != null) {
      requireFile(directory.resolve(manifest.calibration()));
    }
  }

  /**
   * The graph, whose hash is checked once more: of what was read.
   *
   * @throws ModelLoadException if it is not what the manifest says, or too large to be held at once
   */
  byte[] graphBytes() {
    try {
      byte[] bytes = readAll(graph());
      requireHash(graph(), manifest.sha256(), sha256(bytes));
      return bytes;
    } catch (IOException e) {
      throw new ModelLoadException(graph() + " cannot be read", e);
    }
  }

  private static byte[] readAll(Path file) throws IOException {
    long size = Files.size(file);
    try {
      return Files.readAllBytes(file);
    } catch (OutOfMemoryError e) {
      throw new ModelLoadException(
          String.format(
              Locale.ROOT,
              "%s has %d bytes, too many to be held at once: the heap may have %d (-Xmx), of which"
                  + " other things take a part, and one array at most %d",
              file,
              size,
              Runtime.getRuntime().maxMemory(),
              LONGEST_ARRAY),
          e);
    }
  }

  private void requireHash(Path file, String expected, Function<Path, String> sha256) {
    requireFile(file);
    requireHash(file, expected, sha256.apply(file));
  }

  private static void requireHash(Path file, String expected, String actual) {
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

  static String sha256(Path file) {
    MessageDigest digest = digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new ModelLoadException(file + " cannot be read", e);
    }
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
