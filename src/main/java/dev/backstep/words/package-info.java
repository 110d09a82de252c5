/** The texts of the program, and numbers and results in words. */
@NullMarked
package dev.backstep.words;

import org.jspecify.annotations.NullMarked;
