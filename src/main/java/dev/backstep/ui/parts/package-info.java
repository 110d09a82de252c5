/** Rows and grids of numbers that several screens share. */
@NullMarked
package dev.backstep.ui.parts;

import org.jspecify.annotations.NullMarked;
