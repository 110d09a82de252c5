/** The Bug lab: a run with a fault beside the right one. */
@NullMarked
package dev.backstep.ui.lab;

import org.jspecify.annotations.NullMarked;
