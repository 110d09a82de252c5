package dev.backstep.ui.shell;

import dev.backstep.net.Notation;
import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.compare.CompareRoom;
import dev.backstep.ui.inspector.InspectorRoom;
import dev.backstep.ui.inspector.TestScript;
import dev.backstep.ui.lab.LabRoom;
import dev.backstep.ui.mycode.CodeVisit;
import dev.backstep.ui.run.RunRoom;
import dev.backstep.ui.settings.SettingsRoom;
import dev.backstep.ui.step.Guest;
import dev.backstep.ui.step.StepRoom;
import dev.backstep.ui.takeaway.TakeAway;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/** The rooms of a window, each with what its controllers use. */
final class Rooms {
  private final MainViewModel main;
  private final Saving saving;
  private final Texts texts;
  private final ObservableValue<Notation> notation;

  Rooms(MainViewModel main, Saving saving) {
    this.main = main;
    this.saving = saving;
    texts = main.texts();
    notation = main.options().notation();
  }

  List<Controllers> all() {
    return List.of(
        new RunRoom(),
        new SettingsRoom(main.settings(), texts, notation, main::applyChanges, main::applySettings),
        new CompareRoom(main.compare(), texts, notation, main.screenProperty(), saving),
        new LabRoom(main.bugLab(), texts, notation, main.screenProperty()),
        step(),
        inspector());
  }

  private StepRoom step() {
    return new StepRoom(
        main.session(),
        main.step(),
        main.sequence(),
        main.following(),
        main.covers(),
        guest(main.codeVisit()),
        main.options(),
        texts,
        main.screenProperty(),
        main.goingBack()::goTo);
  }

  private static Guest guest(CodeVisit visit) {
    return new Guest() {
      @Override
      public void showNext() {
        visit.showNext();
      }

      @Override
      public void leave() {
        visit.leave();
      }

      @Override
      public ObservableBooleanValue presentProperty() {
        return visit.sideProperty().isNotNull();
      }
    };
  }

  private InspectorRoom inspector() {
    return new InspectorRoom(
        main.step(),
        main.covers(),
        main.options(),
        texts,
        main.screenProperty(),
        test(main.takeAway()),
        saving);
  }

  private static TestScript test(TakeAway takeAway) {
    return new TestScript() {
      @Override
      public String fileName() {
        return takeAway.fileName("test");
      }

      @Override
      public Supplier<String> script() {
        return takeAway.test();
      }
    };
  }
}
