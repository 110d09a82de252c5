package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.source.Part;
import java.util.List;
import java.util.Map;

/**
 * One way in which the matrices of a cell may stand in a file.
 *
 * @param matrices by our names, in our order of axes
 * @param order of the gates where they are blocks of one array; else that of the project
 * @param isInRows whether vectors are multiplied from the left, x·W, as in the project
 * @param doubt 0 where it is as the names say; the more, the less likely
 * @param remarks what is otherwise than the names say, or told by nothing
 */
record WeightLayout(
    Map<String, Part> matrices, String order, boolean isInRows, int doubt, List<String> remarks) {
  WeightLayout {
    matrices = Map.copyOf(matrices);
    remarks = List.copyOf(remarks);
  }
}
