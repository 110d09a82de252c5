package dev.backstep.io.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file with which Python programs have themselves checked. */
public final class PythonSide {
  /** What the file is called; programs import it by that name. */
  public static final String NAME = "backstep.py";

  private PythonSide() {}

  /** The whole file, in ASCII, so that no console can spoil it. */
  public static String text() {
    try (InputStream in = PythonSide.class.getResourceAsStream("/python/" + NAME)) {
      if (in == null) {
        throw new IllegalStateException("The program was built without " + NAME + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where the file lies beside the program; nothing where the program was not laid out. */
  public static Optional<Path> shipped() {
    CodeSource source = PythonSide.class.getProtectionDomain().getCodeSource();
    return layout(source)
        .map(folder -> folder.resolve("share").resolve("python").resolve(NAME))
        .filter(Files::isRegularFile);
  }

  /** The folder in which lib with the jar of the program lies. */
  private static Optional<Path> layout(@Nullable CodeSource source) {
    try {
      return Optional.ofNullable(source)
          .map(CodeSource::getLocation)
          .map(PythonSide::path)
          .map(Path::getParent)
          .map(Path::getParent);
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      // The program does not come from a file.
      return Optional.empty();
    }
  }

  private static Path path(URL location) {
    try {
      return Path.of(location.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
