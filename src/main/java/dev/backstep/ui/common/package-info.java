/** Dialogs, notices, form fields and other parts of any screen. */
package dev.backstep.ui.common;
