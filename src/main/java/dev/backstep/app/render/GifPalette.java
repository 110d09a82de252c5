package dev.backstep.app.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The colours of a film: those that most of its pixels have, and for every other colour one that is
 * near. A screen has few colours, so that almost every pixel keeps its own.
 */
final class GifPalette {
  private static final int COLORS = 255;

  /** So many of the commonest colours are kept as they are: grounds, frames, ink. */
  private static final int EXACT = 96;

  private final int[] colors;
  private final Map<Integer, Integer> nearest = new HashMap<>();

  private GifPalette(int[] colors) {
    this.colors = colors;
  }

  static GifPalette of(List<BufferedImage> frames) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (BufferedImage frame : frames) {
      int width = frame.getWidth();
      for (int y = 0; y < frame.getHeight(); y++) {
        int[] row = AnimatedGif.row(frame, y);
        // Most pixels have the colour of the one before: a stretch of them is counted at once.
        int from = 0;
        for (int x = 1; x <= width; x++) {
          if (x == width || row[x] != row[from]) {
            counts.merge(row[from] & 0xffffff, x - from, Integer::sum);
            from = x;
          }
        }
      }
    }
    List<Integer> byCount =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    return new GifPalette(kept(byCount));
  }

  /** As little as possible apart from one another, so that there is a near one for every colour. */
  private static int[] kept(List<Integer> byCount) {
    for (int apart = 1; ; apart += (apart + 3) / 4) {
      List<Integer> kept = new ArrayList<>(byCount.subList(0, Math.min(EXACT, byCount.size())));
      for (int color : byCount.subList(kept.size(), byCount.size())) {
        int least = apart;
        if (kept.stream().noneMatch(each -> distance(each, color) < least)) {
          kept.add(color);
        }
        if (kept.size() > COLORS) {
          break;
        }
      }
      if (kept.size() <= COLORS) {
        return kept.stream().mapToInt(Integer::intValue).toArray();
      }
    }
  }

  /** Squared, in RGB. */
  private static int distance(int a, int b) {
    int red = (a >> 16 & 0xff) - (b >> 16 & 0xff);
    int green = (a >> 8 & 0xff) - (b >> 8 & 0xff);
    int blue = (a & 0xff) - (b & 0xff);
    return red * red + green * green + blue * blue;
  }

  /** The place of the colour that is nearest to a colour. */
  int index(int rgb) {
    return nearest.computeIfAbsent(rgb & 0xffffff, this::search);
  }

  private int search(int color) {
    int best = 0;
    for (int i = 1; i < colors.length; i++) {
      if (distance(colors[i], color) < distance(colors[best], color)) {
        best = i;
      }
    }
    return best;
  }

  /** The place after all colours, which stands for none. */
  int transparentIndex() {
    return COLORS;
  }

  IndexColorModel colorModel() {
    int[] table = new int[COLORS + 1];
    for (int i = 0; i < colors.length; i++) {
      table[i] = 0xff000000 | colors[i];
    }
    return new IndexColorModel(
        8, table.length, table, 0, true, transparentIndex(), DataBuffer.TYPE_BYTE);
  }
}
