package io.passim.web.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.passim.document.Document;
import io.passim.document.DocumentId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DocumentViewsTest {
  private static final Document DOCUMENT =
      Document.queued(new DocumentId("d_1"), "c", "", "a.pdf", Instant.EPOCH);

  private final JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

  @Test
  void tellPagesWithoutTextWhereThereAreAny() {
    assertEquals(3, view(DOCUMENT.withoutTextOn(3)).path("pagesWithoutText").asInt());
    assertFalse(view(DOCUMENT).has("pagesWithoutText"));
  }

  private JsonNode view(Document document) {
    return json.valueToTree(DocumentViews.of(document));
  }
}
