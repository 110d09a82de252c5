package dev.backstep.io.session;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backstep.io.settings.BatchEntry;
import dev.backstep.io.settings.SettingsEntry;
import dev.backstep.net.Vanilla;
import java.io.IOException;
import java.util.Locale;

/** A session's document as JSON and back: everything must be there, and nothing else. */
final class SessionJson {
  /** More than any session has, and so little that neither the stack nor a number is a matter. */
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder().maxNestingDepth(32).maxNumberLength(64).build();

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .injectableValues(
              new InjectableValues.Std()
                  .addValue(SettingsEntry.CELL, Vanilla.NET.id())
                  .addValue(SettingsEntry.GATE_BIAS, 0.0)
                  .addValue(SettingsEntry.TRUNCATION, SettingsEntry.NO_TRUNCATION)
                  .addValue(SettingsEntry.BATCH, BatchEntry.SINGLE))
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  private SessionJson() {}

  static byte[] write(SessionDocument document) throws IOException {
    return MAPPER.writeValueAsBytes(document);
  }

  /**
   * @throws IllegalArgumentException if it is no such document
   */
  static SessionDocument read(byte[] json) throws IOException {
    try {
      SessionDocument document = MAPPER.readValue(json, SessionDocument.class);
      if (document == null) {
        throw new IllegalArgumentException("its description is null");
      }
      return document;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(reason(e), e);
    }
  }

  /** The refusal of a record of ours, or the place where the JSON is broken. */
  private static String reason(JsonProcessingException e) {
    if (e.getCause() instanceof IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    }
    if (e instanceof StreamConstraintsException) {
      return String.format(
          Locale.ROOT,
          "its description is nested deeper than %d levels, or has a number of more than %d digits",
          CONSTRAINTS.getMaxNestingDepth(),
          CONSTRAINTS.getMaxNumberLength());
    }
    JsonLocation where = e.getLocation();
    boolean isKnown = where != null && where.getByteOffset() >= 0;
    return "its description cannot be read" + (isKnown ? " at byte " + where.getByteOffset() : "");
  }
}
