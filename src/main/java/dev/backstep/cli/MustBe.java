package dev.backstep.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an option takes that is read as a number, to be said where something else was typed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface MustBe {
  /** In words that follow “it must be”. */
  String value();
}
