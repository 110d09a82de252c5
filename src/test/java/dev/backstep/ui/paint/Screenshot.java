package dev.backstep.ui.paint;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Shows a control in a theme as the program does, and writes what is seen to a file. */
public final class Screenshot {
  private Screenshot() {}

  /** On the FX thread. */
  public static WritableImage of(Stage stage, Node control, int width, int height, boolean dark) {
    StackPane root = new StackPane(control);
    root.setMinSize(width, height);
    if (dark) {
      root.getStyleClass().add("dark");
    }
    Scene scene = new Scene(root, width, height);
    scene.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene.getStylesheets().add(StyleSheets.theme());
    List.of("time", "heatmap", "network")
        .forEach(room -> scene.getStylesheets().add(StyleSheets.of(room)));
    // The stage is that of all tests: another may have left it with a size of its own.
    stage.setMaximized(false);
    stage.setMinWidth(0);
    stage.setMinHeight(0);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.show();
    return again(control);
  }

  /** The picture now. */
  public static WritableImage again(Node control) {
    return control.getScene().snapshot(null);
  }

  static void write(WritableImage image, String name) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    Path directory = Files.createDirectories(Path.of("target", "demo"));
    ImageIO.write(copy, "png", directory.resolve(name + ".png").toFile());
  }
}
