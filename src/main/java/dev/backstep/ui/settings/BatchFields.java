package dev.backstep.ui.settings;

import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.training.BatchSettings;
import dev.backstep.training.BatchSettings.Order;
import dev.backstep.training.PaddingSettings.LossMean;
import dev.backstep.training.PaddingSettings.Mask;
import dev.backstep.ui.common.TypedSetting;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;

/** The fields for batches: which a run begins with, and what can be made otherwise on its way. */
public final class BatchFields {
  private final NumberField size;
  private final ChoiceField<Order> order =
      new ChoiceField<>(
          "settings.order",
          settings -> settings.batch().order(),
          (settings, order) ->
              settings.withBatch(new BatchSettings(settings.batch().size(), order)));
  private final ChoiceField<Side> side =
      new ChoiceField<>(
          settings -> settings.padding().side(),
          (settings, side) -> settings.withPadding(settings.padding().with(side)));
  private final ChoiceField<Mask> mask =
      new ChoiceField<>(
          settings -> settings.padding().mask(),
          (settings, mask) -> settings.withPadding(settings.padding().with(mask)));
  private final ChoiceField<LossMean> loss =
      new ChoiceField<>(
          settings -> settings.padding().loss(),
          (settings, loss) -> settings.withPadding(settings.padding().with(loss)));

  BatchFields(FieldReader fields) {
    size = NumberField.ofBatch(fields);
  }

  /** Those of a new run. */
  List<EditedSetting> ofNewRun() {
    return List.of(size, order);
  }

  /** Those that can change on the way. */
  List<EditedSetting> onTheWay() {
    return List.of(side, mask, loss);
  }

  /** Whether the field has another B than one sequence, which has no padding. */
  public BooleanBinding isSeveral() {
    return size.setting().textProperty().isNotEqualTo("1");
  }

  /** B. */
  public TypedSetting size() {
    return size.setting();
  }

  public ObjectProperty<Order> orderProperty() {
    return order.choiceProperty();
  }

  public ObjectProperty<Side> sideProperty() {
    return side.choiceProperty();
  }

  public ObjectProperty<Mask> maskProperty() {
    return mask.choiceProperty();
  }

  public ObjectProperty<LossMean> lossProperty() {
    return loss.choiceProperty();
  }
}
