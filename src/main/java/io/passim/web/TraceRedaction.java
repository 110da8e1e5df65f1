package io.passim.web;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;

/**
 * Keeps what people search for out of the traces: addresses hold it behind their question mark,
 * which the instrumentation of requests copies as it is. Any thread may call.
 */
@Singleton
final class TraceRedaction implements SpanProcessor {
  /** Of OpenTelemetry's semantic conventions. */
  private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");

  /** A span takes no attribute back, but another value for it. */
  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    if (span.getAttribute(QUERY) != null) {
      span.setAttribute(QUERY, "");
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
