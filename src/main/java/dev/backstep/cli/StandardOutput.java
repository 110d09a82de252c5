package dev.backstep.cli;

import java.io.IOException;
import java.io.OutputStream;

/** A stream in which a byte that does not arrive is an {@link OutputLost}, and never passed over. */
final class StandardOutput extends OutputStream {
  private final OutputStream stream;

  StandardOutput(OutputStream stream) {
    this.stream = stream;
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
      throw new OutputLost(e);
    }
  }

  @Override
  public void flush() {
    try {
      stream.flush();
    } catch (IOException e) {
      throw new OutputLost(e);
    }
  }
}
