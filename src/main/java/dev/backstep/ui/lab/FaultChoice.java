package dev.backstep.ui.lab;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The faults that there are of the net of the run, and the one that is chosen among them. */
final class FaultChoice {
  /** Whose end of a name is a fault that every net has, and a good one to begin with. */
  private static final String FIRST = Fault.MISSING_TRANSPOSE.id();

  private final ReadOnlyObjectWrapper<List<Fault>> listed;
  private final ObjectProperty<Fault> chosen = new SimpleObjectProperty<>(Fault.MISSING_TRANSPOSE);
  private final Map<Net, Fault> earlier = new HashMap<>();
  private Net net = Vanilla.NET;

  FaultChoice() {
    listed = new ReadOnlyObjectWrapper<>(FaultCatalogue.of(net).listed());
  }

  /**
   * Lists the faults of a net; the one that was chosen last of that net is chosen again.
   *
   * @return whether it is another net than before
   */
  boolean follow(Net now) {
    if (now.equals(net)) {
      return false;
    }
    earlier.put(net, chosen.get());
    net = now;
    List<Fault> faults = FaultCatalogue.of(now).listed();
    Fault next = earlier.getOrDefault(now, first(faults));
    listed.set(faults);
    chosen.set(next);
    return true;
  }

  private static Fault first(List<Fault> faults) {
    return faults.stream()
        .filter(fault -> fault.id().endsWith(FIRST))
        .findFirst()
        .orElse(faults.get(0));
  }

  Net net() {
    return net;
  }

  ObjectProperty<Fault> chosenProperty() {
    return chosen;
  }

  ReadOnlyObjectProperty<List<Fault>> listedProperty() {
    return listed.getReadOnlyProperty();
  }
}
