package io.passim.inference;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The readers in the models directory: which there are, and loading one of them for a while beside
 * the server's. Nothing is kept but hashes of files, so that a folder put there later is found. Any
 * thread may call any method.
 */
@ApplicationScoped
public class ReaderFolders {
  private static final Logger LOG = Logger.getLogger(ReaderFolders.class);

  /** Other folders are not listed; a name is compared, never resolved. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][\\w.-]{0,99}");

  /** Of a window of another reader for the server's. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private static final String GRAPH = ".onnx";
  private static final int MOST = 100;

  private final InferenceConfig config;
  private final ReaderModel inUse;
  private final FileHashes hashes = new FileHashes();

  ReaderFolders(InferenceConfig config, ReaderModel inUse) {
    this.config = config;
    this.inUse = inUse;
  }

  /**
   * The server's reader and those beside it, by name; at most {@value #MOST}. What is damaged is
   * listed with the reason. Models for another task and folders without a model are left out.
   */
  public List<ReaderFolder> list() {
    List<ReaderFolder> found = new ArrayList<>(List.of(configured()));
    try (Stream<Path> folders = Files.list(config.modelsDirectory())) {
      folders
          .filter(folder -> NAME.matcher(nameOf(folder)).matches())
          .filter(folder -> !nameOf(folder).equals(found.getFirst().name()))
          .sorted(Comparator.comparing(ReaderFolders::nameOf))
          .filter(ReaderFolders::holdsModel)
          .flatMap(folder -> read(folder).stream())
          .limit(MOST - 1L)
          .forEach(found::add);
    } catch (IOException | UncheckedIOException e) {
      // The reader in use has been read before.
      LOG.warnf("no other readers are listed, for %s cannot be: %s", config.modelsDirectory(), e);
    }
    found.sort(Comparator.comparing(ReaderFolder::name));
    return List.copyOf(found);
  }

  /** One of {@link #list}. */
  public Optional<ReaderFolder> find(String name) {
    return list().stream().filter(folder -> folder.name().equals(name)).findFirst();
  }

  /**
   * Loads a reader beside the server's, on as much of the machine, but giving way to the server's
   * own readings before each run.
   *
   * @throws ModelLoadException if it cannot be loaded, saying why without paths
   */
  public LoadedReader open(ReaderFolder folder) {
    try {
      return OnnxReaderModel.open(
          config, ModelFolder.open(folder.directory()), new GivingWay(inUse, LONGEST_WAIT));
    } catch (ModelLoadException | IllegalArgumentException e) {
      throw new ModelLoadException(withoutPaths(folder, e), e);
    }
  }

  /** What went wrong with a folder, with its name where its path stood. */
  public static String withoutPaths(ReaderFolder folder, RuntimeException e) {
    return withoutPaths(folder.directory(), e);
  }

  private static String withoutPaths(Path folder, RuntimeException e) {
    return String.valueOf(e.getMessage())
        .replace(folder.toAbsolutePath().toString(), nameOf(folder))
        .replace(folder.toString(), nameOf(folder));
  }

  private ReaderFolder configured() {
    Path directory = config.modelsDirectory().resolve(config.reader());
    ModelManifest manifest = inUse.manifest();
    return new ReaderFolder(
        nameOf(directory), directory, true, manifest, size(directory, manifest), null);
  }

  /** Empty if it is a model for another task. */
  private Optional<ReaderFolder> read(Path directory) {
    ModelManifest manifest = null;
    String problem = null;
    try {
      ModelFolder folder = ModelFolder.read(directory);
      manifest = folder.manifest();
      if (!manifest.task().equals(ModelManifest.EXTRACTIVE_QA)) {
        return Optional.empty();
      }
      folder.verify(hashes::sha256);
      WindowSize.of(config, manifest);
    } catch (ModelLoadException | IllegalArgumentException e) {
      problem = withoutPaths(directory, e);
    }
    return Optional.of(
        new ReaderFolder(
            nameOf(directory), directory, false, manifest, size(directory, manifest), problem));
  }

  private static long size(Path directory, @Nullable ModelManifest manifest) {
    try {
      return manifest == null ? 0 : Files.size(directory.resolve(manifest.file()));
    } catch (IOException e) {
      return 0;
    }
  }

  /** A folder with neither a manifest nor a graph is something else. */
  private static boolean holdsModel(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> nameOf(file).toLowerCase(Locale.ROOT))
          .anyMatch(name -> name.equals(ModelFolder.MANIFEST) || name.endsWith(GRAPH));
    } catch (IOException e) {
      return false;
    }
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }
}
