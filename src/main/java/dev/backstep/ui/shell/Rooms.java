package dev.backstep.ui.shell;

import dev.backstep.net.Notation;
import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.compare.CompareRoom;
import dev.backstep.ui.files.FilesRoom;
import dev.backstep.ui.inspector.InspectorRoom;
import dev.backstep.ui.lab.LabRoom;
import dev.backstep.ui.mycode.MyCodeRoom;
import dev.backstep.ui.run.RunRoom;
import dev.backstep.ui.settings.SettingsRoom;
import dev.backstep.ui.step.StepRoom;
import dev.backstep.ui.takeaway.TakeAwayRoom;
import dev.backstep.ui.tour.TourRoom;
import dev.backstep.ui.train.TrainRoom;
import dev.backstep.words.Texts;
import java.util.List;
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
        new SettingsRoom(main.settings(), texts, notation, main.applied()),
        new CompareRoom(main.compare(), texts, notation, main.screenProperty(), saving),
        new LabRoom(main.bugLab(), texts, notation, main.screenProperty()),
        step(),
        inspector(),
        new FilesRoom(main.files()),
        new MyCodeRoom(
            main.myCode(), main.codeVisit(), main.options(), texts, main.notices(), saving),
        takeAway(),
        new TourRoom(main.guide(), texts),
        new TrainRoom(
            main.session(), main.goingBack(), texts, main.options(), main.screenProperty()));
  }

  private TakeAwayRoom takeAway() {
    return new TakeAwayRoom(
        main.step(),
        main.options(),
        main.export(),
        main.fileNames(),
        main.notices(),
        texts,
        saving);
  }

  private StepRoom step() {
    return new StepRoom(
        main.session(),
        main.step(),
        main.sequence(),
        main.stepSource(),
        main.guessFirst(),
        main.codeVisit(),
        main.options(),
        texts,
        main.screenProperty(),
        main.goingBack()::goTo);
  }

  private InspectorRoom inspector() {
    return new InspectorRoom(
        main.step(),
        main.guessFirst(),
        main.options(),
        texts,
        main.screenProperty(),
        main.export(),
        main.fileNames(),
        saving);
  }
}
