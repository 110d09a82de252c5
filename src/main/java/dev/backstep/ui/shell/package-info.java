/** The window: its menu, its keys, its screens. */
@NullMarked
package dev.backstep.ui.shell;

import org.jspecify.annotations.NullMarked;
