package io.passim.inference;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logs until this is closed, on any thread. */
public final class LogRecords implements AutoCloseable {
  private final Logger logger;
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private LogRecords(Logger logger) {
    this.logger = logger;
    logger.addHandler(handler);
  }

  public static LogRecords of(Class<?> source) {
    return of(source.getName());
  }

  public static LogRecords of(String logger) {
    return new LogRecords(Logger.getLogger(logger));
  }

  public int size() {
    return records.size();
  }

  /** The messages of one level, the first first. */
  public List<String> at(Level level) {
    return records.stream()
        .filter(entry -> entry.getLevel().intValue() == level.intValue())
        .map(LogRecord::getMessage)
        .toList();
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }
}
