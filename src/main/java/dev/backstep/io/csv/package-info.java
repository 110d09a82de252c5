/** Numbers as tables for a spreadsheet. */
@NullMarked
package dev.backstep.io.csv;

import org.jspecify.annotations.NullMarked;
