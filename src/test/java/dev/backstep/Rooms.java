package dev.backstep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rooms of the program, each with the rooms that it may use. A room that ends with {@code .*}
 * in a list stands for that room and all rooms in it.
 */
final class Rooms {
  private static final String ROOT = "dev.backstep.";

  /** The rooms of nets, runs and files, which need no screen. */
  private static final String[] DATA = {
    "text",
    "math",
    "net",
    "model",
    "fault.*",
    "trace.*",
    "check.*",
    "training.*",
    "experiment",
    "io.*",
    "words"
  };

  private static final Map<String, List<String>> USES = new LinkedHashMap<>();

  static {
    room("text");
    room("math");
    room("net", "math");
    room("model", "net", "math");
    room("trace", "net", "model", "math");
    room("trace.arithmetic", "trace", "net", "model", "math");
    room("trace.links", "trace", "net", "model", "math");
    room("trace.whatif", "trace", "net", "model", "math");
    room("trace.pin", "trace.links", "trace", "net", "model", "math");
    room("trace.flow", "trace", "net", "model", "math");
    room("fault", "trace", "net", "model", "math");
    room("fault.evidence", "fault", "trace", "net", "model", "math");
    room("fault.batch", "fault", "fault.evidence", "net", "model", "math");
    room("check.meaning.source", "math");
    room("check.meaning.names", "math");
    room(
        "check.meaning.weights",
        "check.meaning.names",
        "check.meaning.source",
        "math",
        "net",
        "model");
    room(
        "check.meaning.sequences",
        "check.meaning.weights",
        "check.meaning.names",
        "check.meaning.source",
        "text",
        "math",
        "net",
        "model");
    room(
        "check.meaning",
        "check.meaning.source",
        "check.meaning.weights",
        "check.meaning.sequences",
        "math",
        "net",
        "model");
    room(
        "check.reading",
        "check.submission",
        "check.meaning.*",
        "check.meaning",
        "text",
        "math",
        "net",
        "model",
        "trace",
        "fault.*");
    room("check.submission", "text", "math", "net", "model", "trace", "fault.*");
    room(
        "check.verdict",
        "check.reading",
        "check.submission",
        "math",
        "net",
        "model",
        "trace.*",
        "fault.*");
    room(
        "check.diagnosis",
        "check.verdict",
        "check.submission",
        "math",
        "net",
        "model",
        "trace",
        "fault.*");
    room("check.printed", "math", "net", "model", "fault");
    room("training.optimizer", "net", "model", "trace", "math");
    room("training", "training.optimizer", "text", "net", "model", "fault", "trace", "math");
    room(
        "training.history",
        "training",
        "training.optimizer",
        "fault",
        "text",
        "trace",
        "model",
        "math");
    room(
        "training.session",
        "training.history",
        "training",
        "training.optimizer",
        "text",
        "model",
        "trace",
        "math");
    room("experiment", "text", "math", "net", "model", "trace.flow", "training.*");
    room("io", "text", "math");
    room("io.array", "text", "math", "net", "model", "fault", "trace.*");
    room("io.settings", "net", "model", "fault", "training.*", "math");
    room("io.session", "io.settings", "fault", "io", "text", "math", "net", "model", "training.*");
    room("io.python", "math", "net", "model", "fault", "trace.*", "training.*");
    room("io.latex", "math", "net", "model", "trace.*");
    room(
        "io.csv",
        "io.settings",
        "math",
        "net",
        "model",
        "trace",
        "trace.flow",
        "training.*",
        "experiment");
    room("io.picture", "math");
    room(
        "words",
        "text",
        "math",
        "net",
        "model",
        "fault.*",
        "trace.*",
        "check.*",
        "training.*",
        "experiment",
        "io.*");
    room("cli.console", "io", "words");
    room("cli", with(DATA, "cli.console"));
    room("ui.paint", "math", "net", "trace.*", "io.picture");
    room("ui.sizes", "ui.paint");
    room("ui.chart", with(DATA, "ui.paint"));
    room("ui.common", with(DATA, "ui.paint", "ui.sizes"));
    room("ui.time", with(DATA, "ui.paint"));
    room("ui.heatmap", "ui.paint", "ui.time", "math", "net", "trace.*");
    room("ui.shares", "ui.paint", "ui.time", "math", "trace.*", "words");
    room("ui.norms", "ui.paint", "ui.time", "math", "net", "trace", "words");
    room("ui.network", "ui.paint", "ui.time", "math", "net", "model", "trace.*");
    room("ui.run", with(DATA, "ui.chart", "ui.common", "ui.paint"));
    room("ui.settings", with(DATA, "ui.common", "ui.run"));
    room("ui.screen", with(DATA, "ui.common", "ui.run"));
    room("ui.parts", with(DATA, "ui.heatmap", "ui.paint", "ui.time", "ui.common"));
    room("ui.picture", "ui.heatmap", "ui.paint", "math", "io", "io.picture");
    room(
        "ui.compare",
        with(
            DATA,
            "ui.chart",
            "ui.common",
            "ui.heatmap",
            "ui.paint",
            "ui.parts",
            "ui.run",
            "ui.screen",
            "ui.settings",
            "ui.time"));
    room("ui.labbatch", with(DATA, "ui.common", "ui.parts", "ui.time"));
    room(
        "ui.lab",
        with(
            DATA,
            "ui.chart",
            "ui.common",
            "ui.heatmap",
            "ui.labbatch",
            "ui.paint",
            "ui.parts",
            "ui.run",
            "ui.screen",
            "ui.settings",
            "ui.time"));
    room(
        "ui.step",
        with(
            DATA,
            "ui.chart",
            "ui.common",
            "ui.heatmap",
            "ui.network",
            "ui.norms",
            "ui.shares",
            "ui.paint",
            "ui.parts",
            "ui.run",
            "ui.screen",
            "ui.time"));
    room(
        "ui.flow",
        with(
            DATA,
            "ui.common",
            "ui.heatmap",
            "ui.paint",
            "ui.parts",
            "ui.screen",
            "ui.step",
            "ui.time"));
    room(
        "ui.reach",
        with(DATA, "ui.chart", "ui.common", "ui.flow", "ui.paint", "ui.run", "ui.screen"));
    room("ui.files", with(DATA, "ui.common", "ui.run", "ui.step", "ui.settings"));
    room(
        "ui.inspector",
        with(
            DATA,
            "ui.common",
            "ui.heatmap",
            "ui.paint",
            "ui.parts",
            "ui.screen",
            "ui.step",
            "ui.time"));
    room("ui.pointer", with(DATA, "ui.common", "ui.heatmap", "ui.step"));
    room("ui.sentence", with(DATA, "ui.common", "ui.step"));
    room("ui.batch", with(DATA, "ui.common", "ui.paint", "ui.run", "ui.step"));
    room("ui.pin", with(DATA, "ui.common", "ui.parts", "ui.step"));
    room(
        "ui.whatif",
        with(DATA, "ui.common", "ui.heatmap", "ui.paint", "ui.parts", "ui.run", "ui.step"));
    room(
        "ui.mycode",
        with(
            DATA,
            "ui.common",
            "ui.heatmap",
            "ui.paint",
            "ui.parts",
            "ui.run",
            "ui.screen",
            "ui.step",
            "ui.time"));
    room(
        "ui.takeaway",
        with(
            DATA,
            "ui.common",
            "ui.heatmap",
            "ui.paint",
            "ui.picture",
            "ui.screen",
            "ui.step",
            "ui.run"));
    room("ui.tour", with(DATA, "ui.common", "ui.run", "ui.settings", "ui.step"));
    room(
        "ui.train",
        with(
            DATA,
            "ui.chart",
            "ui.common",
            "ui.heatmap",
            "ui.paint",
            "ui.parts",
            "ui.run",
            "ui.screen",
            "ui.settings",
            "ui.step"));
    room("ui.shell", with(DATA, "ui.*", "cli"));
    room("app.render", with(DATA, "ui.*", "cli"));
    room("app", with(DATA, "ui.*", "cli", "app.render"));
  }

  private Rooms() {}

  private static void room(String name, String... uses) {
    USES.put(name, List.of(uses));
  }

  private static String[] with(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** The names of all rooms, the lower ones first. */
  static Iterable<String> names() {
    return USES.keySet();
  }

  static String packageOf(String room) {
    return ROOT + room;
  }

  /** The packages that a room may use, itself among them, as ArchUnit writes packages. */
  static String[] packagesUsedBy(String room) {
    List<String> packages = new ArrayList<>(List.of(ROOT + room));
    USES.get(room).forEach(each -> packages.add(ROOT + each.replace(".*", "..")));
    return packages.toArray(String[]::new);
  }
}
