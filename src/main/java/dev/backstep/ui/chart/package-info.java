/** Charts: loss curves and bars, with axes, marks and a cursor. */
package dev.backstep.ui.chart;
