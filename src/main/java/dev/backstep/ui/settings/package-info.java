/** The settings of a run, to be read and changed. */
package dev.backstep.ui.settings;
