/** Reads the arrays of a program: what they are by their names, shapes and numbers. */
@NullMarked
package dev.backstep.check.reading;

import org.jspecify.annotations.NullMarked;
