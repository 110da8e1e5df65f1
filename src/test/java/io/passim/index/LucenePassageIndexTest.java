package io.passim.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.DocumentId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LucenePassageIndexTest {
  private static final IndexConfig CONFIG = TestIndexes.defaults();
  private static final long FIRST = 1000;

  @TempDir Path directory;
  private LucenePassageIndex index;

  @BeforeEach
  void open() throws IOException {
    Directory files = FSDirectory.open(directory);
    index = new LucenePassageIndex(files, CONFIG, FIRST);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Test
  void findsWordsInTheirInflectedForms() {
    put("d_1", "hr", "en", "Employees are entitled to twenty-five days of leave.");
    assertEquals(List.of("d_1"), find("entitlement of an employee"));
  }

  @Test
  void foldsAccentsAndElisionsInFrench() {
    put("d_fr", "hr", "fr", "Les congés de l'employé sont payés intégralement.");
    assertEquals(List.of("d_fr"), find("conges"));
    assertEquals(List.of("d_fr"), find("qu'est-ce que l’employé"));
  }

  @Test
  void operatorsHaveNoMeaning() {
    put("d_1", "hr", "en", "The canteen opens at noon.");
    assertEquals(List.of("d_1"), find("canteen AND (NOT \"noon~ title:[* TO *] \\"));
    assertEquals(List.of(), find("*:*"));
    assertEquals(List.of(), find("\u0000\ud800 ?"));
  }

  @Test
  void questionsOfStopWordsFindNothing() {
    put("d_1", "hr", "en", "Who is it and what does it do?");
    assertEquals(List.of(), find("who is it and what do you do"));
  }

  @Test
  void keepsToTheCollectionsAsked() {
    put("d_1", "hr", "en", "The canteen opens at noon.");
    put("d_2", "it", "en", "The canteen has wireless network.");
    assertEquals(
        List.of("d_2"), ids(index.search(new PassageQuery("canteen", Set.of("it"), 10)).hits()));
    assertEquals(1, index.passages(Set.of("it")));
    assertEquals(2, index.passages(Set.of()));
  }

  @Test
  void saysWhatEachWordWasWorth() {
    put("d_1", "hr", "en", "The canteen opens at noon.");
    put("d_2", "hr", "en", "The canteen is on the ground floor.");
    PassageHit hit =
        index
            .search(new PassageQuery("When does the canteen open at noon?", Set.of(), 1))
            .hits()
            .getFirst();
    assertEquals(
        List.of("open", "noon", "canteen"), hit.terms().stream().map(TermWeight::term).toList());
    double sum = hit.terms().stream().mapToDouble(TermWeight::weight).sum();
    assertEquals(hit.score(), sum, 1e-4);
  }

  @Test
  void replacesAndDeletesWholeDocuments() {
    put("d_1", "hr", "en", "The canteen opens at noon.");
    put("d_1", "hr", "en", "The garage closes at eight.");
    assertEquals(List.of(), find("canteen"));
    assertEquals(List.of("d_1"), find("garage"));
    long before = index.generation();
    assertTrue(index.delete(new DocumentId("d_1")) > before);
    assertEquals(List.of(), find("garage"));
    assertEquals(Set.of(), index.documents());
  }

  @Test
  void survivesReopeningWithItsGeneration() throws IOException {
    put("d_1", "hr", "en", "The canteen opens at noon.");
    long generation = index.generation();
    PassageHit before = index.search(new PassageQuery("canteen", Set.of(), 1)).hits().getFirst();
    index.close();
    open();
    assertEquals(generation, index.generation());
    assertEquals(
        new PassageHits(List.of(before), generation),
        index.search(new PassageQuery("canteen", Set.of(), 1)));
    assertEquals(Set.of(new DocumentId("d_1")), index.documents());
  }

  @Test
  void beginsToCountWhereItIsTold() {
    assertEquals(FIRST, index.generation());
    put("d_1", "hr", "en", "The canteen opens at noon.");
    assertEquals(FIRST + 1, index.generation());
  }

  @Test
  void namesTheGenerationThatWasSearched() throws InterruptedException {
    int changes = 100;
    long first = index.generation();
    Thread writer =
        Thread.ofPlatform()
            .start(() ->
                IntStream.range(0, changes)
                    .forEach(i -> put("d_" + i, "hr", "en", "The canteen opens at noon.")));
    while (writer.isAlive()) {
      PassageHits found = index.search(new PassageQuery("canteen", Set.of(), 2 * changes));
      assertEquals(found.generation() - first, found.hits().size());
    }
    writer.join();
  }

  @Test
  void ordersEqualScoresByDocument() {
    IntStream.of(3, 1, 2).forEach(i -> put("d_" + i, "hr", "en", "The canteen opens at noon."));
    assertEquals(List.of("d_1", "d_2", "d_3"), find("canteen"));
  }

  @Test
  void rareWordsTellMoreThanCommonOnes() {
    put("d_1", "hr", "en", "The canteen opens at noon.");
    put("d_2", "hr", "en", "The canteen serves tea.");
    assertTrue(index.inverseDocumentFrequency("noon") > index.inverseDocumentFrequency("canteen"));
    assertEquals(0, index.inverseDocumentFrequency("the"));
    assertEquals(0, index.inverseDocumentFrequency("spaceship"));
  }

  private void put(String id, String collection, String language, String text) {
    IndexedTexts.put(index, id, collection, language, text);
  }

  private List<String> find(String text) {
    return ids(index.search(new PassageQuery(text, Set.of(), 10)).hits());
  }

  private static List<String> ids(List<PassageHit> hits) {
    return hits.stream().map(hit -> hit.document().id().value()).toList();
  }
}
