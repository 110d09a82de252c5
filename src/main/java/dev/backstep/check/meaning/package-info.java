/**
 * What the arrays of somebody's file are: by their shapes first and their names second, in the
 * project's names, shapes and order of axes.
 */
@NullMarked
package dev.backstep.check.meaning;

import org.jspecify.annotations.NullMarked;
