package io.passim.store;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementException;

/** Tells a broken constraint from other failures of the database. */
final class Constraints {
  /** SQL standard: integrity constraint violation. */
  private static final String SQL_STATE_CLASS = "23";

  private Constraints() {}

  static boolean violatedBy(StatementException failure) {
    return failure.getCause() instanceof SQLException cause
        && cause.getSQLState() != null
        && cause.getSQLState().startsWith(SQL_STATE_CLASS);
  }
}
