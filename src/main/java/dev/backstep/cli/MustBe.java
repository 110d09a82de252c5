package dev.backstep.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The numbers that an option takes, to be said where something else was typed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface MustBe {
  /** In words that follow “it must be”. */
  String value();
}
