package dev.backstep.ui.network;

import dev.backstep.net.Input;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.links.Block;
import dev.backstep.trace.links.Light;
import dev.backstep.trace.links.Lights;
import dev.backstep.trace.links.LitMatrix;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Frames the parts of the unrolled network that what is pointed at has to do with. */
record NetworkLights(GraphicsContext g, NetworkLayout layout, Color source, Color destination) {
  /** Solid what it was made of, dashed what it feeds. */
  void paint(Lights lights) {
    g.setLineWidth(2);
    g.setStroke(destination);
    g.setLineDashes(5, 4);
    frame(lights.destinations(), 3.5);
    g.setStroke(source);
    g.setLineDashes();
    frame(lights.sources(), 1);
  }

  private void frame(List<Light> lights, double inset) {
    lights.stream()
        .flatMap(this::parts)
        .distinct()
        .forEach(
            part ->
                g.strokeRoundRect(
                    part.getMinX() + inset,
                    part.getMinY() + inset,
                    part.getWidth() - 2 * inset,
                    part.getHeight() - 2 * inset,
                    8,
                    8));
  }

  private Stream<Rectangle2D> parts(Light light) {
    Block block = light.block();
    IntStream timesteps = visible(block);
    Trace trace = layout.trace();
    if (light.site() instanceof LitMatrix.OfInputs) {
      return timesteps.filter(t -> block.hasCol(trace.input(t))).mapToObj(layout::tile);
    }
    if (light.site() instanceof LitMatrix.OfTargets) {
      return timesteps.filter(t -> block.hasCol(trace.target(t))).mapToObj(layout::target);
    }
    return light.site() instanceof LitMatrix.OfCells cells
        ? timesteps.mapToObj(t -> part(cells.quantity(), t, block))
        : Stream.empty();
  }

  private IntStream visible(Block block) {
    int from = Math.max(block.fromRow(), layout.axis().firstVisible());
    int until = Math.min(block.untilRow(), layout.axis().lastVisible() + 1);
    return IntStream.range(from, until);
  }

  private Rectangle2D part(Vector quantity, int t, Block block) {
    if (!quantity.isPerCharacter()) {
      return layout.cell(t);
    }
    return quantity.equals(Input.DXT) ? layout.tile(t) : bars(t, block);
  }

  /** The bar of a character if it has one, else all of them. */
  private Rectangle2D bars(int t, Block block) {
    int[] shown = layout.mostProbable(t);
    boolean isOne = block.untilCol() - block.fromCol() == 1;
    return IntStream.range(0, shown.length)
        .filter(rank -> isOne && block.hasCol(shown[rank]))
        .mapToObj(rank -> layout.bar(t, rank))
        .findFirst()
        .orElse(layout.predictions(t));
  }
}
