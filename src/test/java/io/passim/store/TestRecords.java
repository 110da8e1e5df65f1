package io.passim.store;

import io.passim.document.DiskFull;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;

/** The stores of a data directory as a server opens them, without a server. */
public record TestRecords(
    CollectionRecords collections,
    DocumentRecords documents,
    ConversationRecords conversations,
    CuratedRecords curated,
    ReviewRecords reviews,
    ErasureRecords erasures,
    Milestones milestones,
    WatchedFiles watchedFiles,
    EvaluationRecords evaluations,
    EvaluationFiles evaluationFiles,
    OriginalStore originals,
    TextStore texts,
    DiskFull diskFull) {
  /** Opens, or opens again, the stores in {@code directory}. */
  public static TestRecords open(Path directory) {
    return of(jdbi(directory), directory);
  }

  /**
   * The same over connections that are kept, as a server's are, and with them what the database has
   * made of their statements.
   *
   * @param connections of {@link #pool}
   */
  public static TestRecords open(Path directory, DataSource connections) {
    return of(migrated(connections), directory);
  }

  private static TestRecords of(Jdbi jdbi, Path directory) {
    DataConfig config = () -> directory;
    return new TestRecords(
        new JdbiCollectionRecords(jdbi),
        new JdbiDocumentRecords(jdbi),
        new JdbiConversationRecords(jdbi),
        new JdbiCuratedRecords(jdbi),
        new JdbiReviewRecords(jdbi),
        new JdbiErasureRecords(jdbi),
        new JdbiMilestones(jdbi),
        new JdbiWatchedFiles(jdbi),
        new JdbiEvaluationRecords(jdbi),
        new EvaluationFiles(config),
        new OriginalStore(config),
        new TextStore(config),
        new DataDisk(config));
  }

  /** The same stores with other documents. */
  public TestRecords with(DocumentRecords others) {
    return new TestRecords(
        collections,
        others,
        conversations,
        curated,
        reviews,
        erasures,
        milestones,
        watchedFiles,
        evaluations,
        evaluationFiles,
        originals,
        texts,
        diskFull);
  }

  /**
   * The same records, whose calls are told before they are made.
   *
   * @param calls is given the name of the method; what it throws is thrown in place of the call
   */
  public static <T> T watched(Class<T> type, T records, Consumer<String> calls) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              calls.accept(method.getName());
              try {
                return method.invoke(records, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** A connection, without which the database is closed and compacted after each statement. */
  public static Connection connect(Path directory) throws SQLException {
    return DriverManager.getConnection(url(directory));
  }

  /** The database of a data directory, with its tables. */
  static Jdbi jdbi(Path directory) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(url(directory));
    return migrated(database);
  }

  /** Connections to the database of a data directory, to be disposed of. */
  public static JdbcConnectionPool pool(Path directory) {
    return JdbcConnectionPool.create(url(directory), "", "");
  }

  private static Jdbi migrated(DataSource database) {
    Flyway.configure().dataSource(database).load().migrate();
    return JdbiProducer.jdbi(database);
  }

  /** Where the database of a data directory is. */
  static String url(Path directory) {
    return "jdbc:h2:file:"
        + directory.resolve("records").toAbsolutePath()
        + ";WRITE_DELAY=0;QUERY_CACHE_SIZE=64";
  }
}
