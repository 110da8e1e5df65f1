package io.passim.evaluate;

import io.passim.answer.AvailableReader;
import io.passim.answer.OtherReaders;
import io.passim.answer.QuestionAnswerer;
import io.passim.document.Problem;
import io.passim.inference.ModelLoadException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Other readers by name, as tests need them, which count how many are open. */
final class ScriptedReaders implements OtherReaders {
  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger open = new AtomicInteger();
  private final Map<String, QuestionAnswerer> answerers = new LinkedHashMap<>();
  private final List<AvailableReader> listed = new ArrayList<>();

  ScriptedReaders with(String name, QuestionAnswerer answerer) {
    answerers.put(name, answerer);
    listed.add(new AvailableReader(name, false, null, facts(10), "0"));
    return this;
  }

  /** Listed as fine, and cannot be loaded. */
  ScriptedReaders deceptive(String name) {
    listed.add(new AvailableReader(name, false, null, facts(10), "0"));
    return this;
  }

  ScriptedReaders damaged(String name, String detail) {
    listed.add(
        new AvailableReader(name, false, new Problem("reader_damaged", detail), facts(10), null));
    return this;
  }

  ScriptedReaders large(String name, long bytes) {
    listed.add(new AvailableReader(name, false, null, facts(bytes), "0"));
    return this;
  }

  private static AvailableReader.Facts facts(long bytes) {
    return new AvailableReader.Facts(List.of("en"), bytes, "0".repeat(64), false, "MIT");
  }

  @Override
  public List<AvailableReader> list() {
    return listed;
  }

  @Override
  public Opened open(String name) {
    QuestionAnswerer answerer = answerers.get(name);
    if (answerer == null) {
      throw new ModelLoadException(name + " cannot be loaded");
    }
    opened.incrementAndGet();
    open.incrementAndGet();
    return new Opened() {
      @Override
      public QuestionAnswerer answerer() {
        return answerer;
      }

      @Override
      public void close() {
        open.decrementAndGet();
      }
    };
  }
}
