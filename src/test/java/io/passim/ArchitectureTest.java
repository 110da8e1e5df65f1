package io.passim;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of packages in docs/architecture.md, as a test. */
class ArchitectureTest {
  private static final String ROOT = "io.passim.";

  /** What each package may import of Passim, besides itself and {@code document}. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("document", Set.of()),
          Map.entry(
              "ingest",
              Set.of("ingest.parse", "ingest.passage", "inference", "index", "rank", "store")),
          Map.entry("ingest.parse", Set.of()),
          Map.entry("ingest.passage", Set.of()),
          Map.entry("inference", Set.of()),
          Map.entry("index", Set.of()),
          Map.entry("question", Set.of("inference", "index")),
          Map.entry("retrieve", Set.of("question", "index", "inference")),
          Map.entry("read", Set.of("question", "retrieve", "inference")),
          Map.entry("rank", Set.of("question", "index", "retrieve", "read", "inference")),
          Map.entry("answer", Set.of("question", "index", "retrieve", "read", "rank", "inference")),
          Map.entry("curate", Set.of("question", "index", "inference", "answer", "store")),
          Map.entry("review", Set.of("question", "answer", "conversation", "curate", "store")),
          Map.entry("conversation", Set.of("question", "answer", "inference", "store")),
          Map.entry(
              "evaluate",
              Set.of(
                  "question",
                  "index",
                  "retrieve",
                  "answer",
                  "inference",
                  "ingest.passage",
                  "store")),
          Map.entry("command", Set.of("answer", "evaluate", "web.protocol", "web.mapping")),
          Map.entry("store", Set.of()),
          Map.entry("access", Set.of("store")),
          Map.entry(
              "web",
              Set.of(
                  "ingest",
                  "conversation",
                  "curate",
                  "review",
                  "evaluate",
                  "access",
                  "answer",
                  "retrieve",
                  "inference",
                  "web.protocol",
                  "web.mapping")),
          Map.entry("web.protocol", Set.of()),
          Map.entry(
              "web.mapping",
              Set.of(
                  "web.protocol",
                  "answer",
                  "question",
                  "index",
                  "retrieve",
                  "conversation",
                  "evaluate",
                  "curate",
                  "review")),
          Map.entry(
              "web.socket",
              Set.of("web.protocol", "web.mapping", "conversation", "answer", "access")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.passim");

  @TestFactory
  Stream<DynamicTest> importsFollowTheTable() {
    return MAY_IMPORT.keySet().stream()
        .sorted()
        .map(name ->
            DynamicTest.dynamicTest(
                name,
                () ->
                    noClasses()
                        .that(resideInAPackage(ROOT + name))
                        .should()
                        .dependOnClassesThat(
                            resideInAPackage("io.passim..").and(outside(allowed(name))))
                        .because("the table of packages says what " + name + " may import")
                        .allowEmptyShould(true)
                        .check(CLASSES)));
  }

  @Test
  void everyPackageStandsInTheTable() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(ROOT))
            .map(name -> name.substring(ROOT.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(MAY_IMPORT.keySet()), packages);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.passim.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void oneImporterPerEngine() {
    only("index", "org.apache.lucene..", "another engine can stand behind PassageIndex");
    only("inference", "ai.onnxruntime..", "the engine of models can be replaced");
    only("inference", "ai.djl..", "the tokenizer must be loaded offline, in one place");
    only("ingest.parse", "org.apache.tika..", "files are parsed in the worker process only");
    only("store", "org.jdbi..", "SQL stands in one place");
  }

  @Test
  void theStagesKnowNothingOfQuarkus() {
    noClasses()
        .that()
        .resideInAnyPackage(
            List.of("document", "index", "question", "retrieve", "read", "rank", "answer").stream()
                .map(name -> ROOT + name)
                .toArray(String[]::new))
        .should()
        .dependOnClassesThat(resideInAPackage("io.quarkus..").or(resideInAPackage("io.vertx..")))
        .because("they must run wherever their interfaces do")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsDescribed() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/passim"))) {
      List<Path> undescribed =
          files
              .filter(Files::isDirectory)
              .filter(directory -> !Files.exists(directory.resolve("package-info.java")))
              .toList();
      assertEquals(List.of(), undescribed);
    }
  }

  @Test
  void streamsOnVirtualThreadsMayBlock() {
    methods()
        .that()
        .areAnnotatedWith(RunOnVirtualThread.class)
        .and()
        .haveRawReturnType(Multi.class)
        .should()
        .beAnnotatedWith(Blocking.class)
        .because("Quarkus takes a stream for non-blocking and logs the contradiction as an error")
        .check(CLASSES);
  }

  private static void only(String importer, String library, String reason) {
    classes()
        .that(resideOutsideOfPackage(ROOT + importer))
        .should()
        .onlyDependOnClassesThat(resideOutsideOfPackage(library))
        .because(reason)
        .check(CLASSES);
  }

  private static Set<String> allowed(String name) {
    Set<String> allowed = new TreeSet<>(MAY_IMPORT.get(name));
    allowed.add(name);
    allowed.add("document");
    return allowed.stream().map(ROOT::concat).collect(Collectors.toSet());
  }

  private static DescribedPredicate<JavaClass> outside(Set<String> packages) {
    return DescribedPredicate.describe(
        "reside outside of " + packages, type -> !packages.contains(type.getPackageName()));
  }
}
