package dev.backstep.check.meaning.sequences;

/** The numbers of every timestep, and where they stand in a file. */
interface TimestepNumbers {
  double at(int sequence, int time, int unit);

  /** The index in the file, as Python writes it. */
  String index(int sequence, int time, int unit);

  /** Those of an array with an axis of units. */
  static TimestepNumbers rows(View view) {
    return new TimestepNumbers() {
      @Override
      public double at(int sequence, int time, int unit) {
        return view.at(sequence, time, unit);
      }

      @Override
      public String index(int sequence, int time, int unit) {
        return view.index(sequence, time, unit);
      }
    };
  }

  /** Those of an array with one number a timestep. */
  static TimestepNumbers steps(View view) {
    return new TimestepNumbers() {
      @Override
      public double at(int sequence, int time, int unit) {
        return view.at(sequence, time);
      }

      @Override
      public String index(int sequence, int time, int unit) {
        return view.index(sequence, time);
      }
    };
  }
}
