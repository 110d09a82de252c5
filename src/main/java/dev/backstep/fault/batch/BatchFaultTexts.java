package dev.backstep.fault.batch;

import java.util.ResourceBundle;

/** What is said about the faults of batches: their names and explanations, and their lines. */
public record BatchFaultTexts(ResourceBundle bundle) {
  /** The bundle that ships with the program. */
  public static BatchFaultTexts load() {
    return new BatchFaultTexts(ResourceBundle.getBundle("dev.backstep.fault.faults"));
  }

  /** What the fault is called. */
  public String title(BatchFault fault) {
    return of(fault, "title");
  }

  /** By which numbers it gives itself away. */
  public String lookFor(BatchFault fault) {
    return of(fault, "look");
  }

  /** On what data it is not seen, or hardly. */
  public String hides(BatchFault fault) {
    return of(fault, "hides");
  }

  /** The line as it is wrong, m the mask. */
  public String wrongLine(BatchFault fault) {
    return of(fault, "wrong");
  }

  /** The line as it is right. */
  public String rightLine(BatchFault fault) {
    return of(fault, "right");
  }

  private String of(BatchFault fault, String what) {
    return bundle.getString(fault.id() + "." + what);
  }
}
