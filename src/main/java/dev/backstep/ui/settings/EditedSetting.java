package dev.backstep.ui.settings;

import dev.backstep.training.RunSettings;
import dev.backstep.ui.common.TypedSetting;
import java.util.List;

/** One setting of a run while it is being edited. */
interface EditedSetting {
  /** Fills the fields from the settings of a run. */
  void show(RunSettings settings);

  /** Settings with this one as it is in the fields, where what is typed is right. */
  RunSettings read(RunSettings base);

  /** The typed numbers, whether they matter at present or not. */
  List<TypedSetting> typed();

  /** The typed numbers that matter at present. */
  default List<TypedSetting> mattering() {
    return typed();
  }

  /**
   * The names, by their keys in the texts, of the fields that are not as in the run that is open
   * and wait for another; a setting that can change on the way has none.
   */
  default List<String> waiting() {
    return List.of();
  }

  /** Looks whether what is typed is right, as far as it matters. */
  default boolean look() {
    return mattering().stream().allMatch(TypedSetting::look);
  }
}
