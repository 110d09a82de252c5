package dev.backstep.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A stream in which a byte that does not arrive is an {@link OutputLost}, and never passed over.
 */
public final class StandardOutput extends OutputStream {
  private final OutputStream stream;
  private final boolean isPiped;

  /**
   * @param isPiped whether it goes into a pipe: all that can happen to it is that its reader closes
   */
  StandardOutput(OutputStream stream, boolean isPiped) {
    this.stream = stream;
    this.isPiped = isPiped;
  }

  /** The one of this program. */
  public static StandardOutput ofSystem() {
    return new StandardOutput(new FileOutputStream(FileDescriptor.out), Terminal.isOutputPiped());
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      stream.write(bytes, offset, length);
    } catch (IOException e) {
      throw new OutputLost(e, isPiped);
    }
  }

  @Override
  public void flush() {
    try {
      stream.flush();
    } catch (IOException e) {
      throw new OutputLost(e, isPiped);
    }
  }
}
