package dev.backstep.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A session file taken apart into its sections, which are put together again with right lengths and
 * check sums whatever is in them.
 */
public final class MadeSession {
  private static final int HEAD = 12;
  private static final int NAME = 4;

  /** A section and what it holds. */
  record Section(String name, byte[] content) {}

  private final byte[] head;
  private final List<Section> sections;

  private MadeSession(byte[] head, List<Section> sections) {
    this.head = head;
    this.sections = sections;
  }

  public static MadeSession of(byte[] file) {
    List<Section> sections = new ArrayList<>();
    ByteBuffer left = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(HEAD);
    while (left.hasRemaining()) {
      byte[] name = new byte[NAME];
      left.get(name);
      byte[] content = new byte[(int) left.getLong()];
      left.get(content).getInt();
      sections.add(new Section(new String(name, StandardCharsets.US_ASCII), content));
    }
    return new MadeSession(Arrays.copyOf(file, HEAD), sections);
  }

  byte[] content(int section) {
    return sections.get(section).content();
  }

  /** The same with something else in one of the sections. */
  public MadeSession with(int section, byte[] content) {
    List<Section> changed = new ArrayList<>(sections);
    changed.set(section, new Section(sections.get(section).name(), content));
    return new MadeSession(head, changed);
  }

  /** The same with a section left out, doubled, or in another place. */
  MadeSession rearranged(Dice dice) {
    List<Section> changed = new ArrayList<>(sections);
    Section moved = changed.remove(dice.below(changed.size()));
    for (int copies = dice.below(3); copies > 0; copies--) {
      changed.add(dice.below(changed.size() + 1), moved);
    }
    return new MadeSession(head, changed);
  }

  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      out.write(head);
      for (Section section : sections) {
        byte[] name = section.name().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer whole =
            ByteBuffer.allocate(NAME + Long.BYTES + section.content().length + Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name)
                .putLong(section.content().length)
                .put(section.content());
        CRC32 sum = new CRC32();
        sum.update(whole.array(), 0, whole.position());
        out.write(whole.putInt((int) sum.getValue()).array());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written to", e);
    }
    return out.toByteArray();
  }
}
