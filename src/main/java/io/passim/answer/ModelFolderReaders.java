package io.passim.answer;

import io.passim.document.Problem;
import io.passim.inference.LoadedReader;
import io.passim.inference.ModelLoadException;
import io.passim.inference.ModelManifest;
import io.passim.inference.ReaderFolder;
import io.passim.inference.ReaderFolders;
import io.passim.rank.AnswerRanker;
import io.passim.rank.AnswerRankers;
import io.passim.read.PassageReader;
import io.passim.read.PassageReaders;
import io.passim.retrieve.PassageRetriever;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The readers of the models directory. */
@ApplicationScoped
class ModelFolderReaders implements OtherReaders {
  private final ReaderFolders folders;
  private final PassageReaders readers;
  private final AnswerRanker ranker;
  private final AnswerRankers rankers;
  private final PassageRetriever retriever;
  private final QuestionAnswerer answerer;
  private final Config config;

  ModelFolderReaders(
      ReaderFolders folders,
      PassageReaders readers,
      AnswerRanker ranker,
      AnswerRankers rankers,
      PassageRetriever retriever,
      QuestionAnswerer answerer,
      Config config) {
    this.folders = folders;
    this.readers = readers;
    this.ranker = ranker;
    this.rankers = rankers;
    this.retriever = retriever;
    this.answerer = answerer;
    this.config = config;
  }

  @Override
  public List<AvailableReader> list() {
    return folders.list().stream().map(this::available).toList();
  }

  private AvailableReader available(ReaderFolder folder) {
    ModelManifest manifest = folder.manifest();
    if (manifest == null || folder.problem() != null) {
      return unusable(folder, "reader_damaged", String.valueOf(folder.problem()));
    }
    try {
      AnswerRanker used = folder.inUse() ? ranker : rankers.of(folder.directory(), manifest);
      return new AvailableReader(
          folder.name(),
          folder.inUse(),
          null,
          facts(folder, manifest),
          AnswerConfiguration.calibration(used));
    } catch (IllegalStateException e) {
      return unusable(folder, "reader_not_calibrated", ReaderFolders.withoutPaths(folder, e));
    }
  }

  private static AvailableReader unusable(ReaderFolder folder, String code, String detail) {
    ModelManifest manifest = folder.manifest();
    return new AvailableReader(
        folder.name(),
        folder.inUse(),
        new Problem(code, detail),
        manifest == null ? null : facts(folder, manifest),
        null);
  }

  private static AvailableReader.Facts facts(ReaderFolder folder, ModelManifest manifest) {
    return new AvailableReader.Facts(
        manifest.languages(),
        folder.bytes(),
        manifest.sha256(),
        manifest.batching() == ModelManifest.Batching.ALONE,
        manifest.licence());
  }

  @Override
  public Opened open(String name) {
    ReaderFolder folder =
        folders
            .find(name)
            .orElseThrow(() -> new ModelLoadException("there is no reader of that name"));
    if (folder.inUse()) {
      return new Own(answerer);
    }
    LoadedReader model = folders.open(folder);
    try {
      return new Other(with(folder, model), model);
    } catch (IllegalStateException e) {
      model.close();
      throw new ModelLoadException(ReaderFolders.withoutPaths(folder, e), e);
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  private QuestionAnswerer with(ReaderFolder folder, LoadedReader model) {
    PassageReader reader = readers.of(model);
    AnswerRanker own = rankers.of(folder.directory(), model.manifest());
    AnswerConfiguration configuration =
        AnswerConfiguration.withReader(folder.name(), config, retriever, reader, own);
    return answerer.reading(
        reader, own, new AnswerAssembler(reader, new AnswerExplainer(reader), configuration));
  }

  /** With the server's reader, which stays. */
  private record Own(QuestionAnswerer answerer) implements Opened {
    @Override
    public void close() {}
  }

  private record Other(QuestionAnswerer answerer, LoadedReader model) implements Opened {
    @Override
    public void close() {
      model.close();
    }
  }
}
