package io.passim.ingest;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells what disk or database refused for now from what is wrong with a document or the code. */
final class StorageFailures {
  /** SQL standard: the value does not fit, which no second try changes. */
  private static final String DATA_EXCEPTION = "22";

  /** SQL standard: integrity constraint violation. */
  private static final String CONSTRAINT_VIOLATION = "23";

  private StorageFailures() {}

  /** Whether the same may succeed later, once disk or database are well again. */
  static boolean isOne(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        // A stored text that is no JSON will not become JSON.
        return !(cause instanceof JacksonException);
      }
      if (cause instanceof SQLException sql) {
        return mayPass(sql.getSQLState());
      }
    }
    return false;
  }

  /** Whether a disk's failure is behind it, also one that the database met. */
  static boolean ofDisk(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  private static boolean mayPass(@Nullable String state) {
    return state == null
        || !(state.startsWith(DATA_EXCEPTION) || state.startsWith(CONSTRAINT_VIOLATION));
  }
}
