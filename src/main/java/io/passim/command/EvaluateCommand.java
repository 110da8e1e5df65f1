package io.passim.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.passim.evaluate.DatasetReader;
import io.passim.evaluate.Evaluation;
import io.passim.evaluate.EvaluationRequest;
import io.passim.evaluate.EvaluationStatus;
import io.passim.evaluate.Evaluations;
import io.passim.evaluate.InvalidEvaluationException;
import io.passim.evaluate.SquadDataset;
import io.passim.web.mapping.EvaluationCsv;
import io.passim.web.mapping.EvaluationViews;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code evaluate}: runs an evaluation as the server would, without serving. It stays in the list
 * of evaluations. A signal that ends the process, such as Ctrl-C, ends it as a cancel would, and
 * what was measured until then is told.
 */
@Singleton
@Unremovable
public class EvaluateCommand implements QuarkusApplication {
  /** The first argument that asks for it. */
  public static final String NAME = "evaluate";

  private static final Logger LOG = Logger.getLogger(EvaluateCommand.class);

  /** How often progress is looked at. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Evaluations evaluations;
  private final DatasetReader datasets;
  private final ObjectMapper json;
  private final CountDownLatch reported = new CountDownLatch(1);

  /** The evaluation in hand, null before and after it. */
  private volatile @Nullable String running;

  @Inject
  EvaluateCommand(Evaluations evaluations, DatasetReader datasets, ObjectMapper json) {
    this.evaluations = evaluations;
    this.datasets = datasets;
    this.json = json;
  }

  /**
   * Checks what can be checked before anything starts, and sees to it that nothing is served.
   *
   * @param data the data directory
   * @return 0, or else what the process is to end with; the reason has been printed then
   */
  public static int prepare(Path data, String... arguments) {
    try {
      EvaluateArguments asked = EvaluateArguments.parse(behindName(arguments));
      if (!Files.isReadable(asked.dataset())) {
        Terminal.tell("There is no file " + asked.dataset() + " that can be read.");
        return ExitCode.USAGE;
      }
      if (DataDirectory.isInUse(data)) {
        Terminal.tell(
            "A Passim server works in "
                + data
                + ". Stop it, evaluate over its API, or set PASSIM_DATA_DIR to another directory.");
        return ExitCode.FAILED;
      }
    } catch (UsageException e) {
      Terminal.tell(String.valueOf(e.getMessage()));
      Terminal.tell(EvaluateArguments.USAGE);
      return ExitCode.USAGE;
    } catch (IOException e) {
      Terminal.tell("The data directory " + data + " cannot be used: " + e.getMessage());
      return ExitCode.FAILED;
    }
    System.setProperty("quarkus.http.host-enabled", "false");
    // An evaluation takes no documents in that nobody has asked it to.
    System.setProperty("passim.samples.directory", data.resolve("no-samples").toString());
    System.setProperty("passim.ingest.watch", "");
    System.setProperty("quarkus.log.console.stderr", "true");
    System.setProperty("quarkus.log.level", "WARN");
    return ExitCode.DONE;
  }

  @Override
  public int run(String... arguments) throws UsageException, IOException, InterruptedException {
    EvaluateArguments asked = EvaluateArguments.parse(behindName(arguments));
    try {
      SquadDataset dataset = datasets.read(asked.dataset());
      Evaluation queued =
          evaluations.submit(
              new EvaluationRequest(
                  asked.name(),
                  asked.collections().isEmpty() ? null : asked.collections(),
                  asked.reader(),
                  dataset));
      running = queued.id();
      return report(asked, ended(queued.id()));
    } catch (InvalidEvaluationException e) {
      Terminal.tell(e.problem().detail());
      return ExitCode.USAGE;
    } catch (JsonProcessingException e) {
      Terminal.tell(asked.dataset() + " is not JSON: " + e.getOriginalMessage());
      return ExitCode.USAGE;
    } catch (NoSuchFileException e) {
      Terminal.tell("There is no directory for " + e.getFile() + ".");
      return ExitCode.FAILED;
    } finally {
      running = null;
      reported.countDown();
    }
  }

  /**
   * Comes before all others that the application tells of its end, since they close what the
   * evaluation needs. A signal has it come while the evaluation runs, on another thread than that.
   */
  void onStop(@Observes(notifyObserver = Reception.IF_EXISTS) @Priority(1) ShutdownEvent event)
      throws InterruptedException {
    String id = running;
    if (id == null) {
      return;
    }
    try {
      evaluations.cancel(id);
    } catch (InvalidEvaluationException e) {
      LOG.debugf(e, "evaluation %s had ended", id);
    }
    reported.await();
  }

  /** Waits for the end and tells the progress in tenths. */
  private Evaluation ended(String id) throws InterruptedException {
    int told = -1;
    while (true) {
      Evaluation evaluation =
          evaluations
              .await(id, LOOK)
              .orElseThrow(
                  () -> new NoSuchElementException("evaluation " + id + " has been deleted"));
      if (evaluation.status().isFinal()) {
        return evaluation;
      }
      int tenths = (int) (10 * evaluation.progress());
      if (tenths != told) {
        told = tenths;
        Terminal.tell(progress(evaluation));
      }
    }
  }

  static String progress(Evaluation evaluation) {
    Evaluation.Encoding encoding = evaluation.encoding();
    String done =
        encoding != null && encoding.encoded() < encoding.passages()
            ? encoding.encoded() + " of " + encoding.passages() + " passages encoded"
            : evaluation.asked() + " of " + evaluation.questions() + " questions";
    Duration left = evaluation.timeLeft();
    return left == null ? done : done + ", " + left(left) + " left";
  }

  private static String left(Duration left) {
    return left.toMinutes() == 0
        ? left.toSeconds() + " s"
        : left.toHours() == 0
            ? left.toMinutes() + " min"
            : left.toHours() + " h " + left.toMinutesPart() + " min";
  }

  private int report(EvaluateArguments asked, Evaluation ended) throws IOException {
    if (asked.json() != null) {
      Files.write(
          asked.json(),
          json.writerWithDefaultPrettyPrinter().writeValueAsBytes(EvaluationViews.of(ended)));
    }
    if (asked.csv() != null) {
      Files.writeString(
          asked.csv(), EvaluationCsv.of(evaluations.outcomes(ended.id())), StandardCharsets.UTF_8);
    }
    if (ended.report() != null) {
      Terminal.print(EvaluationTable.of(ended, ended.report()));
    }
    if (ended.problem() != null) {
      Terminal.tell(ended.problem().detail());
    }
    if (ended.status() == EvaluationStatus.CANCELLED) {
      Terminal.tell("Stopped after " + progress(ended) + ".");
    }
    return ended.status() == EvaluationStatus.DONE ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static List<String> behindName(String... arguments) {
    return Arrays.asList(arguments).subList(1, arguments.length);
  }
}
