package io.passim.web;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses bodies over 1 MB before anything is made of them. The server's own limit is that of
 * uploads, whose forms do not come by here; who asks for the stream limits it.
 */
@Provider
public class JsonBodyLimit implements ReaderInterceptor {
  private static final int MAX_BYTES = 1 << 20;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getType() != InputStream.class) {
      byte[] body = context.getInputStream().readNBytes(MAX_BYTES + 1);
      if (body.length > MAX_BYTES) {
        throw Problems.failure(413, "Too large", "too_large", "A body of JSON has at most 1 MB.");
      }
      context.setInputStream(new ByteArrayInputStream(body));
    }
    return context.proceed();
  }
}
