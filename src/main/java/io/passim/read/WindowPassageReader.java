package io.passim.read;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.passim.document.CharSpan;
import io.passim.document.Passage;
import io.passim.inference.ModelManifest;
import io.passim.inference.OverloadedException;
import io.passim.inference.ReaderLease;
import io.passim.inference.ReaderModel;
import io.passim.inference.TokenWindow;
import io.passim.inference.WindowLogits;
import io.passim.question.StandaloneQuestion;
import io.passim.retrieve.RetrievedPassage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads passages through windows of the model's length. The best retrieved passages come first; the
 * others are read only where they may still change the answer. Shared between threads.
 */
@ApplicationScoped
class WindowPassageReader implements PassageReader {
  private static final Comparator<CandidateSpan> BEST_FIRST =
      Comparator.comparingDouble(CandidateSpan::score)
          .reversed()
          .thenComparingInt(candidate -> candidate.passage().rank())
          .thenComparingInt(candidate -> candidate.span().start());

  private final ReaderModel model;
  private final ReadConfig config;
  private final SpanDecoder decoder;
  private final OcclusionAttribution attribution;

  WindowPassageReader(ReaderModel model, ReadConfig config) {
    this.model = model;
    this.config = config;
    if (config.passages() < 1) {
      throw new IllegalArgumentException(
          "passim.read.passages must be at least 1: " + config.passages());
    }
    this.decoder = new SpanDecoder(config.answerTokens(), config.candidates());
    this.attribution = new OcclusionAttribution(config.attributedWords());
  }

  @Override
  public ReaderIdentity identity() {
    ModelManifest manifest = model.manifest();
    return new ReaderIdentity(manifest.name(), manifest.sha256());
  }

  @Override
  public String fingerprint() {
    return model.manifest().stops() + " " + model.device();
  }

  @WithSpan("read")
  @Override
  public Reading read(
      StandaloneQuestion question, List<RetrievedPassage> passages, ReadingMonitor monitor) {
    if (passages.isEmpty()) {
      return new Reading(List.of(), 0);
    }
    int most = Math.min(passages.size(), config.passages());
    List<CandidateSpan> candidates = new ArrayList<>();
    try (ReaderLease lease = model.lease(monitor::cancelled)) {
      ReadingProgress progress = new ReadingProgress(most, monitor);
      int read = 0;
      while (read < most && !candidates.stream().anyMatch(mayEnd(read))) {
        int next = nextStop(read, most);
        candidates.addAll(read(lease, question, passages.subList(read, next), progress));
        read = next;
      }
      candidates.sort(BEST_FIRST);
      return new Reading(candidates, read);
    }
  }

  /** Candidates that make reading on unnecessary once so many passages have been read. */
  private Predicate<CandidateSpan> mayEnd(int read) {
    return candidate ->
        config.earlyStop()
            && model.manifest().stops().stream()
                .anyMatch(stop -> stop.passages() == read && candidate.score() >= stop.score());
  }

  private int nextStop(int read, int most) {
    return model.manifest().stops().stream()
        .filter(stop -> config.earlyStop() && stop.passages() > read && stop.passages() < most)
        .mapToInt(ModelManifest.Stop::passages)
        .findFirst()
        .orElse(most);
  }

  private List<CandidateSpan> read(
      ReaderLease lease,
      StandaloneQuestion question,
      List<RetrievedPassage> passages,
      ReadingProgress progress) {
    List<String> texts = passages.stream().map(passage -> passage.passage().text()).toList();
    List<TokenWindow> windows = lease.encode(question.text(), texts);
    progress.begin(windows);
    List<WindowLogits> logits = lease.run(windows, progress::finished);
    List<CandidateSpan> candidates = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      int index = i;
      List<WindowLogits> ofPassage =
          logits.stream().filter(window -> window.window().passage() == index).toList();
      candidates.addAll(candidates(passages.get(i), ofPassage));
    }
    return candidates;
  }

  private List<CandidateSpan> candidates(RetrievedPassage retrieved, List<WindowLogits> windows) {
    Passage passage = retrieved.passage();
    List<CandidateSpan> candidates = new ArrayList<>();
    for (TokenSpan span : decoder.decode(windows, passage.text())) {
      SpanTrimmer.trim(passage.text(), span.span())
          .map(trimmed -> trimmed.shift(passage.span().start()))
          .ifPresent(inDocument ->
              candidates.add(
                  new CandidateSpan(
                      retrieved,
                      inDocument,
                      span.startLogit(),
                      span.endLogit(),
                      span.nullLogit())));
    }
    return candidates;
  }

  @Override
  public List<QuestionTokenWeight> attribute(
      StandaloneQuestion question, CandidateSpan answer, ReadingMonitor monitor) {
    Passage passage = answer.passage().passage();
    CharSpan inPassage = answer.span().shift(-passage.span().start());
    try (ReaderLease lease = model.lease(monitor::cancelled)) {
      return attribution.attribute(lease, question.text(), passage.text(), inPassage);
    } catch (OverloadedException e) {
      return List.of();
    }
  }
}
