package io.passim.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.passim.document.DocumentCollection;
import io.passim.store.DocumentRecords;
import io.passim.store.TestRecords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads that the disk refuses. */
class DocumentAdmissionTest {
  private final IOException full = new IOException("No space left on device");

  @TempDir Path directory;
  private TestRecords records;

  @BeforeEach
  void open() {
    records = TestRecords.open(directory);
    records.collections().insert(new DocumentCollection("c", "Collection", null, 0, 0));
  }

  @Test
  void keepsNothingOfAnUploadThatCannotBeRecorded() throws IOException {
    DocumentRecords refusing = failingToInsert(new ConnectionException(new SQLException(full)));
    DocumentAdmission admission =
        new DocumentAdmission(
            records.originals(), refusing, TestLibrary.config(1, TestLibrary.MAX_BYTES));
    UncheckedIOException failure =
        assertThrows(
            UncheckedIOException.class,
            () -> admission.admit("c", Submission.of("a.txt"), content("some words")));
    assertSame(full, root(failure));
    assertEquals(List.of(), files());
  }

  @Test
  void keepsAnOriginalThatIsThereAlready() throws IOException {
    DocumentAdmission admission =
        new DocumentAdmission(
            records.originals(), records.documents(), TestLibrary.config(1, TestLibrary.MAX_BYTES));
    admission.admit("c", Submission.of("a.txt"), content("some words"));
    List<Path> before = files();
    DocumentRecords refusing = failingToInsert(new ConnectionException(new SQLException(full)));
    DocumentAdmission later =
        new DocumentAdmission(
            records.originals(), refusing, TestLibrary.config(1, TestLibrary.MAX_BYTES));
    assertThrows(
        UncheckedIOException.class,
        () -> later.admit("c", Submission.of("b.txt"), content("some words")));
    assertEquals(before, files());
  }

  private DocumentRecords failingToInsert(RuntimeException failure) {
    return (DocumentRecords)
        Proxy.newProxyInstance(
            DocumentRecords.class.getClassLoader(),
            new Class<?>[] {DocumentRecords.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("insert")) {
                throw failure;
              }
              try {
                return method.invoke(records.documents(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("originals"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static InputStream content(String words) {
    return new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8));
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = root.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root;
  }
}
