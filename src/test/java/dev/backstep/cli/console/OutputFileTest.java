package dev.backstep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.cli.CommandCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that lead to one file. */
class OutputFileTest {
  @TempDir private Path folder;

  @Test
  void aLinkAndWhatItLeadsToAreOneFile() throws IOException {
    Path names = Files.writeString(folder.resolve("names.txt"), "anna\n");
    Path link = Files.createSymbolicLink(folder.resolve("run.backstep"), names);
    assertThat(OutputFile.areOne(link, names)).isTrue();
    assertThat(OutputFile.areOne(names, link)).isTrue();
    assertThat(OutputFile.areOne(link, folder.resolve("other"))).isFalse();
  }

  @Test
  void aFileThatIsNotThereYetIsOneByWhateverFolderItIsCalled() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), real);
    assertThat(OutputFile.areOne(real.resolve("a"), linked.resolve("a"))).isTrue();
    assertThat(OutputFile.areOne(real.resolve("a"), linked.resolve(".").resolve("a"))).isTrue();
    assertThat(OutputFile.areOne(real.resolve("a"), linked.resolve("b"))).isFalse();
  }

  @Test
  void theTextIsNotOverwrittenThroughALink() throws IOException {
    Path names = Files.writeString(folder.resolve("names.txt"), "anna\nbeate\nclara\ndora\n");
    Path link = Files.createSymbolicLink(folder.resolve("run.backstep"), names);
    CommandCall call = CommandCall.of("train", "--data", names, "--updates", "1", "--save", link);
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err().get(0)).contains("which is the text to train on");
    assertThat(names).content().startsWith("anna\n");
  }
}
