package io.passim.store;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Puts {@link Jdbi} over the configured database, migrated by Flyway before anything starts. */
final class JdbiProducer {
  private JdbiProducer() {}

  @Produces
  @Singleton
  static Jdbi jdbi(DataSource dataSource) {
    return Jdbi.create(dataSource);
  }
}
