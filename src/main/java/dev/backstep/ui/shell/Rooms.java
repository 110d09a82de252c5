package dev.backstep.ui.shell;

import dev.backstep.net.Notation;
import dev.backstep.ui.batch.BatchRoom;
import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.files.FilesRoom;
import dev.backstep.ui.inspector.InspectorRoom;
import dev.backstep.ui.pin.PinRoom;
import dev.backstep.ui.reach.ReachRoom;
import dev.backstep.ui.run.RunRoom;
import dev.backstep.ui.sentence.SentenceRoom;
import dev.backstep.ui.settings.SettingsRoom;
import dev.backstep.ui.takeaway.TakeAwayRoom;
import dev.backstep.ui.tour.TourRoom;
import dev.backstep.ui.whatif.WhatIfRoom;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** The rooms of a window and its screens, each with what its controllers use. */
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
    List<Controllers> all =
        new ArrayList<>(
            List.of(
                new RunRoom(),
                new SettingsRoom(main.settings(), texts, notation, main.applied()),
                inspector(),
                new FilesRoom(main.files()),
                takeAway(),
                new SentenceRoom(main.step(), main.guessFirst(), texts),
                new BatchRoom(main.batch(), main.batchKeys(), texts, main.screenProperty()),
                new PinRoom(
                    main.pin(),
                    main.pinKeys(),
                    main.step(),
                    main.guessFirst(),
                    texts,
                    main.screenProperty()),
                new WhatIfRoom(
                    main.whatIf(),
                    main.whatIfKeys(),
                    main.step(),
                    main.guessFirst(),
                    texts,
                    main.screenProperty()),
                new ReachRoom(main.reach(), main.session(), texts, main.goingBack()::goTo),
                new TourRoom(main.guide(), texts)));
    main.screens().all().forEach(screen -> all.add(() -> screen.controllers(saving)));
    return all;
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
