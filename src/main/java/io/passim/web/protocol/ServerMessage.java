package io.passim.web.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message to the browser. {@code seq} rises by one per conversation. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ServerMessage.Welcome.class, name = "welcome"),
  @JsonSubTypes.Type(value = ServerMessage.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = ServerMessage.Answered.class, name = "answer"),
  @JsonSubTypes.Type(value = ServerMessage.Stopped.class, name = "stopped"),
  @JsonSubTypes.Type(value = ServerMessage.Failed.class, name = "error")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ServerMessage {
  /**
   * The conversation as it stands.
   *
   * @param seq the message up to which {@code turns} tells the story
   * @param turns the latest ones that fit into a frame
   */
  record Welcome(String conversationId, long seq, List<TurnView> turns) implements ServerMessage {}

  /** How far the answer is; {@code done} of {@code total} passages while reading. */
  record Progress(
      String id, long seq, String stage, int done, int total, @Nullable String standaloneQuestion)
      implements ServerMessage {}

  /** The answer. */
  record Answered(String id, long seq, AnswerView answer) implements ServerMessage {}

  /** The question was stopped. */
  record Stopped(String id, long seq) implements ServerMessage {}

  /**
   * Something could not be done.
   *
   * @param id the question it is about, if any
   * @param retryAfterMs when it may be tried again, if that helps
   */
  record Failed(@Nullable String id, String code, String detail, @Nullable Long retryAfterMs)
      implements ServerMessage {}
}
