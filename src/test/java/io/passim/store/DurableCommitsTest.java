package io.passim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.passim.document.Document;
import io.passim.document.DocumentCollection;
import io.passim.document.DocumentId;
import io.passim.document.DocumentStatus;
import io.passim.document.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has been acknowledged is on the disk, not only with the operating system. */
class DurableCommitsTest {
  /** Whether the database's file has been written to since it was last forced to the disk. */
  private static final AtomicBoolean DIRTY = new AtomicBoolean();

  @TempDir Path directory;

  @Test
  void whatIsAcknowledgedIsForcedToTheDisk() {
    FilePath.register(new WatchedPath());
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:watched:" + directory.resolve("records").toAbsolutePath() + ";WRITE_DELAY=0");
    Flyway.configure().dataSource(database).load().migrate();
    Jdbi jdbi = Jdbi.create(database);
    jdbi.useHandle(_ -> {
      // Open all the time, as a pool has it: closing the last connection would force too.
      new JdbiCollectionRecords(jdbi).insert(new DocumentCollection("c", "C", "en", 0, 0));
      assertEquals(true, DIRTY.get(), "H2 leaves commits to the system, else this test is void");
      JdbiDocumentRecords records = new JdbiDocumentRecords(jdbi);
      records.insert(DOCUMENT);
      assertEquals(false, DIRTY.get(), "an upload");
      records.update(DOCUMENT.at(DocumentStatus.PARSING, 0.5));
      records.update(DOCUMENT.ready(3, Instant.EPOCH));
      assertEquals(false, DIRTY.get(), "ready");
      records.update(DOCUMENT.failed(new Problem("too_large", "It is.")));
      assertEquals(false, DIRTY.get(), "failed");
      records.supersede(Map.of(DOCUMENT.ready(1, Instant.EPOCH), List.of()));
      assertEquals(false, DIRTY.get(), "a new version");
      records.delete(DOCUMENT.id());
      assertEquals(false, DIRTY.get(), "a delete");
      jdbi.useHandle(handle ->
          handle.execute(
              "INSERT INTO review_cases VALUES ('r_1', 'k', 'How?', 'So.', 'So', NOW())"));
      new JdbiReviewRecords(jdbi).deleteCase("r_1");
      assertEquals(false, DIRTY.get(), "a case that is removed");
    });
  }

  private static final Document DOCUMENT =
      Document.queued(new DocumentId("d_1"), "c", "", "a.txt", Instant.EPOCH)
          .withContent("text/plain", 3, "0".repeat(64));

  /** Public, because H2 makes one for each path. */
  public static final class WatchedPath extends FilePathWrapper {
    public WatchedPath() {}

    @Override
    public String getScheme() {
      return "watched";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
      return new WatchedFile(getBase().open(mode));
    }
  }

  private static final class WatchedFile extends FileBaseDefault {
    private final FileChannel file;

    WatchedFile(FileChannel file) {
      this.file = file;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public synchronized int read(ByteBuffer into, long position) throws IOException {
      return file.read(into, position);
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
      DIRTY.set(true);
      return file.write(from, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      file.force(metaData);
      DIRTY.set(false);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      file.truncate(size);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }
}
