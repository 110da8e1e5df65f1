package io.passim.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TracesTest.Traced.class)
class TracesTest {
  private static final String QUESTION = "How high is the lighthouse at Corran Point?";

  private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");

  @Inject InMemorySpanExporter exporter;

  /** A server whose operator has asked for traces. */
  public static class Traced implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.sdk.disabled", "false", "quarkus.otel.bsp.schedule.delay", "50ms");
    }
  }

  @Singleton
  static class Exporter {
    @Produces
    @Singleton
    InMemorySpanExporter exporter() {
      return InMemorySpanExporter.create();
    }
  }

  @Test
  void aQuestionLeavesASpanForEachStageAndNoneOfItsWords() throws Exception {
    String collection = TestLibrary.collection();
    TestLibrary.ingest(collection, "two-pages.pdf");
    TestLibrary.answer(collection, QUESTION);
    List<SpanData> spans =
        await().until(exporter::getFinishedSpanItems, each -> named(each, "answer").size() == 1);
    SpanData answer = named(spans, "answer").getFirst();
    Set<String> stages =
        spans.stream()
            .filter(span -> span.getParentSpanId().equals(answer.getSpanId()))
            .map(SpanData::getName)
            .collect(Collectors.toSet());
    assertEquals(Set.of("understand", "curate", "retrieve", "read", "rank"), stages);
    assertFalse(spans.toString().contains("lighthouse"));
  }

  @Test
  void theAddressOfASearchLeavesNoneOfItsWords() {
    given().get("/search?q=lighthouse");
    given().get("/api/v1/documents/d_none?q=lighthouse");
    List<SpanData> spans =
        await()
            .until(
                exporter::getFinishedSpanItems,
                each ->
                    each.stream().filter(span -> span.getAttributes().get(QUERY) != null).count()
                        >= 2);
    assertFalse(spans.toString().contains("lighthouse"));
  }

  private static List<SpanData> named(List<SpanData> spans, String name) {
    return spans.stream().filter(span -> span.getName().equals(name)).toList();
  }
}
