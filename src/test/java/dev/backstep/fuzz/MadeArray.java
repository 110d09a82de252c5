package dev.backstep.fuzz;

import dev.backstep.math.NdArray;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The bytes of a .npy, made of its parts so that each can be wrong while the others are right.
 *
 * @param type as NumPy writes it
 * @param shape as Python writes it
 */
record MadeArray(int version, String type, boolean isFortran, String shape, byte[] data) {
  private static final List<String> TYPES =
      List.of(
          "<f8", ">f8", "<f4", "<f2", "<i8", "|i1", "|u1", "<u8", "|b1", "<U1", "<U7", "|O", "<c16",
          "|S1", "<M8[ns]", "", "<f16", "<f8\n", "é");

  static MadeArray of(NdArray array) {
    boolean isText = array.kind() == NdArray.Kind.CHARACTER;
    boolean isWhole = array.kind() == NdArray.Kind.INTEGER;
    int bytes = isText ? Integer.BYTES : Double.BYTES;
    ByteBuffer data =
        ByteBuffer.allocate(bytes * array.values().length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : array.values()) {
      if (isText) {
        data.putInt((int) value);
      } else if (isWhole) {
        data.putLong((long) value);
      } else {
        data.putDouble(value);
      }
    }
    String type = isText ? "<U1" : isWhole ? "<i8" : "<f8";
    return new MadeArray(1, type, false, NdArray.text(array.shape()), data.array());
  }

  /** The same with something else in one of its parts. */
  MadeArray changed(Dice dice) {
    return switch (dice.below(7)) {
      case 0 -> new MadeArray(dice.of(0, 2, 3, 4, 255), type, isFortran, shape, data);
      case 1 -> new MadeArray(version, dice.of(TYPES), isFortran, shape, data);
      case 2 -> new MadeArray(version, type, !isFortran, shape, data);
      case 3 -> new MadeArray(version, type, isFortran, shape(dice), data);
      case 4 -> new MadeArray(version, type, isFortran, shape, dice.damaged(data));
      case 5 -> new MadeArray(version, type, isFortran, shape, withOther(dice));
      default -> fitting(dice);
    };
  }

  private static String shape(Dice dice) {
    if (dice.onceIn(8)) {
      return dice.of(
          "", "(", "()", "(-1,)", "(1.5,)", "(4L,)", "(,)", "(9" + "9".repeat(5000) + ",)");
    }
    return IntStream.range(0, dice.below(5))
        .mapToObj(i -> String.valueOf(dice.onceIn(4) ? dice.number() : dice.below(9)))
        .collect(Collectors.joining(", ", "(", ",)"));
  }

  /** Numbers that are not finite, huge or next to nothing. */
  private byte[] withOther(Dice dice) {
    ByteBuffer changed = ByteBuffer.wrap(data.clone()).order(ByteOrder.LITTLE_ENDIAN);
    for (int n = dice.below(3); n >= 0 && data.length >= Double.BYTES; n--) {
      changed.putDouble(dice.below(data.length - Double.BYTES + 1), dice.real());
    }
    return changed.array();
  }

  /** Another array altogether, its shape and its data going together. */
  private static MadeArray fitting(Dice dice) {
    int[] shape = IntStream.range(0, dice.below(4)).map(i -> dice.below(6)).toArray();
    double[] values = new double[(int) NdArray.count(shape)];
    Arrays.setAll(values, i -> dice.onceIn(3) ? dice.below(12) : dice.real());
    return of(NdArray.of(values, shape));
  }

  /** Zeros, as many as a bomb has. */
  static MadeArray zeros(Dice dice) {
    int megabytes = dice.of(1, 4, 16, 40);
    int count = (megabytes << 20) / Double.BYTES;
    String shape =
        dice.of(
            "(%d,)".formatted(count), "(%d, 4)".formatted(count / 4), "(1, %d)".formatted(count));
    return new MadeArray(1, "<f8", false, shape, new byte[megabytes << 20]);
  }

  byte[] bytes() {
    String text =
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
            .formatted(type, isFortran ? "True" : "False", shape);
    byte[] header = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    length.putInt(header.length);
    out.write(length.array(), 0, version == 1 ? Short.BYTES : Integer.BYTES);
    out.writeBytes(header);
    out.writeBytes(data);
    return out.toByteArray();
  }
}
