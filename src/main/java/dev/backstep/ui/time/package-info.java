/** The time axis that rows share, and the timeline. */
package dev.backstep.ui.time;
