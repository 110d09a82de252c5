package dev.backstep.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip that is right but for what is told to be wrong in it. */
public final class ZipMaker {
  public static final int STORED = 0;
  public static final int DEFLATED = 8;

  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int UTF_8 = 0x800;

  private final ByteArrayOutputStream files = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int count;

  /** A lie about a file; null where the truth is told. */
  public record Lie(
      Long size,
      Long packedSize,
      Long sum,
      Integer method,
      int flags,
      UnaryOperator<byte[]> damage) {
    public static final Lie NONE = new Lie(null, null, null, null, 0);

    public Lie(Long size, Long packedSize, Long sum, Integer method, int flags) {
      this(size, packedSize, sum, method, flags, packed -> packed);
    }
  }

  public ZipMaker add(String name, byte[] content, int method, Lie lie) {
    byte[] packed = lie.damage().apply(method == DEFLATED ? deflated(content) : content);
    CRC32 sum = new CRC32();
    sum.update(content);
    ByteBuffer told =
        buffer(20)
            .putShort((short) (UTF_8 | lie.flags()))
            .putShort((short) (lie.method() == null ? method : lie.method()))
            .putInt(0x00210000)
            .putInt((int) (lie.sum() == null ? sum.getValue() : lie.sum()))
            .putInt((int) (lie.packedSize() == null ? packed.length : lie.packedSize()))
            .putInt((int) (lie.size() == null ? content.length : lie.size()));
    byte[] called = name.getBytes(StandardCharsets.UTF_8);
    int offset = files.size();
    files.writeBytes(buffer(6).putInt(LOCAL_SIGNATURE).putShort((short) 20).array());
    files.writeBytes(told.array());
    files.writeBytes(buffer(4).putShort((short) called.length).array());
    files.writeBytes(called);
    files.writeBytes(packed);
    directory.writeBytes(
        buffer(8).putInt(ENTRY_SIGNATURE).putShort((short) 20).putShort((short) 20).array());
    directory.writeBytes(told.array());
    directory.writeBytes(buffer(14).putShort((short) called.length).array());
    directory.writeBytes(buffer(4).putInt(offset).array());
    directory.writeBytes(called);
    count++;
    return this;
  }

  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] piece = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(piece, 0, deflater.deflate(piece));
    }
    deflater.end();
    return out.toByteArray();
  }

  public byte[] bytes() {
    return bytes(count, directory.size(), files.size(), new byte[0]);
  }

  /** The zip with other counts and lengths at its end. */
  public byte[] bytes(int entries, int directoryBytes, int offset, byte[] comment) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(files.toByteArray());
    whole.writeBytes(directory.toByteArray());
    whole.writeBytes(
        buffer(22)
            .putInt(END_SIGNATURE)
            .putInt(0)
            .putShort((short) entries)
            .putShort((short) entries)
            .putInt(directoryBytes)
            .putInt(offset)
            .putShort((short) comment.length)
            .array());
    whole.writeBytes(comment);
    return whole.toByteArray();
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
