package io.passim.web.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message from the browser. Anything may be missing: the socket checks. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ClientMessage.Hello.class, name = "hello"),
  @JsonSubTypes.Type(value = ClientMessage.Ask.class, name = "ask"),
  @JsonSubTypes.Type(value = ClientMessage.Stop.class, name = "stop"),
  @JsonSubTypes.Type(value = ClientMessage.Feedback.class, name = "feedback")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ClientMessage {
  /** Begins or resumes a conversation. */
  record Hello(
      @Nullable String conversationId,
      @Nullable Long lastSeq,
      @Nullable String locale,
      @Nullable String token)
      implements ClientMessage {}

  /**
   * Asks a question.
   *
   * @param id the client's own id; the same id twice is one question
   * @param collectionIds where to look; everywhere if absent, refused if empty
   * @param explain true to be told what each word of the question meant to the reader
   * @param filters which documents; all if absent
   */
  record Ask(
      @Nullable String id,
      @Nullable String question,
      @Nullable List<@Nullable String> collectionIds,
      @Nullable Boolean standalone,
      @Nullable Boolean explain,
      @Nullable FiltersBody filters)
      implements ClientMessage {}

  /** Stops a question. */
  record Stop(@Nullable String id) implements ClientMessage {}

  /** Says what a person thought of an answer. */
  record Feedback(
      @Nullable String answerId,
      @Nullable String rating,
      @Nullable String reason,
      @Nullable String expected)
      implements ClientMessage {}
}
