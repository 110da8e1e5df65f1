package io.passim.read;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
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
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
    requireAtLeast(1, "passages", config.passages());
    requireAtLeast(1, "answer-tokens", config.answerTokens());
    requireAtLeast(1, "candidates", config.candidates());
    requireAtLeast(0, "attributed-words", config.attributedWords());
    this.decoder = new SpanDecoder(config.answerTokens(), config.candidates());
    this.attribution = new OcclusionAttribution(config.attributedWords());
  }

  private static void requireAtLeast(int least, String key, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "passim.read.%s must be at least %d: %d", key, least, value));
    }
  }

  /** Settings that make no sense stop the start, and not the first question. */
  void check(@Observes Startup start) {}

  @Override
  public ReaderIdentity identity() {
    ModelManifest manifest = model.manifest();
    return new ReaderIdentity(manifest.name(), manifest.sha256());
  }

  @Override
  public String fingerprint() {
    ModelManifest manifest = model.manifest();
    return manifest.fingerprint() + " " + manifest.stops() + " " + model.device();
  }

  @WithSpan("read")
  @Override
  public Reading read(
      StandaloneQuestion question, List<RetrievedPassage> passages, ReadingMonitor monitor) {
    if (passages.isEmpty()) {
      return new Reading(List.of(), 0);
    }
    List<RetrievedPassage> most = passages.subList(0, Math.min(passages.size(), config.passages()));
    List<List<CandidateSpan>> found = new ArrayList<>();
    int end = most.size();
    try (ReaderLease lease = model.lease(monitor::cancelled, monitor.background())) {
      ReadingProgress progress = new ReadingProgress(most.size(), monitor);
      while (found.size() < end) {
        int read = found.size();
        int next = Math.max(nextStop(read, end), read + Math.min(end - read, lease.sideBySide()));
        found.addAll(read(lease, question, most.subList(read, next), progress));
        end = end(most, found);
      }
    }
    // What idle workers have read beyond the end is dropped: how busy they are changes no answer.
    List<CandidateSpan> candidates = new ArrayList<>();
    found.subList(0, end).forEach(candidates::addAll);
    candidates.sort(BEST_FIRST);
    return new Reading(candidates, end);
  }

  /**
   * How many passages are to be read, as far as can be told from those that have been. A second
   * document is looked at where there is one, since it may contradict the first.
   */
  private int end(List<RetrievedPassage> passages, List<List<CandidateSpan>> found) {
    return stops()
        .filter(stop -> stop.passages() <= found.size() && isReached(stop, found))
        .mapToInt(stop -> Math.max(stop.passages(), firstOfAnotherDocument(passages)))
        .findFirst()
        .orElse(passages.size());
  }

  private static boolean isReached(ModelManifest.Stop stop, List<List<CandidateSpan>> found) {
    return found.stream()
        .limit(stop.passages())
        .flatMap(List::stream)
        .anyMatch(candidate -> candidate.score() >= stop.score());
  }

  /** Number of passages up to the first of a second document; 0 if all are of one. */
  private static int firstOfAnotherDocument(List<RetrievedPassage> passages) {
    DocumentId first = passages.getFirst().passage().documentId();
    for (int i = 1; i < passages.size(); i++) {
      if (!passages.get(i).passage().documentId().equals(first)) {
        return i + 1;
      }
    }
    return 0;
  }

  private int nextStop(int read, int end) {
    return stops()
        .mapToInt(ModelManifest.Stop::passages)
        .filter(passages -> passages > read && passages < end)
        .findFirst()
        .orElse(end);
  }

  private Stream<ModelManifest.Stop> stops() {
    return config.earlyStop() ? model.manifest().stops().stream() : Stream.empty();
  }

  /** The candidates in each of the passages. */
  private List<List<CandidateSpan>> read(
      ReaderLease lease,
      StandaloneQuestion question,
      List<RetrievedPassage> passages,
      ReadingProgress progress) {
    List<String> texts = passages.stream().map(passage -> passage.passage().text()).toList();
    List<TokenWindow> windows = lease.encode(question.text(), texts);
    progress.begin(windows);
    List<WindowLogits> logits = lease.run(windows, progress::finished);
    List<List<CandidateSpan>> candidates = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      int index = i;
      List<WindowLogits> ofPassage =
          logits.stream().filter(window -> window.window().passage() == index).toList();
      candidates.add(candidates(passages.get(i), ofPassage));
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
    try (ReaderLease lease = model.lease(monitor::cancelled, monitor.background())) {
      return attribution.attribute(lease, question.text(), passage.text(), inPassage);
    } catch (OverloadedException e) {
      return List.of();
    }
  }
}
