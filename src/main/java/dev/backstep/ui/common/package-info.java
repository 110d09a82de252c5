/** Dialogs, notices, form fields and other parts of any screen. */
@NullMarked
package dev.backstep.ui.common;

import org.jspecify.annotations.NullMarked;
