package dev.backstep.ui.settings;

import dev.backstep.math.Numbers;
import dev.backstep.model.Shape;
import dev.backstep.training.RunSettings;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The fields for what a run begins with: which of them wait for a new run, and how many numbers its
 * net learns.
 */
final class NewRunFields {
  private final Texts texts;
  private final CellFields cell;
  private final NumberField hidden;
  private final InitFields init;
  private final NumberField seed;
  private final NumberField heldOut;
  private final List<EditedSetting> all;
  private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper size = new ReadOnlyStringWrapper("");
  private int vocabulary;

  NewRunFields(Texts texts, FieldReader fields, BatchFields batch) {
    this.texts = texts;
    cell = new CellFields(fields);
    hidden = NumberField.ofHidden(fields);
    init = new InitFields(fields);
    seed = NumberField.ofSeed(fields);
    heldOut = NumberField.ofHeldOut(fields);
    all =
        Stream.concat(Stream.of(cell, hidden, init, seed, heldOut), batch.ofNewRun().stream())
            .toList();
    show(RunSettings.defaults());
    InvalidationListener listener = observable -> showConsequences();
    Stream.of(init.choiceProperty(), cell.choiceProperty(), batch.orderProperty())
        .forEach(each -> each.addListener(listener));
    all.stream()
        .flatMap(each -> each.typed().stream())
        .forEach(each -> each.textProperty().addListener(listener));
  }

  private void showConsequences() {
    showWaiting();
    showSize();
  }

  /** Says how many characters there are in the text that the settings are for. */
  void setVocabulary(int characters) {
    vocabulary = characters;
    showSize();
  }

  /** Fills the fields. */
  void show(RunSettings settings) {
    all.forEach(each -> each.show(settings));
    showConsequences();
  }

  /** Settings with those in the fields, where what is typed is right. */
  RunSettings read(RunSettings base) {
    RunSettings read = base;
    for (EditedSetting each : all) {
      read = each.read(read);
    }
    return read;
  }

  /** Says which fields are not those of the run that is open, and wait for another. */
  private void showWaiting() {
    String names =
        all.stream()
            .flatMap(each -> each.waiting().stream())
            .map(texts::of)
            .collect(Collectors.joining("; "));
    waiting.set(names.isEmpty() ? "" : texts.of("settings.waiting", names));
  }

  /** Says how many numbers the net in the fields learns, if there can be such a net. */
  private void showSize() {
    size.set(vocabulary > 0 ? sizeOfNet() : "");
  }

  private String sizeOfNet() {
    try {
      RunSettings ofCell = RunSettings.defaults().withCell(cell.choiceProperty().get());
      Shape shape = hidden.read(ofCell).shape(vocabulary);
      return texts.of("settings.size", Numbers.grouped(shape.parameters()), vocabulary);
    } catch (IllegalArgumentException refused) {
      // The field of H says why once it is asked for.
      return "";
    }
  }

  List<EditedSetting> all() {
    return all;
  }

  CellFields cell() {
    return cell;
  }

  NumberField hidden() {
    return hidden;
  }

  InitFields init() {
    return init;
  }

  NumberField seed() {
    return seed;
  }

  NumberField heldOut() {
    return heldOut;
  }

  ReadOnlyStringProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  ReadOnlyStringProperty sizeProperty() {
    return size.getReadOnlyProperty();
  }
}
