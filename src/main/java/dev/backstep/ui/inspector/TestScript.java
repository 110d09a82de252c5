package dev.backstep.ui.inspector;

import java.util.function.Supplier;

/** The script that computes what is under the cursor, and checks itself. */
public interface TestScript {
  /** The name of a file for it, without what it ends with. */
  String fileName();

  /** The script as things are now; to be written on any thread. */
  Supplier<String> script();
}
