package dev.backstep.fault;

import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.converter.ArgumentConversionException;
import org.junit.jupiter.params.converter.TypedArgumentConverter;
import org.junit.jupiter.params.provider.Arguments;

/** The faults that tests run through, and the fault that a row of a table names. */
public final class Faults {
  private Faults() {}

  /** Those of plain cells. */
  public static List<Fault> plain() {
    return FaultCatalogue.of(Vanilla.NET).ofRuns();
  }

  /** Those, and none before them. */
  public static Stream<Fault> noneAndPlain() {
    return Stream.concat(Stream.of(Fault.NONE), plain().stream());
  }

  /** Every net with each of its faults. */
  public static Stream<Arguments> ofEveryNet() {
    return Nets.ALL.stream()
        .flatMap(
            net -> FaultCatalogue.of(net).ofRuns().stream().map(fault -> Arguments.of(net, fault)));
  }

  /** From the name of a constant: MISSING_TRANSPOSE. */
  public static final class Named extends TypedArgumentConverter<String, Fault> {
    Named() {
      super(String.class, Fault.class);
    }

    @Override
    protected Fault convert(String name) {
      return constant(Fault.class, name);
    }
  }

  /** From the name of a constant: DH_PREV. */
  public static final class NamedQuantity extends TypedArgumentConverter<String, CheckedQuantity> {
    NamedQuantity() {
      super(String.class, CheckedQuantity.class);
    }

    @Override
    protected CheckedQuantity convert(String name) {
      return constant(CheckedQuantity.class, name);
    }
  }

  private static <T> T constant(Class<T> type, String name) {
    try {
      return type.cast(type.getField(name).get(null));
    } catch (ReflectiveOperationException e) {
      throw new ArgumentConversionException(name + " is no constant of " + type, e);
    }
  }
}
