package dev.backstep.ui.mycode;

import dev.backstep.check.submission.Submission;
import dev.backstep.math.MatrixView;
import dev.backstep.math.Rows;
import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import dev.backstep.model.Truncation;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Nets;
import dev.backstep.net.Vector;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of the grid: the timesteps of all sequences, one sequence after another. What is read
 * at a timestep may be a character, or numbers that have no sign of their own.
 */
public record CodeColumns(Submission submission) {
  private Batch batch() {
    return submission.batch();
  }

  /** The number of columns. */
  public int length() {
    return submission.length();
  }

  /** Which sequence a column is of. */
  public int sequence(int column) {
    return batch().sequence(column);
  }

  /** Which timestep of its sequence a column is. */
  public int timestep(int column) {
    return column - batch().start(sequence(column));
  }

  /** The column of a timestep of a sequence. */
  public int column(int sequence, int timestep) {
    return batch().start(sequence) + timestep;
  }

  /** Whether a sequence begins here that is not the first. */
  public boolean beginsAnother(int column) {
    return column > 0 && timestep(column) == 0;
  }

  /** The sign of the character that is read there; empty where none is. */
  public String letter(int column) {
    int[] ids = batch().sequences().get(sequence(column)).inputs();
    boolean isRead = !batch().net().given().contains(Input.X) && timestep(column) < ids.length;
    int id = isRead ? ids[timestep(column)] : -1;
    return id < 0 || id >= submission.labels().size() ? "" : submission.labels().get(id);
  }

  /** The signs of all columns. */
  public List<String> letters() {
    return IntStream.range(0, length()).mapToObj(this::letter).toList();
  }

  /** A column in words: {@code t = 3 of sequence 1 “a”}. */
  public String words(Texts texts, int column) {
    String place = submission.place(column);
    String letter = letter(column);
    return letter.isEmpty() ? place : texts.of("mycode.column", place, letter);
  }

  /** A quantity of every column as it is right, a row each. */
  public MatrixView right(Vector quantity) {
    int width = submission.right().row(quantity, 0).length;
    Rows values = new Rows(length(), width);
    for (int column = 0; column < length(); column++) {
      System.arraycopy(submission.right().row(quantity, column), 0, values.row(column), 0, width);
    }
    return values;
  }

  /** The length of the longest sequence. */
  public int longest() {
    return batch().sequences().stream().mapToInt(Example::length).max().orElse(0);
  }

  /**
   * Whether Step has pictures of it: of a net that reads characters and predicts characters, gone
   * back through from the last timestep to the first.
   */
  public boolean canBeSteppedThrough() {
    return Nets.ALL.contains(batch().net())
        && batch().truncation().equals(Truncation.NONE)
        && batch().net().head().equals(Head.SOFTMAX)
        && submission.shape().outputs() == submission.shape().vocabulary()
        && batch().sequences().stream().allMatch(CodeColumns::isOfCharacters);
  }

  private static boolean isOfCharacters(Example example) {
    return example.sequence().beyond().isEmpty()
        && IntStream.of(example.inputs()).allMatch(id -> id >= 0);
  }
}
