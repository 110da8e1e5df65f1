package io.passim.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.passim.document.CharSpan;
import io.passim.document.DocumentId;
import io.passim.document.DocumentScope;
import io.passim.document.Page;
import io.passim.document.Passage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** Else it would be searched in its many parts until somebody uploads something. */
  @Test
  void publishesWhatWasMergedByItself() throws Exception {
    int written = 0;
    while (written < 50 && index.generation() == FIRST + written) {
      put("d_" + written, "hr", "en", "Employee " + written + " has twenty-five days of leave.");
      written++;
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertTrue(index.generation() > FIRST + written);
    assertEquals(written, index.passages(DocumentScope.EVERYWHERE));
    try (DirectoryReader commit = DirectoryReader.open(FSDirectory.open(directory))) {
      assertTrue(commit.leaves().size() < written);
    }
  }

  @Test
  void foldsAccentsAndElisionsInFrench() {
    put("d_1", "hr", "fr", "Les congés de l'employé sont payés intégralement.");
    put("d_2", "hr", "fr", "Les congés de l’employé sont payés intégralement.");
    List<String> both = List.of("d_1", "d_2");
    assertEquals(both, find("conges"));
    assertEquals(both, find("employé"));
    assertEquals(both, find("qu'est-ce que l’employé"));
    assertEquals(both, find("pour l'employe"));
  }

  @Test
  void questionsMayBeWrittenInOtherCodePoints() {
    put("d_1", "hr", "fr", "Les cong\u00e9s de l'employ\u00e9 sont pay\u00e9s.");
    assertEquals(List.of("d_1"), find("conge\u0301s"), "decomposed");
    assertEquals(List.of("d_1"), find("CONGE\u0301S"));
    assertEquals(List.of("d_1"), find("em\u00adploy\u00e9"), "soft hyphen");
    assertEquals(List.of("d_1"), find("\ufeffpay\u200b\u00e9s"), "without width");
  }

  @ParameterizedTest
  @CsvSource({
    "résumé, resume",
    "exposé, expose",
    "fiancé, fiance",
    "Beyoncé, Beyonce",
    "Hélène, Helene",
    "naïve, naive"
  })
  void foldsAccentsInEnglish(String written, String plain) {
    put("d_1", "hr", "en", "This is about the " + written + " of the clerk.");
    put("d_2", "hr", "en", "This is about the " + plain + " of the clerk.");
    assertEquals(List.of("d_1", "d_2"), find(written));
    assertEquals(List.of("d_1", "d_2"), find(plain));
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

  @ParameterizedTest
  @CsvSource({
    "en, The EU pays for the bridge., What does the EU pay?",
    "en, The EU pays for the bridge., EU funding",
    "en, Please comment on the draft., How do I comment?",
    "fr, Le prix de l'or augmente., Combien vaut un gramme or ?",
    "fr, Le contrat dure un an., Un an ou plus ?",
    "fr, Le but est atteint., Quel est le but de la visite ?",
    "fr, Ici on parle du mode do it., Que veut dire do ?"
  })
  void aStopWordOfAnotherLanguageIsAWord(String language, String text, String question) {
    put("d_1", "hr", language, text);
    assertEquals(List.of("d_1"), find(question));
  }

  @Test
  void aStopWordOfTheLanguageThatIsSpokenIsNotSearchedForInOthers() {
    put("d_1", "hr", "en", "Charles de Gaulle flew to La Paz.");
    put("d_2", "hr", "fr", "The Who sont un groupe; on y sert du thé.");
    assertEquals(List.of(), find("Quel est le prix de la cantine ?"));
    assertEquals(List.of(), find("Who is in charge of the canteen?"));
  }

  @Test
  void aMonthIsAWord() {
    put("d_1", "hr", "en", "The office closes on 3 May 2025.");
    put("d_2", "hr", "en", "The office closes on 3 June 2025.");
    assertEquals(List.of("d_1", "d_2"), byLexical("What closes in May 2025?"));
    assertEquals(List.of("d_1"), find("in may"));
  }

  @ParameterizedTest
  @CsvSource({
    "en, e-mail, email",
    "en, E‑mail, email",
    "en, on-site, onsite",
    "en, child-care, childcare",
    "en, co-operating, cooperate",
    "en, up-to-date, uptodate",
    "fr, mi-temps, mitemps",
    "fr, l'auto-école, autoécole",
    "fr, L’e-mail, email",
    "de, E-Mails, emails"
  })
  void aHyphenTellsNoWordsApart(String language, String hyphenated, String joined) {
    put("d_1", "hr", language, "X: " + hyphenated + ".");
    put("d_2", "hr", language, "X: " + joined + ".");
    assertEquals(Set.of("d_1", "d_2"), Set.copyOf(find(hyphenated)));
    assertEquals(Set.of("d_1", "d_2"), Set.copyOf(find(joined)));
  }

  @Test
  void thePartsOfACompoundAreWords() {
    put("d_1", "hr", "en", "Rules for part-time staff.");
    put("d_2", "hr", "en", "Rules for part time staff.");
    assertEquals(
        List.of(Set.of("part", "time", "part time"), Set.of("part", "time", "part time")),
        terms("part-time"));
    assertEquals(
        List.of(Set.of("part", "time", "part time"), Set.of("part", "time", "part time")),
        terms("part time"));
    put("d_3", "hr", "en", "Rules for parttime staff.");
    assertEquals(List.of("d_1", "d_2"), find("part time"));
    assertEquals(Set.of("d_1", "d_2", "d_3"), Set.copyOf(find("part-time")));
  }

  @Test
  void aQuestionMayHaveMoreCompoundsThanAreSearchedFor() {
    put("d_1", "hr", "en", "Rules for part-time staff.");
    String others =
        IntStream.range(0, 100)
            .mapToObj(i -> Character.toString('a' + i / 26) + Character.toString('a' + i % 26))
            .map(end -> " k%s-l%s-m%s-n%s".formatted(end, end, end, end))
            .collect(Collectors.joining());
    assertEquals(List.of("d_1"), find("part-time" + others + others.replace(' ', '-')));
  }

  @Test
  void aCompoundOfStopWordsIsNone() {
    put("d_1", "hr", "fr", "Dois-je venir ? Est-ce utile ?");
    assertEquals(List.of(), find("Dois-je prendre mes congés ?"));
  }

  @Test
  void keepsToTheCollectionsAsked() {
    put("d_1", "hr", "en", "The canteen opens at noon.");
    put("d_2", "it", "en", "The canteen has wireless network.");
    assertEquals(
        List.of("d_2"),
        ids(
            index
                .search(new PassageQuery("canteen", DocumentScope.within(Set.of("it")), 10))
                .hits()));
    assertEquals(1, index.passages(DocumentScope.within(Set.of("it"))));
    assertEquals(2, index.passages(DocumentScope.EVERYWHERE));
  }

  @Test
  void keepsToTagsLanguagesAndDays() {
    IndexedTexts.put(
        index,
        "d_1",
        document -> document.tagged("hr", "leave").dated(LocalDate.of(2025, 12, 31)),
        "The canteen opens at noon.");
    IndexedTexts.put(
        index,
        "d_2",
        document -> document.tagged("it").in("fr").dated(LocalDate.of(2026, 1, 1)),
        "La cantine, the canteen.");
    IndexedTexts.put(index, "d_3", document -> document, "A canteen of no date.");
    assertEquals(Set.of("d_1"), within(tagged("leave", "unknown")));
    assertEquals(Set.of("d_1", "d_2"), within(tagged("hr", "it")));
    assertEquals(Set.of("d_2"), within(scope(Set.of(), Set.of("fr"), null, null)));
    LocalDate newYear = LocalDate.of(2026, 1, 1);
    assertEquals(Set.of("d_2"), within(scope(Set.of(), Set.of(), newYear, null)));
    assertEquals(Set.of("d_1"), within(scope(Set.of(), Set.of(), null, newYear.minusDays(1))));
    assertEquals(Set.of("d_2"), within(scope(Set.of(), Set.of(), newYear, newYear)));
    assertEquals(Set.of(), within(scope(Set.of("hr"), Set.of("fr"), null, null)));
    assertEquals(Set.of("d_1", "d_2", "d_3"), within(DocumentScope.EVERYWHERE));
    assertEquals(1, index.passages(tagged("hr")));
  }

  @Test
  void keepsWhatIsPrintedOnAPage() {
    DocumentId id = new DocumentId("d_1");
    String text = "The canteen opens at noon.";
    CharSpan span = new CharSpan(0, text.length());
    List<Page> pages =
        List.of(
            new Page(4, "iv", new CharSpan(0, 12)), new Page(300, new CharSpan(12, text.length())));
    Passage passage = new Passage(id, 0, span, pages, List.of(), text, List.of(span));
    index.put(
        new IndexedDocument(id, "c", "a.pdf", "A", "en", List.of(), null, Instant.EPOCH),
        List.of(passage));
    PassageQuery query = new PassageQuery("canteen", DocumentScope.EVERYWHERE, 1);
    assertEquals(passage, index.search(query).hits().getFirst().passage());
  }

  @Test
  void analysesEachPassageInItsOwnLanguage() {
    DocumentId id = new DocumentId("d_1");
    String text = "Les congés de l'employé sont payés intégralement.";
    CharSpan span = new CharSpan(0, text.length());
    Passage french =
        new Passage(id, 0, span, List.of(new Page(1, span)), List.of(), text, List.of(span), "fr");
    index.put(
        new IndexedDocument(id, "c", "a.pdf", "A", "en", List.of(), null, Instant.EPOCH),
        List.of(french));
    assertEquals(List.of("d_1"), find("conges des employes"));
    assertEquals(Set.of("d_1"), ids("congés", scope(Set.of(), Set.of("fr"), null, null)));
    assertEquals(Set.of(), ids("congés", scope(Set.of(), Set.of("en"), null, null)));
    PassageQuery query = new PassageQuery("congés", DocumentScope.EVERYWHERE, 1);
    assertEquals(french, index.search(query).hits().getFirst().passage());
    assertEquals("en", index.search(query).hits().getFirst().document().language());
  }

  @Test
  void aTagHasNoSayInTheScores() {
    IndexedTexts.put(index, "d_1", filing -> filing.tagged("new"), "The canteen opens at noon.");
    put("d_2", "c", "en", "The canteen has wireless network.");
    assertEquals(
        index.search(new PassageQuery("canteen", DocumentScope.EVERYWHERE, 10)).hits().stream()
            .filter(hit -> hit.document().tags().contains("new"))
            .toList(),
        index.search(new PassageQuery("canteen", tagged("new"), 10)).hits());
  }

  @Test
  void whatLiesInOtherCollectionsHasNoSayInTheScores() {
    String question = "When does the canteen open at noon?";
    put("d_1", "hr", "en", "The canteen opens at noon.");
    put("d_2", "hr", "en", "The canteen is on the ground floor, on the left.");
    put("d_3", "hr", "fr", "La cantine ouvre à midi, canteen.");
    List<PassageHit> alone = hits(question, "hr");
    assertEquals(alone, index.search(everywhere(question)).hits());
    put("d_4", "it", "en", "The canteen, the canteen, open, open, noon, noon, and no network.");
    put("d_5", "it", "fr", "La canteen.");
    assertEquals(alone, hits(question, "hr"));
    assertNotEquals(
        alone,
        hits(question, "hr", "it").stream()
            .filter(hit -> hit.document().collectionId().equals("hr"))
            .toList());
  }

  @Test
  void whatASegmentHoldsOfACollectionIsCountedOnce() {
    put("d_1", "hr", "en", "The canteen opens at noon.");
    hits("canteen", "hr");
    assertEquals(new StatisticsLookups(0, 1), index.statisticsLookups());
    hits("noon", "hr");
    assertEquals(new StatisticsLookups(1, 1), index.statisticsLookups());
    hits("noon", "it");
    assertEquals(new StatisticsLookups(1, 2), index.statisticsLookups());
  }

  @Test
  void whatWasDeletedHasNoSayInTheScores() {
    String question = "When does the canteen open at noon?";
    String[] texts = {
      "The canteen opens at noon.",
      "The canteen is on the ground floor, on the left.",
      "Noon, noon, the canteen opens at noon."
    };
    IndexedTexts.putAll(index, texts[0], texts[1]);
    List<PassageHit> without = hits(question, "c");
    IndexedTexts.putAll(index, texts);
    List<PassageHit> with = hits(question, "c");
    index.delete(new DocumentId("d_3"));
    assertEquals(without, hits(question, "c"));
    assertEquals(without, index.search(everywhere(question)).hits());
    assertEquals(3, with.size());
    assertNotEquals(without, with.stream().filter(without::contains).toList());
  }

  @Test
  void countsForMoreSetsOfCollectionsThanItRemembers() {
    put("d_1", "hr", "en", "The canteen opens at noon.");
    List<PassageHit> alone = hits("canteen", "hr");
    for (int i = 0; i < 100; i++) {
      assertEquals(alone, hits("canteen", "hr", "other" + i));
    }
    assertEquals(alone, hits("canteen", "hr"));
  }

  @Test
  void putsADocumentInThePlaceOfOthersInOneStep() {
    put("d_1", "hr", "en", "The canteen opens at noon.");
    long before = index.generation();
    put("d_2", "hr", "en", "The canteen opens at one.");
    IndexedTexts.put(index, "d_3", document -> document, "The canteen opens at two.", "d_1", "d_2");
    assertEquals(List.of("d_3"), find("canteen"));
    assertEquals(before + 2, index.generation());
  }

  @Test
  void saysWhatEachWordWasWorth() {
    put("d_1", "hr", "en", "The canteen opens at noon.");
    put("d_2", "hr", "en", "The canteen is on the ground floor.");
    PassageHit hit =
        index
            .search(
                new PassageQuery(
                    "When does the canteen open at noon?", DocumentScope.EVERYWHERE, 1))
            .hits()
            .getFirst();
    assertEquals(
        Set.of("open", "noon", "canteen", "canteen open", "open noon"),
        Set.copyOf(hit.score().terms().stream().map(TermWeight::term).toList()));
    double sum = hit.score().terms().stream().mapToDouble(TermWeight::weight).sum();
    assertEquals(hit.score().lexical(), sum, 1e-4);
  }

  @Test
  void wordsThatStandTogetherCountMore() {
    put("d_1", "hr", "en", "Leave is long. It is paid in the month after, says the office.");
    put("d_2", "hr", "en", "The office says: after a month comes the long and paid leave.");
    assertEquals(List.of("d_2", "d_1"), byLexical("Who gets paid leave?"));
    put("d_3", "hr", "fr", "Les congés sont longs. Ils sont payés le mois suivant au bureau.");
    put("d_4", "hr", "fr", "Au bureau, le mois suivant est celui des longs congés payés.");
    assertEquals(List.of("d_4", "d_3"), byLexical("À qui sont les congés payés ?"));
  }

  @Test
  void whatIsNotSelectedIsNotLoaded() {
    put("d_1", "hr", "en", "The canteen opens at noon, and the canteen is closed at two.");
    put("d_2", "hr", "en", "The canteen is on the ground floor.");
    PassageHits found =
        index.search(
            new PassageQuery("canteen", DocumentScope.EVERYWHERE, 10),
            candidates -> List.of(candidates.size() - 1));
    assertEquals(1, found.hits().size());
    assertEquals(2, found.candidates().size());
    assertEquals(found.candidates().getLast(), found.hits().getFirst().score());
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
    PassageHit before =
        index.search(new PassageQuery("canteen", DocumentScope.EVERYWHERE, 1)).hits().getFirst();
    index.close();
    open();
    assertEquals(generation, index.generation());
    assertEquals(
        new PassageHits(List.of(before), List.of(before.score()), generation),
        index.search(new PassageQuery("canteen", DocumentScope.EVERYWHERE, 1)));
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
    Map<Long, Integer> hits = new HashMap<>();
    while (writer.isAlive()) {
      PassageHits found =
          index.search(new PassageQuery("canteen", DocumentScope.EVERYWHERE, 2 * changes));
      int now = found.hits().size();
      assertEquals(now, hits.computeIfAbsent(found.generation(), _ -> now));
      // A merge has a generation too, and adds none.
      assertTrue(now <= found.generation() - first);
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
    Map<String, Double> telling =
        index.inverseDocumentFrequencies(
            "Does the canteen serve spaceships at noon?",
            List.of("canteen", "noon", "the", "spaceships"),
            DocumentScope.EVERYWHERE);
    assertTrue(telling.getOrDefault("noon", 0.0) > telling.getOrDefault("canteen", 0.0));
    assertTrue(telling.getOrDefault("canteen", 0.0) > 0);
    assertEquals(0, telling.get("the"));
    assertEquals(0, telling.get("spaceships"));
  }

  @Test
  void whatLiesOutsideAScopeTellsNothing() {
    put("d_1", "hr", "en", "The canteen opens at noon.");
    put("d_2", "hr", "en", "The e-mail of the canteen.");
    Map<String, Double> before = telling("hr");
    put("d_3", "it", "en", "The canteen has a spaceship, at noon, says an email.");
    put("d_4", "it", "en", "The canteen is closed.");
    assertEquals(before, telling("hr"));
    assertEquals(0, before.get("spaceship"));
    assertTrue(before.getOrDefault("e-mail", 0.0) > 0);
    assertTrue(telling("it").getOrDefault("spaceship", 0.0) > 0);
  }

  private Map<String, Double> telling(String collection) {
    return index.inverseDocumentFrequencies(
        "Is there a spaceship in the canteen at noon, or an e-mail?",
        List.of("spaceship", "canteen", "noon", "e-mail"),
        DocumentScope.within(Set.of(collection)));
  }

  /** What each hit has of a question, the best first. */
  private List<Set<String>> terms(String text) {
    return index.search(new PassageQuery(text, DocumentScope.EVERYWHERE, 10)).hits().stream()
        .map(hit -> hit.score().terms().stream().map(TermWeight::term).collect(Collectors.toSet()))
        .toList();
  }

  private List<String> byLexical(String text) {
    return ids(
        index.search(new PassageQuery(text, DocumentScope.EVERYWHERE, 10)).hits().stream()
            .sorted(
                Comparator.comparingDouble((PassageHit hit) -> hit.score().lexical()).reversed())
            .toList());
  }

  private void put(String id, String collection, String language, String text) {
    IndexedTexts.put(index, id, collection, language, text);
  }

  private List<String> find(String text) {
    return ids(index.search(new PassageQuery(text, DocumentScope.EVERYWHERE, 10)).hits());
  }

  private static List<String> ids(List<PassageHit> hits) {
    return hits.stream().map(hit -> hit.document().id().value()).toList();
  }

  private static PassageQuery everywhere(String question) {
    return new PassageQuery(question, DocumentScope.EVERYWHERE, 10);
  }

  private List<PassageHit> hits(String question, String... collections) {
    DocumentScope scope = DocumentScope.within(Set.of(collections));
    return index.search(new PassageQuery(question, scope, 10)).hits();
  }

  private Set<String> within(DocumentScope scope) {
    return ids("canteen", scope);
  }

  private Set<String> ids(String words, DocumentScope scope) {
    return Set.copyOf(ids(index.search(new PassageQuery(words, scope, 10)).hits()));
  }

  private static DocumentScope tagged(String... tags) {
    return scope(Set.of(tags), Set.of(), null, null);
  }

  private static DocumentScope scope(
      Set<String> tags, Set<String> languages, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new DocumentScope(Set.of(), tags, languages, from, to);
  }
}
