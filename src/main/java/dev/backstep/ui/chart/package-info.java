/** Charts: loss curves and bars, with axes, marks and a cursor. */
@NullMarked
package dev.backstep.ui.chart;

import org.jspecify.annotations.NullMarked;
