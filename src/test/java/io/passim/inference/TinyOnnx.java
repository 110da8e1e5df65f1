package io.passim.inference;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes ONNX graphs of a few hundred bytes: each output is an input cast to float32. Field numbers
 * are those of onnx.proto.
 */
final class TinyOnnx {
  private static final int INT64 = 7;
  private static final int FLOAT = 1;

  private TinyOnnx() {}

  /**
   * A graph.
   *
   * @param inputs names of int64 inputs, {@code [batch, sequence]}; the first is what is copied
   * @param outputs names of float32 outputs, {@code [batch, sequence]}
   */
  static byte[] graph(List<String> inputs, List<String> outputs) {
    Message graph = new Message();
    for (String output : outputs) {
      Message to = new Message().text(1, "to").number(3, FLOAT).number(20, 2);
      graph.message(
          1,
          new Message().text(1, inputs.getFirst()).text(2, output).text(4, "Cast").message(5, to));
    }
    return model(graph, inputs, outputs);
  }

  /**
   * The same with an operator after the cast, such as {@code Div}, which makes 1 of a number and
   * NaN of 0.
   *
   * @param operands how many inputs the operator takes: the cast is each of them
   */
  static byte[] graphThrough(
      String operator, int operands, List<String> inputs, List<String> outputs) {
    Message graph = new Message();
    for (String output : outputs) {
      Message to = new Message().text(1, "to").number(3, FLOAT).number(20, 2);
      String cast = output + "_cast";
      Message node = new Message();
      for (int i = 0; i < operands; i++) {
        node.text(1, cast);
      }
      graph
          .message(
              1,
              new Message().text(1, inputs.getFirst()).text(2, cast).text(4, "Cast").message(5, to))
          .message(1, node.text(2, output).text(4, operator));
    }
    return model(graph, inputs, outputs);
  }

  /** The first with one weight, which is added to the outputs and stands in a file of its own. */
  static byte[] graphWithWeightsIn(String file, List<String> inputs, List<String> outputs) {
    Message graph = new Message();
    for (String output : outputs) {
      Message to = new Message().text(1, "to").number(3, FLOAT).number(20, 2);
      graph
          .message(
              1,
              new Message()
                  .text(1, inputs.getFirst())
                  .text(2, output + "_cast")
                  .text(4, "Cast")
                  .message(5, to))
          .message(
              1,
              new Message()
                  .text(1, output + "_cast")
                  .text(1, "weight")
                  .text(2, output)
                  .text(4, "Add"));
    }
    Message location = new Message().text(1, "location").text(2, file);
    return model(
        graph.message(
            5,
            new Message()
                .number(1, 1)
                .number(2, FLOAT)
                .text(8, "weight")
                .message(13, location)
                .number(14, 1)),
        inputs,
        outputs);
  }

  private static byte[] model(Message graph, List<String> inputs, List<String> outputs) {
    graph.text(2, "tiny");
    inputs.forEach(input -> graph.message(11, tensor(input, INT64)));
    outputs.forEach(output -> graph.message(12, tensor(output, FLOAT)));
    return new Message()
        .number(1, 8)
        .message(8, new Message().text(1, "").number(2, 14))
        .message(7, graph)
        .bytes();
  }

  private static Message tensor(String name, int type) {
    Message shape =
        new Message()
            .message(1, new Message().text(2, "batch"))
            .message(1, new Message().text(2, "sequence"));
    Message tensor = new Message().number(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Message number(int field, int value) {
      varint(field << 3);
      varint(value);
      return this;
    }

    private Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private Message message(int field, Message value) {
      return bytes(field, value.bytes());
    }

    private Message bytes(int field, byte[] value) {
      varint(field << 3 | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    private void varint(int value) {
      int left = value;
      while (left >= 0x80) {
        out.write((left & 0x7F) | 0x80);
        left >>>= 7;
      }
      out.write(left);
    }

    private byte[] bytes() {
      return out.toByteArray();
    }
  }
}
