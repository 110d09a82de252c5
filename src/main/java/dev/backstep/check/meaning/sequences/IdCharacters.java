package dev.backstep.check.meaning.sequences;

import dev.backstep.math.NdArray;
import java.util.Arrays;
import java.util.List;

/** The character of each id, where a file has them. */
final class IdCharacters {
  private IdCharacters() {}

  /** One for each of V ids, or none; the empty text is an end mark. */
  static List<String> of(NonWeightArrays found) {
    List<String> names = UsualNames.usual("chars");
    int vocabulary = found.weights().vocabulary();
    return found
        .characters()
        .filter(each -> names.contains(UsualNames.plain(each.getKey())))
        .filter(each -> each.getValue().hasShape(vocabulary))
        .findFirst()
        .map(each -> texts(each.getValue()))
        .orElse(List.of());
  }

  private static List<String> texts(NdArray characters) {
    return Arrays.stream(characters.values())
        .mapToObj(value -> (int) value)
        .map(
            point ->
                point > 0 && Character.isValidCodePoint(point) ? Character.toString(point) : "")
        .toList();
  }
}
