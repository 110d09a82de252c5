/** One training run on the screen: its curve, its state, its branches. */
package dev.backstep.ui.run;
