/** Sessions and texts that are opened, saved, kept and brought back. */
@NullMarked
package dev.backstep.ui.files;

import org.jspecify.annotations.NullMarked;
