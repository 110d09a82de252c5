/** The window: its menu, its keys, its screens. */
package dev.backstep.ui.shell;
