package io.passim.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What became of the files of a directory while something ran, as the Java machine recorded it: a
 * line {@code write PATH} or {@code force PATH} for each call, and what the test noted between, in
 * the order in which they ended. Digits that the system put into the name of a temporary file are
 * left out.
 */
public final class DiskTrace {
  private static final String NOTE = "io.passim.DiskTrace";
  private static final String WRITE = "jdk.FileWrite";
  private static final String FORCE = "jdk.FileForce";

  private DiskTrace() {}

  /** What is traced. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  /** Adds a line to the trace; any thread may call. */
  public static void note(String line) {
    Note note = new Note();
    note.line = line;
    note.commit();
  }

  /** The trace of an action. */
  public static List<String> of(Path directory, Action action) throws Exception {
    try (Recording recording = new Recording()) {
      for (String event : List.of(WRITE, FORCE)) {
        recording
            .enable(event)
            .withThreshold(Duration.ZERO)
            .withoutStackTrace()
            .with("throttle", "off");
      }
      recording.enable(Note.class);
      recording.start();
      action.run();
      recording.stop();
      return events(recording).stream()
          .sorted(Comparator.comparing(RecordedEvent::getEndTime))
          .flatMap(event -> line(directory, event))
          .toList();
    }
  }

  private static List<RecordedEvent> events(Recording recording) throws IOException {
    Path file = Files.createTempFile("trace", ".jfr");
    try {
      recording.dump(file);
      return RecordingFile.readAllEvents(file);
    } finally {
      Files.delete(file);
    }
  }

  private static Stream<String> line(Path directory, RecordedEvent event) {
    return switch (event.getEventType().getName()) {
      case NOTE -> Stream.of(event.getString("line"));
      case WRITE -> line(directory, "write ", event);
      case FORCE -> line(directory, "force ", event);
      default -> Stream.empty();
    };
  }

  private static Stream<String> line(Path directory, String call, RecordedEvent event) {
    // What has no path is a stream of the process.
    return Stream.ofNullable(event.getString("path"))
        .map(Path::of)
        .filter(path -> path.startsWith(directory))
        .map(path ->
            call + directory.relativize(path).toString().replaceFirst("\\d+(?=\\.part$)", ""));
  }

  @Name(NOTE)
  @StackTrace(false)
  private static final class Note extends Event {
    @SuppressWarnings("UnusedVariable") // The recording reads it.
    private String line = "";
  }
}
