/** The arithmetic of the selected number, its equations, its weights. */
@NullMarked
package dev.backstep.ui.inspector;

import org.jspecify.annotations.NullMarked;
