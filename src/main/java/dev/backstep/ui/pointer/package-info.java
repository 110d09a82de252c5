/** The value beside the pointer. */
@NullMarked
package dev.backstep.ui.pointer;

import org.jspecify.annotations.NullMarked;
