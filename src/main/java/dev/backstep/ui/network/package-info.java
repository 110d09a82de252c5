/** The unrolled network. */
@NullMarked
package dev.backstep.ui.network;

import org.jspecify.annotations.NullMarked;
